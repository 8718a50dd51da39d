import Records
import Testing

@testable import Reporting

@Suite struct RecyclingMeasuresTests {
    @Test("the cohort rate is of spells that are old enough, and of recycles within the horizon")
    func cohort() {
        var small = SmallNight()
        small.addSpell(1, start: 40, end: 33, reason: .recycled)
        small.addSpell(2, start: 45, end: 5, reason: .recycled)
        small.addSpell(3, start: 35)
        small.addSpell(4, start: 20, end: 10, reason: .recycled)
        small.addSpell(5, kind: .opening, start: 60, end: 40, reason: .recycled)
        #expect(small.night.recycling.cohort == Proportion(1, of: 3))
    }

    @Test("the flow is recycles per 100 days of ownership inside its 28 days")
    func flow() throws {
        var small = SmallNight()
        // From the end of day −10 to the end of day −3: seven days.
        small.addSpell(1, start: 10, end: 3, reason: .recycled)
        // All 28 days, but ended before them in a recycle of another spell.
        small.addSpell(2, start: 50)
        small.addSpell(3, start: 60, end: 40, reason: .recycled)
        let recycling = small.night.recycling
        #expect(recycling.flowCount == 1)
        #expect(recycling.ownedSeconds == (7 + 28) * 86_400)
        #expect(abs(try #require(recycling.flowPer100Days) - 100.0 / 35) < 1e-9)
    }

    @Test("the night's list has owner, start and deadline; kept ones are not on it")
    func list() {
        var small = SmallNight()
        small.addSpell(1, start: 8, end: 0, reason: .recycled)
        small.addDuty(1, due: 1, .missed)
        small.decide(.recycle, 1, granted: true, .overdue, detail: .notOnRoster)
        small.addDuty(2, rep: 2, due: 2, .missed)
        small.decide(.recycle, 2, rep: 2, granted: false, .notReminded)
        small.decide(.recycle, 3, rep: 2, granted: false, .won)
        let night = small.night
        #expect(
            night.recycling.tonight == [
                .init(
                    customer: SmallNight.customer(1), rep: SmallNight.rep(1), deadline: SmallNight.date - 1,
                    heldSince: SmallNight.end(8), reason: .overdue, detail: .notOnRoster)
            ])
        #expect(night.actions.kept.map(\.customer) == [SmallNight.customer(2)])
        #expect(night.actions.kept.first?.deadline == SmallNight.date - 2)
    }
}
