import Foundation

/// What agreement and difference are worth, after Fellegi and Sunter: for each level the probability that a match (m) and
/// that any other pair (u) compares so.
///
/// A weight is log2(m/u), in bits; the weights of a pair and the odds that two records match at all add up to the odds that
/// these two do.
package struct LinkageModel: Sendable, Equatable {
    package let comparisons: [Comparison]
    package internal(set) var m: [[Double]]
    package internal(set) var u: [[Double]]
    /// Matching pairs there are per record.
    package internal(set) var matchesPerRecord: Double
    /// The records that it was estimated on; 0: the model is what is expected of any data.
    package internal(set) var records: Int
    /// Per comparison how often a value comes among the other records, over all records (see `rarity`).
    package internal(set) var averageShares: [Double]
    /// `LevelPattern.levels` for each comparison: by level, 0 for no value.
    private var weights: [Double] = []

    /// Below this many records two of them are no likelier to match than if there were as many: a small pool is the
    /// beginning of a larger one, and a wrong merge costs more than a missed one.
    static let fewestRecords = 20_000

    /// The model before any data was seen.
    package init(prior comparisons: [Comparison]) {
        self.comparisons = comparisons
        m = comparisons.map { $0.levels.map(\.m) }
        u = comparisons.map { $0.levels.map(\.u) }
        matchesPerRecord = 0.3
        records = 0
        averageShares = comparisons.map { _ in 0 }
        weigh()
    }

    mutating func weigh() {
        weights = zip(m, u).flatMap { m, u in
            let bits = [0] + zip(m, u).map { log2($0 / $1) }
            return bits + Array(repeating: 0, count: LevelPattern.levels - bits.count)
        }
    }

    /// The most that a comparison can give.
    func mostWeight(_ comparison: Int) -> Double { (0..<LevelPattern.levels).map { weight(comparison, $0) }.max() ?? 0 }

    /// The bits that one comparison gives.
    package func weight(_ comparison: Int, _ level: Int) -> Double { weights[comparison * LevelPattern.levels + level] }

    /// The bits of all comparisons together.
    package func weight(of pattern: LevelPattern) -> Double {
        var sum = 0.0
        for comparison in m.indices { sum += weight(comparison, pattern[comparison]) }
        return sum
    }

    /// The odds, in bits, that two of so many records match, of which nothing else is known.
    package func priorWeight(records: Int) -> Double {
        let count = Double(max(records, Self.fewestRecords))
        return log2(2 * matchesPerRecord / count)
    }

    static let mostRarity = 3.0

    /// What a value adds that is rarer, or less rare, than those that others agree on (term-frequency adjustment).
    /// `count`: the records that have the value.
    package func rarity(_ comparison: Int, count: Int, records: Int) -> Double {
        guard averageShares[comparison] > 0 else { return 0 }
        let share = Double(max(count - 1, 1)) / Double(max(records, 2))
        return min(max(log2(averageShares[comparison] / share), -10), Self.mostRarity)
    }

    /// 0 to 1.
    package static func probability(ofBits bits: Double) -> Double { 1 / (1 + exp2(-bits)) }
}

extension LinkageModel: CustomStringConvertible {
    /// A line for each level: what it is worth in bits, m and u.
    package var description: String {
        var lines = ["\(records) records, \(matchesPerRecord) matches a record"]
        for (index, comparison) in comparisons.enumerated() {
            for (level, form) in comparison.levels.enumerated() {
                let bits = (weight(index, level + 1) * 10).rounded() / 10
                lines.append("\(comparison.name)  \(form.name)  \(bits)  m \(m[index][level])  u \(u[index][level])")
            }
        }
        return lines.joined(separator: "\n")
    }
}
