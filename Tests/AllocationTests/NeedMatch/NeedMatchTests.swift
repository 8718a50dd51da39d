import Records
import Rules
import TestSupport
import Testing

@testable import Allocation

@Suite("Need match")
struct NeedMatchTests {
    let date = day("2026-11-20")

    /// Anna wins manufacturers, Ben wins shops.
    static let counts = [
        ConversionEstimateTests.count("anna", "C", 100, won: 40),
        ConversionEstimateTests.count("anna", "F", 100, won: 5),
        ConversionEstimateTests.count("ben", "C", 100, won: 5), ConversionEstimateTests.count("ben", "F", 100, won: 40),
    ]

    static func customer(
        _ id: String, _ section: String, value: Int64 = 100, _ change: (inout CustomerSummary) -> Void = { _ in }
    ) -> CustomerSummary {
        makeCustomer(id) {
            $0.section = section
            $0.size = .small
            $0.value = Money(minorUnits: value * 100, currency: "CNY")
            change(&$0)
        }
    }

    func plan(
        _ pool: [CustomerSummary], to standings: [RepStanding], facts: AllocationFacts = .init(counts: counts),
        _ change: (inout Rules) -> Void = { _ in }
    ) -> AllocationPlan {
        let rules = makeRules {
            $0.allocation.strategy = .needMatch
            change(&$0)
        }
        var planner = Planner(rules: rules, standings: standings, tiers: [:], date: date)
        return planner.allocate(pool: pool, cursor: nil, facts: facts)
    }

