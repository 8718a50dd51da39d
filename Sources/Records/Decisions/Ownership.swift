/// One system's word on who holds a customer, with what the ordered rule of ownership asks about it.
package struct OwnerClaim: Sendable, Equatable {
    package var record: RecordKey
    /// `nil`: the named owner is not on the roster.
    package var rep: RepID?
    /// The name as the export has it.
    package var named: String
    package var ownedSince: Instant?
    package var hasOpenDeal: Bool
    /// The latest payment credited to this rep for this customer.
    package var lastPaidAt: Instant?
    /// The rep's latest follow-up that counts.
    package var lastFollowUpAt: Instant?

    package init(
        record: RecordKey, rep: RepID?, named: String, ownedSince: Instant? = nil, hasOpenDeal: Bool = false,
        lastPaidAt: Instant? = nil, lastFollowUpAt: Instant? = nil
    ) {
        self.record = record
        self.rep = rep
        self.named = named
        self.ownedSince = ownedSince
        self.hasOpenDeal = hasOpenDeal
        self.lastPaidAt = lastPaidAt
        self.lastFollowUpAt = lastFollowUpAt
    }
}

/// A customer without an ownership history, and what its records say about it: what the migration has to settle.
package struct OwnershipCase: Sendable, Equatable {
    package var customer: CustomerID
    /// Sorted by record.
    package var claims: [OwnerClaim]
    package var lockedUntil: BusinessDate?
    /// What a person decided about it; it stands, whatever the records say.
    package var decided: OwnershipDecision?

    package init(customer: CustomerID, claims: [OwnerClaim], lockedUntil: BusinessDate? = nil) {
        self.customer = customer
        self.claims = claims
        self.lockedUntil = lockedUntil
    }
}

/// What the migration decided about who holds a customer.
package struct OwnershipDecision: Sendable, Equatable {
    package var customer: CustomerID
    /// `nil`: the customer goes to the pool.
    package var owner: RepID?
    /// The start of the opening spell; `nil` with `owner`: the go-live date.
    package var since: Instant?
    package var hold: Hold?
    /// `only_owner`, `open_deal`, `paid_within_12_months`, `latest_follow_up`, `earlier_owner`, `disputed`, `no_owner`,
    /// `owner_unknown`; `decided`: a person did.
    package var rule: String
    /// Names of the systems' owners who did not get it.
    package var others: [String]

    package init(
        customer: CustomerID, owner: RepID?, since: Instant? = nil, hold: Hold? = nil, rule: String,
        others: [String] = []
    ) {
        self.customer = customer
        self.owner = owner
        self.since = since
        self.hold = hold
        self.rule = rule
        self.others = others
    }
}
