import Foundation
import Records

/// A pair that may well be one customer.
package struct Link: Sendable, Equatable {
    package var left: Int
    package var right: Int
    package var pattern: LevelPattern
    /// The odds that it is, in bits: 10 is a thousand to one.
    package var bits: Double

    /// 0 to 1.
    package var probability: Double { LinkageModel.probability(ofBits: bits) }
}

/// Which of a table's records are one customer: their pairs weighed by a model, estimated on them or given.
package struct Linkage<Table: LinkageTable> {
    package let table: Table
    package let model: LinkageModel
    /// How many records the pool has: the more, the likelier is it that two agree by chance.
    package let records: Int
    private let priorWeight: Double
    /// The most that the costly comparisons and the rarity of values can add.
    private let mostOfCostly: Double

    package init(table: Table, model: LinkageModel, records: Int) {
        self.table = table
        self.model = model
        self.records = records
        priorWeight = model.priorWeight(records: records)
        let costly = Table.costly.map { model.mostWeight($0) }.reduce(0, +)
        // How rare the values are may add its most everywhere; a bit more, since sums are rounded.
        mostOfCostly = costly + LinkageModel.mostRarity * Double(Table.comparisons.count) + 0.01
    }

    /// A thousand to one, and even odds.
    package static var mergeBits: Double { 10 }
    package static var reviewBits: Double { 0 }

    // MARK: The model

    private static var fewestToDraw: Int { 100 }

    /// Estimates the model on the table's candidate pairs; on some hundred thousand of them where there are more.
    /// `records`: of the pool, of which the table may hold only those that share a key with others.
    package static func estimate(_ table: Table, _ pairs: CandidatePairs, records: Int) -> LinkageModel {
        let step = max(1, pairs.count() / 400_000)
        let candidates = counts(
            InParts.map(pairs.end) { part in
                var counts: [LevelPattern: Int] = [:]
                pairs.forEach(ofSmaller: part) { left, right in
                    if step > 1, (table.rank(left) ^ table.rank(right)) % UInt64(step) != 0 { return }
                    counts[table.pattern(left, right), default: 0] += step
                }
                return counts
            })
        var random: [LevelPattern: Int] = [:]
        // Of few records too large a share of all pairs match.
        if table.count >= Self.fewestToDraw {
            let ranked = (0..<table.count).map { (rank: table.rank($0), record: $0) }.sorted {
                ($0.rank, $0.record) < ($1.rank, $1.record)
            }
            var numbers = PairNumbers()
            let drawn = (0..<min(400_000, table.count * 20)).map { _ in numbers.next(below: table.count) }
            random = counts(
                InParts.map(drawn.count) { part in
                    drawn[part].reduce(into: [:]) { counts, pair in
                        counts[table.pattern(ranked[pair.0].record, ranked[pair.1].record), default: 0] += 1
                    }
                })
        }
        var model = LinkageModel.estimate(
            Table.comparisons, candidates: candidates, random: random, records: records,
            isApart: table.isApart)
        for (comparison, shared) in table.sharedValues() {
            model.averageShares[comparison] =
                max(Double(shared) / Double(max(records, 1)), 0.5) / Double(max(records, 1))
        }
        return model
    }

    private static func counts(_ parts: [[LevelPattern: Int]]) -> [LevelPattern: Int] {
        parts.reduce(into: [:]) { counts, part in counts.merge(part, uniquingKeysWith: +) }
    }

    // MARK: Weighing

    /// The odds that two records which compare so are one, in bits.
    package func bits(_ pattern: LevelPattern, _ left: Int, _ right: Int) -> Double {
        var bits = priorWeight + model.weight(of: pattern)
        for comparison in Table.comparisons.indices where pattern[comparison] > 0 {
            bits += rarity(comparison, pattern, left, right)
        }
        return bits
    }

    func rarity(_ comparison: Int, _ pattern: LevelPattern, _ left: Int, _ right: Int) -> Double {
        guard let sharers = table.sharers(comparison, pattern, left, right) else { return 0 }
        return model.rarity(comparison, count: sharers, records: records)
    }

    package func link(_ left: Int, _ right: Int) -> Link {
        let pattern = table.pattern(left, right)
        return Link(left: left, right: right, pattern: pattern, bits: bits(pattern, left, right))
    }

    /// The pairs of at least even odds, the likeliest first.
    package func links(_ pairs: CandidatePairs) -> [Link] {
        let links = InParts.map(pairs.end) { part in
            var links: [Link] = []
            pairs.forEach(ofSmaller: part) { left, right in
                guard mayReachReview(left, right) else { return }
                let link = link(left, right)
                if link.bits >= Self.reviewBits { links.append(link) }
            }
            return links
        }
        return links.joined().map { (link: $0, ranks: ranks($0)) }.sorted {
            if $0.link.bits != $1.link.bits { return $0.link.bits > $1.link.bits }
            return ($0.ranks.first, $0.ranks.second, $0.link.left, $0.link.right)
                < ($1.ranks.first, $1.ranks.second, $1.link.left, $1.link.right)
        }.map(\.link)
    }

    /// Whether the costly comparisons could lift two records to even odds; for most candidates they could not.
    private func mayReachReview(_ left: Int, _ right: Int) -> Bool {
        guard !Table.costly.isEmpty else { return true }
        return priorWeight + model.weight(of: table.cheapPattern(left, right)) + mostOfCostly >= Self.reviewBits
    }

    private func ranks(_ link: Link) -> (first: UInt64, second: UInt64) {
        let (one, other) = (table.rank(link.left), table.rank(link.right))
        return (min(one, other), max(one, other))
    }
}

/// Pairs drawn by a generator of its own, the same every time (splitmix64).
private struct PairNumbers {
    private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    mutating func next(below count: Int) -> (Int, Int) {
        let left = number(below: count)
        var right = number(below: count - 1)
        if right >= left { right += 1 }
        return (min(left, right), max(left, right))
    }

    private mutating func number(below count: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        return Int(mixed.multipliedFullWidth(by: UInt64(count)).high)
    }
}
