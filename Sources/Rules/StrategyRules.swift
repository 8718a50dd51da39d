import Records

/// When in a claim window allocations are handed out.
package enum Pace: String, Sendable, CaseIterable {
    /// As soon as the limits leave room.
    case atOnce = "at_once"
    /// In equal parts over the working days of the window, so that customers who come late in it find room.
    case even
}

extension AllocationRules {
    /// Whether anything is chosen by what was won before.
    package var usesHistory: Bool {
        order == .expected
            || ([strategy] + experiment.map(\.strategy)).contains { $0 == .needMatch || $0 == .performanceFirst }
    }

    /// Whether customers are handed out one after the other in an order that lasts from night to night, so that those
    /// whose turn comes are enough; otherwise all of the pool have to be looked at.
    package var readsOffers: Bool { order != .expected && strategy != .needMatch && strategy != .experiment }
}

/// `allocation.need_match:` who is likely to win whom.
package struct NeedMatchRules: Sendable, Equatable {
    /// `alpha`: what a customer's value counts for, value^alpha. 0 maximises conversions, 1 revenue.
    package var alpha = 0.5
    /// `at_least`: customers that every rep at work gets per claim window, while there are enough. The intake limit is the most.
    package var atLeast = 0
    /// `on_average`: customers per rep and claim window, all reps together; `nil` (`none`): as many as the intake limits allow.
    package var onAverage: Int?
    /// `value_floor`: a rep who got less than this share of the mean value of the last 28 days comes first; 0: nobody does.
    package var valueFloor = 0.0
    /// `exploration`: from 0, use the estimates, to 1, try out what is uncertain.
    package var exploration = 0.0

    package init() {}
}

/// One of `allocation.screening:` customers that a filter lets through, and who gets them.
package struct ScreeningRule: Sendable, Equatable {
    /// `industries`, `sizes`, `regions`, `needs`, `levels`: what a customer must be; empty: anything.
    package var industries: [String] = []
    package var sizes: [Size.Class] = []
    package var regions: [String] = []
    package var needs: [String] = []
    package var levels: [Level] = []
    /// `reps`, `teams`: who takes turns; both empty: everyone.
    package var reps: [String] = []
    package var teams: [String] = []

    package init() {}
}

/// One of `allocation.experiment:` a strategy and its part of the customers.
package struct ExperimentArm: Sendable, Equatable {
    package var strategy: Strategy
    /// `share`: in proportion to those of the other arms.
    package var share: Int

    package init(strategy: Strategy, share: Int) {
        self.strategy = strategy
        self.share = share
    }
}
