import Records
import Rules

/// A way of choosing which of the eligible reps gets a customer, one customer after the other.
///
/// One type per strategy, in a file of its own; `AllocationStrategies.all` lists them. A strategy sees only reps who may
/// have the customer, so none can break a limit. `NeedMatch` looks at all customers at once and is none of these.
package protocol AllocationStrategy: Sendable {
    static var name: Strategy { get }

    init(_ setting: StrategySetting)

    /// The rep who got the last customer: what the next night starts after.
    var cursor: RepID? { get }

    /// The eligible reps whom the strategy takes into account, best first: the first one gets the customer; empty: the
    /// customer stays. `eligible` is sorted by rep and not empty.
    mutating func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice]

    /// Learns that the first of the ranked got it.
    mutating func granted(to rep: RepID)
}

/// What a strategy starts a night with.
package struct StrategySetting: Sendable {
    /// The rep who got the last customer of the night before.
    package var cursor: RepID?
    package var rules: AllocationRules
    package var estimate: ConversionEstimate

    package init(
        cursor: RepID? = nil, rules: AllocationRules = AllocationRules(),
        estimate: ConversionEstimate = ConversionEstimate([])
    ) {
        self.cursor = cursor
        self.rules = rules
        self.estimate = estimate
    }
}

/// An eligible rep as a strategy sees it.
package struct Choice: Sendable, Equatable {
    package var rep: RepID
    package var score: Double?
    package var probability: Double?
    /// Why this rep comes at this place.
    package var reason: ReasonCode
    package var detail: DecisionDetail

    package init(
        rep: RepID, score: Double? = nil, probability: Double? = nil, reason: ReasonCode = .nextInRotation,
        detail: DecisionDetail
    ) {
        self.rep = rep
        self.score = score
        self.probability = probability
        self.reason = reason
        self.detail = detail
    }
}

package enum AllocationStrategies {
    /// The strategies that hand out one customer after the other.
    package static let all: [any AllocationStrategy.Type] = [
        Rotation.self, LoadBalanced.self, TierWeighted.self, PerformanceFirst.self, Screening.self,
    ]

    package static func strategy(_ name: Strategy, _ setting: StrategySetting) -> (any AllocationStrategy)? {
        all.first { $0.name == name }?.init(setting)
    }
}
