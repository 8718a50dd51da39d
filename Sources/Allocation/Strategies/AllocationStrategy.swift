import Records

/// A way of choosing which of the eligible reps gets a customer.
///
/// One type per strategy, in a file of its own; `AllocationStrategies.all` lists them. A strategy sees only reps who may
/// have the customer, so none can break a limit.
package protocol AllocationStrategy: Sendable {
    static var name: Strategy { get }

    /// - Parameter cursor: the rep who got the last customer of the night before.
    init(cursor: RepID?)

    /// The rep who got the last customer: what the next night starts after.
    var cursor: RepID? { get }

    /// The eligible reps, best first: the first one gets the customer. `eligible` is sorted by rep and not empty.
    mutating func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice]

    /// Learns that the first of the ranked got it.
    mutating func granted(to rep: RepID)
}

/// An eligible rep as a strategy sees it.
package struct Choice: Sendable, Equatable {
    package var rep: RepID
    package var score: Double?
    /// Why this rep comes at this place.
    package var detail: DecisionDetail

    package init(rep: RepID, score: Double? = nil, detail: DecisionDetail) {
        self.rep = rep
        self.score = score
        self.detail = detail
    }
}

package enum AllocationStrategies {
    /// The strategies that hand out customers which nobody claimed.
    package static let all: [any AllocationStrategy.Type] = [
        Rotation.self
    ]

    /// The names that `allocation.strategy` may have. `first_come` hands out nothing: those who come first have claimed.
    package static var names: [Strategy] { [FirstComeFirstServed.name] + all.map { $0.name } }
}

/// The rules name a strategy that does not exist yet.
package struct UnsupportedStrategy: Error, Sendable, Equatable {
    package var strategy: Strategy
}
