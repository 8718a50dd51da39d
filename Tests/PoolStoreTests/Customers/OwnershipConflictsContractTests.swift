import PoolStore
import Records
import Testing

@Suite("Decisions of people, and what lists say against the pool")
struct OwnershipConflictsContractTests {
    /// A customer of which two systems name different owners, held as disputed.
    private func disputed(_ bench: Bench) throws -> CustomerID {
        try bench.addReps("ann", "bob")
        let ids = try bench.add([
            Bench.record("erp", "1", "一") { $0.ownership.owner = Reference("ann") },
            Bench.record("erp", "2", "二") { $0.ownership.owner = Reference("bob") },
        ])
        let id = try #require(ids.first)
        let dispute = OwnershipDecision(
            customer: id, owner: nil, hold: .disputed, rule: "disputed", others: ["ann", "bob"])
        try bench.store.apply([dispute], goLive: bench.at(0), date: bench.date(1), at: bench.at(1))
        return id
    }

    private func decide(_ bench: Bench, _ id: CustomerID, _ owner: RepID?, day: Int = 2) throws -> Bool {
        try bench.store.decide(
            OwnershipDecision(customer: id, owner: owner, since: owner == nil ? nil : bench.at(-3), rule: "decided"),
            by: "李经理", goLive: bench.at(0), date: bench.date(day), at: bench.at(day))
    }

    @Test("a decision lifts the hold, opens the opening spell, and says who decided", arguments: StoreFactory.all)
    func decides(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try disputed(bench)
        #expect(try decide(bench, id, ann))
        #expect(try bench.store.disputes().isEmpty)
        #expect(try bench.store.summaries(of: [id]).first?.hold == nil)
        #expect(
            try bench.store.dossier(of: id)?.spells == [
                Spell(customer: id, rep: ann, kind: .opening, startedAt: bench.at(-3))
            ])
        let event = try #require(try bench.events(.ownershipSettled).last)
        #expect(event.payload == ["rule": "decided", "by": "李经理"])
        #expect(event.rep == ann)
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("the same decision again changes nothing, also when the customer has moved on", arguments: StoreFactory.all)
    func again(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try disputed(bench)
        #expect(try decide(bench, id, ann))
        let before = try bench.events().count
        #expect(try !decide(bench, id, ann, day: 3))
        #expect(try bench.events().count == before)
        try bench.grant(.recycle, id, ann, day: 4)
        try bench.complete(.recycle, day: 4)
        #expect(try !decide(bench, id, ann, day: 5))
        #expect(try bench.status(id) == .pool)
    }

    @Test("before the first night a decision may be changed, afterwards not", arguments: StoreFactory.all)
    func changed(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try disputed(bench)
        #expect(try decide(bench, id, ann))
        #expect(try decide(bench, id, bob))
        #expect(try bench.store.owners(of: [id]) == [id: bob])
        try bench.complete(.recycle, day: 3)
        #expect(throws: StoreConflict.self) { try decide(bench, id, ann, day: 4) }
        #expect(try bench.store.owners(of: [id]) == [id: bob])
    }

    @Test(
        "for the pool: the hold goes and nobody gets it, and later lists do not reopen it", arguments: StoreFactory.all)
    func pool(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try disputed(bench)
        #expect(try decide(bench, id, nil))
        #expect(try bench.status(id) == .pool)
        #expect(try bench.store.summaries(of: [id]).first?.hold == nil)
        let question = try #require(
            try bench.store.ownershipCases(among: [id], recent: bench.at(-365)).first { $0.customer == id })
        #expect(question.decided?.rule == "decided")
        #expect(question.decided?.owner == nil)
    }

    @Test("records that name another owner than the pool has, and only those", arguments: StoreFactory.all)
    func conflicts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try bench.add([
            Bench.record("erp", "1", "一") { $0.ownership.owner = Reference("ann") },
            Bench.record("erp", "2", "二") { $0.ownership.owner = Reference("bob") },
            Bench.record("erp", "3", "三") { $0.ownership.owner = Reference("谁") },
            Bench.record("erp", "4", "四"),
            Bench.record("crm", "5", "五") { $0.ownership.owner = Reference("ann") },
        ])
        for id in ids { try bench.grant(.claim, id, ann, day: 1) }
        let second = OwnershipConflict(
            record: RecordKey(source: "erp", externalID: "2"), customer: ids[1], named: "bob", rep: bob, owner: ann,
            status: .prospect)
        let third = OwnershipConflict(
            record: RecordKey(source: "erp", externalID: "3"), customer: ids[2], named: "谁", owner: ann,
            status: .prospect)
        #expect(try bench.store.ownershipConflicts(source: "erp", externalIDs: nil) == [second, third])
        #expect(try bench.store.ownershipConflicts(source: "erp", externalIDs: ["1", "3"]) == [third])
        #expect(try bench.store.ownershipConflicts(source: "crm", externalIDs: nil).isEmpty)
        try bench.grant(.recycle, ids[0], ann, day: 2)
        let pooled = try bench.store.ownershipConflicts(source: "erp", externalIDs: ["1"])
        #expect(pooled.map(\.status) == [.pool])
        #expect(pooled.map(\.owner) == [nil])
        #expect(pooled.map(\.isChanged) == [false])
    }

    @Test("a transfer ends one spell, begins the next, and keeps the books even", arguments: StoreFactory.all)
    func transfers(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let id = try bench.add("1")
        func transfer() throws {
            try bench.store.transfer(
                id, to: bob, reason: "source_may_reassign", by: "erp", date: bench.date(2), at: bench.at(2))
        }
        #expect(throws: StoreConflict.self) { try transfer() }
        try bench.grant(.claim, id, ann, day: 1)
        try transfer()
        try transfer()
        let spells = try #require(try bench.store.dossier(of: id)?.spells)
        #expect(spells.map(\.rep) == [ann, bob])
        #expect(spells.map(\.kind) == [.claim, .transfer])
        #expect(spells.map(\.endReason) == [.transferred, nil])
        #expect(
            try bench.events(.ownershipConflict).map(\.payload) == [
                ["from": "hr:ann", "done": "transferred", "reason": "source_may_reassign", "by": "erp"]
            ])
        #expect(try bench.store.verify().isEmpty)
    }
}
