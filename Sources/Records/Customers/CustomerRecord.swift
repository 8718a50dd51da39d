/// What one export says of a customer: what it is, and whose it is said to be.
package struct CustomerRecord: Sendable, Equatable {
    package var customer: Customer
    package var ownership: LegacyOwnership

    package init(customer: Customer, ownership: LegacyOwnership = LegacyOwnership()) {
        self.customer = customer
        self.ownership = ownership
    }
}

/// What an export says about who holds a customer. SPEC.md, "Legacy owners", says what becomes of it.
package struct LegacyOwnership: Sendable, Equatable {
    package var owner: Reference?
    package var ownedSince: Instant?
    package var previousOwner: Reference?
    package var poolSince: Instant?
    /// The last day of a lock.
    package var lockedUntil: BusinessDate?
    /// The export's `deal_status` says won.
    package var isWon: Bool
    package var lastFollowUpAt: Instant?

    package init() { isWon = false }
}
