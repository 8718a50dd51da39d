import PoolStore
import Records
import Testing

@Suite("The roster")
struct RepsContractTests {
    private func full() throws -> Rep {
        var rep = Rep(id: ann, name: "王芳")
        rep.email = "Ann@x.cn"
        rep.team = "华南;一"
        rep.managerEmail = "boss@x.cn"
        rep.isActive = false
        rep.startsOn = BusinessDate(dayNumber: 20_000)
        rep.endsOn = BusinessDate(dayNumber: 21_000)
        rep.leave = [BusinessDate(dayNumber: 20_100)...BusinessDate(dayNumber: 20_100)]
        rep.industries = ["C", "I65"]
        rep.sizes = [.small, .unknown]
        rep.regions = ["广东省"]
        rep.needs = ["云"]
        rep.claimLimit = 0
        rep.intakeLimit = 5
        rep.holdingLimit = 50
        rep.aliases = ["erp:7", "王"]
        return rep
    }

    @Test("a rep comes back with every value; saving it again changes nothing", arguments: StoreFactory.all)
    func roundTrip(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let rep = try full()
        #expect(try bench.addReps([rep, Rep(id: bob, name: "鲍")]) == [.new, .new])
        #expect(try bench.store.reps() == [rep, Rep(id: bob, name: "鲍")])
        #expect(try bench.addReps([rep]) == [.unchanged])
        var changed = rep
        changed.leave = []
        #expect(try bench.addReps([changed]) == [.updated])
        #expect(try bench.store.reps().first == changed)
    }

    @Test("at night somebody unknown becomes an inactive former rep, once", arguments: StoreFactory.all)
    func formerRep(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        #expect(try bench.followUp("f1", "1", "老李", at: bench.at(1)) == .new)
        #expect(try bench.followUp("f2", "1", "老李", at: bench.at(2)) == .new)
        #expect(try bench.events(.followedUp).isEmpty)
        #expect(
            try bench.store.resolvePending(makeFormerReps: false, date: bench.date(1), at: bench.at(1)) == [
                .followUps: 2
            ])
        #expect(try bench.store.reps().isEmpty)
        #expect(try bench.store.resolvePending(makeFormerReps: true, date: bench.date(2), at: bench.end(2)).isEmpty)
        let former = try #require(try bench.store.reps().first)
        #expect(former.id == RepID("erp:老李"))
        #expect(former.name == "老李")
        #expect(!former.isActive)
        #expect(try bench.store.reps().count == 1)
        #expect(try bench.events(.followedUp).map(\.rep) == [former.id, former.id])
        #expect(try bench.followUp("f3", "1", "老李", at: bench.at(3)) == .new)
        #expect(try bench.rows(.followUps).map { $0[3] } == ["erp:老李", "erp:老李", "erp:老李"])
        let isFormer = try #require(ExportTable.reps.columns.firstIndex { $0.name == "former" })
        #expect(try bench.rows(.reps).first?[isFormer] == "true")
    }

    @Test("a roster that brings the person takes over what the former rep did", arguments: StoreFactory.all)
    func replacesFormerRep(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        try bench.followUp("f", "1", "老李", at: bench.at(1))
        try bench.deal("d", "1", "老李", .won, closed: bench.at(1))
        try bench.payment("p", "1", "老李", amount: 1, paid: bench.at(1))
        _ = try bench.store.resolvePending(makeFormerReps: true, date: bench.date(1), at: bench.end(1))
        var rep = Rep(id: ann, name: "李四")
        rep.aliases = ["老李"]
        #expect(try bench.addReps([rep], day: 2) == [.new])
        #expect(try bench.store.reps().map(\.id) == [ann])
        #expect(try bench.rows(.followUps).map { $0[3] } == ["hr:ann"])
        #expect(try bench.rows(.deals).map { $0[3] } == ["hr:ann"])
        #expect(try bench.rows(.payments).map { $0[4] } == ["hr:ann"])
        // The later event of the same row supersedes the former one.
        let events = try bench.events(.followedUp)
        #expect(events.map(\.rep) == [RepID("erp:老李"), ann])
        #expect(events.map(\.payload["id"]) == ["erp:f", "erp:f"])
    }

    @Test("a former rep who turns up under the same id is simply that rep", arguments: StoreFactory.all)
    func sameID(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        try bench.followUp("f", "1", "ann", at: bench.at(1), source: "hr")
        _ = try bench.store.resolvePending(makeFormerReps: true, date: bench.date(1), at: bench.end(1))
        #expect(try bench.addReps([Rep(id: ann, name: "安")], day: 2) == [.new])
        #expect(try bench.store.reps() == [Rep(id: ann, name: "安")])
        #expect(try bench.events(.followedUp).count == 1)
    }

    @Test("limits are held against starts in the window and prospects held at its end", arguments: StoreFactory.all)
    func standings(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try (1...7).map { try bench.add("\($0)") }
        try bench.grant(.claim, ids[0], ann, day: 2)
        try bench.grant(.claim, ids[1], ann, day: 3)
        try bench.grant(.allocation, ids[2], ann, day: 4)
        try bench.grant(.allocation, ids[3], ann, day: 4)
        try bench.grant(.claim, ids[4], ann, day: 6)
        try bench.grant(.claim, ids[5], bob, day: 4)
        try bench.grant(.recycle, ids[1], ann, day: 4)
        try bench.deal("d", "3", "ann", .won, closed: bench.at(4), day: 4)
        try bench.store.save(
            [TierAssignment(rep: ann, tier: "金", month: bench.date(1), reason: .figures(.init()))], date: bench.date(1),
            at: bench.end(1))
        try bench.store.save(
            [TierAssignment(rep: ann, tier: "银", month: bench.date(31), reason: .figures(.init()))],
            date: bench.date(31),
            at: bench.end(31))
        let standings = try bench.store.standings(windowStart: bench.end(3), until: bench.end(4))
        #expect(standings.map(\.rep.id) == [ann, bob])
        #expect(standings.map(\.tier) == ["金", nil])
        #expect(standings.map(\.claimsInWindow) == [1, 1])
        #expect(standings.map(\.intakeInWindow) == [3, 1])
        // Customers 1 and 4: 2 was recycled, 3 is won, 5 comes later.
        #expect(standings.map(\.holdings) == [2, 1])
        let later = try bench.store.standings(windowStart: bench.end(5), until: bench.end(31))
        #expect(later.map(\.tier) == ["银", nil])
        #expect(later.map(\.claimsInWindow) == [1, 0])
        #expect(later.map(\.holdings) == [3, 1])
    }
}
