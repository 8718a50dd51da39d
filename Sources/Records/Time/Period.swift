/// A run of business dates that a report is about, first and last included.
package struct Period: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// An ISO week, Monday to Sunday.
        case week
        /// A calendar month, or a fiscal one that begins on another day.
        case month
        case days
    }

    package var kind: Kind
    package var from: BusinessDate
    package var to: BusinessDate

    /// Any days; `nil` where they are the wrong way round.
    package init?(from: BusinessDate, to: BusinessDate) {
        guard from <= to else { return nil }
        self.init(.days, from, to)
    }

    private init(_ kind: Kind, _ from: BusinessDate, _ to: BusinessDate) {
        self.kind = kind
        self.from = from
        self.to = to
    }

    package static func week(of date: BusinessDate) -> Period {
        Period(.week, date.startOfWeek, date.startOfWeek + 6)
    }

    /// The month that holds `date`; `startDay` (1 to 28) is the day of the calendar month on which it begins.
    package static func month(of date: BusinessDate, startDay: Int = 1) -> Period {
        let offset = min(28, max(1, startDay)) - 1
        let shifted = date - offset
        return Period(.month, shifted.startOfMonth + offset, shifted.startOfNextMonth + offset - 1)
    }

    /// Reads `2026-W48`.
    package static func week(named name: String) -> Period? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "W", let year = Int(parts[0]), let number = Int(parts[1].dropFirst()),
            let first = BusinessDate(year: year, month: 1, day: 4)
        else { return nil }
        let period = week(of: first + 7 * (number - 1))
        return period.name == name ? period : nil
    }

    /// Reads `2026-11`: the month that ends in that calendar month.
    package static func month(named name: String, startDay: Int = 1) -> Period? {
        guard let first = BusinessDate(iso: name + "-01") else { return nil }
        return month(of: first, startDay: startDay)
    }

    package var length: Int { to - from + 1 }
    package func contains(_ date: BusinessDate) -> Bool { from <= date && date <= to }

    /// The week or month before, or as many days before.
    package var previous: Period {
        switch kind {
        case .week: Period(.week, from - 7, from - 1)
        case .month: Period(.month, (from - 1).sameDayOfMonth(as: from), from - 1)
        case .days: Period(.days, from - length, from - 1)
        }
    }

    /// `2026-W48`, `2026-11`, `2026-11-02_2026-11-15`: also a safe file name.
    package var name: String {
        switch kind {
        case .week:
            let (year, week) = from.isoWeek
            return "\(padded(year, 4))-W\(padded(week, 2))"
        case .month: return String(to.description.prefix(7))
        case .days: return "\(from)_\(to)"
        }
    }
}

extension BusinessDate {
    /// The latest day at or before this one with `other`'s day of the month, which is at most the 28th.
    fileprivate func sameDayOfMonth(as other: BusinessDate) -> BusinessDate {
        let start = startOfMonth + (other.day - 1)
        return start <= self ? start : (startOfMonth - 1).startOfMonth + (other.day - 1)
    }
}
