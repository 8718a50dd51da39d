import PoolStore
import Records
import Testing

@Suite("Undoing a batch")
struct UndoContractTests {
    private func later(_ bench: Bench) -> ImportBatch { bench.batch(.customers, "erp", file: "later.csv") }

    private func take(
        _ rows: [(String, String)], of batch: ImportBatch, on bench: Bench, day: Int,
        joining matched: [MatchedCustomer] = []
    ) throws {
        try bench.intake(day) { intake in
            _ = try intake.take(rows.map { Bench.prepared(Bench.record(batch.source, $0.0, $0.1)) }, of: batch)
            try intake.join(matched)
        }
        var summary = ImportSummary(batch: batch, counts: ImportCounts())
        summary.counts.read = rows.count
        summary.counts.new = rows.count
        try bench.store.save(summary, date: bench.date(day), at: bench.at(day))
    }

    private func undo(_ batch: ImportBatch, on bench: Bench, day: Int) throws -> UndoOutcome {
        try bench.store.undo(batch.id, by: "op", date: bench.date(day), at: bench.at(day))
    }

    private func tables(_ bench: Bench) throws -> [[[String]]] {
        let all: [ExportTable] = [.customers, .contacts, .reps, .sources, .pool, .followUps, .deals, .payments]
        let spells = try bench.rows(.spells).filter { $0[4] != "undone" }
        return try all.map { try bench.rows($0) } + [spells]
    }

    @Test("rows that were new go with their customers, and may come again", arguments: StoreFactory.all)
    func new(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1", "甲")
        let before = try tables(bench)
        try take([("2", "乙"), ("3", "丙")], of: later(bench), on: bench, day: 2)
        let imported = try tables(bench)
        let outcome = try undo(later(bench), on: bench, day: 3)
        #expect(outcome.removedRows == 2)
        #expect(outcome.removedCustomers.count == 2)
        #expect(try tables(bench) == before)
        #expect(try bench.store.verify() == [])
        #expect(try bench.store.importSummary(of: later(bench).id) == nil)
        #expect(try bench.store.batch(later(bench).id) == later(bench))
        #expect(try bench.events(.importUndone).map { $0.payload["removed"] } == ["2"])
        #expect(try bench.events(.customerRemoved).compactMap(\.customer) == outcome.removedCustomers)
        try take([("2", "乙"), ("3", "丙")], of: later(bench), on: bench, day: 4)
        #expect(try tables(bench).dropLast().map(\.count) == imported.dropLast().map(\.count))
        #expect(try bench.store.verify() == [])
    }

    @Test("rows that were replaced say again what they said", arguments: StoreFactory.all)
    func replaced(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1", "甲")
        let before = try tables(bench)
        try take([("1", "乙")], of: later(bench), on: bench, day: 2)
        #expect(try tables(bench) != before)
        let outcome = try undo(later(bench), on: bench, day: 3)
        #expect(outcome.restoredRows == 1)
        #expect(outcome.removedCustomers == [])
        #expect(try tables(bench) == before)
        #expect(try bench.store.verify() == [])
    }

    @Test("a row that joined a customer leaves it, and its customer is to be made anew", arguments: StoreFactory.all)
    func joined(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let a = try bench.add("1", "甲")
        let before = try tables(bench)
        let match = MatchedCustomer(
            id: a, isNew: false, records: [RecordMatch(key: RecordKey(source: "erp", externalID: "9"), rule: .fullName)]
        )
        try take([("9", "甲")], of: later(bench), on: bench, day: 2, joining: [match])
        #expect(try bench.rows(.sources).count == 2)
        let outcome = try undo(later(bench), on: bench, day: 3)
        #expect(outcome.removedRows == 1)
        #expect(outcome.touched == [], "one record is left, and the customer says what it says")
        #expect(try tables(bench) == before)
        #expect(try bench.store.verify() == [])
    }

