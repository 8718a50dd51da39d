import PoolStore
import Records
import Testing

@Suite("What is known of a customer")
struct SummariesContractTests {
    @Test("a summary has every value, its sources and its former owners", arguments: StoreFactory.all)
    func complete(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        var row = Bench.record("erp", "1", "")
        row.value = SaveCustomersContractTests.full
        row.value.ownership = LegacyOwnership()
        let other = Bench.record("crm", "7", "别名")
        let id = Identity.customer(source: "crm", externalID: "7")
        try bench.save(
            [
                MatchedCustomer(
                    id: id, isNew: true,
                    records: [RecordMatch(key: other.key, rule: nil), RecordMatch(key: row.key, rule: .fullName)])
            ], [row, other])
        try bench.store.update([id: row.value.customer], date: bench.date(1), at: bench.at(1))
        try bench.grant(.claim, id, bob, day: 2)
        try bench.grant(.recycle, id, bob, day: 3)
        try bench.grant(.allocation, id, ann, day: 4)
        try bench.store.endSpell(
            of: id, heldBy: ann, reason: .released, date: bench.date(5), at: bench.at(5), by: "ann")

        var expected = CustomerSummary(id: id, name: "深圳市华强电子有限公司")
        expected.section = "C"
        expected.division = "39"
        expected.size = .small
        expected.level = .a
        expected.province = "广东省"
        expected.city = "深圳市"
        expected.needs = ["云;主机", "安全"]
        expected.value = Money(minorUnits: .max, currency: "USD")
        expected.poolSince = bench.at(5)
        expected.sources = ["crm", "erp"]
        expected.formerOwners = [
            .init(rep: bob, endedAt: bench.end(3), endReason: .recycled),
            .init(rep: ann, endedAt: bench.at(5), endReason: .released),
        ]
        #expect(try bench.store.summaries(of: [id]) == [expected])
        #expect(try bench.store.pool() == [expected])
    }

    @Test("the pool of an earlier day is the one of that day", arguments: StoreFactory.all)
    func poolThen(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1", day: 1)
        let b = try bench.add("2", day: 3)
        try bench.grant(.claim, a, ann, day: 2)
        try bench.grant(.recycle, a, ann, day: 4)
        try bench.grant(.claim, a, ann, day: 5)
        try bench.grant(.claim, b, ann, day: 6)
        func pool(_ day: Int) throws -> [CustomerID] { try bench.store.pool(at: bench.end(day)).map(\.id) }
        #expect(try pool(0) == [])
        #expect(try pool(1) == [a])
        #expect(try pool(2) == [])
        #expect(try pool(3) == [b])
        #expect(try pool(4) == [a, b].sorted())
        #expect(try pool(5) == [b])
        #expect(try pool(6) == [])
        let then = try bench.store.pool(at: bench.end(4))
        #expect(then.first { $0.id == a }?.poolSince == bench.end(4))
        #expect(then.allSatisfy { $0.status == .pool })
        #expect(try bench.store.pool(at: bench.end(1)).first?.poolSince == bench.at(1))
    }
}
