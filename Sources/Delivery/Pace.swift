/// Spaces mails evenly where the rules limit how many go out in a minute. Reads no clock: seconds are given.
package struct Pace: Sendable {
    private let interval: Double
    private var nextAt: Double?

    /// `perMinute`: mails a minute at most; `nil`: without limit.
    package init(perMinute: Int?) { interval = perMinute.map { 60 / Double($0) } ?? 0 }

    /// Seconds to wait before the next mail, at `now` of a clock that never goes back.
    package mutating func wait(now: Double) -> Double {
        let slot = max(nextAt ?? now, now)
        nextAt = slot + interval
        return slot - now
    }
}
