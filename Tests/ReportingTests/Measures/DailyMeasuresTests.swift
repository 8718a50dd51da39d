import Records
import Testing

@testable import Reporting

@Suite struct DailyMeasuresTests {
    @Test("each thing counts on its own day: starts by kind, ends by reason, wins once a customer")
    func days() {
        var small = SmallNight()
        small.addSpell(1, kind: .claim, start: 3, end: 0, reason: .recycled)
        small.addSpell(2, kind: .allocation, start: 3, end: 1, reason: .released)
        small.addSpell(3, kind: .opening, start: 30, won: 1)
        small.addSpell(3, rep: 2, kind: .transfer, start: 2, won: 1)
        small.addDuty(1, due: 0, .missed)
        small.addDuty(2, due: 1, .met)
        small.addDuty(3, due: 1, .exempt)
        small.addDuty(4, due: -1, .pending)
        let days = small.night.daily.days
        #expect(days.count == DailyMeasures.keptDays && days.last?.date == SmallNight.date)
        let last = Array(days.suffix(4))
        #expect(last[0].claimed == 1 && last[0].allocated == 1 && last[0].handedOut == 2)
        #expect(last[1].transferred == 1 && last[1].handedOut == 0)
        #expect(last[2].released == 1 && last[2].won == 1 && last[2].duties == Proportion(1, of: 1))
        #expect(last[3].recycled == 1 && last[3].duties == Proportion(0, of: 1))
        #expect(days.reduce(0) { $0 + $1.won } == 1)
    }

    @Test("a usual day is the median of the same weekday in four weeks, and none before there were four")
    func usual() {
        var small = SmallNight()
        for (index, number) in [1, 4, 2, 9].enumerated() {
            for one in 0..<number { small.addSpell(index * 10 + one, start: 7 * (index + 1)) }
        }
        for one in 0..<5 { small.addSpell(100 + one, start: 3) }
        #expect(small.night.daily.usual(\.handedOut) == 3)
        var young = SmallNight()
        young.addSpell(1, start: 27)
        #expect(young.night.daily.usual(\.handedOut) == nil)
    }

    @Test(
        "a day index agrees with the zone at every hour, over changes of the clocks too",
        arguments: ["Asia/Shanghai", "Europe/Berlin"])
    func index(name: String) throws {
        let zone = try #require(Zone(named: name))
        let first = try #require(BusinessDate(iso: "2026-10-20"))
        let index = DayIndex(first: first, count: 12, zone: zone)
        let start = zone.start(of: first)
        for hour in -30...(13 * 24) {
            let moment = start + Int64(hour) * 3600
            let day = zone.date(of: moment) - first
            #expect(index[moment] == ((0..<12).contains(day) ? day : nil))
        }
    }

    @Test("the widest gap to a fair share goes by days of work, and says whose it is")
    func fairShare() {
        var small = SmallNight()
        for number in 1...8 { small.addSpell(number, rep: number <= 6 ? 1 : 2, kind: .allocation, start: number) }
        small.facts.reps[2].rep.leave = [(SmallNight.date - 27)...(SmallNight.date - 14)]
        let allocation = small.night.allocation
        let shares = AllocationMeasures.fairShares(allocation.lines)
        #expect(shares.map(\.received) == [6, 2, 0])
        #expect(shares.map { ($0.due * 10).rounded() } == [32, 32, 16])
        #expect(allocation.widestGap?.rep == SmallNight.rep(1))
        #expect(allocation.widestGapBefore == nil)
    }
}
