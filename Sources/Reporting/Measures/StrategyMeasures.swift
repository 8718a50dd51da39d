import Records

/// Which way of giving customers away worked (METRICS.md, 13): won within `days` of the spell's start, by how it was
/// given.
struct StrategyMeasures: Sendable {
    struct Arm: Sendable, Equatable {
        /// `claim`, or the strategy of the allocation.
        var name: String
        var share: Proportion
    }

    /// An arm beside the one with most spells.
    struct Comparison: Sendable, Equatable {
        var arm: Arm
        var reference: Arm
        /// Newcombe's, of arm − reference.
        var difference: Interval
        /// `nil` where the reference has no win.
        var riskRatio: Double?
        /// Adjusted by Holm where there are more than two arms.
        var pValue: Double
        var verdict: Verdict
    }

    enum Verdict: String, Sendable, CaseIterable {
        case better, worse
        /// The interval covers zero.
        case undecided
        /// An arm has fewer than 30 spells.
        case tooFew = "too_few"
    }

    /// Most spells first.
    let arms: [Arm]
    let comparisons: [Comparison]
    /// Whether chance gave customers to arms; otherwise the numbers are observational and no cause can be read from them.
    let isRandomised: Bool

    static let days = 30
    static let windowDays = 180
    static let minimumPerArm = 30
    /// Arms of an experiment are named `experiment:<arm>`.
    static let experimentPrefix = "experiment:"

    init(_ spells: SpellWindow) {
        let horizon = Int64(Self.days) * 86_400
        let earliest = spells.end + -Int64(Self.windowDays) * 86_400
        var shares: [String: Proportion] = [:]
        for history in spells.acquired where !history.wasWonBefore {
            let start = history.spell.startedAt
            guard start >= earliest, spells.end - start >= horizon, let name = Self.arm(of: history) else { continue }
            shares[name, default: Proportion(0, of: 0)].add(history.wonInside.map { $0 - start <= horizon } ?? false)
        }
        self.init(arms: shares.map { Arm(name: $0.key, share: $0.value) })
    }

    init(arms: [Arm]) {
        self.arms = arms.sorted {
            $0.share.total == $1.share.total ? $0.name.isOrderedBefore($1.name) : $0.share.total > $1.share.total
        }
        isRandomised = arms.count > 1 && arms.allSatisfy { $0.name.hasPrefix(Self.experimentPrefix) }
        guard let reference = self.arms.first else {
            comparisons = []
            return
        }
        let others = self.arms.dropFirst()
        let adjusted = Holm.adjusted(others.map { Proportion.equalityPValue($0.share, reference.share) })
        comparisons = zip(others, adjusted).compactMap { arm, pValue in
            Proportion.difference(arm.share, reference.share).map { interval in
                Comparison(
                    arm: arm, reference: reference, difference: interval,
                    riskRatio: Self.ratio(arm.share, reference.share), pValue: pValue,
                    verdict: Self.verdict(arm, reference, interval, pValue))
            }
        }
    }

    private static func arm(of history: SpellHistory) -> String? {
        switch history.spell.kind {
        case .claim: "claim"
        case .allocation: history.strategy
        case .opening, .transfer, .reinstatement: nil
        }
    }

    private static func ratio(_ left: Proportion, _ right: Proportion) -> Double? {
        guard let left = left.value, let right = right.value, right > 0 else { return nil }
        return left / right
    }

    private static func verdict(_ arm: Arm, _ reference: Arm, _ interval: Interval, _ pValue: Double) -> Verdict {
        if min(arm.share.total, reference.share.total) < minimumPerArm { return .tooFew }
        if interval.low <= 0, interval.high >= 0 { return .undecided }
        if pValue >= 0.05 { return .undecided }
        return interval.low > 0 ? .better : .worse
    }
}
