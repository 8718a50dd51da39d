import Records
import Rules
import TestSupport
import Testing

@testable import Allocation

/// Seeded nights with random rules, reps, customers and claims.
@Suite("Planner, properties")
struct PlannerPropertyTests {
    struct Night {
        var rules: Rules
        var standings: [RepStanding]
        var customers: [CustomerSummary]
        var claims: [ClaimRequest]
        var cursor: RepID?
        let date = day("2026-11-20")

        init(_ generator: inout SeededGenerator) {
            rules = makeRules {
                $0.claims.limit = Int.random(in: 0...6, using: &generator)
                $0.claims.intakeLimit = Bool.random(using: &generator) ? Int.random(in: 0...8, using: &generator) : nil
                $0.claims.holdingLimit =
                    Bool.random(using: &generator) ? Int.random(in: 0...12, using: &generator) : nil
                $0.claims.coolingOffDays = Int.random(in: 0...40, using: &generator)
                $0.allocation.perNight =
                    Bool.random(using: &generator) ? Int.random(in: 0...30, using: &generator) : nil
                $0.allocation.order = AllocationRules.Order.allCases.randomElement(using: &generator) ?? .score
            }
            standings = (0..<Int.random(in: 0...8, using: &generator)).map { number in
                makeStanding(
                    "crm:r\(number)", claims: Int.random(in: 0...3, using: &generator),
                    intake: Int.random(in: 0...5, using: &generator), holdings: Int.random(in: 0...9, using: &generator)
                ) {
                    $0.isActive = Int.random(in: 0..<8, using: &generator) > 0
                    if Bool.random(using: &generator) { $0.industries = ["C", "I"] }
                    if Int.random(in: 0..<4, using: &generator) == 0 {
                        $0.leave = [day("2026-11-19")...day("2026-11-20")]
                    }
                }
            }
            customers = (0..<Int.random(in: 0...40, using: &generator)).map { number in
                makeCustomer("C\(number)") { customer in
                    customer.section = ["C", "I", "F", nil].randomElement(using: &generator) ?? nil
                    customer.poolSince = moment("2026-11-20") + -Int64.random(in: 0...9_000_000, using: &generator)
                    customer.level = Level.allCases.randomElement(using: &generator)
                    customer.hold = Int.random(in: 0..<9, using: &generator) == 0 ? .disputed : nil
                    customer.formerOwners = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                        CustomerSummary.FormerOwner(
                            rep: RepID("crm:r\(Int.random(in: 0..<8, using: &generator))"),
                            endedAt: shanghai.end(of: day("2026-11-20") - Int.random(in: 0...50, using: &generator)),
                            endReason: Spell.EndReason.allCases.randomElement(using: &generator) ?? .recycled)
                    }
                }
            }
            claims = (0..<Int.random(in: 0...30, using: &generator)).map { number in
                makeClaim(
                    "crm:\(number)", "C\(Int.random(in: 0..<40, using: &generator))",
                    by: "crm:r\(Int.random(in: 0..<8, using: &generator))",
                    at: moment("2026-11-20", hour: Int.random(in: 0..<4, using: &generator)))
            }
            cursor = Bool.random(using: &generator) ? RepID("crm:r\(Int.random(in: 0..<9, using: &generator))") : nil
        }

