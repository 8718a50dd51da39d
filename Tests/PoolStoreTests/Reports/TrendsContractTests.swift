import PoolStore
import Records
import Testing

@Suite("What trends and periods are made from")
struct TrendsContractTests {
    @Test("changes of the pool add up to the difference of its sizes", arguments: StoreFactory.all)
    func poolChanges(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...4).map { try bench.add("\($0)") }
        try bench.grant(.claim, ids[0], ann, day: 2)
        try bench.grant(.claim, ids[1], ann, day: 2)
        try bench.grant(.recycle, ids[0], ann, day: 3)
        let changes = try bench.store.poolChanges(after: bench.end(1), through: bench.end(3))
        #expect(changes.map(\.change) == [-2, 1])
        #expect(changes.map(\.at) == changes.map(\.at).sorted())
        let before = try bench.store.flows(opening: bench.end(0), closing: bench.end(1))[0].closing
        let after = try bench.store.flows(opening: bench.end(2), closing: bench.end(3))[0].closing
        #expect(before + changes.reduce(0) { $0 + $1.change } == after)
    }

    @Test("a stage's counts are found again by date", arguments: StoreFactory.all)
    func counts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.store.complete(.report, of: bench.date(1), counts: ["won_today": 2])
        try bench.store.complete(.report, of: bench.date(2), counts: ["won_today": 3])
        try bench.store.complete(.deliver, of: bench.date(2), counts: ["mails": 1])
        #expect(
            try bench.store.counts(of: .report, from: bench.date(2), through: bench.date(9))
                == [bench.date(2): ["won_today": 3]])
        #expect(try bench.store.counts(of: .report, from: bench.date(3), through: bench.date(9)).isEmpty)
    }

    @Test("refused claims are counted by reason, most frequent first", arguments: StoreFactory.all)
    func refusals(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let id = try bench.add("1")
        func refuse(_ reason: ReasonCode, day: Int) throws {
            try bench.store.apply(
                [Decision(kind: .claim, customer: id, rep: ann, isGranted: false, reason: reason)],
                date: bench.date(day), at: bench.end(day))
        }
        for (reason, day) in [(ReasonCode.coolingOff, 1), (.claimLimit, 2), (.claimLimit, 3), (.onHold, 9)] {
            try refuse(reason, day: day)
        }
        let refusals = try bench.store.refusals(from: bench.date(1), through: bench.date(3))
        #expect(refusals.map(\.reason) == [.claimLimit, .coolingOff] && refusals.map(\.count) == [2, 1])
    }
}
