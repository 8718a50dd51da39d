import Records
import TestSupport
import Testing

@testable import Normalization

@Suite("DateText")
struct DateTextTests {
    typealias Order = ValueConventions.DateOrder

    func read(_ text: String, _ order: Order? = nil) -> Reading<DateText> { DateReader(order: order).read(bytes(text)) }

    @Test(
        "the fifth of January in every way of writing",
        arguments: [
            "2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "2026年01月05号", "20260105", "2026-1-5", "民国115年1月5日",
            "民國115/1/5",
            "5-Jan-2026", "Jan 5, 2026", "January 5th, 2026", "5 January 2026", "２０２６－０１－０５", "26年1月5日",
            "2026年1月5日 星期一", "2026-Jan-05",
        ])
    func days(text: String) {
        #expect(read(text) == Reading(DateText(date: BusinessDate(dayNumber: 20_458))))
    }

    @Test(
        "short dates are read by the file's order, or where only one order fits",
        arguments: [
            ("3/4/2026", Order.monthDayYear, "2026-03-04"), ("3/4/2026", .dayMonthYear, "2026-04-03"),
            ("25/12/2026", nil, "2026-12-25"),
            ("12/25/2026", nil, "2026-12-25"), ("5/5/2026", nil, "2026-05-05"), ("26/1/5", .yearMonthDay, "2026-01-05"),
            ("1/5/26", .monthDayYear, "2026-01-05"), ("5.1.26", .dayMonthYear, "2026-01-05"),
            ("5/1/99", .dayMonthYear, "1999-01-05"),
            ("12/25/2026", .yearMonthDay, "2026-12-25"),
        ])
    func orders(text: String, order: Order?, expected: String) {
        #expect(read(text, order).value?.date.description == expected)
        #expect(read(text, order).problem == nil)
    }

    @Test(
        "a short date that can be two days is neither", arguments: ["3/4/2026", "03-04-2026", "1/5/26", "05.01.2026"])
    func ambiguous(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .ambiguousDate)
    }

    @Test(
        "times of day",
        arguments: [
            ("2026-01-05 09:30", 34_200), ("2026-01-05 09:30:15", 34_215), ("2026-01-05T09:30:15.123", 34_215),
            ("2026/1/5 9:30 PM", 77_400),
            ("2026/1/5 12:00 AM", 0), ("2026/1/5 12:05 PM", 43_500), ("2026年1月5日 下午3:30", 55_800),
            ("2026年1月5日 15时30分", 55_800),
            ("20260105093015", 34_215), ("202601050930", 34_200), ("20260105T093015", 34_215),
            ("2026-01-05 9 pm", 75_600),
        ])
    func times(text: String, second: Int) {
        #expect(read(text).value?.secondOfDay == second)
        #expect(read(text).value?.date == BusinessDate(dayNumber: 20_458))
    }

    @Test(
        "offsets make a time the same moment everywhere",
        arguments: [
            "2009-07-14T18:14:45Z", "07/15/2009 02:14:45+0800", "2009-07-14 14:14:45-04:00",
            "2009-07-15T02:14:45.000+08:00", "2009-07-14 18:14:45 UTC",
            "2009-07-15 02:14:45 GMT+8",
        ])
    func offsets(text: String) throws {
        let reading = read(text, .monthDayYear)
        #expect(reading.value?.instant(in: try #require(shanghai)).epochSeconds == 1_247_595_285)
        #expect(reading.value?.date(in: try #require(shanghai)).description == "2009-07-15")
    }

    @Test("the time stamps of a real export")
    func salesforce() throws {
        #expect(
            read("2006-04-15T03:23:15.000Z").value?.instant(in: try #require(shanghai)).epochSeconds == 1_145_071_395)
    }

    @Test("midnight at the end of a day is the next day")
    func midnight() {
        #expect(read("2026-01-04 24:00:00").value == DateText(date: BusinessDate(dayNumber: 20_458), secondOfDay: 0))
    }

    @Test("a day alone is its start, or its last second")
    func missingTime() throws {
        let zone = try #require(shanghai)
        let day = try #require(read("2026-01-05").value)
        #expect(zone.iso(day.instant(in: zone)) == "2026-01-05T00:00:00+08:00")
        #expect(zone.iso(day.instant(in: zone, missingTimeIsEnd: true)) == "2026-01-05T23:59:59+08:00")
    }

    @Test("a spreadsheet's day number is converted and flagged")
    func spreadsheet() {
        #expect(read("45123").value?.date.description == "2023-07-16")
        #expect(read("45123.5").value?.secondOfDay == 43_200)
        #expect(read("45123").problem?.code == .excelDate)
        #expect(read("29999").problem?.code == .invalidDate)
        #expect(read("60001").problem?.code == .invalidDate)
    }

    @Test("no date is no date", arguments: ["0000-00-00", "0000-00-00 00:00:00", ""])
    func none(text: String) {
        #expect(read(text) == .nothing)
    }

    @Test(
        "what is no day is flagged",
        arguments: [
            "2026-02-30", "2026-13-01", "soon", "2026", "2026-01", "1/2", "9.3", "同上", "2026-01-05 25:00",
            "2026-01-05 10:60", "2026-01-05 x", "115/1/5",
            "20261301", "1899-12-31", "99999999999999999999", "2026-01-05+99:00", "2026-01-05 13:00 foo",
        ])
    func invalid(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .invalidDate)
    }

    @Test("a date that breaks the file's own order is not bent to fit")
    func breaksOrder() {
        #expect(read("15/03/2026", .monthDayYear).problem?.code == .invalidDate)
    }

    @Test("every day of a century is read as it is written")
    func everyDay() {
        for number in stride(from: 0, to: 36_500, by: 7) {
            let date = BusinessDate(dayNumber: number)
            #expect(read(date.description).value == DateText(date: date))
        }
    }
}
