/// One source record of a customer, normalised: what one export says of it, and whose it says it is.
package struct CustomerRecord: Sendable, Equatable {
    package var source: String
    package var externalID: String
    package var position: SourcePosition
    package var customer: Customer
    package var ownership: LegacyOwnership

    package init(
        source: String, externalID: String, position: SourcePosition, customer: Customer,
        ownership: LegacyOwnership = LegacyOwnership()
    ) {
        self.source = source
        self.externalID = externalID
        self.position = position
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
