/// The last day on which an owner must have followed up to keep a customer.
package struct Deadline: Sendable, Hashable {
    /// Day 0: the local day on which the clock started.
    package var clockStart: BusinessDate
    /// A follow-up dated on it is in time.
    package var date: BusinessDate

    package init(clockStart: BusinessDate, date: BusinessDate) {
        self.clockStart = clockStart
        self.date = date
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
