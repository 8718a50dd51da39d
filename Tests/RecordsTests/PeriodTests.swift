import Records
import Testing

@Suite struct PeriodTests {
    private static func day(_ text: String) -> BusinessDate { BusinessDate(iso: text) ?? BusinessDate(dayNumber: 0) }

    @Test("a week is Monday to Sunday and has its ISO name, over the turn of the year too")
    func week() {
        let week = Period.week(of: Self.day("2027-01-02"))
        #expect(week.from == Self.day("2026-12-28") && week.to == Self.day("2027-01-03"))
        #expect(week.name == "2026-W53")
        #expect(Period.week(named: "2026-W53") == week)
        #expect(Period.week(named: "2027-W53") == nil)
        #expect(Period.week(named: "2026-48") == nil)
        #expect(week.previous.name == "2026-W52")
    }

    @Test("a fiscal month may begin on another day, and is named by the month it ends in")
    func month() {
        let month = Period.month(of: Self.day("2026-11-23"), startDay: 26)
        #expect(month.from == Self.day("2026-10-26") && month.to == Self.day("2026-11-25"))
        #expect(month.name == "2026-11")
        #expect(Period.month(named: "2026-11", startDay: 26) == month)
        #expect(Period.month(of: Self.day("2026-11-26"), startDay: 26).name == "2026-12")
        #expect(month.previous.from == Self.day("2026-09-26") && month.previous.to == Self.day("2026-10-25"))
    }

    @Test("a calendar month is as long as it is", arguments: [("2028-02", 29), ("2026-02", 28), ("2026-12", 31)])
    func calendarMonth(name: String, days: Int) {
        let month = Period.month(named: name)
        #expect(month?.length == days)
        #expect(month?.previous.to == month.map { $0.from - 1 })
        #expect(month?.previous.from.day == 1)
    }

    @Test("days the wrong way round are no period")
    func reversed() {
        #expect(Period(from: Self.day("2026-11-02"), to: Self.day("2026-11-01")) == nil)
        let days = Period(from: Self.day("2026-11-02"), to: Self.day("2026-11-04"))
        #expect(days?.previous.from == Self.day("2026-10-30"))
        #expect(days?.name == "2026-11-02_2026-11-04")
    }
}
