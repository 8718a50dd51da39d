import Records
import Rules
import Testing

@testable import Allocation

@Suite("Limits")
struct LimitsTests {
    @Test("a limit is the rep's own, otherwise the tier's, otherwise the rules'; intake defaults to the claim limit")
    func precedence() {
        var rules = ClaimRules()
        #expect(Limits(rep: makeRep("r"), tier: nil, rules: rules).claims == 10)
        #expect(Limits(rep: makeRep("r"), tier: nil, rules: rules).intake == 10)
        #expect(Limits(rep: makeRep("r"), tier: nil, rules: rules).holdings == nil)
        var tier = TierRules.Tier(name: "gold")
        tier.claimLimit = 20
        tier.holdingLimit = 80
        #expect(Limits(rep: makeRep("r"), tier: tier, rules: rules).claims == 20)
        #expect(Limits(rep: makeRep("r"), tier: tier, rules: rules).intake == 20)
        #expect(Limits(rep: makeRep("r"), tier: tier, rules: rules).holdings == 80)
        rules.intakeLimit = 15
        let own = makeRep("r") {
            $0.claimLimit = 3
            $0.holdingLimit = 0
        }
        #expect(Limits(rep: own, tier: tier, rules: rules).claims == 3)
        #expect(Limits(rep: own, tier: tier, rules: rules).intake == 15)
        #expect(Limits(rep: own, tier: tier, rules: rules).holdings == 0)
    }

    @Test("several limits: the strictest decides, and a full rep is told the figures of the window")
    func fullness() {
        var rules = ClaimRules()
        rules.holdingLimit = 50
        func detail(_ standing: RepStanding, isClaim: Bool, window: ClaimRules.Window = .week) -> DecisionDetail? {
            Book(standing, tier: nil, rules: rules).fullness(isClaim: isClaim, window: window)?.detail
        }
        #expect(
            detail(makeStanding("r", claims: 10, intake: 10), isClaim: true)
                == .limitReached(.claims(.week), used: 10, limit: 10))
        #expect(
            detail(makeStanding("r", claims: 2, intake: 10), isClaim: true, window: .day)
                == .limitReached(.intake(.day), used: 10, limit: 10))
        #expect(
            detail(makeStanding("r", holdings: 50), isClaim: false) == .limitReached(.holdings, used: 50, limit: 50))
        #expect(detail(makeStanding("r", claims: 9, intake: 9, holdings: 49), isClaim: true) == nil)
    }

    @Test("0 is not the same as no limit")
    func zero() {
        var rules = ClaimRules()
        rules.limit = 0
        #expect(Book(makeStanding("r"), tier: nil, rules: rules).fullness(isClaim: true, window: .week) != nil)
        rules.limit = nil
        #expect(
            Book(makeStanding("r", claims: 9999), tier: nil, rules: rules).fullness(isClaim: true, window: .week) == nil
        )
    }
}

@Suite("Territory")
struct TerritoryTests {
    let customer = makeCustomer("C1") {
        $0.section = "I"
        $0.division = "65"
        $0.size = .small
        $0.province = "广东省"
        $0.city = "深圳市"
        $0.needs = ["crm", "erp"]
    }

    func mismatch(_ change: (inout Rep) -> Void) -> ReasonCode? {
        Territory(of: makeRep("r", change)).mismatch(with: customer)?.reason
    }

