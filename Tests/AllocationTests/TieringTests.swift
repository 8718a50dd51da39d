import Records
import Rules
import Testing

@testable import Allocation

@Suite("Tiering")
struct TieringTests {
    let month = day("2026-11-01")

    var rules: TierRules {
        var gold = TierRules.Tier(name: "gold")
        gold.minimumRevenue = Money(minorUnits: 10_000_000, currency: "CNY")
        gold.minimumCompliance = 0.55
        var silver = TierRules.Tier(name: "silver")
        silver.minimumWonDeals = 2
        var rules = TierRules()
        rules.tiers = [gold, silver, TierRules.Tier(name: "bronze")]
        return rules
    }

    func performance(
        _ id: String = "crm:anna", revenue: Int64 = 0, won: Int = 0, met: Int = 0, due: Int = 0,
        _ change: (inout Rep) -> Void = { _ in }
    ) -> RepPerformance {
        RepPerformance(
            rep: makeRep(id, change), wonDeals: won, revenue: Money(minorUnits: revenue, currency: "CNY"),
            obligationsDue: due, obligationsMet: met)
    }

    func tier(_ performance: RepPerformance, rules: TierRules? = nil) -> TierAssignment? {
        Tiering.assign([performance], rules: rules ?? self.rules, month: month, date: month).first
    }

    @Test("the best tier all of whose conditions hold, on the limit too, with the figures")
    func onTheLimit() {
        let gold = tier(performance(revenue: 10_000_000, met: 11, due: 20))
        #expect(gold?.tier == "gold")
        #expect(
            gold?.reason.text
                == "figures revenue=CNY:10000000 revenue_needed=CNY:10000000 met=11 due=20 compliance_needed=0.55")
        #expect(gold?.month == month)
        #expect(tier(performance(revenue: 9_999_999, won: 2, met: 20, due: 20))?.tier == "silver")
        #expect(tier(performance(revenue: 10_000_000, won: 2, met: 10, due: 20))?.tier == "silver")
        #expect(tier(performance(won: 1))?.tier == "bronze")
        #expect(tier(performance(won: 1))?.reason.text == "figures revenue=CNY:0 won_deals=1 met=0 due=0")
    }

    @Test("compliance with nothing due is n/a and fails no condition")
    func nothingDue() { #expect(tier(performance(revenue: 10_000_000))?.tier == "gold") }

    @Test("newcomers get the newcomer tier for their first days, then what they earned")
    func newcomers() {
        var rules = rules
        rules.newcomerTier = "silver"
        let newcomer = tier(performance { $0.startsOn = day("2026-08-04") }, rules: rules)
        #expect(newcomer?.tier == "silver")
        #expect(newcomer?.reason == .newcomer(startedOn: day("2026-08-04"), days: rules.newcomerDays, date: month))
        #expect(tier(performance { $0.startsOn = day("2026-08-03") }, rules: rules)?.tier == "bronze")
        #expect(tier(performance { $0.startsOn = day("2026-10-01") })?.tier == "bronze")
    }

    @Test("whoever is inactive or has left gets no tier; without tiers nobody does")
    func nobody() {
        #expect(tier(performance { $0.isActive = false }) == nil)
        #expect(tier(performance { $0.endsOn = day("2026-10-31") }) == nil)
        #expect(tier(performance(), rules: TierRules()) == nil)
    }

    @Test("assignments are sorted by rep")
    func order() {
        let performances = [performance("crm:c"), performance("crm:a"), performance("crm:b")]
        let assigned = Tiering.assign(performances, rules: rules, month: month, date: month)
        #expect(assigned.map(\.rep.rawValue) == ["crm:a", "crm:b", "crm:c"])
    }
}

@Suite("Performance")
struct PerformanceTests {
    @Test("counts the obligations due in the period, exempt and pending ones in neither side, and the sales")
    func counts() {
        func obligation(_ date: String, _ outcome: Obligation.Outcome) -> Obligation {
            Obligation(
                customer: CustomerID("C1"), rep: RepID("crm:b"),
                deadline: Deadline(clockStart: day("2026-10-01"), date: day(date)), outcome: outcome)
        }
        let obligations = [
            obligation("2026-09-30", .missed), obligation("2026-10-01", .met), obligation("2026-10-31", .missed),
            obligation("2026-10-15", .exempt), obligation("2026-10-16", .pending), obligation("2026-11-01", .met),
        ]
        let sales = [RepID("crm:b"): (wonDeals: 3, revenue: Money(minorUnits: 500, currency: "CNY"))]
        let list = Performance.of(
            [makeRep("crm:b"), makeRep("crm:a")], obligations: obligations, sales: sales,
            days: day("2026-10-01")...day("2026-10-31"), currency: "CNY")
        #expect(list.map(\.rep.id.rawValue) == ["crm:a", "crm:b"])
        #expect(list.map(\.obligationsDue) == [0, 2])
        #expect(list.map(\.obligationsMet) == [0, 1])
        #expect(list.map(\.wonDeals) == [0, 3])
        #expect(list.map(\.revenue.minorUnits) == [0, 500])
    }
}
