/// How far a mean would move with other customers of the same kind.
package enum Bootstrap {
    /// The 2.5 and 97.5 percent points of the means of resamples.
    ///
    /// `values` are the members that are not zero; the others of `count` are. 1,000 resamples, fewer where members are
    /// many, 200 at least; pseudo-random with a fixed seed, so the same question has the same answer.
    package static func meanInterval(of values: [Int64], amongst count: Int, seed: UInt64) -> Interval? {
        guard count > 0 else { return nil }
        guard !values.isEmpty else { return Interval(low: 0, high: 0) }
        let rounds = max(200, min(1000, 20_000_000 / count))
        var random = SplitMix(state: seed)
        let members = UInt64(count)
        var means: [Double] = []
        means.reserveCapacity(rounds)
        for _ in 0..<rounds {
            var sum: Int64 = 0
            for _ in 0..<count {
                let draw = Int(random.next() % members)
                if draw < values.count { sum &+= values[draw] }
            }
            means.append(Double(sum) / Double(count))
        }
        means.sort()
        func point(_ share: Double) -> Double { means[min(rounds - 1, Int(share * Double(rounds)))] }
        return Interval(low: point(0.025), high: point(0.975))
    }
}

/// SplitMix64: the same numbers on every machine, which `SystemRandomNumberGenerator` does not promise.
struct SplitMix: Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
