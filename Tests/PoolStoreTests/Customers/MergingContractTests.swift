import PoolStore
import Records
import Testing

@Suite("Merging customers")
struct MergingContractTests {
    @Test("the absorbed id leads to the survivor, over several merges", arguments: StoreFactory.all)
    func follows(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let (a, b, c) = (try bench.add("1"), try bench.add("2"), try bench.add("3"))
        try bench.merge(b, a, day: 2)
        try bench.merge(c, b, day: 3)
        #expect(try bench.store.pool().map(\.id) == [c])
        #expect(try bench.store.summaries(of: [a, b, c]).map(\.id) == [c])
        #expect(try bench.store.dossier(of: a)?.records.map(\.key.externalID) == ["1", "2", "3"])
        #expect(try bench.store.resolveCustomer(Reference(a.rawValue), from: nil).ids == [c.rawValue])
        #expect(try bench.events(.customerMerged).map(\.payload) == [["into": b.rawValue], ["into": c.rawValue]])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("what referred to the absorbed customer moves", arguments: StoreFactory.all)
    func moves(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        try bench.followUp("f", "1", "ann", at: bench.at(2))
        try bench.deal("d", "1", "ann", .won, closed: bench.at(2))
        try bench.payment("p", "1", amount: 5, paid: bench.at(2))
        try bench.claim("c", "1", "ann", at: bench.at(2))
        try bench.grant(.allocation, a, ann, day: 2)
        try bench.store.save(
            [Reminder(customer: a, rep: ann, deadline: bench.date(9))], date: bench.date(2), at: bench.end(2))
        try bench.merge(b, a, day: 3)
        #expect(try bench.rows(.followUps).map { $0[2] } == [b.rawValue])
        #expect(try bench.rows(.deals).map { $0[2] } == [b.rawValue])
        #expect(try bench.rows(.payments).map { $0[2] } == [b.rawValue])
        #expect(try bench.store.claimRequests(until: bench.at(9)).map(\.customer) == [b])
        #expect(try bench.store.decisions(of: bench.date(2)).map(\.customer) == [b])
        #expect(try bench.store.reminders(of: bench.date(2)).map(\.customer) == [b])
        #expect(try bench.status(b) == .account)
        #expect(try bench.store.owners(of: [a, b]) == [a: ann, b: ann])
        #expect(try bench.store.dossier(of: b)?.summary.poolSince == nil)
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("of two open spells the later ends as merged", arguments: StoreFactory.all, [true, false])
    func endsLaterSpell(_ factory: StoreFactory, survivorIsFirst: Bool) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        try bench.grant(.allocation, a, ann, day: 2)
        try bench.grant(.allocation, b, bob, day: 3)
        let (survivor, absorbed) = survivorIsFirst ? (a, b) : (b, a)
        try bench.merge(survivor, absorbed, day: 5)
        #expect(try bench.store.owners(of: [survivor]) == [survivor: ann])
        let ended = try #require(try bench.store.dossier(of: survivor)?.spells.first { $0.endReason == .merged })
        #expect(ended.rep == bob)
        #expect(ended.endedAt == bench.at(5))
        #expect(try bench.events(.spellEnded).map(\.payload["reason"]) == ["merged"])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("who is retired in one system is not offered again under another", arguments: StoreFactory.all)
    func inheritsRetirement(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        try bench.grant(.allocation, a, ann, day: 2)
        try bench.store.endSpell(
            of: a, heldBy: ann, reason: .retired, date: bench.date(3), at: bench.at(3), by: "ops")
        #expect(try bench.status(a) == .retired)
        try bench.merge(b, a, day: 4)
        #expect(try bench.status(b) == .retired)
        #expect(try bench.store.pool().isEmpty)
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("a customer never absorbs itself, and an unknown one changes nothing", arguments: StoreFactory.all)
    func ignores(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let a = try bench.add("1")
        try bench.merge(a, a, CustomerID("C?"), day: 2)
        #expect(try bench.store.pool().map(\.id) == [a])
        #expect(try bench.events(.customerMerged).isEmpty)
    }

    private func decision(
        _ customer: CustomerID, _ rule: String, owner: RepID? = nil, hold: Hold? = nil
    ) -> OwnershipDecision {
        OwnershipDecision(customer: customer, owner: owner, hold: hold, rule: rule)
    }

    @Test("what a person decided about the absorbed customer stands for the survivor", arguments: StoreFactory.all)
    func decided(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b) = (try bench.add("1", "甲"), try bench.add("2", "乙"))
        try bench.store.apply(
            [decision(a, "owner_unknown"), decision(b, "disputed", hold: .disputed)], goLive: bench.at(0),
            date: bench.date(1), at: bench.at(1))
        #expect(
            try bench.store.decide(
                decision(b, "decided", owner: ann), by: "李经理", goLive: bench.at(0), date: bench.date(2), at: bench.at(2)
            ))
        try bench.merge(a, b, day: 3)
        let question = try bench.store.ownershipCases(among: [a], recent: bench.at(-365)).first
        #expect(question?.decided == decision(a, "decided", owner: ann))
        #expect(try bench.store.owners(of: [a]) == [a: ann])
        #expect(try bench.store.verify() == [])
    }

    @Test("a dispute about the absorbed customer is asked about the survivor, unless somebody holds that")
    func disputed() throws {
        for factory in StoreFactory.all {
            for isHeld in [false, true] {
                let bench = try Bench(factory)
                try bench.addReps("ann")
                let (a, b) = (try bench.add("1", "甲"), try bench.add("2", "乙"))
                let first = isHeld ? decision(a, "only_owner", owner: ann) : decision(a, "owner_unknown")
                try bench.store.apply(
                    [first, decision(b, "disputed", hold: .disputed)], goLive: bench.at(0), date: bench.date(1),
                    at: bench.at(1))
                try bench.merge(a, b, day: 2)
                #expect(try bench.store.disputes().map(\.customer) == (isHeld ? [] : [a]))
                #expect(try bench.store.summaries(of: [a]).first?.hold == (isHeld ? nil : .disputed))
                #expect(try bench.store.verify() == [])
            }
        }
    }
}
