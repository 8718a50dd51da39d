import Records
import Testing

@testable import Reporting

@Suite struct FunnelMeasuresTests {
    @Test("a step counts who entered long enough ago, and who went on within thirty days")
    func steps() {
        var small = SmallNight()
        small.addSpell(1, start: 60, followUps: [24])
        small.addSpell(2, start: 60)
        small.addSpell(3, start: 60, followUps: [31 * 24])
        small.addSpell(4, start: 10, followUps: [24])
        small.addSpell(5, start: 200, followUps: [24])
        let steps = small.night.funnel.steps
        #expect(steps.map(\.from) == [.received, .contacted, .deal])
        #expect(steps[0].share == Proportion(1, of: 3))
        // Spell 3 was followed up 29 days ago: too young for the next step.
        #expect(steps[1].share == Proportion(0, of: 1))
        #expect(steps[2].share == Proportion(0, of: 0))
    }

    @Test("a step that was skipped counts as passed with the one after it")
    func skipped() {
        var small = SmallNight()
        small.addSpell(1, start: 80, won: 70)
        let steps = small.night.funnel.steps
        #expect(steps.map(\.share) == [Proportion(1, of: 1), Proportion(1, of: 1), Proportion(1, of: 1)])
    }

    @Test("the win rate counts deals by when they were closed, and is nothing where none was")
    func winRate() {
        var small = SmallNight()
        #expect(small.night.funnel.winRate.value == nil)
        small.facts.closedDeals = [
            ClosedDeal(rep: SmallNight.rep(1), closedAt: SmallNight.end(5), isWon: true),
            ClosedDeal(rep: nil, closedAt: SmallNight.end(6), isWon: false),
            ClosedDeal(rep: nil, closedAt: SmallNight.end(91), isWon: false),
        ]
        #expect(small.night.funnel.winRate == Proportion(1, of: 2))
        #expect(small.night.funnel.winRateByRep == [SmallNight.rep(1): Proportion(1, of: 1)])
    }

    @Test("revenue counts every mature spell, only what came in time, and no spell of an account")
    func revenue() {
        var small = SmallNight()
        small.addSpell(1, start: 100)
        small.addSpell(2, start: 100)
        small.addSpell(3, start: 100, won: 200)
        small.addSpell(4, start: 10)
        for index in small.facts.spells.indices {
            small.facts.spells[index].sales = [
                Sale(at: SmallNight.end(95), minorUnits: index == 0 ? 300 : 0),
                Sale(at: SmallNight.end(5), minorUnits: 1_000_000),
            ]
        }
        let revenue = small.night.revenue
        #expect(revenue.mature == 2 && revenue.buyers == [300] && revenue.mean == 150)
        #expect(revenue.medianOfBuyers == 300 && revenue.topShare == 1)
    }

    @Test("coverage counts prospects with a follow-up in the last thirty days, of all held")
    func coverage() {
        var small = SmallNight()
        small.addSpell(1, start: 60, followUps: [24])
        small.addSpell(2, start: 60, followUps: [24, 45 * 24])
        small.addSpell(3, start: 5)
        small.addSpell(4, start: 60, end: 50, reason: .recycled)
        small.addSpell(5, start: 60, won: 40)
        small.rules.claims.holdingLimit = 4
        let coverage = small.night.coverage
        #expect(coverage.overall == Proportion(1, of: 3))
        #expect(coverage.lines.map(\.untouched) == [1] && coverage.lines[0].fill == 0.75)
    }

    @Test("working hours of a first follow-up leave nights and days off out")
    func workingHours() throws {
        var small = SmallNight()
        // From Friday night to Monday at noon.
        small.addSpell(1, start: 3, followUps: [60])
        #expect(small.night.firstFollowUp.overallWorking == nil)
        small.facts.workingTime = WorkingTime(
            days: (SmallNight.date - 9)...SmallNight.date, zone: SmallNight.zone
        ) { $0.weekday <= 5 }
        let median = try #require(small.night.firstFollowUp.overallWorking?.quantile(0.5))
        #expect(abs(Double(median) - 10_799) < 1e-6)
    }
}
