import Records
import Testing

@testable import Rules

@Suite("Versions of the rules")
struct RuleVersionTests {
    private func day(_ day: Int) -> BusinessDate {
        BusinessDate(year: 2026, month: 11, day: day) ?? BusinessDate(dayNumber: 0)
    }

    private func kept(_ files: [(yaml: String, from: Int)]) throws -> [(version: RuleVersion, yaml: [UInt8])] {
        try files.enumerated().map { index, file in
            let digest = try rules(file.yaml).digest
            return (
                RuleVersion(number: index + 1, digest: digest, effectiveOn: day(file.from)), Array(file.yaml.utf8)
            )
        }
    }

    @Test("a file that no night ran under is the next version, from the coming night on")
    func next() throws {
        let versions = try kept([("follow_up: {within_days: 30}", 2)])
        let rules = try rules("follow_up: {within_days: 7}").following(versions, next: day(20))
        #expect(rules.version?.number == 2)
        #expect(rules.version?.effectiveOn == day(20))
        #expect(rules.followUp.former.map(\.replacedOn) == [day(20)])
        #expect(rules.followUp.former.map(\.rules.withinDays) == [30])
    }

    @Test("the same file is the same version, and a change of something else changes no deadline")
    func same() throws {
        let files = [("follow_up: {within_days: 7}", 2), ("company: X\nfollow_up: {within_days: 7}", 9)]
        let rules = try rules(files[1].0).following(kept(files), next: day(20))
        #expect(rules.version == RuleVersion(number: 2, digest: rules.digest, effectiveOn: day(9)))
        #expect(rules.followUp.former.isEmpty)
    }

    @Test("a file of an earlier version that no longer can be read is left out")
    func unreadable() throws {
        let versions = [
            (version: RuleVersion(number: 1, digest: "x", effectiveOn: day(1)), yaml: Array("what: ever".utf8))
        ]
        let rules = try rules("").following(versions, next: day(3))
        #expect(rules.version?.number == 2)
        #expect(rules.followUp.former.isEmpty)
    }

    @Test("going live gives its grace from go_live on, or from the first night on where that is not written")
    func grace() throws {
        let first = try kept([("", 2)])
        #expect(try rules("").following(first, next: day(3)).followUp.grace == .init(goLive: day(2), until: day(9)))
        let written = try rules("go_live: 2026-11-10\ngo_live_grace_days: 3").following(first, next: day(11))
        #expect(written.followUp.grace == .init(goLive: day(10), until: day(13)))
        #expect(try rules("").following([], next: day(3)).followUp.grace == nil)
    }
}
