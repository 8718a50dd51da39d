import PoolStore
import Records
import Testing

@Suite("Quarantine")
struct QuarantineContractTests {
    private func hold(_ bench: Bench, _ customer: CustomerID) throws -> Hold? {
        try bench.store.summaries(of: [customer]).first?.hold
    }

    private func set(_ bench: Bench, _ batch: ImportBatch, lift: Bool, day: Int) throws -> [CustomerID] {
        let (date, at) = (bench.date(day), bench.at(day))
        return lift
            ? try bench.store.liftQuarantine(of: batch.id, by: "op", date: date, at: at)
            : try bench.store.quarantine(batch.id, by: "op", date: date, at: at)
    }

    @Test(
        "it puts the batch's customers on hold, once, and lifting gives back what they had", arguments: StoreFactory.all
    )
    func heldAndLifted(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        let lock = Hold.locked(until: bench.date(90))
        let decision = OwnershipDecision(
            customer: b, owner: nil, since: nil, hold: lock, rule: "no_owner", others: [])
        try bench.store.apply([decision], goLive: bench.at(1), date: bench.date(1), at: bench.at(1))
        let batch = bench.batch(.customers, "erp")
        #expect(try set(bench, batch, lift: false, day: 2) == [a, b].sorted())
        #expect(try set(bench, batch, lift: false, day: 3) == [])
        #expect(try hold(bench, a) == .quarantined)
        #expect(try hold(bench, b) == .quarantined)
        #expect(try set(bench, batch, lift: true, day: 4) == [a, b].sorted())
        #expect(try set(bench, batch, lift: true, day: 5) == [])
        #expect(try hold(bench, a) == nil)
        #expect(try hold(bench, b) == lock)
        #expect(try bench.events(.held, .holdLifted).filter { $0.batch == batch.id }.count == 6)
        #expect(try bench.store.verify() == [])
    }

    @Test("a customer of two batches stays until both are lifted", arguments: StoreFactory.all)
    func two(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let a = try bench.add("1")
        let other = bench.batch(.customers, "crm")
        try bench.intake(2) { intake in
            _ = try intake.take([Bench.prepared(Bench.record("crm", "7", "甲"))], of: other)
            let key = RecordKey(source: "crm", externalID: "7")
            try intake.join([MatchedCustomer(id: a, isNew: false, records: [RecordMatch(key: key, rule: .fullName)])])
        }
        let batch = bench.batch(.customers, "erp")
        for each in [batch, other] { _ = try set(bench, each, lift: false, day: 3) }
        #expect(try set(bench, batch, lift: true, day: 4) == [])
        #expect(try hold(bench, a) == .quarantined)
        #expect(try set(bench, other, lift: true, day: 5) == [a])
        #expect(try hold(bench, a) == nil)
    }
}
