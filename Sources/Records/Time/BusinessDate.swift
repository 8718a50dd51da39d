/// A calendar day, without a time zone: business dates, deadlines, first and last days of work.
///
/// Proleptic Gregorian; the arithmetic is the usual one on days since 1970-01-01, so nothing here asks a locale.
package struct BusinessDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package var dayNumber: Int32

    package init(dayNumber: Int) { self.dayNumber = Int32(clamping: dayNumber) }

    /// The day, or `nil` where the calendar has none such (2026-02-30).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(year: year, month: month)
        else { return nil }
        // Days from civil: years begin in March, so that the leap day is the last of its year.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var total = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                total = total * 10 + Int(byte - 0x30)
            }
            return total
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    /// The ISO weekday: 1 is Monday, 7 is Sunday.
    package var weekday: Int { ((Int(dayNumber) + 3) % 7 + 7) % 7 + 1 }

    /// The Monday of the day's ISO week.
    package var startOfWeek: BusinessDate { self - (weekday - 1) }

    /// The first day of the day's month.
    package var startOfMonth: BusinessDate { self - (day - 1) }

    /// The first day of the month after the day's.
    package var startOfNextMonth: BusinessDate {
        let (year, month, day) = components
        return self + (Self.daysInMonth(year: year, month: month) - day + 1)
    }

    /// The ISO 8601 week and the year it belongs to: `2027-01-01` is in week 53 of 2026.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = startOfWeek + 3
        let year = thursday.year
        guard let newYear = BusinessDate(year: year, month: 1, day: 1) else { return (year, 1) }
        return (year, Int(thursday.dayNumber - newYear.dayNumber) / 7 + 1)
    }

    package static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
    package static func + (date: Self, days: Int) -> Self { Self(dayNumber: Int(date.dayNumber) + days) }
    package static func - (date: Self, days: Int) -> Self { Self(dayNumber: Int(date.dayNumber) - days) }

    /// Days from `right` to `left`.
    package static func - (left: Self, right: Self) -> Int { Int(left.dayNumber) - Int(right.dayNumber) }
}

extension BusinessDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// `number` with zeros in front up to `width` digits.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
