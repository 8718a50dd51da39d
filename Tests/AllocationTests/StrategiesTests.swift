import Records
import Rules
import Testing

@testable import Allocation

@Suite("FirstComeFirstServed")
struct FirstComeFirstServedTests {
    @Test("the earliest timestamp wins, a tie goes to the smaller id by bytes")
    func order() {
        let claims = [
            makeClaim("crm:9", "C1", by: "a", at: moment("2026-11-20", hour: 10)),
            makeClaim("crm:10", "C1", by: "b", at: moment("2026-11-20", hour: 10)),
            makeClaim("crm:11", "C1", by: "c", at: moment("2026-11-20", hour: 9)),
        ]
        #expect(FirstComeFirstServed.inOrder(claims).map(\.id) == ["crm:11", "crm:10", "crm:9"])
    }
}

@Suite("Rotation")
struct RotationTests {
    func books(_ ids: String...) -> [Book] { ids.map { Book(makeStanding($0), tier: nil, rules: ClaimRules()) } }

    func ranked(_ books: [Book], after cursor: String?) -> [String] {
        Rotation(cursor: cursor.map { RepID($0) }).ranked(books, for: makeCustomer("C1")).map(\.rep.rawValue)
    }

    @Test("the turn starts after the cursor and wraps round")
    func turn() {
        #expect(ranked(books("a", "b", "c"), after: nil) == ["a", "b", "c"])
        #expect(ranked(books("a", "b", "c"), after: "a") == ["b", "c", "a"])
        #expect(ranked(books("a", "b", "c"), after: "c") == ["a", "b", "c"])
    }

    @Test("a cursor whose rep was removed continues at the successor, not at the first")
    func removed() {
        #expect(ranked(books("a", "c", "d"), after: "b") == ["c", "d", "a"])
        #expect(ranked(books("a", "b"), after: "z") == ["a", "b"])
    }

    @Test("the cursor is whoever got the last customer")
    func cursor() {
        var rotation = Rotation(cursor: RepID("a"))
        rotation.granted(to: RepID("c"))
        #expect(rotation.cursor == RepID("c"))
    }
}

@Suite("The other strategies")
struct OtherStrategiesTests {
    let date = day("2026-11-20")

    func plan(
        _ pool: [CustomerSummary], to standings: [RepStanding], facts: AllocationFacts = AllocationFacts(),
        _ change: (inout Rules) -> Void
    ) -> AllocationPlan {
        var planner = Planner(rules: makeRules(change), standings: standings, tiers: [:], date: date)
        return planner.allocate(pool: pool, cursor: nil, facts: facts)
    }

    @Test("load-balanced: the rep with the fewest prospects first, and what was just given counts")
    func loadBalanced() {
        let plan = plan(
            ["C1", "C2", "C3", "C4"].map { makeCustomer($0) },
            to: [makeStanding("a", holdings: 5), makeStanding("b", holdings: 3), makeStanding("c", holdings: 4)]
        ) { $0.allocation.strategy = .loadBalanced }
        #expect(plan.decisions.map(\.rep?.rawValue) == ["b", "c", "b", "a"])
        #expect(plan.decisions[0].reason == .lightestLoad)
        #expect(plan.decisions[0].detail == .measured(.holdings, 3))
        #expect(plan.decisions[0].eligible.map(\.rep.rawValue) == ["b", "c", "a"])
    }

    @Test("weighted by tier: turns in proportion to the intake limits, parts of a customer carried over the window")
    func tierWeighted() {
        func given(_ taken: (Int, Int)) -> [String?] {
            let standings = [
                makeStanding("a", intake: taken.0) { $0.intakeLimit = 20 },
                makeStanding("b", intake: taken.1) { $0.intakeLimit = 10 },
            ]
            return plan((1...6).map { makeCustomer("C\($0)") }, to: standings) {
                $0.allocation.strategy = .tierWeighted
            }.decisions.map(\.rep?.rawValue)
        }
        #expect(given((0, 0)) == ["a", "b", "a", "b", "a", "a"])
        #expect(given((1, 1)) == ["a", "b", "a", "a", "b", "a"])
    }

    @Test("performance first: the likeliest to win it, until full; without history whoever got fewer")
    func performanceFirst() {
        let counts = [
            ConversionEstimateTests.count("a", "C", 100, won: 5), ConversionEstimateTests.count("b", "C", 100, won: 40),
        ]
        let pool = ["C1", "C2", "C3"].map { NeedMatchTests.customer($0, "C") }
        let standings = [makeStanding("a"), makeStanding("b", intake: 8)]
        let first = plan(pool, to: standings, facts: .init(counts: counts)) {
            $0.allocation.strategy = .performanceFirst
        }
        #expect(first.decisions.map(\.rep?.rawValue) == ["b", "b", "a"])
        #expect(first.decisions[0].reason == .bestPerformer)
        let unknown = plan(pool, to: standings) { $0.allocation.strategy = .performanceFirst }
        #expect(unknown.decisions.map(\.rep?.rawValue) == ["a", "a", "a"])
    }