        func run() throws -> (decisions: [Decision], cursor: RepID?) {
            var planner = Planner(rules: rules, standings: standings, tiers: [:], date: date)
            let claimed = planner.decide(claims: claims, customers: customers.byID)
            let allocated = planner.allocate(pool: customers, cursor: cursor)
            return (claimed + allocated.decisions, allocated.cursor)
        }
    }

    func forEachNight(seed: UInt64, _ check: (Night, inout SeededGenerator) throws -> Void) rethrows {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<150 {
            let night = Night(&generator)
            try check(night, &generator)
        }
    }

    @Test("limits are never exceeded, and nobody over one receives anything")
    func limits() throws {
        try forEachNight(seed: 1) { night, _ in
            let granted = try night.run().decisions.filter(\.isGranted)
            for standing in night.standings {
                let mine = granted.filter { $0.rep == standing.rep.id }
                let limits = Limits(rep: standing.rep, tier: nil, rules: night.rules.claims)
                let claims = mine.filter { $0.kind == .claim }.count
                if let limit = limits.claims, claims > 0 { #expect(standing.claimsInWindow + claims <= limit) }
                if let limit = limits.intake, !mine.isEmpty { #expect(standing.intakeInWindow + mine.count <= limit) }
                if let limit = limits.holdings, !mine.isEmpty { #expect(standing.holdings + mine.count <= limit) }
            }
            if let most = night.rules.allocation.perNight {
                #expect(granted.filter { $0.kind == .allocation }.count <= most)
            }
        }
    }

    @Test("cooling-off is never broken, for no former owner in the window")
    func coolingOff() throws {
        try forEachNight(seed: 2) { night, _ in
            for decision in try night.run().decisions where decision.isGranted {
                let formers = night.customers.byID[decision.customer]?.formerOwners ?? []
                for former in formers where former.rep == decision.rep {
                    let age = night.date - shanghai.date(of: former.endedAt)
                    switch former.endReason {
                    case .recycled: #expect(age >= max(1, night.rules.claims.coolingOffDays))
                    case .released, .transferred: #expect(age >= night.rules.claims.coolingOffDays)
                    case .offboarded, .merged, .retired, .undone: break
                    }
                }
            }
        }
    }

    @Test("no customer is given twice, held ones never, and every granted rep was present")
    func givenOnce() throws {
        try forEachNight(seed: 3) { night, _ in
            let granted = try night.run().decisions.filter(\.isGranted)
            #expect(Set(granted.map(\.customer)).count == granted.count)
            #expect(granted.allSatisfy { night.customers.byID[$0.customer]?.hold == nil })
            let present = Set(night.standings.filter { $0.rep.presence(on: night.date) == .present }.map(\.rep.id))
            #expect(granted.allSatisfy { $0.rep.map(present.contains) ?? false })
        }
    }

    @Test("the result is independent of the order of reps, customers and claims")
    func shuffled() throws {
        try forEachNight(seed: 4) { night, generator in
            var other = night
            other.standings.shuffle(using: &generator)
            other.customers.shuffle(using: &generator)
            other.claims.shuffle(using: &generator)
            let (expected, actual) = (try night.run(), try other.run())
            #expect(expected.decisions == actual.decisions)
            #expect(expected.cursor == actual.cursor)
        }
    }

    @Test("each allocation accounts for every rep: eligible or rejected with a reason")
    func accounted() throws {
        try forEachNight(seed: 5) { night, _ in
            for decision in try night.run().decisions where decision.kind == .allocation {
                let reps = decision.eligible.map(\.rep) + decision.rejected.map(\.rep)
                #expect(reps.sorted() == night.standings.map(\.rep.id).sorted())
                #expect(decision.isGranted == !decision.eligible.isEmpty)
                #expect(decision.eligible.first?.rep == decision.rep)
            }
        }
    }

    @Test("equal reps end within one customer of each other over many nights")
    func fairTurns() throws {
        var generator = SeededGenerator(seed: 6)
        var cursor: RepID?
        var counts: [RepID: Int] = [:]
        let standings = ["a", "b", "c"].map { makeStanding($0) }
        for _ in 0..<50 {
            var planner = Planner(rules: makeRules(), standings: standings, tiers: [:], date: day("2026-11-20"))
            let pool = (0..<Int.random(in: 0...5, using: &generator)).map { makeCustomer("C\($0)") }
            let result = planner.allocate(pool: pool, cursor: cursor)
            cursor = result.cursor
            for rep in result.decisions.compactMap(\.rep) { counts[rep, default: 0] += 1 }
        }
        let least = counts.values.min() ?? 0
        #expect((counts.values.max() ?? 0) - least <= 1)
        #expect(least > 20)
    }
}