    func owners(_ plan: AllocationPlan) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: plan.decisions.compactMap { decision in
                decision.rep.map { (decision.customer.rawValue, $0.rawValue) }
            })
    }

    @Test("each customer goes to whoever is likelier to win it")
    func matches() {
        let pool = [
            Self.customer("C1", "C"), Self.customer("C2", "F"), Self.customer("C3", "C"), Self.customer("C4", "F"),
        ]
        let plan = plan(pool, to: [makeStanding("anna"), makeStanding("ben")])
        #expect(owners(plan) == ["C1": "anna", "C2": "ben", "C3": "anna", "C4": "ben"])
        let first = plan.decisions[0]
        #expect(first.strategy == .needMatch && first.reason == .bestTotal && first.rank == 1)
        #expect(first.detail == .matched(place: 1, of: 2))
        #expect(first.eligible.map(\.rep.rawValue) == ["anna", "ben"])
        let chances = first.eligible.compactMap(\.probability)
        #expect(chances.count == 2 && chances[0] > 3 * chances[1])
        #expect(first.eligible[0].value == pool[0].value)
    }

    @Test("a rep who is better at everything still gets only what the limit leaves, and what is most worth")
    func limits() {
        let counts = [
            ConversionEstimateTests.count("anna", "C", 100, won: 40),
            ConversionEstimateTests.count("ben", "C", 100, won: 20),
        ]
        let plan = plan(
            [Self.customer("C1", "C", value: 100), Self.customer("C2", "C", value: 10_000)],
            to: [makeStanding("anna", intake: 9), makeStanding("ben")], facts: .init(counts: counts))
        #expect(owners(plan) == ["C1": "ben", "C2": "anna"])
        #expect(plan.decisions.map(\.rank) == [1, 2])
        #expect(plan.decisions[1].detail == .matched(place: 2, of: 2))
    }

    @Test("territory, leave and cooling-off hold: nobody gets what the rules forbid")
    func forbidden() {
        let pool = [
            Self.customer("C1", "C") { $0.formerOwners = [former("anna", "2026-11-19")] }, Self.customer("C2", "C"),
            Self.customer("C3", "F"),
        ]
        let standings = [
            makeStanding("anna") { $0.industries = ["C"] }, makeStanding("ben"),
            makeStanding("cleo") { $0.isActive = false },
        ]
        let plan = plan(pool, to: standings)
        #expect(owners(plan) == ["C1": "ben", "C2": "anna", "C3": "ben"])
        let barred = plan.decisions.first { $0.customer.rawValue == "C1" }
        #expect(barred?.reason == .onlyEligible)
        #expect(barred?.rejected.map(\.reason) == [.coolingOff, .inactive])
    }

    @Test("what finds no place stays with its reason: outranked where somebody may have it, nobody eligible otherwise")
    func left() {
        let pool = [Self.customer("C1", "C", value: 900), Self.customer("C2", "C"), Self.customer("C3", "F")]
        let plan = plan(pool, to: [makeStanding("anna") { $0.industries = ["C"] }]) { $0.allocation.perNight = 1 }
        #expect(owners(plan) == ["C1": "anna"])
        let reasons = Dictionary(uniqueKeysWithValues: plan.decisions.map { ($0.customer.rawValue, $0.reason) })
        #expect(reasons == ["C1": .onlyEligible, "C2": .outranked, "C3": .nobodyEligible])
        #expect(plan.unreached == 0)
    }

    @Test(
        "alpha weighs value: at 0 a likely small customer beats an unlikely large one, at 1 it is the other way round")
    func alpha() {
        let pool = [Self.customer("C1", "C", value: 100), Self.customer("C2", "F", value: 4000)]
        func winner(_ alpha: Double) -> [String: String] {
            owners(
                plan(pool, to: [makeStanding("anna")]) {
                    $0.allocation.needMatch.alpha = alpha
                    $0.allocation.perNight = 1
                })
        }
        #expect(winner(0) == ["C1": "anna"])
        #expect(winner(1) == ["C2": "anna"])
    }

    @Test("floors on counts are filled before anybody gets more, and the average holds over all")
    func floors() {
        let counts = [
            ConversionEstimateTests.count("anna", "C", 100, won: 60),
            ConversionEstimateTests.count("ben", "C", 100, won: 5),
        ]
        let pool = (0..<20).map { Self.customer("C\(10 + $0)", "C", value: Int64(100 + $0)) }
        let plan = plan(pool, to: [makeStanding("anna"), makeStanding("ben")], facts: .init(counts: counts)) {
            $0.claims.intakeLimit = 8
            $0.claims.limit = 8
            $0.allocation.needMatch.atLeast = 3
            $0.allocation.needMatch.onAverage = 5
        }
        let given = Dictionary(grouping: owners(plan).values) { $0 }.mapValues(\.count)
        #expect(given == ["anna": 7, "ben": 3])
    }

    @Test("what keeps customers in the pool, and what one more place is worth: the dual values")
    func bottlenecks() {
        let counts = [
            ConversionEstimateTests.count("anna", "C", 100, won: 60),
            ConversionEstimateTests.count("ben", "C", 100, won: 5),
        ]
        let pool = (0..<6).map { Self.customer("C\(10 + $0)", "C", value: 100) }
        let limited = plan(pool, to: [makeStanding("anna"), makeStanding("ben")], facts: .init(counts: counts)) {
            $0.claims.intakeLimit = 2
            $0.claims.limit = 2
        }
        #expect(limited.bottlenecks.map(\.constraint) == [.intakeLimit, .intakeLimit, .intakeLimit])
        #expect(limited.bottlenecks.map(\.rep?.rawValue) == [nil, "anna", "ben"])
        #expect(limited.bottlenecks.map(\.customers) == [2, 2, 2])
        #expect(limited.bottlenecks.map(\.gain) == [2, 1, 1])
        // Anna's two and Ben's two: one more of hers adds half of what hers bring.
        let (anna, ben) = (limited.bottlenecks[1].worth ?? 0, limited.bottlenecks[2].worth ?? 0)
        #expect(abs(2 * anna + 2 * ben - 1) < 1e-5 && anna > 3 * ben, "\(anna), \(ben)")

        let capped = plan(pool, to: [makeStanding("anna"), makeStanding("ben")], facts: .init(counts: counts)) {
            $0.allocation.perNight = 4
        }
        #expect(capped.bottlenecks.map(\.constraint) == [.outranked])
        #expect(capped.bottlenecks.map(\.customers) == [2])
        #expect(abs((capped.bottlenecks[0].worth ?? 0) - 0.25) < 1e-5)
    }

    @Test("a rep who was full before the night gets nothing, but it is known what one more place would bring")
    func fullBefore() {
        let pool = [Self.customer("C1", "C", value: 100), Self.customer("C2", "F", value: 100)]
        let plan = plan(
            pool,
            to: [
                makeStanding("anna") { $0.industries = ["C"] },
                makeStanding("ben", intake: 10) { $0.industries = ["F"] },
            ])
        #expect(owners(plan) == ["C1": "anna"])
        #expect(plan.bottlenecks.map(\.rep?.rawValue) == [nil, "ben"])
        #expect(plan.bottlenecks.map(\.customers) == [1, 1])
        #expect(plan.bottlenecks[1].worth.map { $0 > 0.5 } == true)
    }

    @Test("who is behind the value floor chooses first, and what that costs is known")
    func valueFloor() {
        let counts = [
            ConversionEstimateTests.count("anna", "C", 100, won: 60),
            ConversionEstimateTests.count("ben", "C", 100, won: 20),
        ]
        let receipts = [
            Receipt(rep: RepID("anna"), customers: 5, value: Money(minorUnits: 1_000_000, currency: "CNY")),
            Receipt(rep: RepID("ben"), customers: 5, value: Money(minorUnits: 100, currency: "CNY")),
        ]
        let pool = [Self.customer("C1", "C", value: 10_000), Self.customer("C2", "C", value: 100)]
        func run(_ floor: Double) -> AllocationPlan {
            plan(
                pool, to: [makeStanding("anna", intake: 9), makeStanding("ben", intake: 9)],
                facts: .init(counts: counts, receipts: receipts)
            ) { $0.allocation.needMatch.valueFloor = floor }
        }
        #expect(owners(run(0)) == ["C1": "anna", "C2": "ben"])
        #expect(run(0).floorCost == nil)
        let fair = run(0.6)
        #expect(owners(fair) == ["C1": "ben", "C2": "anna"])
        #expect(fair.decisions[0].reason == .madeGood)
        #expect((fair.floorCost ?? 0) > 0.1)
    }

    @Test("among reps without history who got least so far comes first")
    func tieByIncome() {
        let receipts = [Receipt(rep: RepID("a"), customers: 1, value: Money(minorUnits: 100, currency: "CNY"))]
        let plan = plan(
            [Self.customer("C1", "C")], to: [makeStanding("a"), makeStanding("b")],
            facts: .init(receipts: receipts))
        #expect(owners(plan) == ["C1": "b"])
    }

    @Test("two runs with shuffled inputs decide the same, and never more than the limits allow")
    func deterministic() {
        var chance = SeededGenerator(seed: 5)
        for _ in 0..<30 {
            let standings = (0..<6).map { number in
                makeStanding("r\(number)", intake: Int.random(in: 0...10, using: &chance)) {
                    if Bool.random(using: &chance) { $0.industries = ["C"] }
                }
            }
            let pool = (0..<40).map { number in
                Self.customer(
                    "C\(10 + number)", ["C", "F"][number % 2], value: Int64.random(in: 1...5000, using: &chance)
                ) {
                    if Bool.random(using: &chance) {
                        $0.formerOwners = [former("r\(Int.random(in: 0..<6, using: &chance))", "2026-11-10")]
                    }
                }
            }
            let one = plan(pool, to: standings)
            let two = plan(pool.shuffled(using: &chance), to: standings.shuffled(using: &chance))
            #expect(one.decisions == two.decisions)
            let given = Dictionary(grouping: one.decisions.compactMap(\.rep)) { $0 }.mapValues(\.count)
            for standing in standings { #expect((given[standing.rep.id] ?? 0) + standing.intakeInWindow <= 10) }
        }
    }
}