    @Test("screening: the first rule that lets a customer through names who takes turns; the rest stays")
    func screening() {
        var factories = ScreeningRule()
        factories.industries = ["C"]
        factories.teams = ["north"]
        var large = ScreeningRule()
        large.levels = [.a]
        large.reps = ["c"]
        let pool = [
            NeedMatchTests.customer("C1", "C"), NeedMatchTests.customer("C2", "C"), NeedMatchTests.customer("C3", "C"),
            NeedMatchTests.customer("F1", "F") { $0.level = .a }, NeedMatchTests.customer("F2", "F"),
        ]
        let standings = [
            makeStanding("a") { $0.team = "north" }, makeStanding("b") { $0.team = "north" }, makeStanding("c"),
        ]
        let plan = plan(pool, to: standings) {
            $0.allocation.strategy = .screening
            $0.allocation.order = .newestFirst
            $0.allocation.screening = [factories, large]
        }
        #expect(plan.decisions.map(\.rep?.rawValue) == ["a", "b", "a", "c", nil])
        #expect(plan.decisions[4].reason == .screenedOut)
    }

    @Test("experiment: customers keep their arm, shares add up, and each decision names its strategy")
    func experiment() {
        let rules = makeRules {
            $0.allocation.strategy = .experiment
            $0.claims.limit = 500
            $0.allocation.experiment = [
                ExperimentArm(strategy: .rotation, share: 3), ExperimentArm(strategy: .loadBalanced, share: 1),
            ]
        }
        let pool = (0..<800).map { makeCustomer("C\($0)") }
        let experiment = Experiment(rules.allocation, date: date)
        let arms = experiment.arms(of: pool, at: Array(pool.indices), slots: 401)
        #expect(arms.compactMap(\.most).reduce(0, +) == 401)
        let large = arms.first { $0.strategy == .rotation }?.customers.count ?? 0
        #expect((540...660).contains(large))
        let tomorrow = Experiment(rules.allocation, date: date + 1)
        #expect(pool.allSatisfy { experiment.strategy(of: $0.id) == tomorrow.strategy(of: $0.id) })
        var planner = Planner(rules: rules, standings: [makeStanding("a"), makeStanding("b")], tiers: [:], date: date)
        let plan = planner.allocate(pool: pool, cursor: nil)
        #expect(plan.decisions.filter(\.isGranted).count == 800)
        for decision in plan.decisions { #expect(decision.strategy == experiment.strategy(of: decision.customer)) }
    }

    @Test("an even pace: parts of the quota by working day, what a day left undone comes later, never above the limit")
    func pace() {
        func given(_ date: String, intake: Int) -> Int {
            let rules = makeRules { $0.allocation.pace = .even }
            var planner = Planner(
                rules: rules, standings: [makeStanding("a", intake: intake)], tiers: [:], date: day(date))
            return planner.allocate(pool: (0..<20).map { makeCustomer("C\($0)") }, cursor: nil).decisions
                .count(where: \.isGranted)
        }
        // 2026-11-16 is a Monday.
        #expect(
            ["2026-11-16", "2026-11-18", "2026-11-20", "2026-11-21"].map { given($0, intake: 0) } == [2, 6, 10, 10])
        #expect(given("2026-11-18", intake: 5) == 1)
        #expect(given("2026-11-18", intake: 6) == 0)
        #expect(given("2026-11-20", intake: 10) == 0)
    }

    @Test("once nobody has room, those whose turn does not come are counted when they are too many to explain")
    func unreached() {
        var planner = Planner(
            rules: makeRules { $0.allocation.strategy = .rotation }, standings: [makeStanding("a")], tiers: [:],
            date: date)
        let plan = planner.allocate(pool: (0..<50).map { makeCustomer("C\($0)") }, cursor: nil, explaining: 5)
        #expect(plan.decisions.count(where: \.isGranted) == 10)
        #expect(plan.decisions.count == 15)
        #expect(plan.unreached == 35)
    }
}

@Suite("AllocationStrategies")
struct AllocationStrategiesTests {
    @Test("no strategy, or first come, hands out nothing and keeps the cursor")
    func none() {
        for strategy in [nil, Strategy.firstCome] {
            var planner = Planner(
                rules: makeRules { $0.allocation.strategy = strategy }, standings: [makeStanding("a")], tiers: [:],
                date: day("2026-11-20"))
            let result = planner.allocate(pool: [makeCustomer("C1")], cursor: RepID("a"))
            #expect(result.decisions.isEmpty)
            #expect(result.cursor == RepID("a"))
        }
    }
}
