import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("The text of a profile")
struct ProfileTextTests {
    @Test("every statement is read")
    func reads() throws {
        let text = """
            # remark
            profile p
            title A system
            null #N/A
            dates dmy
            decimal ,
            currency EUR
            zone Europe/Berlin
            list deals
            record r[@k='v']
            signature A B, C
            customer = X | Y ?? Z
            rep = 电话#2
            also Q | R
            values status: Closed Won -> won; old -> ; * -> open
            values status from S: true -> won
            """
        let profile = try ProfileText.profile(text, file: "p.profile")
        #expect(profile.title == "A system")
        #expect(profile.nullTokens == ["#N/A"])
        #expect(profile.conventions.dateOrder == .dayMonthYear)
        #expect(profile.conventions.decimalSeparator == ",")
        #expect(profile.conventions.zone?.name == "Europe/Berlin")
        #expect(profile.entities == [.deals])
        let list = try #require(profile.lists.first)
        #expect(list.record == "r[@k='v']")
        #expect(list.signatures == [[Profile.ColumnName("A B"), Profile.ColumnName("C")]])
        #expect(list.rules[0].steps.map { $0.flatMap(\.columns).map(\.text) } == [["X", "Y"], ["Z"]])
        #expect(list.rules[1].steps[0][0].columns[0].occurrence == 2)
        #expect(list.values[0].targets[Folding.folded("CLOSED_WON")] == Array("won".utf8))
        #expect(list.values[0].targets[Folding.folded("old")] == [])
        #expect(list.values[1].column == Profile.ColumnName("S"))
    }

    @Test(
        "a line that cannot be read is shown, with the word that was meant",
        arguments: [
            ("title x", 1, "the first statement is 'profile NAME'"),
            ("profile p\nlist custmers", 2, "unknown word 'custmers'"),
            ("profile p\ndates xyz", 2, "unknown word 'xyz'"),
            ("profile p\nlist reps\n  wechat = A", 3, "unknown word 'wechat'"),
            ("profile p\nlist reps\nid = A\nid = B", 4, "'id' is given twice"),
            ("profile p\nlist reps\nvalues active: yes", 3, "expected 'word -> text', found 'yes'"),
            ("", 1, "the first statement is 'profile NAME'"),
        ])
    func positions(_ text: String, _ line: Int, _ message: String) {
        #expect {
            try ProfileText.profile(text, file: "p.profile")
        } throws: { error in
            guard let error = error as? InputError else { return false }
            return error.file == "p.profile" && error.line == line && error.message == message
        }
    }

    @Test("title and currency are statements before the first list, and fields in it")
    func fieldsThatAreStatements() throws {
        let wukong = try #require(Profiles.named("wukong"))
        #expect(wukong.conventions.currency == "CNY")
        #expect(wukong.lists.first { $0.entity == .contacts }?.rules.contains { $0.field == .title } == true)
        #expect(wukong.lists.first { $0.entity == .payments }?.rules.contains { $0.field == .currency } == true)
    }

    @Test("every built-in profile parses and is called as its file is")
    func builtIn() throws {
        for file in EmbeddedProfiles.names where file.hasSuffix(".profile") {
            let profile = try ProfileText.profile(try #require(EmbeddedProfiles.text(file)), file: file)
            #expect("\(profile.name).profile" == file)
            for list in profile.lists where !profile.isGeneric { #expect(!list.signatures.isEmpty, "\(file)") }
            for list in profile.lists {
                let fed = Set(list.rules.map(\.field))
                #expect(list.entity.requiredFields.allSatisfy { !fed.isDisjoint(with: $0) }, "\(file) \(list.entity)")
            }
        }
        #expect(Profiles.builtIn.count == EmbeddedProfiles.names.count { $0.hasSuffix(".profile") })
        #expect(Profiles.builtIn.map(\.name) == Profiles.builtIn.map(\.name).sorted { $0.isOrderedBefore($1) })
        #expect(Profiles.named("wukong")?.title.hasPrefix("悟空CRM") == true)
        #expect(Profiles.named("nobody") == nil)
        #expect(Profiles.source(of: "odoo")?.contains("profile odoo") == true)
    }

    @Test("the embedded texts are those of the folder; Scripts/embed.sh writes them")
    func embeddedIsFresh() throws {
        let folder = Paths.root.appending(path: "Profiles")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".profile") }
        #expect(files.sorted { $0.isOrderedBefore($1) } == EmbeddedProfiles.names)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(EmbeddedProfiles.text(file) == text, "\(file) is stale")
        }
    }

    @Test("in generic-en every field of every entity has its own name", arguments: Entity.allCases)
    func canonicalNames(_ entity: Entity) throws {
        let header = entity.fields.map(\.rawValue)
        let list = try ProfileDetection.choose(
            ProfileDetection.Question(header: header, file: "x.csv", entity: entity, profile: "generic-en"))
        #expect(list.mapping.fields == entity.fields.map(Optional.some))
    }
}
