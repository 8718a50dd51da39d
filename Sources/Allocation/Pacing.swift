import Records
import Rules

/// How much of a claim window's quota is due by a night, where the rules hand it out in equal parts.
///
/// Nothing is kept from night to night: what is due is counted from the window's beginning and what the rep already got is
/// taken off, so parts of a customer carry over within the window, and so does what a day of leave left undone.
package struct Pacing: Sendable {
    /// Working days of the window, at least 1, and of those how many are over at the end of the business date.
    package let workdays: Int
    package let elapsed: Int

    package init(window: ClosedRange<BusinessDate>, date: BusinessDate, calendar: WorkCalendar) {
        var (workdays, elapsed) = (0, 0)
        var day = window.lowerBound
        while day <= window.upperBound {
            if calendar.isWorkday(day) {
                workdays += 1
                if day <= date { elapsed += 1 }
            }
            day = day + 1
        }
        self.workdays = max(1, workdays)
        self.elapsed = workdays == 0 ? 1 : elapsed
    }

    /// The part of `quota` that is due, rounded down.
    package func due(_ quota: Int) -> Int { quota * elapsed / workdays }

    /// The most that one day may hand out, where the quota is a most: its part of the window, rounded up.
    package func daily(_ quota: Int) -> Int { (quota + workdays - 1) / workdays }
}
