/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package var epochSeconds: Int64

    package init(epochSeconds: Int64) { self.epochSeconds = epochSeconds }

    package static func < (left: Self, right: Self) -> Bool { left.epochSeconds < right.epochSeconds }
    package static func + (instant: Self, seconds: Int64) -> Self {
        Self(epochSeconds: instant.epochSeconds &+ seconds)
    }
    /// Seconds from `right` to `left`.
    package static func - (left: Self, right: Self) -> Int64 { left.epochSeconds &- right.epochSeconds }
}
