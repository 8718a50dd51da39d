/// A share: so many of so many. Its interval says how little a small denominator tells.
package struct Proportion: Sendable, Equatable {
    package var count: Int
    package var total: Int

    package init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// `nil` where the denominator is zero: reports say "n/a", never 0 %.
    package var value: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// Wilson's 95 % score interval; `nil` where the denominator is zero.
    package var wilson: Interval? {
        guard let value else { return nil }
        let n = Double(total)
        let square = Self.z * Self.z
        let centre = value + square / (2 * n)
        let spread = Self.z * (value * (1 - value) / n + square / (4 * n * n)).squareRoot()
        let scale = 1 + square / n
        return Interval(low: max(0, (centre - spread) / scale), high: min(1, (centre + spread) / scale))
    }

    /// Newcombe's 95 % interval for the difference of two independent shares (his method 10: built on Wilson's);
    /// `nil` where either denominator is zero.
    package static func difference(_ left: Proportion, _ right: Proportion) -> Interval? {
        guard let p = left.value, let q = right.value, let pRange = left.wilson, let qRange = right.wilson else {
            return nil
        }
        let below = ((p - pRange.low) * (p - pRange.low) + (qRange.high - q) * (qRange.high - q)).squareRoot()
        let above = ((pRange.high - p) * (pRange.high - p) + (q - qRange.low) * (q - qRange.low)).squareRoot()
        return Interval(low: p - q - below, high: p - q + above)
    }

    /// The 97.5 % point of the standard normal distribution.
    private static let z = 1.959_963_984_540_054
}

package struct Interval: Sendable, Equatable {
    package var low: Double
    package var high: Double

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}
