/// The last day on which an owner must have followed up to keep a customer.
package struct Deadline: Sendable, Hashable {
    /// What day 0 is the day of.
    package enum Origin: String, Sendable, CaseIterable {
        case start
        case followUp = "follow_up"
        /// A change of the rules, which gives everybody the full time again.
        case ruleChange = "rule_change"
        /// The grace that going live gives.
        case goLive = "go_live"
    }

    /// What must have happened by the date.
    package enum Duty: String, Sendable, CaseIterable {
        case followUp = "follow_up"
        /// An open deal.
        case opportunity
        /// A won deal.
        case deal
    }

    /// Day 0: the local day on which the clock started.
    package var clockStart: BusinessDate
    /// What happens on it is in time.
    package var date: BusinessDate
    package var origin: Origin
    package var duty: Duty

    package init(
        clockStart: BusinessDate, date: BusinessDate, origin: Origin = .start, duty: Duty = .followUp
    ) {
        self.clockStart = clockStart
        self.date = date
        self.origin = origin
        self.duty = duty
    }
}

/// A customer that is due soon, for its owner's list.
package struct Reminder: Sendable, Equatable {
    package var customer: CustomerID
    package var rep: RepID
    package var deadline: BusinessDate

    package init(customer: CustomerID, rep: RepID, deadline: BusinessDate) {
        self.customer = customer
        self.rep = rep
        self.deadline = deadline
    }
}

/// A rep's tier for a month, and the figures behind it.
package struct TierAssignment: Sendable, Equatable {
    package var rep: RepID
    /// The tier's name in gonghai.yaml.
    package var tier: String
    /// The month for which it holds, by its first day.
    package var month: BusinessDate
    package var reason: TierReason

    package init(rep: RepID, tier: String, month: BusinessDate, reason: TierReason) {
        self.rep = rep
        self.tier = tier
        self.month = month
        self.reason = reason
    }
}

/// What a rep achieved in a period: the figures that tiers are read from.
package struct RepPerformance: Sendable, Equatable {
    package var rep: Rep
    package var wonDeals: Int
    /// Payments or won deals, as `revenue_from` says, in the workspace's currency.
    package var revenue: Money
    /// Obligations due in the period, and those met in time.
    package var obligationsDue: Int
    package var obligationsMet: Int

    package init(rep: Rep, wonDeals: Int = 0, revenue: Money, obligationsDue: Int = 0, obligationsMet: Int = 0) {
        self.rep = rep
        self.wonDeals = wonDeals
        self.revenue = revenue
        self.obligationsDue = obligationsDue
        self.obligationsMet = obligationsMet
    }
}
