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

@Suite("AllocationStrategies")
struct AllocationStrategiesTests {
    @Test("each strategy is listed once")
    func unique() {
        #expect(Set(AllocationStrategies.names).count == AllocationStrategies.names.count)
        #expect(AllocationStrategies.names == [.firstCome, .rotation])
    }

    @Test("a strategy that does not exist yet stops the run instead of allocating by another one")
    func unsupported() {
        var planner = Planner(
            rules: makeRules { $0.allocation.strategy = .needMatch }, standings: [], tiers: [:], date: day("2026-11-20")
        )
        #expect(throws: UnsupportedStrategy(strategy: .needMatch)) {
            try planner.allocate(pool: [makeCustomer("C1")], cursor: nil)
        }
    }

    @Test("no strategy, or first come, hands out nothing and keeps the cursor")
    func none() throws {
        for strategy in [nil, Strategy.firstCome] {
            var planner = Planner(
                rules: makeRules { $0.allocation.strategy = strategy }, standings: [makeStanding("a")], tiers: [:],
                date: day("2026-11-20"))
            let result = try planner.allocate(pool: [makeCustomer("C1")], cursor: RepID("a"))
            #expect(result.decisions.isEmpty)
            #expect(result.cursor == RepID("a"))
        }
    }
}
