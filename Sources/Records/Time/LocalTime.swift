/// A moment as the workspace's clocks show it: what a sentence about a moment says, without the zone at hand.
package struct LocalTime: Sendable, Hashable {
    package var date: BusinessDate
    /// 0 to 86,399.
    package let secondOfDay: Int

    package init(_ instant: Instant, in zone: Zone) {
        date = zone.date(of: instant)
        let local = instant.epochSeconds + zone.offset(at: instant)
        secondOfDay = Int(local - Int64(date.dayNumber) * 86_400)
    }

    /// Reads what `text` writes, nothing else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = BusinessDate(iso: parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard clock.count == 3, (0..<24).contains(clock[0]), clock[1...].allSatisfy((0..<60).contains) else {
            return nil
        }
        self.date = date
        secondOfDay = clock[0] * 3600 + clock[1] * 60 + clock[2]
        guard self.text == text else { return nil }
    }

    /// `2026-11-20T09:00:00`.
    package var text: String { "\(date)T\(minutes):\(padded(secondOfDay % 60, 2))" }

    private var minutes: String { "\(padded(secondOfDay / 3600, 2)):\(padded(secondOfDay / 60 % 60, 2))" }
}

extension LocalTime: CustomStringConvertible {
    /// `2026-11-20 09:00`, with seconds where there are any.
    package var description: String {
        let seconds = secondOfDay % 60
        return "\(date) \(minutes)" + (seconds == 0 ? "" : ":\(padded(seconds, 2))")
    }
}
