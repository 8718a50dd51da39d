import PoolStore
import Records
import Testing

@Suite("The run ledger")
struct RunLedgerContractTests {
    @Test("a date's completed stages are remembered, once each", arguments: StoreFactory.all)
    func completes(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.complete(.importing, .resolve, .importing, day: 3)
        try bench.complete(.report, day: 4)
        #expect(try bench.store.completedStages(of: bench.date(3)) == [.importing, .resolve])
        #expect(try bench.store.completedStages(of: bench.date(5)).isEmpty)
    }

    @Test("a night is complete when its mail is out", arguments: StoreFactory.all)
    func lastNight(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        #expect(try bench.store.lastCompletedNight() == nil)
        try bench.complete(.deliver, day: 3)
        try bench.complete(.deliver, day: 2)
        try bench.complete(.report, day: 4)
        #expect(try bench.store.lastCompletedNight() == bench.date(3))
    }

    @Test(
        "the first recycling, claiming or allocating makes a workspace live",
        arguments: StoreFactory.all, [Stage.recycle, .claims, .allocate])
    func live(_ factory: StoreFactory, _ stage: Stage) throws {
        let bench = try Bench(factory)
        try bench.complete(.importing, .resolve, .tiers, .report, .deliver, day: 1)
        #expect(try !bench.store.isLive())
        try bench.complete(stage, day: 1)
        #expect(try bench.store.isLive())
    }
}
