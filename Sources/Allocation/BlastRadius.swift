import Records
import Rules

/// How many customers may go back in one night before somebody has to look.
package enum BlastRadius {
    /// Fewer never stop a night: in a small pool every night would be an exception.
    package static let least = 50

    /// The most that may go back: twice the median of the last 28 nights or the share of the books that the rules name,
    /// whichever is more. `nil`: the rules set no limit.
    ///
    /// - Source: OPERATIONS.md, "Blast-radius fuse".
    package static func limit(held: Int, lastNights: [Int], rules: FollowUpRules) -> Int? {
        guard let share = rules.fuseShare else { return nil }
        let sorted = lastNights.prefix(28).sorted()
        // Of an even number the upper one of the two in the middle: the fuse is for what is out of the ordinary.
        let median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        return max(least, 2 * median, Int((Double(held) * share).rounded(.up)))
    }
}
