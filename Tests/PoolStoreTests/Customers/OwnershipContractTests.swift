import PoolStore
import Records
import Testing

@Suite("Settling who holds migrated customers")
struct OwnershipContractTests {
    private func owned(_ source: String, _ id: String, by owner: String, since: Instant? = nil) -> Row<CustomerRecord> {
        Bench.record(source, id, "客户\(id)") {
            $0.ownership.owner = Reference(owner)
            $0.ownership.ownedSince = since
        }
    }

    @Test("a case has each system's word and what the lists know of it", arguments: StoreFactory.all)
    func cases(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let rows = [
            owned("crm", "1", by: "bob"), owned("erp", "1", by: "ann", since: bench.at(-9)), owned("old", "1", by: "谁"),
        ]
        let id = Identity.customer(source: "crm", externalID: "1")
        var locked = rows
        locked[0].value.ownership.lockedUntil = bench.date(20)
        locked[1].value.ownership.lockedUntil = bench.date(30)
        locked[1].value.ownership.lastFollowUpAt = bench.at(-3)
        try bench.save(
            [MatchedCustomer(id: id, isNew: true, records: rows.map { RecordMatch(key: $0.key, rule: nil) })], locked)
        try bench.deal("d1", id.rawValue, "bob", .open)
        try bench.deal("d2", id.rawValue, "ann", .won)
        try bench.payment("p1", id.rawValue, "ann", amount: 1, paid: bench.at(-500))
        try bench.payment("p2", nil, deal: "d1", amount: 1, paid: bench.at(-2))
        try bench.followUp("f1", id.rawValue, "ann", at: bench.at(-4))
        try bench.followUp("f2", id.rawValue, "bob", at: bench.at(-5))
        try bench.followUp("f3", id.rawValue, "bob", at: bench.at(-1)) { $0.counts = false }
        let recent = bench.at(-365)
        #expect(
            try bench.store.ownershipCases(among: nil, recent: recent) == [
                OwnershipCase(
                    customer: id,
                    claims: [
                        OwnerClaim(
                            record: rows[0].key, rep: bob, named: "bob", hasOpenDeal: true, lastPaidAt: bench.at(-2),
                            lastFollowUpAt: bench.at(-5)),
                        OwnerClaim(
                            record: rows[1].key, rep: ann, named: "ann", ownedSince: bench.at(-9),
                            lastFollowUpAt: bench.at(-3)),
                        OwnerClaim(record: rows[2].key, rep: nil, named: "谁"),
                    ], lockedUntil: bench.date(30))
            ])
    }

    @Test("an owner opens a spell, from the given start or go-live", arguments: StoreFactory.all)
    func opens(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b, c) = (try bench.add("1"), try bench.add("2"), try bench.add("3"))
        let decisions = [
            OwnershipDecision(customer: a, owner: ann, since: bench.at(-5), rule: "only_owner"),
            OwnershipDecision(customer: b, owner: ann, rule: "only_owner"),
            OwnershipDecision(customer: c, owner: nil, hold: .disputed, rule: "disputed", others: ["王", "李"]),
        ]
        for _ in 1...2 {
            try bench.store.apply(decisions, goLive: bench.at(4, 0), date: bench.date(1), at: bench.at(1))
        }
        #expect(
            try bench.store.dossier(of: a)?.spells == [
                Spell(customer: a, rep: ann, kind: .opening, startedAt: bench.at(-5))
            ])
        #expect(try bench.store.dossier(of: b)?.spells.map(\.startedAt) == [bench.at(4, 0)])
        #expect(try [a, b, c].map { try bench.status($0) } == [.prospect, .prospect, .pool])
        #expect(try bench.store.summaries(of: [c]).first?.hold == .disputed)
        #expect(try bench.store.disputes() == [decisions[2]])
        #expect(try bench.events(.ownershipSettled).count == 3)
        #expect(try bench.events(.held).map(\.customer) == [c])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("a decision that changes undoes the former spell and lifts the hold", arguments: StoreFactory.all)
    func undoes(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        let start = bench.at(0)
        func decide(_ owner: RepID?, _ hold: Hold? = nil, rule: String = "only_owner") throws {
            try bench.store.apply(
                [OwnershipDecision(customer: a, owner: owner, since: start, hold: hold, rule: rule)], goLive: start,
                date: bench.date(1), at: bench.at(1))
        }
        try decide(ann, .disputed, rule: "disputed")
        try decide(bob)
        #expect(try bench.store.owners(of: [a]) == [a: bob])
        #expect(try bench.store.summaries(of: [a]).first?.hold == nil)
        #expect(try bench.store.disputes().isEmpty)
        try decide(nil, rule: "no_owner")
        #expect(try bench.status(a) == .pool)
        let summary = try #require(try bench.store.pool().first)
        #expect(summary.formerOwners.isEmpty)
        #expect(summary.poolSince == bench.at(1))
        try decide(ann)
        let spells = try #require(try bench.store.dossier(of: a)?.spells)
        #expect(spells.map(\.rep) == [ann, ann, bob])
        #expect(spells.map(\.endReason) == [.undone, nil, .undone])
        #expect(try bench.store.histories(until: bench.at(9), revenueFrom: .payments, currency: "CNY").count == 1)
        #expect(try bench.store.verify().isEmpty)
    }

    @Test(
        "before the first night opening spells may be settled anew, later they are somebody's",
        arguments: StoreFactory.all)
    func whichCases(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let named = try ["1", "2", "3", "4"].flatMap { id in
            try bench.add([Bench.record("erp", id, id) { $0.ownership.owner = Reference("ann") }])
        }
        // Of one for whom nobody on the roster speaks there is nothing to decide.
        let ids = named + [try bench.add("5")]
        try bench.store.apply(
            [OwnershipDecision(customer: ids[0], owner: ann, rule: "only_owner")], goLive: bench.at(1),
            date: bench.date(1),
            at: bench.at(1))
        try bench.grant(.claim, ids[1], ann, day: 1)
        try bench.grant(.claim, ids[2], ann, day: 1)
        try bench.grant(.recycle, ids[2], ann, day: 2)
        func cases(_ among: [CustomerID]? = nil) throws -> [CustomerID] {
            try bench.store.ownershipCases(among: among, recent: bench.at(1)).map(\.customer)
        }
        #expect(try cases() == [ids[0], ids[3]].sorted())
        #expect(try cases([ids[0], ids[1]]) == [ids[0]])
        try bench.complete(.recycle, day: 2)
        #expect(try cases() == [ids[3]])
    }

    @Test("a spell that is no opening one is not the migration's to end", arguments: StoreFactory.all)
    func conflict(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 1)
        #expect(throws: StoreConflict.self) {
            try bench.store.apply(
                [OwnershipDecision(customer: a, owner: bob, rule: "only_owner")], goLive: bench.at(1),
                date: bench.date(2),
                at: bench.at(2))
        }
        #expect(try bench.store.owners(of: [a]) == [a: ann])
    }
}
