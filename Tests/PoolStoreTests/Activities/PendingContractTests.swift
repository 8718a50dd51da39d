import PoolStore
import Records
import TestSupport
import Testing

@Suite("Rows that wait for what they refer to")
struct PendingContractTests {
    @Test("a row waits until its customer comes, and its event is told then", arguments: StoreFactory.all)
    func waits(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        #expect(try bench.followUp("f", "1", "ann", at: bench.at(1)) == .pending)
        #expect(try bench.followUp("f", "1", "ann", at: bench.at(1)) == .pending)
        #expect(try bench.store.pendingCounts() == [.followUps: 1])
        #expect(try bench.events(.followedUp).isEmpty)
        let id = try bench.add("1")
        #expect(try bench.store.resolvePending(makeFormerReps: false, date: bench.date(2), at: bench.at(2)).isEmpty)
        let event = try #require(try bench.events(.followedUp).first)
        #expect(event.customer == id)
        #expect(event.recordedAt == bench.at(2))
        #expect(try bench.store.pendingCounts().isEmpty)
        #expect(try bench.followUp("f", "1", "ann", at: bench.at(1)) == .unchanged)
    }

    @Test("a row that is saved again once its customer is there is new then", arguments: StoreFactory.all)
    func resolvesOnSave(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        #expect(try bench.deal("d", "1", nil, .open) == .pending)
        try bench.add("1")
        #expect(try bench.deal("d", "1", nil, .open) == .new)
        #expect(try bench.events(.dealRecorded).count == 1)
    }

    @Test("a claim waits for both sides", arguments: StoreFactory.all)
    func claims(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        #expect(try bench.claim("c", "1", "ann", at: bench.at(1)) == .pending)
        #expect(
            try bench.store.resolvePending(makeFormerReps: false, date: bench.date(1), at: bench.at(1)) == [.claims: 1])
        #expect(try bench.store.pendingCounts() == [.claims: 1])
        try bench.addReps("ann")
        #expect(try bench.store.resolvePending(makeFormerReps: false, date: bench.date(2), at: bench.at(2)).isEmpty)
        #expect(try bench.store.claimRequests(until: bench.at(2)).map(\.rep) == [ann])
    }

    @Test("what turns out ambiguous keeps waiting", arguments: StoreFactory.all)
    func ambiguousLater(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        #expect(try bench.followUp("f", "同名", nil, at: bench.at(1)) == .pending)
        try bench.add("1", "同名")
        try bench.add("2", "同名")
        #expect(
            try bench.store.resolvePending(makeFormerReps: true, date: bench.date(1), at: bench.at(1)) == [
                .followUps: 1
            ])
    }

    @Test("a payment of a known customer waits for its deal only until the night", arguments: StoreFactory.all)
    func unknownDeal(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        #expect(try bench.payment("p", "1", deal: "?", amount: 1, paid: bench.at(1)) == .new)
        #expect(try bench.payment("q", nil, deal: "?", amount: 1, paid: bench.at(1)) == .pending)
        #expect(try bench.events(.paid).isEmpty)
        #expect(
            try bench.store.resolvePending(makeFormerReps: true, date: bench.date(1), at: bench.at(1)) == [.payments: 1]
        )
        #expect(try bench.events(.paid).map(\.payload["id"]) == ["erp:p"])
    }

    @Test(
        "the order in which lists come makes no difference", arguments: StoreFactory.all, 1...12 as ClosedRange<UInt64>)
    func anyOrder(_ factory: StoreFactory, _ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bench = try Bench(factory)
        let steps: [() throws -> Void] = [
            { try bench.add("1", "甲") }, { try bench.addReps("ann") },
            { try bench.followUp("f", "甲", "ann", at: bench.at(1), source: "app") },
            { try bench.deal("d", "1", "ann", .won, amount: 3, closed: bench.at(1)) },
            { try bench.payment("p", nil, deal: "d", "ann", amount: 3, paid: bench.at(1), source: "bank") },
            { try bench.claim("c", "1", "ann", at: bench.at(1)) },
        ]
        for step in steps.shuffled(using: &generator) { try step() }
        #expect(try bench.store.resolvePending(makeFormerReps: false, date: bench.date(1), at: bench.at(1)).isEmpty)
        let id = Identity.customer(source: "erp", externalID: "1").rawValue
        #expect(try bench.rows(.followUps).map { Array($0[2...3]) } == [[id, "hr:ann"]])
        #expect(try bench.rows(.deals).map { Array($0[2...3]) } == [[id, "hr:ann"]])
        #expect(try bench.rows(.payments).map { Array($0[2...4]) } == [[id, "erp:d", "hr:ann"]])
        #expect(try bench.store.claimRequests(until: bench.at(1)).count == 1)
        let kinds = try bench.events().map(\.kind.rawValue).sorted()
        #expect(kinds == ["claim_requested", "customer_created", "deal_recorded", "followed_up", "paid", "won"])
        #expect(try bench.events(.paid, .followedUp, .dealRecorded).allSatisfy { $0.rep == ann })
    }
}
