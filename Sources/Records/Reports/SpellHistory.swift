/// A spell with everything that happened in it up to T: what every measure of METRICS.md is computed from.
package struct SpellHistory: Sendable, Equatable {
    package var spell: Spell
    package var customerName: String
    package var section: String?
    package var size: Size.Class
    /// The owner's team at T.
    package var team: String?
    /// The owner's follow-ups that count, inside the spell, oldest first.
    package var followUps: [Instant]
    /// The customer's first win, if it is at or before T; it may lie before the spell.
    package var wonAt: Instant?
    /// Whether an open deal of the customer exempts it now.
    package var hasOpenDeal: Bool
    /// Revenue of the customer credited inside the spell, in the workspace's currency.
    package var revenue: Money
    /// 1-based: the how-manieth spell of this customer.
    package var ordinal: Int

    package init(
        spell: Spell, customerName: String, section: String? = nil, size: Size.Class = .unknown, team: String? = nil,
        followUps: [Instant] = [], wonAt: Instant? = nil, hasOpenDeal: Bool = false, revenue: Money, ordinal: Int = 1
    ) {
        self.spell = spell
        self.customerName = customerName
        self.section = section
        self.size = size
        self.team = team
        self.followUps = followUps
        self.wonAt = wonAt
        self.hasOpenDeal = hasOpenDeal
        self.revenue = revenue
        self.ordinal = ordinal
    }
}

/// One duty to follow up by a day: a spell and a deadline (METRICS.md, 3).
package struct Obligation: Sendable, Equatable {
    package enum Outcome: String, Sendable, CaseIterable {
        case met
        case missed
        /// Not yet due at T: in neither side of compliance.
        case pending
        /// Paused, won, or exempt by a rule: in neither side.
        case exempt
    }

    package var customer: CustomerID
    package var rep: RepID
    package var deadline: Deadline
    package var outcome: Outcome
    /// The follow-up that met it.
    package var followedUpAt: Instant?

    package init(
        customer: CustomerID, rep: RepID, deadline: Deadline, outcome: Outcome, followedUpAt: Instant? = nil
    ) {
        self.customer = customer
        self.rep = rep
        self.deadline = deadline
        self.outcome = outcome
        self.followedUpAt = followedUpAt
    }
}
