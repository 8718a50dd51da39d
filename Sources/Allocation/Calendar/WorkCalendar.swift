import Records

/// Which days are worked: Monday to Friday, except public holidays, and the make-up workdays (调休) of a table.
///
/// For a year that the table does not know, Monday to Friday is assumed and `covers` is false, so that whoever relies
/// on it can say so: a missing year is never "no holidays" by silence (EDGE-CASES.md, "Time").
package struct WorkCalendar: Sendable, Equatable {
    /// Days off and weekend days worked that a table says; `nil` per day: as its weekday.
    private var exceptions: [Int32: Bool] = [:]
    private var years: Set<Int> = []

    /// Monday to Friday of every year, no year covered.
    package init() {}

    /// Reads a table of `date,kind,occasion` rows, kind `off` or `work`, with `#` comments and a header.
    ///
    /// `nil` for a table with any other row: a calendar that is half understood would move deadlines.
    package init?(table: String) {
        var isHeaderRead = false
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            guard isHeaderRead else {
                guard line == "date,kind,occasion" else { return nil }
                isHeaderRead = true
                continue
            }
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == 3, let date = BusinessDate(iso: cells[0]), cells[1] == "off" || cells[1] == "work"
            else {
                return nil
            }
            exceptions[date.dayNumber] = cells[1] == "work"
            years.insert(date.year)
        }
    }

    /// The public holidays and make-up workdays of the People's Republic of China.
    ///
    /// - Source: Facts/calendar/cn_holidays.csv.
    package static let china =
        EmbeddedCalendars.text("cn_holidays.csv").flatMap { WorkCalendar(table: $0) } ?? WorkCalendar()

    package func isWorkday(_ date: BusinessDate) -> Bool { exceptions[date.dayNumber] ?? (date.weekday <= 5) }

    /// Whether the table has the holidays of `year`.
    package func covers(year: Int) -> Bool { years.contains(year) }

    /// The years of these days whose holidays the table does not have, ascending: what a warning names.
    package func uncoveredYears(in days: ClosedRange<BusinessDate>) -> [Int] {
        (days.lowerBound.year...days.upperBound.year).filter { !covers(year: $0) }
    }

    /// The `workdays`th working day after `date`; `date` itself, worked or not, for 0 or less.
    package func adding(workdays: Int, to date: BusinessDate) -> BusinessDate {
        var (day, remaining) = (date, workdays)
        while remaining > 0, day < Self.end {
            day = day + 1
            if isWorkday(day) { remaining -= 1 }
        }
        return day
    }

    /// How many working days there are after `start`, `end` included; 0 where it is not later.
    package func workdays(after start: BusinessDate, through end: BusinessDate) -> Int {
        end > start ? (1...(end - start)).count { isWorkday(start + $0) } : 0
    }

    /// `date` where it is a working day, otherwise the first one after it.
    package func nextWorkday(onOrAfter date: BusinessDate) -> BusinessDate {
        isWorkday(date) ? date : adding(workdays: 1, to: date)
    }

    /// `date` where it is a working day, otherwise the last one before it.
    package func lastWorkday(onOrBefore date: BusinessDate) -> BusinessDate {
        var day = date
        while !isWorkday(day), day > Self.beginning { day = day - 1 }
        return day
    }

    /// Where counting stops, so that an absurd number of days ends at an absurd date instead of never.
    private static let beginning = BusinessDate(dayNumber: -719_162)
    private static let end = BusinessDate(dayNumber: 2_932_896)
}
