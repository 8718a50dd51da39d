import Foundation
import Synchronization

/// The one IANA time zone of a workspace: what turns moments into calendar days and back.
///
/// A day is a calendar day in it, never 86,400 seconds (EDGE-CASES.md, "Time").
package struct Zone: Sendable, Equatable {
    /// The IANA name, such as `Asia/Shanghai`.
    package let name: String
    private let timeZone: TimeZone
    private let days = OffsetsByDay()

    /// The zone called `name`, or `nil` when the time zone database does not know it.
    package init?(named name: String) {
        guard let timeZone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.timeZone = timeZone
    }

    package static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }

    /// Seconds east of Greenwich at `instant`.
    package func offset(at instant: Instant) -> Int64 {
        days.offset(at: instant, from: lookedUp) ?? lookedUp(instant)
    }

    private func lookedUp(_ instant: Instant) -> Int64 {
        Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.epochSeconds))))
    }

    /// The calendar day in this zone at `instant`.
    package func date(of instant: Instant) -> BusinessDate {
        let local = instant.epochSeconds + offset(at: instant)
        return BusinessDate(dayNumber: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// The moment at which clocks in this zone show `date` and `secondOfDay`.
    ///
    /// A time that the clocks skip becomes the same distance after the change; one that they show twice is the first.
    package func instant(_ date: BusinessDate, secondOfDay: Int = 0) -> Instant {
        let local = Int64(date.dayNumber) * 86_400 + Int64(secondOfDay)
        let before = offset(at: Instant(epochSeconds: local - 86_400))
        let after = offset(at: Instant(epochSeconds: local + 86_400))
        let early = Instant(epochSeconds: local - before)
        if before == after || offset(at: early) == before { return early }
        let late = Instant(epochSeconds: local - after)
        return offset(at: late) == after ? late : early
    }

    /// The first moment of `date`.
    package func start(of date: BusinessDate) -> Instant { instant(date) }

    /// T of a business date: the last second of `date`.
    package func end(of date: BusinessDate) -> Instant { start(of: date + 1) + -1 }

    /// ISO 8601 with the zone's offset: `2026-11-23T09:30:00+08:00`.
    package func iso(_ instant: Instant) -> String {
        let offset = offset(at: instant)
        let date = date(of: instant)
        let second = instant.epochSeconds + offset - Int64(date.dayNumber) * 86_400
        let (hour, minute, rest) = (Int(second / 3600), Int(second / 60 % 60), Int(second % 60))
        let sign = offset < 0 ? "-" : "+"
        let magnitude = Int(abs(offset))
        return "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(rest, 2))"
            + "\(sign)\(padded(magnitude / 3600, 2)):\(padded(magnitude / 60 % 60, 2))"
    }
}

/// The offsets of days of Greenwich in which the clocks stood still, once they were asked: looking each of a million
/// moments up in the time zone database takes longer than all that is done with them.
private final class OffsetsByDay: Sendable {
    private let offsets = Mutex([Int32](repeating: unknown, count: 100 * 366))
    private static let unknown = Int32.min
    private static let changes = Int32.max

    /// `nil`: the clocks are changed on the day, or it lies outside the century that begins in 1970.
    func offset(at instant: Instant, from lookUp: (Instant) -> Int64) -> Int64? {
        guard instant.epochSeconds >= 0 else { return nil }
        let day = instant.epochSeconds / 86_400
        return offsets.withLock { offsets -> Int64? in
            guard day < offsets.count else { return nil }
            var offset = offsets[Int(day)]
            if offset == Self.unknown {
                let first = Int32(lookUp(Instant(epochSeconds: day * 86_400)))
                let last = Int32(lookUp(Instant(epochSeconds: day * 86_400 + 86_399)))
                offset = first == last ? first : Self.changes
                offsets[Int(day)] = offset
            }
            return offset == Self.changes ? nil : Int64(offset)
        }
    }
}

extension Zone {
    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `…:SS` (a blank may stand for the T) as this zone's clocks show it.
    ///
    /// A date alone is its last second, as everywhere where no time of day is given.
    package func instant(isoLocal text: String) -> Instant? {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let day = parts.first, let date = BusinessDate(iso: day), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return end(of: date) }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard clock.count == 2 || clock.count == 3, (0..<24).contains(clock[0]),
            clock[1...].allSatisfy((0..<60).contains)
        else { return nil }
        return instant(date, secondOfDay: clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0))
    }
}