    @Test(
        "customers that the batch merged are themselves again, with their spells and rows", arguments: StoreFactory.all)
    func unmerged(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1", "甲")
        let b = try bench.add("2", "乙")
        let opening = [(a, ann), (b, bob)].map { customer, rep in
            OwnershipDecision(
                customer: customer, owner: rep, since: bench.at(1), hold: nil, rule: "only_owner", others: [])
        }
        try bench.store.apply(opening, goLive: bench.at(1), date: bench.date(1), at: bench.at(1))
        try bench.followUp("f", "2", "bob", at: bench.at(1))
        let before = try tables(bench)
        let match = MatchedCustomer(
            id: a, isNew: false,
            records: [RecordMatch(key: RecordKey(source: "erp", externalID: "9"), rule: .fullName)],
            absorbed: [b])
        try take([("9", "甲")], of: later(bench), on: bench, day: 2, joining: [match])
        #expect(try bench.rows(.customers).count == 1)
        #expect(try bench.store.verify() == [])

        let outcome = try undo(later(bench), on: bench, day: 3)
        #expect(outcome.unmergedCustomers == [b])
        #expect(outcome.restoredSpells == 1)
        #expect(try tables(bench) == before)
        #expect(try bench.store.owners(of: [a, b]) == [a: ann, b: bob])
        #expect(try bench.store.verify() == [])
        for day in 1...4 {
            let flows = try bench.store.flows(opening: bench.end(day - 1), closing: bench.end(day))
            #expect(flows.allSatisfy { $0.isBalanced }, "day \(day): \(flows)")
        }
    }

    @Test("each customer gets back what was decided about it", arguments: StoreFactory.all)
    func decisions(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let (a, b) = (try bench.add("1", "甲"), try bench.add("2", "乙"))
        let decisions = [
            OwnershipDecision(customer: a, owner: nil, rule: "owner_unknown", others: ["谁"]),
            OwnershipDecision(customer: b, owner: nil, hold: .disputed, rule: "disputed", others: ["王", "李"]),
        ]
        try bench.store.apply(decisions, goLive: bench.at(1), date: bench.date(1), at: bench.at(1))
        let match = MatchedCustomer(
            id: a, isNew: false,
            records: [RecordMatch(key: RecordKey(source: "erp", externalID: "9"), rule: .fullName)],
            absorbed: [b])
        try take([("9", "甲")], of: later(bench), on: bench, day: 2, joining: [match])
        #expect(try bench.store.disputes().map(\.customer) == [a])
        _ = try undo(later(bench), on: bench, day: 3)
        #expect(try bench.store.disputes() == [decisions[1]])
        // What was decided before is decided again without a word: an event would say that it is another.
        let before = try bench.events(.ownershipSettled).count
        try bench.store.apply(decisions, goLive: bench.at(1), date: bench.date(3), at: bench.at(3))
        #expect(try bench.events(.ownershipSettled).count == before)
    }

    @Test("books of every day are balanced over a removal", arguments: StoreFactory.all)
    func balanced(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        try bench.add("1", "甲")
        try take([("2", "乙"), ("3", "丙")], of: later(bench), on: bench, day: 2)
        let owned = Identity.customer(source: "erp", externalID: "2")
        let decision = OwnershipDecision(
            customer: owned, owner: ann, since: bench.at(1), hold: nil, rule: "only_owner", others: [])
        try bench.store.apply([decision], goLive: bench.at(1), date: bench.date(2), at: bench.at(2))
        _ = try undo(later(bench), on: bench, day: 4)
        for day in 1...5 {
            let flows = try bench.store.flows(opening: bench.end(day - 1), closing: bench.end(day))
            #expect(flows.allSatisfy { $0.isBalanced }, "day \(day): \(flows)")
        }
        #expect(try bench.store.verify() == [])
    }

