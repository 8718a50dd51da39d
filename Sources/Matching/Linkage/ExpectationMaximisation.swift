import Foundation

extension LinkageModel {
    /// Estimates m, u and the share of matches on the data, by expectation maximisation.
    ///
    /// u comes from pairs drawn at random, of which almost none match; where so few of them agree that chance decides, from
    /// the candidates that are taken for no match. m comes from the candidates. They were found because they agree on
    /// something, so in each pass those that agree on one comparison are looked at by all the others: there, what does
    /// not match differs as random pairs do. What is expected beforehand counts as some pairs of its own, which few
    /// records do not outweigh.
    ///
    /// `candidates` are all pairs that share a blocking key, `random` pairs drawn at random, both counted by pattern;
    /// `records`: how many there are. `isApart`: patterns that are no match, however much else agrees: a family of
    /// companies shares domain and switchboard, and would pass for one.
    package static func estimate(
        _ comparisons: [Comparison], candidates: [LevelPattern: Int], random: [LevelPattern: Int], records: Int,
        isApart: (LevelPattern) -> Bool = { _ in false }
    ) -> LinkageModel {
        var model = LinkageModel(prior: comparisons)
        let drawn = LevelCounts(comparisons, random)
        let patterns = candidates.sorted { $0.key < $1.key }.map {
            Weighted(pattern: $0.key, count: Double($0.value), isApart: isApart($0.key))
        }
        let pairs = max(Double(records) * Double(records - 1) / 2, 1)
        model.setU(drawn: drawn, unmatched: nil, pairs: pairs)
        model.weigh()
        var shares = comparisons.map { _ in 0.5 }
        for _ in 0..<Self.mostRounds {
            let before = model
            let (matched, all) = model.round(patterns, records: records, shares: &shares)
            model.setM(matched)
            model.setU(drawn: drawn, unmatched: all.unmatched, pairs: pairs)
            model.matchesPerRecord =
                (all.matches + 0.3 * Self.priorRecords) / (Double(records) + Self.priorRecords)
            model.weigh()
            if model.isClose(to: before) { break }
        }
        model.records = records
        return model
    }

    private static let mostRounds = 60
    /// What is expected beforehand counts as so many matches, random pairs and records.
    private static let priorMatches = 60.0
    private static let priorPairs = 1_000.0
    private static let priorRecords = 2_000.0
    /// With fewer random pairs at a level, the candidates say more about it.
    private static let fewestDrawn = 40.0

    private struct Weighted {
        var pattern: LevelPattern
        var count: Double
        var isApart: Bool
    }

    /// One round: expected matches at each level, and over all candidates the matches and the unmatched at each level.
    private func round(
        _ patterns: [Weighted], records: Int, shares: inout [Double]
    ) -> (matched: [[Double]], all: (matches: Double, unmatched: [[Double]])) {
        var matched = comparisons.map { $0.levels.map { _ in 0.0 } }
        var unmatched = matched
        var matches = 0.0
        var passes = comparisons.map { _ in (all: 0.0, matches: 0.0) }
        let prior = priorWeight(records: records)
        for candidate in patterns {
            let (pattern, count) = (candidate.pattern, candidate.count)
            let weight = candidate.isApart ? -.infinity : weight(of: pattern)
            let overall = Self.probability(ofBits: prior + weight)
            matches += overall * count
            for index in comparisons.indices where pattern[index] > 0 {
                unmatched[index][pattern[index] - 1] += (1 - overall) * count
            }
            for pass in comparisons.indices {
                let level = pattern[pass]
                guard level > 0, comparisons[pass].levels[level - 1].isBlocked else { continue }
                let odds = log2(shares[pass] / (1 - shares[pass]))
                let share = Self.probability(ofBits: odds + weight - self.weight(pass, level))
                passes[pass].all += count
                passes[pass].matches += share * count
                for index in comparisons.indices where index != pass && pattern[index] > 0 {
                    matched[index][pattern[index] - 1] += share * count
                }
            }
        }
        for (index, pass) in passes.enumerated() {
            shares[index] = min(max((pass.matches + 1) / (pass.all + 2), 0.001), 0.999)
        }
        return (matched, (matches, unmatched))
    }

    private mutating func setM(_ matched: [[Double]]) {
        for (index, comparison) in comparisons.enumerated() {
            let sum = matched[index].reduce(0, +) + Self.priorMatches
            m[index] = zip(matched[index], comparison.levels).map { ($0 + $1.m * Self.priorMatches) / sum }
        }
    }

    private mutating func setU(drawn: LevelCounts, unmatched: [[Double]]?, pairs: Double) {
        for (index, comparison) in comparisons.enumerated() {
            let known = drawn.counts[index].reduce(0, +)
            // Of all pairs, as many have both values as of those drawn.
            let there = pairs * (drawn.all > 0 ? max(known, 1) / drawn.all : 1)
            u[index] = comparison.levels.indices.map { level in
                let (count, prior) = (drawn.counts[index][level], comparison.levels[level].u)
                // Of what hardly ever happens by chance few pairs say nothing: it is expected less than once in them.
                if count < Self.fewestDrawn, comparison.levels[level].isBlocked, let unmatched {
                    let expected = max(Self.priorPairs, 0.5 / prior)
                    return (unmatched[index][level] + prior * expected) / (there + expected)
                }
                let expected = max(Self.priorPairs, 0.3 / prior)
                return (count + prior * expected) / (known + expected)
            }
        }
    }

    private func isClose(to other: LinkageModel) -> Bool {
        zip(weights(), other.weights()).allSatisfy { abs($0 - $1) < 0.005 }
    }

    private func weights() -> [Double] { zip(m, u).flatMap { zip($0, $1).map { log2($0 / $1) } } }
}

/// How many pairs compare at each level of each comparison.
private struct LevelCounts {
    var counts: [[Double]]
    var all = 0.0

    init(_ comparisons: [Comparison], _ patterns: [LevelPattern: Int]) {
        counts = comparisons.map { $0.levels.map { _ in 0 } }
        for (pattern, count) in patterns {
            all += Double(count)
            for index in comparisons.indices where pattern[index] > 0 {
                counts[index][pattern[index] - 1] += Double(count)
            }
        }
    }
}
