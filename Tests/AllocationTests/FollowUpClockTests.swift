import Records
import Rules
import TestSupport
import Testing

@testable import Allocation

@Suite("FollowUpClock")
struct FollowUpClockTests {
    func deadline(
        _ start: Instant, _ followUp: Instant? = nil, in zone: Zone = shanghai,
        _ change: (inout FollowUpRules) -> Void = { _ in }
    ) -> BusinessDate {
        var rules = FollowUpRules()
        change(&rules)
        return FollowUpClock.deadline(
            spellStartedAt: start, lastFollowUpAt: followUp, rules: rules, calendar: .china, zone: zone
        ).date
    }

    @Test("the day of the start is day 0, so seven days from Friday end on the Friday after")
    func dayZero() {
        #expect(deadline(moment("2026-11-13", hour: 0)) == day("2026-11-20"))
        #expect(deadline(moment("2026-11-13", hour: 23)) == day("2026-11-20"))
    }

    @Test("the clock starts at the later of the spell's start and the last follow-up")
    func clockStart() {
        #expect(deadline(moment("2026-11-13"), moment("2026-11-16")) == day("2026-11-23"))
        #expect(deadline(moment("2026-11-13"), nil) == day("2026-11-20"))
    }

    @Test("a contact before owned-since, such as an old owner's, does not move the new owner's clock")
    func contactBeforeStart() {
        #expect(deadline(moment("2026-11-13"), moment("2026-11-01")) == day("2026-11-20"))
    }

    @Test("the local day counts, not the one in Greenwich")
    func localDay() {
        // 00:30 on the 13th in Shanghai is the 12th in Greenwich.
        let start = shanghai.instant(day("2026-11-13"), secondOfDay: 1800)
        #expect(deadline(start) == day("2026-11-20"))
        #expect(deadline(start, in: zone("Etc/UTC")) == day("2026-11-19"))
    }

    @Test("days are calendar days over a change of the clocks, never 86,400 seconds")
    func daylightSaving() {
        let berlin = zone("Europe/Berlin")
        // Clocks go forward on 29 March 2026 and back on 25 October: days of 23 and of 25 hours.
        let spring = berlin.instant(day("2026-03-28"), secondOfDay: 86_399)
        #expect(deadline(spring, in: berlin) { $0.withinDays = 1 } == day("2026-03-29"))
        let autumn = berlin.instant(day("2026-10-25"), secondOfDay: 86_399)
        #expect(deadline(autumn, in: berlin) { $0.withinDays = 1 } == day("2026-10-26"))
        #expect(deadline(berlin.start(of: day("2026-10-24")), in: berlin) { $0.withinDays = 2 } == day("2026-10-26"))
    }

    @Test("29 February is a day like any other")
    func leapDay() {
        #expect(deadline(moment("2028-02-22")) == day("2028-02-29"))
        #expect(deadline(moment("2028-02-28")) { $0.withinDays = 2 } == day("2028-03-01"))
        #expect(deadline(moment("2027-02-28")) { $0.withinDays = 1 } == day("2027-03-01"))
    }

    @Test("working days skip the Spring Festival and count its make-up workdays")
    func workingDays() {
        #expect(
            deadline(moment("2026-02-13")) {
                $0.dayKind = .working
                $0.withinDays = 2
            } == day("2026-02-24"))
    }

    @Test("0 days is the same day, not off")
    func zeroDays() {
        #expect(deadline(moment("2026-11-14")) { $0.withinDays = 0 } == day("2026-11-14"))
    }

    @Test("recycling that waits for a working day waits over weekend and holiday, otherwise not at all")
    func recycleDate() {
        var rules = FollowUpRules()
        let saturday = Deadline(clockStart: day("2026-11-14"), date: day("2026-11-21"))
        #expect(FollowUpClock.recycleDate(of: saturday, rules: rules, calendar: .china) == day("2026-11-23"))
        let festival = Deadline(clockStart: day("2026-02-10"), date: day("2026-02-17"))
        #expect(FollowUpClock.recycleDate(of: festival, rules: rules, calendar: .china) == day("2026-02-24"))
        rules.recycleOn = .calendar
        #expect(FollowUpClock.recycleDate(of: saturday, rules: rules, calendar: .china) == day("2026-11-21"))
    }

    @Test("a later follow-up never makes the deadline earlier (property)")
    func monotonic() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var rules = FollowUpRules()
            rules.withinDays = Int.random(in: 0...40, using: &generator)
            rules.dayKind = Bool.random(using: &generator) ? .working : .calendar
            let zone = zone(Bool.random(using: &generator) ? "Asia/Shanghai" : "America/New_York")
            let start = moment("2025-12-01") + Int64.random(in: 0...40_000_000, using: &generator)
            let first = start + Int64.random(in: -1_000_000...5_000_000, using: &generator)
            let second = first + Int64.random(in: 0...5_000_000, using: &generator)
            let deadlines = [nil, first, second].map {
                FollowUpClock.deadline(
                    spellStartedAt: start, lastFollowUpAt: $0, rules: rules, calendar: .china, zone: zone)
            }
            #expect(deadlines[0].date <= deadlines[1].date && deadlines[1].date <= deadlines[2].date)
            #expect(deadlines.allSatisfy { $0.date - $0.clockStart >= rules.withinDays })
        }
    }
}
