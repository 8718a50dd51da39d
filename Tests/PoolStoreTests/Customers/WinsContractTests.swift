import PoolStore
import Records
import Testing

@Suite("First wins")
struct WinsContractTests {
    @Test(
        "a won customer with an owner is an account, without one it is in the pool like any other",
        arguments: StoreFactory.all)
    func status(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.deal("d", "1", "ann", .won, closed: bench.at(2), day: 2)
        #expect(try bench.status(a) == .pool)
        try bench.grant(.claim, a, ann, day: 3)
        #expect(try bench.status(a) == .account)
        #expect(try bench.store.holdings(asOf: bench.end(3)).isEmpty)
    }

    @Test("the earliest won deal is the win; an open, a lost and a later one are none", arguments: StoreFactory.all)
    func earliest(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        try bench.add("1")
        try bench.deal("d1", "1", "ann", .open)
        try bench.deal("d2", "1", "ann", .lost, closed: bench.at(1))
        #expect(try bench.events(.won).isEmpty)
        try bench.deal("d3", "1", "bob", .won, closed: bench.at(5), day: 6)
        try bench.deal("d4", "1", "ann", .won, closed: bench.at(7), day: 7)
        #expect(try bench.events(.won).map(\.at) == [bench.at(5)])
        try bench.deal("d5", "1", "ann", .won, closed: bench.at(4), day: 8)
        let wins = try bench.events(.won)
        #expect(wins.map(\.at) == [bench.at(5), bench.at(4)])
        #expect(wins.map(\.payload) == [["by": "erp:d3"], ["by": "erp:d5"]])
        #expect(wins.map(\.recordedAt) == [bench.at(6), bench.at(8)])
    }

    @Test("a deal that turns out not to be won takes the win back", arguments: StoreFactory.all)
    func withdrawn(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.grant(.allocation, a, ann, day: 1)
        try bench.deal("d", "1", "ann", .won, closed: bench.at(2), day: 2)
        #expect(try bench.status(a) == .account)
        try bench.deal("d", "1", "ann", .lost, closed: bench.at(2), day: 3)
        #expect(try bench.status(a) == .prospect)
        #expect(try bench.store.verify().isEmpty)
    }

    @Test(
        "a system that says won dates it by its last change, else by the day we learnt it", arguments: StoreFactory.all)
    func legacy(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add([
            Bench.record("erp", "1", "甲") {
                $0.ownership.isWon = true
                $0.customer.updatedAt = bench.at(-30)
            },
            Bench.record("erp", "2", "乙") { $0.ownership.isWon = true },
        ])
        #expect(try bench.events(.won).map(\.at) == [bench.at(-30), bench.at(1)])
        // A later export of the same customer does not move its win.
        let again = Bench.record("erp", "2", "乙乙") { $0.ownership.isWon = true }
        let id = Identity.customer(source: "erp", externalID: "2")
        try bench.save(
            [MatchedCustomer(id: id, isNew: false, records: [RecordMatch(key: again.key, rule: nil)])], [again], day: 9)
        #expect(try bench.events(.won).count == 2)
    }

    @Test("a won deal without dates was won when it came", arguments: StoreFactory.all)
    func undated(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        try bench.deal("d", "1", nil, .won, day: 3)
        try bench.deal("d", "1", nil, .won, amount: 7, day: 5)
        #expect(try bench.events(.won).map(\.at) == [bench.at(3)])
    }
}
