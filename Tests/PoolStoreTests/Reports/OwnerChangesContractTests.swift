import PoolStore
import Records
import Testing

@Suite("Whose customers changed hands, for the systems they came from")
struct OwnerChangesContractTests {
    /// What changed on a day, as text.
    private func changes(_ bench: Bench, day: Int) throws -> [String] {
        try bench.store.ownerChanges(after: bench.end(day - 1), through: bench.end(day)).map { change in
            let (from, to) = (change.previousOwner?.rawValue ?? "pool", change.owner?.rawValue ?? "pool")
            return "\(change.record) \(from) > \(to) \(change.status.rawValue)"
        }
    }

    @Test(
        "every record of the customer is told, once a day, and only where the owner is another",
        arguments: StoreFactory.all)
    func moves(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try bench.add([Bench.record("erp", "1", "一"), Bench.record("crm", "7", "一")])
        let (one, other) = (try #require(ids.first), try #require(ids.last))
        try bench.merge(one, other, day: 1)
        try bench.grant(.claim, one, ann, day: 2)
        #expect(try changes(bench, day: 1).isEmpty)
        #expect(try changes(bench, day: 2) == ["crm:7 pool > hr:ann prospect", "erp:1 pool > hr:ann prospect"])
        #expect(try changes(bench, day: 3).isEmpty)
        try bench.store.transfer(one, to: bob, reason: "t", by: "b", date: bench.date(4), at: bench.at(4))
        try bench.store.transfer(one, to: ann, reason: "t", by: "b", date: bench.date(4), at: bench.at(4, 13))
        #expect(try changes(bench, day: 4).isEmpty, "back where it was by the end of the day")
        try bench.grant(.recycle, one, ann, day: 5)
        #expect(try changes(bench, day: 5) == ["crm:7 hr:ann > pool pool", "erp:1 hr:ann > pool pool"])
        let range = try bench.store.ownerChanges(after: bench.end(0), through: bench.end(5))
        #expect(range.isEmpty, "over the five days nothing changed")
        #expect(try changes(bench, day: 2).count == 2, "a past day stays as it was")
    }

    @Test("an owner that a record brought is no news to its system, but is to the others", arguments: StoreFactory.all)
    func openings(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try bench.add([
            Bench.record("erp", "1", "一") { $0.ownership.owner = Reference("ann") },
            Bench.record("crm", "7", "一") { $0.ownership.owner = Reference("bob") },
        ])
        let one = try #require(ids.first)
        try bench.merge(one, try #require(ids.last), day: 1)
        let decision = OwnershipDecision(customer: one, owner: ann, rule: "earlier_owner", others: ["bob"])
        try bench.store.apply([decision], goLive: bench.at(0), date: bench.date(1), at: bench.at(1))
        #expect(try changes(bench, day: 1) == ["crm:7 pool > hr:ann prospect"])
    }

    @Test("a rep is called as the system calls it, by its own roster or by an alias")
    func directory() {
        var rep = Rep(id: RepID("crm-a:17"), name: "李娜")
        rep.aliases = ["crm-b:li.na@x.cn", "李娜", "crm-b:second"]
        let directory = RepDirectory([rep])
        #expect(directory.id(of: rep.id, in: "crm-a") == "17")
        #expect(directory.id(of: rep.id, in: "crm-b") == "li.na@x.cn")
        #expect(directory.id(of: rep.id, in: "crm") == nil)
        #expect(directory.id(of: RepID("crm-b:x"), in: "crm-b") == "x", "somebody the roster has lost")
    }

    @Test("a system without ids for anybody calls a rep by name; one with ids for others does not")
    func words() {
        var (first, second) = (Rep(id: RepID("hr:1"), name: "李娜"), Rep(id: RepID("hr:2"), name: "王磊"))
        second.aliases = ["erp:S02"]
        #expect(RepDirectory([first, second]).word(for: first.id, in: "crm") == "李娜")
        #expect(RepDirectory([first, second]).word(for: first.id, in: "erp") == nil)
        #expect(RepDirectory([first, second]).word(for: second.id, in: "erp") == "S02")
        first.name = second.name
        #expect(RepDirectory([first, second]).word(for: first.id, in: "crm") == nil, "two are called so")
    }
}
