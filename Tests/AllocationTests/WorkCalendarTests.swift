import Foundation
import Records
import TestSupport
import Testing

@testable import Allocation

@Suite("WorkCalendar")
struct WorkCalendarTests {
    let china = WorkCalendar.china

    @Test("weekends are worked where the Spring Festival's make-up workdays (调休) say so")
    func makeUpWorkdays() {
        #expect(china.isWorkday(day("2026-02-14")))
        #expect(china.isWorkday(day("2026-02-28")))
        #expect(!china.isWorkday(day("2026-02-17")))
        #expect(!china.isWorkday(day("2026-02-23")))
        #expect(china.isWorkday(day("2026-02-24")))
        #expect(!china.isWorkday(day("2026-03-01")))
    }

    @Test("working days are counted over the Spring Festival and its make-up Saturdays")
    func addsOverSpringFestival() {
        // Friday 13 February: the 14th is worked, the 15th to 23rd are off, the 24th is the second working day.
        #expect(china.adding(workdays: 1, to: day("2026-02-13")) == day("2026-02-14"))
        #expect(china.adding(workdays: 2, to: day("2026-02-13")) == day("2026-02-24"))
        #expect(china.adding(workdays: 6, to: day("2026-02-13")) == day("2026-02-28"))
        #expect(china.adding(workdays: 0, to: day("2026-02-15")) == day("2026-02-15"))
    }

    @Test("the next and the last working day are found around a holiday, and are the day itself when it is worked")
    func neighbours() {
        #expect(china.nextWorkday(onOrAfter: day("2026-10-01")) == day("2026-10-08"))
        #expect(china.lastWorkday(onOrBefore: day("2026-10-07")) == day("2026-09-30"))
        #expect(china.nextWorkday(onOrAfter: day("2026-10-10")) == day("2026-10-10"))
        #expect(china.lastWorkday(onOrBefore: day("2026-10-10")) == day("2026-10-10"))
    }

    @Test("a missing year in the holiday table is never \"no holidays\" by silence")
    func missingYear() {
        #expect(china.covers(year: 2024) && china.covers(year: 2025) && china.covers(year: 2026))
        #expect(!china.covers(year: 2027))
        #expect(china.uncoveredYears(in: day("2026-12-30")...day("2028-01-02")) == [2027, 2028])
        #expect(china.uncoveredYears(in: day("2026-01-01")...day("2026-12-31")) == [])
        #expect(china.isWorkday(day("2027-01-01")))
        #expect(!china.isWorkday(day("2027-01-02")))
    }

    @Test("each year of the table frees and makes up a plausible number of days")
    func plausibleTable() throws {
        for year in 2024...2026 {
            let first = try #require(BusinessDate(year: year, month: 1, day: 1))
            let days = (0..<365).map { first + $0 }
            let freed = days.filter { $0.weekday <= 5 && !china.isWorkday($0) }
            let worked = days.filter { $0.weekday > 5 && china.isWorkday($0) }
            #expect((13...28).contains(freed.count))
            #expect((3...10).contains(worked.count))
        }
    }

    @Test("a table with a row that is not understood is refused as a whole")
    func brokenTable() {
        #expect(WorkCalendar(table: "date,kind,occasion\n2026-01-01,off,x\n") != nil)
        #expect(WorkCalendar(table: "date,kind,occasion\n2026-02-30,off,x\n") == nil)
        #expect(WorkCalendar(table: "date,kind,occasion\n2026-01-01,holiday,x\n") == nil)
        #expect(WorkCalendar(table: "2026-01-01,off,x\n") == nil)
    }

    @Test("an absurd number of working days ends at an absurd date, not never")
    func absurdNumber() {
        #expect(WorkCalendar().adding(workdays: .max, to: day("9999-12-01")) == day("9999-12-31"))
    }

    @Test("the embedded tables say what Facts/calendar says (run Scripts/embed.sh when this fails)")
    func embeddedIsFresh() throws {
        let folder = Paths.root.appending(path: "Facts/calendar")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(EmbeddedCalendars.names == files)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(EmbeddedCalendars.text(file) == text)
        }
        #expect(EmbeddedCalendars.text("mars.csv") == nil)
    }
}
