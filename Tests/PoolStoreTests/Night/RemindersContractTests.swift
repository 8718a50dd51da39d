import PoolStore
import Records
import Testing

@Suite("Reminders, tiers and the rotation's place")
struct RemindersContractTests {
    @Test("reminders are kept by date; saved again they change nothing", arguments: StoreFactory.all)
    func reminders(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = [try bench.add("1"), try bench.add("2")].sorted()
        let reminders = [
            Reminder(customer: ids[0], rep: ann, deadline: bench.date(5)),
            Reminder(customer: ids[1], rep: bob, deadline: bench.date(6)),
        ]
        for _ in 1...2 { try bench.store.save(reminders.reversed(), date: bench.date(4), at: bench.end(4)) }
        #expect(try bench.store.reminders(of: bench.date(4)) == reminders)
        #expect(try bench.store.reminders(of: bench.date(5)).isEmpty)
        #expect(try bench.events(.reminded).map(\.payload) == [["deadline": "2026-11-05"], ["deadline": "2026-11-06"]])
    }

    @Test("tiers are kept by month", arguments: StoreFactory.all)
    func tiers(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let month = bench.date(1)
        var won = TierReason.Figures()
        (won.wonDeals, won.wonDealsNeeded, won.complianceNeeded) = (3, 2, 0.55)
        let tiers = [
            TierAssignment(rep: ann, tier: "金", month: month, reason: .figures(won)),
            TierAssignment(
                rep: bob, tier: "银", month: month, reason: .newcomer(startedOn: month, days: 90, date: month)),
        ]
        for _ in 1...2 { try bench.store.save(tiers.reversed(), date: bench.date(1), at: bench.end(1)) }
        #expect(try bench.store.tiers(of: month) == tiers)
        #expect(try bench.store.tiers(of: bench.date(2)).isEmpty)
        #expect(try bench.events(.tierAssigned).count == 2)
    }

    @Test("the rotation goes on where it stopped", arguments: StoreFactory.all)
    func cursor(_ factory: StoreFactory) throws {
        let store = try factory.make()
        #expect(try store.rotationCursor() == nil)
        try store.saveRotationCursor(ann)
        try store.saveRotationCursor(bob)
        #expect(try store.rotationCursor() == bob)
    }
}
