import PoolStore
import Records
import Testing

@Suite("What a rep wants to know before calling")
struct BackgroundsContractTests {
    @Test("spells and the latest follow-up count up to the moment asked for", arguments: StoreFactory.all)
    func backgrounds(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let id = try bench.add("1", "杭州明达软件有限公司")
        try bench.grant(.claim, id, ann, day: 1)
        try bench.followUp("f1", "1", "ann", at: bench.at(2)) { $0.outcome = "no answer" }
        try bench.grant(.recycle, id, ann, day: 5)
        try bench.grant(.allocation, id, bob, day: 6)
        try bench.followUp("f2", "1", "bob", at: bench.at(8)) { $0.outcome = "interested" }
        let then = try #require(try bench.store.backgrounds(of: [id], until: bench.end(4))[id])
        #expect(then.customer.name == "杭州明达软件有限公司" && then.spells == 1)
        #expect(then.lastFollowUpAt == bench.at(2) && then.lastOutcome == "no answer")
        let now = try #require(try bench.store.backgrounds(of: [id], until: bench.end(9))[id])
        #expect(now.spells == 2 && now.lastOutcome == "interested")
        #expect(try bench.store.backgrounds(of: [], until: bench.end(9)).isEmpty)
    }

    @Test("a code means one customer, and finds it only while it is in the pool", arguments: StoreFactory.all)
    func codes(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...40).map { try bench.add("\($0)") }
        let codes = try bench.store.codes(of: ids)
        #expect(Set(codes.values).count == 40)
        for (id, code) in codes {
            #expect(code.count >= Claimable.shortestCode && id.rawValue.hasPrefix("C" + code))
            #expect(try bench.store.pooledCustomers(withCode: code) == [id])
        }
        try bench.grant(.claim, ids[0], ann, day: 2)
        #expect(try bench.store.pooledCustomers(withCode: codes[ids[0]] ?? "").isEmpty)
        #expect(try bench.store.pooledCustomers(withCode: "").count == 6)
    }
}
