/// What a rep wants to know of a customer before calling it.
package struct CustomerBackground: Sendable, Equatable {
    package var customer: Customer
    /// Spells so far, the running one included.
    package var spells: Int
    /// The latest follow-up by anybody, and its outcome where it was given.
    package var lastFollowUpAt: Instant?
    package var lastOutcome: String?

    package init(customer: Customer, spells: Int = 0, lastFollowUpAt: Instant? = nil, lastOutcome: String? = nil) {
        self.customer = customer
        self.spells = spells
        self.lastFollowUpAt = lastFollowUpAt
        self.lastOutcome = lastOutcome
    }
}

/// A customer of the pool that a rep may ask for.
package struct Claimable: Sendable, Equatable {
    package var customer: CustomerID
    /// The beginning of its id, as long as it takes to mean no other customer: what `gonghai claim` understands.
    package var code: String

    package init(customer: CustomerID, code: String) {
        self.customer = customer
        self.code = code
    }

    /// Characters of a code at least: a shorter one would mean another customer soon.
    package static let shortestCode = 5
}
