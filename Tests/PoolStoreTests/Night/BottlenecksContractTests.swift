import PoolStore
import Records
import Testing

@Suite("Bottlenecks in the store")
struct BottlenecksContractTests {
    @Test(
        "come back as they were kept, in their order; a night that is done again replaces them",
        arguments: StoreFactory.all)
    func kept(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let first = [
            Bottleneck(constraint: .intakeLimit, customers: 12, gain: 3),
            Bottleneck(constraint: .outranked, customers: 4, worth: 0.25),
            Bottleneck(constraint: .intakeLimit, rep: RepID("erp:E1"), customers: 9, gain: 1, worth: 0.125),
        ]
        try bench.store.save(first, date: bench.date(3))
        try bench.store.save([first[1]], date: bench.date(4))
        #expect(try bench.store.bottlenecks(of: bench.date(3)) == first)
        try bench.store.save([first[2]], date: bench.date(3))
        #expect(try bench.store.bottlenecks(of: bench.date(3)) == [first[2]])
        #expect(try bench.store.bottlenecks(of: bench.date(4)) == [first[1]])
        #expect(try bench.store.bottlenecks(of: bench.date(5)).isEmpty)
    }
}