    @Test("an empty list takes anything")
    func anything() { #expect(mismatch { _ in } == nil) }

    @Test("industries match by section, by division or by both together")
    func industries() {
        for taken in ["I", "65", "I65"] { #expect(mismatch { $0.industries = ["C", taken] } == nil) }
        #expect(mismatch { $0.industries = ["C", "64", "I64"] } == .industryMismatch)
    }

    @Test("sizes, needs and regions match one of the list; a region by province or city, with or without its word")
    func others() {
        #expect(mismatch { $0.sizes = [.small, .micro] } == nil)
        #expect(mismatch { $0.sizes = [.large] } == .sizeMismatch)
        #expect(mismatch { $0.needs = ["hr", "erp"] } == nil)
        #expect(mismatch { $0.needs = ["hr"] } == .needMismatch)
        for region in ["广东", "广东省", "深圳", "深圳市"] { #expect(mismatch { $0.regions = [region] } == nil) }
        #expect(mismatch { $0.regions = ["广州", "湖南省"] } == .regionMismatch)
    }

    @Test("a specialist does not get what nobody has classified")
    func unknown() {
        let unknown = makeCustomer("C2")
        func mismatch(_ change: (inout Rep) -> Void) -> (reason: ReasonCode, detail: DecisionDetail)? {
            Territory(of: makeRep("r", change)).mismatch(with: unknown)
        }
        #expect(mismatch { $0.industries = ["I", ""] }?.reason == .industryMismatch)
        #expect(
            mismatch { $0.industries = ["I", "65"] }?.detail == .outside(.industry, customer: [], taken: ["I", "65"]))
        #expect(mismatch { $0.sizes = [.small] }?.reason == .sizeMismatch)
        #expect(mismatch { $0.regions = ["广东"] }?.reason == .regionMismatch)
        #expect(mismatch { $0.needs = ["crm"] }?.reason == .needMismatch)
    }
}

@Suite("CoolingOff")
struct CoolingOffTests {
    func end(_ rep: String, on date: String, days: Int = 30, _ formers: CustomerSummary.FormerOwner...) -> BusinessDate?
    {
        CoolingOff.end(
            for: RepID(rep), customer: makeCustomer("C1") { $0.formerOwners = formers }, days: days, date: day(date),
            zone: shanghai)
    }

    @Test("a former owner waits so many days from the day of the end")
    func days() {
        #expect(end("a", on: "2026-11-30", former("a", "2026-11-01")) == day("2026-12-01"))
        #expect(end("a", on: "2026-12-01", former("a", "2026-11-01")) == nil)
        #expect(end("b", on: "2026-11-02", former("a", "2026-11-01")) == nil)
    }

    @Test("ALL prior owners in the window count: A → B → A does not get round it")
    func allOwners() {
        let formers = [former("a", "2026-11-01", .released), former("b", "2026-11-10")]
        #expect(end("a", on: "2026-11-12", formers[0], formers[1]) == day("2026-12-01"))
        #expect(end("b", on: "2026-11-12", formers[0], formers[1]) == day("2026-12-10"))
    }

    @Test("no cooling-off penalty for a leaver, after a merge or an undo")
    func noPenalty() {
        for reason in [Spell.EndReason.offboarded, .merged, .undone] {
            #expect(end("a", on: "2026-11-02", former("a", "2026-11-01", reason)) == nil)
        }
        #expect(end("a", on: "2026-11-02", former("a", "2026-11-01", .transferred)) == day("2026-12-01"))
    }

    @Test("a customer recycled in this run does not return to the same owner, even with 0 days")
    func sameNight() {
        #expect(end("a", on: "2026-11-20", days: 0, former("a", "2026-11-20")) == day("2026-11-21"))
        #expect(end("a", on: "2026-11-21", days: 0, former("a", "2026-11-20")) == nil)
        #expect(end("a", on: "2026-11-20", days: 0, former("a", "2026-11-20", .released)) == nil)
    }
}

@Suite("Eligibility")
struct EligibilityTests {
    let date = day("2026-11-20")

    func rejection(
        _ standing: RepStanding, for customer: CustomerSummary = makeCustomer("C1"), isClaim: Bool = false
    ) -> Decision.Rejection? {
        let rules = makeRules()
        return Eligibility(reps: [standing.rep], rules: rules, date: date)
            .rejection(of: Book(standing, tier: nil, rules: rules.claims), for: customer, isClaim: isClaim)
    }

    @Test("inactive, not yet started, left and on leave are turned down with the day that matters")
    func presence() {
        #expect(rejection(makeStanding("r")) == nil)
        #expect(rejection(makeStanding("r") { $0.isActive = false })?.reason == .inactive)
        let later = rejection(makeStanding("r") { $0.startsOn = day("2026-11-21") })
        #expect(later?.reason == .notStarted)
        #expect(later?.detail == .startsOn(day("2026-11-21")))
        #expect(rejection(makeStanding("r") { $0.startsOn = day("2026-11-20") }) == nil)
        #expect(rejection(makeStanding("r") { $0.endsOn = day("2026-11-19") })?.reason == .left)
        let away = rejection(makeStanding("r") { $0.leave = [day("2026-11-20")...day("2026-11-25")] })
        #expect(away?.reason == .onLeave)
        #expect(away?.detail == .onLeave(until: day("2026-11-25")))
    }

    @Test("one reason: presence before territory, cooling-off, limits, so that a full rep was otherwise eligible")
    func order() {
        let customer = makeCustomer("C1") { $0.formerOwners = [former("r", "2026-11-10")] }
        func reason(_ change: (inout Rep) -> Void) -> ReasonCode? {
            rejection(makeStanding("r", claims: 10, intake: 10, change), for: customer, isClaim: true)?.reason
        }
        #expect(
            reason {
                $0.isActive = false
                $0.needs = ["erp"]
            } == .inactive)
        #expect(reason { $0.needs = ["erp"] } == .needMismatch)
        #expect(reason { _ in } == .coolingOff)
        #expect(rejection(makeStanding("r", claims: 10, intake: 10), isClaim: true)?.reason == .claimLimit)
        #expect(rejection(makeStanding("r", claims: 10, intake: 10))?.reason == .intakeLimit)
    }
}
