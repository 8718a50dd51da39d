import Foundation
import Records
import Testing

@Suite("BusinessDate")
struct BusinessDateTests {
    func date(_ iso: String) throws -> BusinessDate { try #require(BusinessDate(iso: iso)) }

    @Test("the days of four centuries follow each other as Foundation's calendar has them")
    func everyDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: -80_000, to: 80_000, by: 97) {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let date = BusinessDate(dayNumber: number)
            #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
            #expect(date.weekday == ((parts.weekday ?? 0) + 5) % 7 + 1)
            #expect(BusinessDate(year: date.year, month: date.month, day: date.day) == date)
            #expect(BusinessDate(iso: date.description) == date)
        }
    }

    @Test(
        "days that the calendar has not are none",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "1900-02-29"])
    func noSuchDay(iso: String) {
        #expect(BusinessDate(iso: iso) == nil)
    }

    @Test(
        "nothing but YYYY-MM-DD is read",
        arguments: ["2026-1-5", "2026/01/05", "20260105", " 2026-01-05", "2026-01-05T", "２０２６-01-05", ""])
    func otherFormats(iso: String) {
        #expect(BusinessDate(iso: iso) == nil)
    }

    @Test("leap days are days", arguments: ["2024-02-29", "2000-02-29"])
    func leapDays(iso: String) throws {
        #expect(try date(iso).description == iso)
    }

    @Test("weeks begin on Monday, months on their first")
    func starts() throws {
        let sunday = try date("2026-11-29")
        #expect(sunday.weekday == 7)
        #expect(sunday.startOfWeek.description == "2026-11-23")
        #expect(sunday.startOfMonth.description == "2026-11-01")
        #expect(sunday.startOfNextMonth.description == "2026-12-01")
        #expect(try date("2026-12-31").startOfNextMonth.description == "2027-01-01")
    }

    @Test(
        "ISO weeks belong to the year of their Thursday",
        arguments: [
            ("2027-01-01", 2026, 53), ("2026-12-31", 2026, 53), ("2024-12-30", 2025, 1), ("2026-01-01", 2026, 1),
            ("2023-01-01", 2022, 52),
        ])
    func isoWeeks(iso: String, year: Int, week: Int) throws {
        #expect(try date(iso).isoWeek == (year, week))
    }

    @Test("differences are in days, and sums undo them")
    func arithmetic() throws {
        #expect(try date("2026-03-01") - date("2026-02-28") == 1)
        #expect(try date("2024-03-01") - date("2024-02-28") == 2)
        #expect(try date("2026-01-01") + 364 == date("2026-12-31"))
        #expect(try date("2026-01-01") < date("2026-01-02"))
    }

    @Test("a day number that does not fit is the last that does")
    func clamped() {
        #expect(BusinessDate(dayNumber: .max).dayNumber == .max)
    }
}
