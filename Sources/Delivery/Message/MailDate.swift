import Records

/// A moment as RFC 5322 writes it: `Mon, 23 Nov 2026 23:59:59 +0800`.
enum MailDate {
    static func text(_ instant: Instant, in zone: Zone) -> String {
        let offset = zone.offset(at: instant)
        let date = zone.date(of: instant)
        let second = Int(instant.epochSeconds + offset - Int64(date.dayNumber) * 86_400)
        let (year, month, day) = date.components
        let clock = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        let magnitude = Int(offset.magnitude)
        let shift = "\(offset < 0 ? "-" : "+")\(padded(magnitude / 3600, 2))\(padded(magnitude / 60 % 60, 2))"
        return "\(days[date.weekday - 1]), \(padded(day, 2)) \(months[month - 1]) \(padded(year, 4)) \(clock) \(shift)"
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
