/// How unequally something is shared: 0 where everybody has the same, towards 1 where one has all.
package enum Gini {
    /// `nil` where there is nobody or nothing to share.
    package static func coefficient(_ values: [Double]) -> Double? {
        let total = values.reduce(0, +)
        guard total > 0 else { return nil }
        let n = Double(values.count)
        let weighted = values.sorted().enumerated().reduce(0) { $0 + (2 * Double($1.offset + 1) - n - 1) * $1.element }
        return weighted / (n * total)
    }

    /// The mean coefficient of `count` things dealt out at random in proportion to `capacities`, each rep's number
    /// divided by its capacity: what chance alone makes of a team of this size.
    ///
    /// The draws are pseudo-random with a fixed seed, so the same question has the same answer.
    package static func underChance(count: Int, capacities: [Int], seed: UInt64) -> Double? {
        let reps = capacities.filter { $0 > 0 }
        guard count > 0, !reps.isEmpty else { return nil }
        let bounds = reps.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
        let total = UInt64(bounds.last ?? 1)
        let rounds = max(20, min(400, 400_000 / count))
        var random = SplitMix(state: seed)
        var sum = 0.0
        for _ in 0..<rounds {
            var dealt = [Int](repeating: 0, count: reps.count)
            for _ in 0..<count {
                let draw = Int(random.next() % total)
                dealt[bounds.firstIndex { draw < $0 } ?? 0] += 1
            }
            sum += coefficient(zip(dealt, reps).map { Double($0) / Double($1) }) ?? 0
        }
        return sum / Double(rounds)
    }
}
