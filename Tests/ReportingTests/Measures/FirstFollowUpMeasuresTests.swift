import Testing

@testable import Reporting

@Suite struct FirstFollowUpMeasuresTests {
    @Test("spells without a follow-up are waits cut short, not left out; migrated and undone ones are left out")
    func censored() {
        var small = SmallNight()
        small.addSpell(1, start: 10, followUps: [24, 48])
        small.addSpell(2, start: 10, end: 8, reason: .recycled)
        small.addSpell(3, start: 2)
        small.addSpell(4, kind: .opening, start: 30, followUps: [1])
        small.addSpell(5, start: 5, end: 4, reason: .undone, followUps: [1])
        small.addSpell(6, start: 5, won: 9, followUps: [1])
        let waits = small.night.firstFollowUp.overall
        #expect(waits.count == 3)
        #expect(waits.steps.map(\.time) == [24 * 3600])
        #expect(waits.quantile(0.5) == nil)
        #expect(waits.longest == Int64(172_800))
        #expect(small.night.firstFollowUp.byTeam["A"]?.count == 3)
    }

    @Test("spells that began this very moment say nothing about time; one with a follow-up or an hour does")
    func justBegun() {
        var small = SmallNight()
        small.addSpell(1, start: 0)
        #expect(!small.night.firstFollowUp.overall.isWatched)
        small.addSpell(2, start: 0, followUps: [0])
        #expect(small.night.firstFollowUp.overall.isWatched)
    }
}
