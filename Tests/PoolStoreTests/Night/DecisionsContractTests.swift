import PoolStore
import Records
import Testing

@Suite("Carrying out decisions")
struct DecisionsContractTests {
    @Test("a decision is kept with everything it says, in its order", arguments: StoreFactory.all)
    func roundTrip(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        let first = Decision(
            kind: .allocation, customer: b, rep: ann, isGranted: true, strategy: .rotation, score: 0.1234567, rank: 2,
            reason: .nextInRotation, detail: .nextAfter(RepID("hr:bo b")),
            eligible: [
                .init(rep: bob, score: 0.5, probability: 0.25, value: Money(minorUnits: 7, currency: "CNY")),
                .init(rep: ann),
            ],
            rejected: [
                .init(
                    rep: RepID("hr:x"), reason: .claimLimit, detail: .limitReached(.claims(.week), used: 10, limit: 10))
            ])
        let second = Bench.decision(.allocation, a, nil, isGranted: false, reason: .nobodyEligible)
        try bench.store.apply([first, second], date: bench.date(2), at: bench.end(2))
        let third = Bench.decision(.claim, a, ann)
        try bench.store.apply([third], date: bench.date(2), at: bench.end(2))
        #expect(try bench.store.decisions(of: bench.date(2)) == [first, second, third])
        #expect(try bench.store.decisions(of: bench.date(3)).isEmpty)
        #expect(try bench.events(.leftUnallocated).map(\.customer) == [a])
    }

    @Test("granted ones open and end spells, with events of the run", arguments: StoreFactory.all)
    func carriesOut(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        try bench.claim("c", "1", "ann", at: bench.at(1))
        try bench.store.apply(
            [Bench.decision(.claim, a, ann, request: "app:c")], date: bench.date(2), at: bench.end(2))
        #expect(try bench.store.claimRequests(until: bench.end(9)).isEmpty)
        try bench.store.apply(
            [Bench.decision(.recycle, a, ann), Bench.decision(.allocation, a, bob)], date: bench.date(9),
            at: bench.end(9))
        #expect(
            try bench.store.dossier(of: a)?.spells == [
                Spell(
                    customer: a, rep: ann, kind: .claim, startedAt: bench.end(2), endedAt: bench.end(9),
                    endReason: .recycled),
                Spell(customer: a, rep: bob, kind: .allocation, startedAt: bench.end(9)),
            ])
        let events = try bench.events().filter { $0.run != nil }
        #expect(
            events.map(\.kind) == [.claimGranted, .spellStarted, .allocated, .recycled, .spellEnded, .spellStarted])
        #expect(Set(events.compactMap(\.run)) == ["2026-11-02", "2026-11-09"])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("a refused claim is decided and changes nothing else", arguments: StoreFactory.all)
    func refuses(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.claim("c:1", "1", "ann", at: bench.at(1))
        try bench.store.apply(
            [Bench.decision(.claim, a, ann, isGranted: false, reason: .claimLimit, request: "app:c:1")],
            date: bench.date(2),
            at: bench.end(2))
        #expect(try bench.store.claimRequests(until: bench.end(9)).isEmpty)
        #expect(try bench.status(a) == .pool)
        #expect(
            try bench.events(.claimRefused).map(\.payload) == [["reason": "claim_limit", "request": "app:c:1"]])
        // The same request in a later list stays decided.
        #expect(try bench.claim("c:1", "1", "ann", at: bench.at(1)) == .unchanged)
        #expect(try bench.store.claimRequests(until: bench.end(9)).isEmpty)
    }

    @Test("a second claim finds the customer owned, and nothing of the batch is done", arguments: StoreFactory.all)
    func doubleClaim(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        let before = try bench.events()
        #expect(throws: StoreConflict(customer: a, reason: .alreadyOwned, detail: "hr:ann holds it")) {
            try bench.store.apply(
                [Bench.decision(.claim, b, ann), Bench.decision(.claim, a, ann), Bench.decision(.claim, a, bob)],
                date: bench.date(2), at: bench.end(2))
        }
        #expect(try bench.store.pool().map(\.id) == [a, b].sorted())
        #expect(try bench.events() == before)
        #expect(try bench.store.decisions(of: bench.date(2)).isEmpty)
        try bench.grant(.claim, a, ann, day: 2)
        #expect(throws: StoreConflict(customer: a, reason: .alreadyYours, detail: "hr:ann holds it")) {
            try bench.grant(.allocation, a, ann, day: 2)
        }
    }

    @Test("what is retired, gone or not held is a conflict too", arguments: StoreFactory.all)
    func conflicts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        try bench.grant(.claim, a, ann, day: 1)
        func reason(_ body: () throws -> Void) -> ReasonCode? {
            do {
                try body()
            } catch let conflict as StoreConflict {
                return conflict.reason
            } catch {}
            return nil
        }
        #expect(reason { try bench.grant(.recycle, b, ann, day: 2) } == .withdrawn)
        #expect(reason { try bench.grant(.recycle, a, bob, day: 2) } == .alreadyOwned)
        #expect(
            reason {
                try bench.store.endSpell(
                    of: a, heldBy: bob, reason: .released, date: bench.date(2), at: bench.at(2), by: "bob")
            } == .alreadyOwned)
        try bench.store.endSpell(of: a, heldBy: ann, reason: .retired, date: bench.date(2), at: bench.at(2), by: "ops")
        #expect(reason { try bench.grant(.claim, a, bob, day: 3) } == .retired)
        #expect(reason { try bench.grant(.claim, CustomerID("C?"), bob, day: 3) } == .retired)
    }

    @Test("a release by hand names who did it and puts the customer into the pool", arguments: StoreFactory.all)
    func releases(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 1)
        try bench.store.endSpell(of: a, heldBy: ann, reason: .released, date: bench.date(2), at: bench.at(2), by: "安")
        #expect(try bench.store.pool().first?.poolSince == bench.at(2))
        #expect(
            try bench.events(.spellEnded).map(\.payload) == [["by": "安", "kind": "claim", "reason": "released"]])
    }
}
