/// A spell with everything that happened in it up to T: what every measure of METRICS.md is computed from.
package struct SpellHistory: Sendable, Equatable {
    package var spell: Spell
    package var section: String?
    package var size: Size.Class
    /// The owner's team at T.
    package var team: String?
    /// Where the clock did not begin with the spell: from when it runs.
    package var clockFrom: Instant?
    /// The owner's follow-ups that count, inside the spell, oldest first; a deputy's are the owner's.
    package var followUps: [Instant]
    /// The customer's first win, if it is at or before T; it may lie before the spell.
    package var wonAt: Instant?
    /// When the first deal of the customer was opened inside the spell.
    package var dealAt: Instant?
    /// By which strategy it was allocated; `nil` for spells that were not, or by hand.
    package var strategy: String?
    /// Whether an open deal of the customer exempts it now.
    package var hasOpenDeal: Bool
    /// What may exempt the customer, of a prospect's spell that is open now; otherwise `nil`.
    package var standing: Standing?
    /// What was sold to the customer inside the spell, in `currency`, oldest first.
    package var sales: [Sale]
    /// The workspace's.
    package var currency: String
    /// 1-based: the how-manieth spell of this customer.
    package var ordinal: Int

    package struct Standing: Sendable, Equatable {
        package var hold: Hold?
        package var level: Level?
        /// A first win after T.
        package var wonAt: Instant?

        package init(hold: Hold? = nil, level: Level? = nil, wonAt: Instant? = nil) {
            self.hold = hold
            self.level = level
            self.wonAt = wonAt
        }
    }

    package init(
        spell: Spell, section: String? = nil, size: Size.Class = .unknown, team: String? = nil,
        followUps: [Instant] = [], wonAt: Instant? = nil, hasOpenDeal: Bool = false, sales: [Sale] = [],
        currency: String = "CNY", ordinal: Int = 1
    ) {
        self.spell = spell
        self.section = section
        self.size = size
        self.team = team
        self.followUps = followUps
        self.wonAt = wonAt
        dealAt = nil
        strategy = nil
        self.hasOpenDeal = hasOpenDeal
        self.sales = sales
        self.currency = currency
        self.ordinal = ordinal
    }

    /// All of `sales`.
    package var revenue: Money {
        Money(minorUnits: sales.reduce(0) { $0 &+ $1.minorUnits }, currency: currency)
    }
}

/// A payment, or the amount of a won deal, as the rules count revenue.
package struct Sale: Sendable, Equatable {
    package var at: Instant
    package var minorUnits: Int64

    package init(at: Instant, minorUnits: Int64) {
        self.at = at
        self.minorUnits = minorUnits
    }
}

/// A deal that was decided.
package struct ClosedDeal: Sendable, Equatable {
    package var rep: RepID?
    package var closedAt: Instant
    package var isWon: Bool

    package init(rep: RepID?, closedAt: Instant, isWon: Bool) {
        self.rep = rep
        self.closedAt = closedAt
        self.isWon = isWon
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
