import PoolStore
import Records
import Testing

@Suite("Sales and spell histories")
struct SalesContractTests {
    /// `ann` holds customer 1 from day 2 to day 5, then `bob`.
    private func bench(_ factory: StoreFactory) throws -> (Bench, CustomerID) {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 2)
        try bench.grant(.recycle, a, ann, day: 5)
        try bench.grant(.allocation, a, bob, day: 5)
        return (bench, a)
    }

    @Test("revenue and wins are the owner's at their time, whoever the list names", arguments: StoreFactory.all)
    func credits(_ factory: StoreFactory) throws {
        let (bench, _) = try bench(factory)
        try bench.payment("p0", "1", "bob", amount: 1, paid: bench.at(1))
        try bench.payment("p1", "1", "bob", amount: 10, paid: bench.at(3))
        try bench.payment("p2", "1", "ann", amount: 100, paid: bench.end(5))
        try bench.payment("p3", "1", amount: 1000, paid: bench.at(6), currency: "USD")
        try bench.payment("p4", "1", amount: 10_000, paid: bench.at(9))
        try bench.payment("p5", "1", amount: 100_000, paid: nil)
        try bench.deal("d1", "1", "ann", .won, amount: 7, closed: bench.at(6))
        try bench.deal("d2", "1", "ann", .lost, amount: 8, closed: bench.at(6))
        let sales = try bench.store.sales(
            from: bench.at(3), until: bench.at(9), revenueFrom: .payments, currency: "CNY")
        #expect(sales.count == 2)
        #expect(sales[ann]?.revenue == Money(minorUnits: 10, currency: "CNY"))
        #expect(sales[ann]?.wonDeals == 0)
        #expect(sales[bob]?.revenue == Money(minorUnits: 100, currency: "CNY"))
        #expect(sales[bob]?.wonDeals == 1)
        let deals = try bench.store.sales(from: bench.at(3), until: bench.at(9), revenueFrom: .deals, currency: "CNY")
        #expect(deals[bob]?.revenue == Money(minorUnits: 7, currency: "CNY"))
        #expect(deals[ann] == nil)
    }

    @Test("a sale of customers that were merged counts once", arguments: StoreFactory.all)
    func countsOnce(_ factory: StoreFactory) throws {
        let (bench, a) = try bench(factory)
        let b = try bench.add("2")
        try bench.grant(.claim, b, ann, day: 4)
        try bench.merge(a, b, day: 7)
        try bench.payment("p", "1", amount: 5, paid: bench.at(6))
        let sales = try bench.store.sales(
            from: bench.at(1), until: bench.at(9), revenueFrom: .payments, currency: "CNY")
        #expect(sales.values.reduce(0) { $0 + $1.revenue.minorUnits } == 5)
        let histories = try bench.store.histories(until: bench.end(9), revenueFrom: .payments, currency: "CNY")
        #expect(histories.reduce(0) { $0 + $1.revenue.minorUnits } == 5)
    }

    @Test("a history has what happened inside its spell up to T", arguments: StoreFactory.all)
    func histories(_ factory: StoreFactory) throws {
        let (bench, a) = try bench(factory)
        var rep = Rep(id: bob, name: "bob")
        rep.team = "华南"
        try bench.addReps([rep])
        try bench.followUp("f1", "1", "ann", at: bench.at(4))
        try bench.followUp("f2", "1", "ann", at: bench.at(3))
        try bench.followUp("f3", "1", "ann", at: bench.at(6))
        try bench.followUp("f4", "1", "bob", at: bench.at(6)) { $0.counts = false }
        try bench.payment("p", "1", amount: 10, paid: bench.at(4))
        try bench.deal("d", "1", "bob", .won, closed: bench.at(8), day: 8)
        try bench.deal("e", "1", "bob", .open)

        let then = try bench.store.histories(until: bench.at(4), revenueFrom: .payments, currency: "CNY")
        var first = SpellHistory(
            spell: Spell(customer: a, rep: ann, kind: .claim, startedAt: bench.end(2)),
            followUps: [bench.at(3), bench.at(4)], hasOpenDeal: true, sales: [Sale(at: bench.at(4), minorUnits: 10)])
        #expect(then == [first])

        let now = try bench.store.histories(until: bench.end(9), revenueFrom: .payments, currency: "CNY")
        first.spell.endedAt = bench.end(5)
        first.spell.endReason = .recycled
        first.wonAt = bench.at(8)
        let second = SpellHistory(
            spell: Spell(customer: a, rep: bob, kind: .allocation, startedAt: bench.end(5)), team: "华南",
            wonAt: bench.at(8), hasOpenDeal: true, ordinal: 2)
        #expect(now == [first, second])
        #expect(try bench.store.histories(until: bench.at(1), revenueFrom: .deals, currency: "CNY").isEmpty)
    }
}