    @Test("rows of other lists wait again for customers that went", arguments: StoreFactory.all)
    func waiting(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        try bench.followUp("f", "2", "ann", at: bench.at(1))
        #expect(try bench.store.pendingCounts() == [.followUps: 1])
        let before = try tables(bench)
        try take([("2", "乙")], of: later(bench), on: bench, day: 2)
        #expect(
            try bench.store.resolvePending(makeFormerReps: false, date: bench.date(2), at: bench.at(2)) == [:])
        #expect(try undo(later(bench), on: bench, day: 3).waitingRows == 1)
        #expect(try bench.store.pendingCounts() == [.followUps: 1])
        #expect(try tables(bench) == before)
    }

    // MARK: Lists

    @Test("rows of a list that were new go, and those that were replaced come back", arguments: StoreFactory.all)
    func activities(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        try bench.add("1", "甲")
        try bench.deal("d1", "1", "ann", .open, amount: 100)
        let before = try tables(bench)
        let batch = bench.batch(.deals, "erp", file: "later.csv")
        let rows = [("d1", Deal.Status.won), ("d2", .won)].map { id, status in
            bench.row("erp", id, Deal(customer: Reference("1"), rep: Reference("ann"), status: status))
        }
        _ = try bench.store.save(BatchRows(batch: batch, rows: rows), date: bench.date(2), at: bench.at(2))
        #expect(try bench.events(.won).count == 1)
        let outcome = try undo(batch, on: bench, day: 3)
        #expect(outcome.removedRows == 1)
        #expect(outcome.restoredRows == 1)
        #expect(try tables(bench) == before)
        #expect(try bench.events(.activityRemoved).map { $0.payload["id"] } == ["erp:d2"])
        #expect(try bench.store.verify() == [])
    }

    @Test("reps that were new go, and what a roster changed is changed back", arguments: StoreFactory.all)
    func reps(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let before = try tables(bench)
        let batch = bench.batch(.reps, "hr", file: "later.csv")
        let rows = [("ann", "安"), ("bob", "鲍")].map { bench.row("hr", $0.0, Rep(id: RepID("hr:\($0.0)"), name: $0.1)) }
        _ = try bench.store.save(BatchRows(batch: batch, rows: rows), date: bench.date(2), at: bench.at(2))
        let outcome = try undo(batch, on: bench, day: 3)
        #expect(outcome.removedRows == 1)
        #expect(outcome.restoredRows == 1)
        #expect(try tables(bench) == before)
    }

    // MARK: What stands in the way

    @Test("a claim, a later file and a row by hand stand in the way, and nothing is done", arguments: StoreFactory.all)
    func refused(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        try take([("2", "乙"), ("3", "丙"), ("4", "丁")], of: later(bench), on: bench, day: 2)
        let claimed = Identity.customer(source: "erp", externalID: "2")
        try bench.grant(.claim, claimed, ann, day: 3)
        let third = bench.batch(.customers, "erp", file: "third.csv")
        try take([("3", "丙丙")], of: third, on: bench, day: 3)
        var hand = bench.batch(.followUps, "hand")
        hand.profile = "hand"
        let row = bench.row("hand", "f", FollowUp(customer: Reference("4"), rep: Reference("ann"), at: bench.at(3)))
        _ = try bench.store.save(BatchRows(batch: hand, rows: [row]), date: bench.date(3), at: bench.at(3))
        let before = try tables(bench)

        let obstacles = try bench.store.undoObstacles(of: later(bench).id)
        #expect(obstacles.map(\.kind) == [.held, .enteredByHand, .replaced])
        #expect(obstacles.map(\.subject) == [claimed.rawValue, "hand:f", third.id.rawValue])
        #expect(obstacles[0].rep == ann)
        #expect(obstacles[2].detail == "1 row by inbox/third.csv")
        #expect(throws: UndoRefused.self) { _ = try undo(later(bench), on: bench, day: 4) }
        #expect(try tables(bench) == before)
        #expect(try bench.store.verify() == [])
    }

    @Test("a compensation retires what nobody touched and leaves the rest", arguments: StoreFactory.all)
    func compensated(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let old = try bench.add("1", "甲")
        try take([("1", "甲甲"), ("2", "乙"), ("3", "丙")], of: later(bench), on: bench, day: 2)
        let (touched, untouched) = (
            Identity.customer(source: "erp", externalID: "2"), Identity.customer(source: "erp", externalID: "3")
        )
        try bench.grant(.allocation, touched, ann, day: 3)
        let outcome = try bench.store.compensate(later(bench).id, by: "op", date: bench.date(4), at: bench.at(4))
        #expect(outcome.retiredCustomers == [untouched])
        #expect(outcome.restoredRows == 1)
        #expect(outcome.keptRows == 2)
        #expect(try bench.status(touched) == .prospect)
        #expect(try bench.status(untouched) == .retired)
        #expect(try bench.store.summaries(of: [old]).map(\.name) == ["甲"])
        #expect(try bench.store.verify() == [])
        let events = try bench.events().count
        let again = try bench.store.compensate(later(bench).id, by: "op", date: bench.date(5), at: bench.at(5))
        #expect(again.retiredCustomers == [])
        #expect(try bench.events().count == events, "twice is once")
    }

    @Test("a merge stands in the way where the customer was given away since", arguments: StoreFactory.all)
    func uncertainMerge(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b) = (try bench.add("1", "甲"), try bench.add("2", "乙"))
        let match = MatchedCustomer(
            id: a, isNew: false,
            records: [RecordMatch(key: RecordKey(source: "erp", externalID: "9"), rule: .fullName)],
            absorbed: [b])
        try take([("9", "甲")], of: later(bench), on: bench, day: 2, joining: [match])
        try bench.grant(.claim, a, ann, day: 3)
        let obstacles = try bench.store.undoObstacles(of: later(bench).id)
        #expect(obstacles.map(\.kind) == [.merged])
        #expect(obstacles.map(\.detail) == [b.rawValue])
        _ = try bench.store.compensate(later(bench).id, by: "op", date: bench.date(4), at: bench.at(4))
        #expect(try bench.rows(.customers).count == 1)
        #expect(try bench.rows(.sources).count == 2)
        #expect(try bench.store.verify() == [])
    }

    @Test("a later file that repeated rows is named, since its rows went with them", arguments: StoreFactory.all)
    func repeated(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try take([("2", "乙")], of: later(bench), on: bench, day: 2)
        let third = bench.batch(.customers, "erp", file: "third.csv")
        try bench.intake(3) { _ = try $0.take([Bench.prepared(Bench.record("erp", "2", "乙"))], of: third) }
        var summary = ImportSummary(batch: third, counts: ImportCounts())
        (summary.counts.read, summary.counts.unchanged) = (1, 1)
        try bench.store.save(summary, date: bench.date(3), at: bench.at(3))
        #expect(try undo(later(bench), on: bench, day: 4).repeatingFiles == ["inbox/third.csv"])
    }

    @Test("a transfer that the batch's source made is taken back", arguments: StoreFactory.all)
    func transferred(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1", "甲")
        try bench.grant(.claim, a, ann, day: 2)
        try take([("1", "甲甲")], of: later(bench), on: bench, day: 3)
        try bench.store.transfer(
            a, to: bob, reason: "source_may_reassign", by: "erp", date: bench.date(3), at: bench.at(3))
        #expect(try bench.store.undoObstacles(of: later(bench).id) == [])
        #expect(try undo(later(bench), on: bench, day: 4).restoredSpells == 1)
        #expect(try bench.store.owners(of: [a]) == [a: ann])
        let spells = try bench.rows(.spells).filter { $0[4] != "undone" }
        #expect(spells.map { $0[5] } == ["claim"])
        #expect(try bench.store.verify() == [])
        for day in 1...4 {
            let flows = try bench.store.flows(opening: bench.end(day - 1), closing: bench.end(day))
            #expect(flows.allSatisfy { $0.isBalanced }, "day \(day): \(flows)")
        }
    }
}
