import PoolStore
import Records
import Testing

@Suite("What matching is estimated from")
struct MatchEvidenceContractTests {
    @Test(
        "resolved spells are counted by owner, segment and attempt; open ones, undone ones and later wins are not",
        arguments: StoreFactory.all)
    func counts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try (1...4).map { try bench.add("\($0)") }
        for id in ids { try bench.grant(.claim, id, ann, day: 2) }
        try bench.deal("d1", "1", "ann", .won, closed: bench.at(5), day: 5)
        try bench.grant(.recycle, ids[1], ann, day: 6)
        try bench.grant(.allocation, ids[1], bob, day: 8)
        try bench.grant(.recycle, ids[1], bob, day: 9)
        try bench.deal("d3", "3", "ann", .won, closed: bench.at(12), day: 12)
        let counts = try bench.store.conversionCounts(until: bench.end(10))
        #expect(counts.map(\.rep) == [ann, bob])
        #expect(counts.map(\.attempt) == [0, 1])
        #expect(counts.map(\.spells) == [2, 1])
        #expect(counts.map(\.conversions) == [1, 0])
        #expect(counts.allSatisfy { $0.section == nil && $0.size == .unknown })
        #expect(try bench.store.conversionCounts(until: bench.end(1)).isEmpty)
    }

    @Test("freshness halves with every 30 days in the pool, from the last entry on", arguments: StoreFactory.all)
    func exposure(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let id = try bench.add("1")
        try bench.grant(.claim, id, ann, day: 31)
        try bench.grant(.recycle, id, ann, day: 40)
        try bench.grant(.claim, id, bob, day: 100)
        try bench.grant(.recycle, id, bob, day: 101)
        let exposures = try bench.store.conversionCounts(until: bench.end(200)).map(\.exposure)
        #expect(exposures.count == 2)
        // Day 1 noon to the end of day 31: 30.5 days; day 40 to day 100: 60.
        #expect(abs((exposures.first ?? 0) - 0.494_257) < 0.000_01)
        #expect(exposures.last == 0.25)
    }

    @Test("what reps got from the pool after a moment and up to another", arguments: StoreFactory.all)
    func receipts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try bench.add(
            (1...3).map { number in
                Bench.record("erp", "\(number)", "客户\(number)") {
                    $0.customer.value = Money(minorUnits: Int64(number * 100), currency: number == 2 ? "USD" : "CNY")
                }
            })
        try bench.grant(.claim, ids[0], ann, day: 2)
        try bench.grant(.claim, ids[1], ann, day: 3)
        try bench.grant(.allocation, ids[2], bob, day: 4)
        let all = try bench.store.receipts(after: bench.end(1), until: bench.end(4), currency: "CNY")
        #expect(all.map(\.customers) == [2, 1])
        #expect(all.map(\.value.minorUnits) == [100, 300])
        #expect(try bench.store.receipts(after: bench.end(2), until: bench.end(3), currency: "CNY").count == 1)
    }
}
