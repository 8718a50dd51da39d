import PoolStore
import Records
import Testing

@Suite("What reps hold")
struct HoldingsContractTests {
    @Test(
        "only the owner's follow-ups that count, inside the spell and up to T, are its last",
        arguments: StoreFactory.all)
    func lastFollowUp(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 3)
        try bench.followUp("before", "1", "ann", at: bench.at(2))
        #expect(try bench.store.holdings(asOf: bench.end(9)).first?.lastFollowUpAt == nil)
        try bench.followUp("counts", "1", "ann", at: bench.at(5))
        try bench.followUp("bot", "1", "ann", at: bench.at(6)) { $0.counts = false }
        try bench.followUp("other", "1", "bob", at: bench.at(7))
        try bench.followUp("future", "1", "ann", at: bench.at(10))
        let holding = try #require(try bench.store.holdings(asOf: bench.end(9)).first)
        #expect(holding.spell == Spell(customer: a, rep: ann, kind: .claim, startedAt: bench.end(3)))
        #expect(holding.lastFollowUpAt == bench.at(5))
        #expect(holding.customer.id == a)
        #expect(!holding.hasOpenDeal)
        #expect(holding.remindedDeadline == nil)
    }

    @Test("prospects that are held at T, sorted by customer", arguments: StoreFactory.all)
    func which(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...5).map { try bench.add("\($0)") }
        for id in ids[0...2] { try bench.grant(.claim, id, ann, day: 2) }
        try bench.grant(.claim, ids[3], ann, day: 8)
        try bench.grant(.recycle, ids[0], ann, day: 3)
        try bench.deal("d1", "2", "ann", .won, closed: bench.at(3), day: 3)
        try bench.deal("d2", "3", "ann", .open)
        let holdings = try bench.store.holdings(asOf: bench.end(7))
        #expect(holdings.map(\.customer.id) == [ids[2]])
        #expect(holdings.map(\.hasOpenDeal) == [true])
        #expect(try bench.store.holdings(asOf: bench.end(8)).map(\.spell.customer) == [ids[2], ids[3]].sorted())
    }

    @Test("within a horizon, only those whose clock began before it", arguments: StoreFactory.all)
    func horizon(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try (1...6).map { try bench.add("\($0)") }
        for (id, day) in zip(ids, [2, 2, 2, 2, 6, 2]) { try bench.grant(.claim, id, ann, day: day) }
        try bench.followUp("early", "1", "ann", at: bench.at(3))
        try bench.followUp("late", "2", "ann", at: bench.at(6))
        try bench.followUp("other", "3", "bob", at: bench.at(6))
        try bench.followUp("bot", "3", "ann", at: bench.at(6)) { $0.counts = false }
        try bench.followUp("future", "4", "ann", at: bench.at(10))
        try bench.deal("d", "6", "ann", .won, closed: bench.at(3), day: 3)
        func within(_ clock: Int, _ start: Int?) throws -> [CustomerID] {
            try bench.store.holdings(
                asOf: bench.end(9),
                within: DueHorizon(clockBefore: bench.at(clock), startBefore: start.map { bench.at($0) })
            ).map(\.spell.customer)
        }
        #expect(try within(5, nil) == [ids[0], ids[2], ids[3]].sorted())
        #expect(try within(7, nil) == ids[0...4].sorted())
        #expect(try within(2, nil) == [])
        #expect(try within(2, 5) == ids[0...3].sorted())
        #expect(try bench.store.holdingCount(asOf: bench.end(9)) == 5)
        #expect(try bench.store.holdingCount(asOf: bench.end(5)) == 4)
        let all = try bench.store.holdings(asOf: bench.end(9))
        #expect(
            try bench.store.holdings(asOf: bench.end(9), within: DueHorizon(clockBefore: bench.at(9), startBefore: nil))
                == all)
    }

    @Test("the deadline of an earlier night's reminder, in this spell", arguments: StoreFactory.all)
    func reminded(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        func remind(_ day: Int, deadline: Int) throws {
            try bench.store.save(
                [Reminder(customer: a, rep: ann, deadline: bench.date(deadline))], date: bench.date(day),
                at: bench.end(day))
        }
        func reminded(_ day: Int) throws -> BusinessDate? {
            try bench.store.holdings(asOf: bench.end(day)).first?.remindedDeadline
        }
        try bench.grant(.claim, a, ann, day: 1)
        try remind(4, deadline: 6)
        try remind(5, deadline: 7)
        #expect(try reminded(4) == nil)
        #expect(try reminded(5) == bench.date(6))
        #expect(try reminded(6) == bench.date(7))
        try bench.grant(.recycle, a, ann, day: 7)
        try bench.grant(.allocation, a, ann, day: 8)
        #expect(try reminded(9) == nil)
    }

    @Test("the deadline of an earlier reminder whose worklist was mailed by then", arguments: StoreFactory.all)
    func delivered(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 1)
        for day in 4...6 {
            try bench.store.save(
                [Reminder(customer: a, rep: ann, deadline: bench.date(day + 2))], date: bench.date(day),
                at: bench.end(day))
        }
        func mail(_ day: Int, to rep: RepID?, _ state: OutboxMail.State, on changed: Int) throws {
            var mail = OutboxMail(
                key: "\(day) \(rep?.rawValue ?? "none") \(state)", businessDate: bench.date(day), list: "worklist",
                name: "", from: "", to: "a@example.com", rep: rep, digest: "", changedAt: bench.at(changed))
            try bench.store.enqueue([(mail, [1])])
            mail.state = state
            try bench.store.update(mail)
        }
        func delivered(_ day: Int) throws -> BusinessDate? {
            try bench.store.holdings(asOf: bench.end(day)).first?.deliveredDeadline
        }
        try mail(4, to: bob, .sent, on: 5)
        try mail(4, to: nil, .sent, on: 5)
        try mail(4, to: ann, .unknown, on: 5)
        #expect(try delivered(7) == nil)
        try mail(4, to: ann, .sent, on: 6)
        #expect(try delivered(5) == nil, "not sent yet by then")
        #expect(try delivered(6) == bench.date(6))
        try mail(5, to: ann, .sent, on: 8)
        #expect(try delivered(7) == bench.date(6))
        #expect(try delivered(8) == bench.date(7))
    }
}
