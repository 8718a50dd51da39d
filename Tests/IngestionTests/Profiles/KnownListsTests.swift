import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Lists as systems write them")
struct KnownListsTests {
    @Test("a typical header is known by its columns alone, and gives its fields", arguments: KnownList.all)
    func known(_ known: KnownList) throws {
        let list = try ProfileDetection.choose(known.question())
        #expect(list.profile.name == known.profile, "\(list.reason)")
        #expect(list.entity == known.entity, "\(list.reason)")
        #expect(Fixture.texts(list, known.cells) == known.texts)
    }

    @Test("of every entity that a system lists, a typical header is here")
    func complete() {
        let told = Set(KnownList.all.map { "\($0.profile) \($0.entity.rawValue)" })
        let own = Profiles.builtIn.filter { !$0.isGeneric }.flatMap { profile in
            profile.lists.filter(\.table.columns.isEmpty).map { "\(profile.name) \($0.entity.rawValue)" }
        }
        let missing = Set(own).subtracting(told).sorted { $0.isOrderedBefore($1) }
        #expect(missing == [])
    }

    @Test("no other system's list fits a typical header as well", arguments: KnownList.all)
    func apart(_ known: KnownList) throws {
        for profile in Profiles.builtIn where profile.name != known.profile && !profile.isGeneric {
            guard let other = try? ProfileDetection.choose(known.question(profile: profile.name)) else { continue }
            let own = try ProfileDetection.choose(known.question(profile: known.profile))
            // A profile that is named needs no signature: what it scores here is more than it could without its name.
            #expect(own.score >= other.score, "\(profile.name) \(other.entity): \(other.reason)")
        }
    }

    @Test("the order of columns makes no difference", arguments: KnownList.all)
    func anyOrder(_ known: KnownList) throws {
        var random = SeededGenerator(seed: 11)
        let repeated = Set(known.header).count < known.header.count
        // Of columns of one name the first is the first: their order is told by the file.
        guard !repeated else { return }
        let order = known.header.indices.shuffled(using: &random)
        var question = known.question()
        question.header = order.map { known.header[$0] }
        let list = try ProfileDetection.choose(question)
        #expect(list.profile.name == known.profile)
        #expect(Fixture.texts(list, order.map { known.cells[$0] }) == known.texts)
    }

    @Test("an empty row gives no field a text, not even a word for every other word", arguments: KnownList.all)
    func emptyRow(_ known: KnownList) throws {
        let list = try ProfileDetection.choose(known.question())
        #expect(Fixture.texts(list, known.cells.map { _ in "" }) == [:])
    }

    @Test("an unknown column is named in the reason, and takes nothing from the others", arguments: KnownList.all)
    func stranger(_ known: KnownList) throws {
        var question = known.question()
        question.header.append("怪列 Xyzzy")
        let list = try ProfileDetection.choose(question)
        #expect(list.profile.name == known.profile)
        #expect(list.reason.contains("not known, kept with the record:"))
        #expect(list.reason.contains("怪列 Xyzzy"))
        #expect(Fixture.texts(list, known.cells + ["?"]) == known.texts)
    }
}
