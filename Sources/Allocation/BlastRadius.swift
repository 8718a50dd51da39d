import Records
import Rules

/// How much one night may do before somebody has to look.
package enum BlastRadius {
    /// Fewer never stop a night: in a small pool every night would be an exception.
    package static let least = 50
    /// The nights that a night is compared with.
    package static let nights = 28
    /// What is usual is known after so many nights.
    package static let knownAfterNights = 10

    /// The most customers that may go back: twice the median of the last 28 nights or the share of the books that the rules
    /// name, whichever is more. `nil`: the rules set no limit.
    ///
    /// - Source: OPERATIONS.md, "Blast-radius fuse".
    package static func limit(held: Int, lastNights: [Int], rules: FollowUpRules) -> Int? {
        guard let share = rules.fuseShare else { return nil }
        let sorted = lastNights.prefix(nights).sorted()
        // Of an even number the upper one of the two in the middle: the fuse is for what is out of the ordinary.
        let median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        return max(least, 2 * median, Int((Double(held) * share).rounded(.up)))
    }

    /// The most of what comes in bursts (allocations when a week's quota is new, rows of a large list): twice the greatest
    /// of the last 28 nights. `nil`: too few nights have run to know what is usual.
    package static func limit(lastNights: [Int]) -> Int? {
        guard lastNights.count >= knownAfterNights, let most = lastNights.prefix(nights).max() else { return nil }
        return max(least, 2 * most)
    }
}
