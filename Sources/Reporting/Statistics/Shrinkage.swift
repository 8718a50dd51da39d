/// Pulls shares of few observations towards the group's: a rep with 2 of 2 is not better than one with 95 of 100
/// (METRICS.md, 14).
///
/// Beta-binomial empirical Bayes with the group's mean and the method of moments for the strength of the prior.
package struct Shrinkage: Sendable, Equatable {
    /// The group's share.
    package var mean: Double
    /// How many observations the group's share is worth; `nil`: the group's members differ no more than by chance,
    /// so every member is given the group's share.
    package var strength: Double?

    /// `nil` where the group has no observations.
    package init?(group: [Proportion]) {
        let members = group.filter { $0.total > 0 }
        let total = members.reduce(0) { $0 + $1.total }
        guard total > 0 else { return nil }
        mean = Double(members.reduce(0) { $0 + $1.count }) / Double(total)
        guard members.count > 1 else {
            // Nobody to learn from: the member keeps its own share, which is the mean.
            return
        }
        let n = Double(members.count)
        let binomial = mean * (1 - mean)
        let squares = members.reduce(0.0) { sum, member in
            let distance = (member.value ?? mean) - mean
            return sum + Double(member.total) * distance * distance
        }
        let variance = n * squares / ((n - 1) * Double(total))
        let excess = variance - binomial / n * members.reduce(0.0) { $0 + 1 / Double($1.total) }
        guard excess > 1e-12 else { return }
        strength = max(0, (binomial - variance) / excess)
    }

    package func shrunk(_ share: Proportion) -> Double {
        guard let strength else { return mean }
        let total = Double(share.total) + strength
        return total > 0 ? (Double(share.count) + mean * strength) / total : mean
    }
}
