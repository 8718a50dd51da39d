/// A reference from one row to another record, as the export has it: an id, an e-mail, a name.
package struct Reference: Sendable, Hashable {
    package var text: String
    package init(_ text: String) { self.text = text }
}

/// A person at a customer.
package struct Contact: Sendable, Equatable {
    package var customer: Reference
    package var name: String
    package var title: String?
    package var mobile: String?
    package var phone: String?
    package var email: String?
    package var wechat: String?
    package var isDecisionMaker: Bool?

    package init(customer: Reference, name: String) {
        self.customer = customer
        self.name = name
    }
}

/// Something a rep did about a customer. What makes it count for the deadline is a rule of the workspace.
package struct FollowUp: Sendable, Equatable {
    package var customer: Reference
    package var rep: Reference?
    /// A follow-up without a time of day counts as the last second of its day.
    package var at: Instant
    package var recordedAt: Instant?
    package var channel: String?
    package var outcome: String?
    package var nextAt: Instant?
    package var note: String?
    /// Whether it restarts the owner's clock: a human channel and a note that is long enough, by the rules in force when it was read.
    package var counts = true

    package init(customer: Reference, rep: Reference?, at: Instant) {
        self.customer = customer
        self.rep = rep
        self.at = at
    }
}

package struct Deal: Sendable, Equatable {
    package enum Status: String, Sendable, CaseIterable { case open, won, lost }

    package var customer: Reference
    package var rep: Reference?
    package var stage: String?
    package var status: Status
    package var amount: Money?
    package var createdAt: Instant?
    /// When it was won or lost; an open deal's planned date is not kept here.
    package var closedAt: Instant?

    package init(customer: Reference, rep: Reference?, status: Status) {
        self.customer = customer
        self.rep = rep
        self.status = status
    }
}

package struct Payment: Sendable, Equatable {
    package var customer: Reference?
    package var deal: Reference?
    package var rep: Reference?
    package var paidAt: Instant?
    package var amount: Money
    package var status: String?

    package init(customer: Reference?, deal: Reference?, rep: Reference?, amount: Money) {
        self.customer = customer
        self.deal = deal
        self.rep = rep
        self.amount = amount
    }
}

/// A claim as a list has it, before its customer and rep are looked up.
package struct Claim: Sendable, Equatable {
    package var customer: Reference
    package var rep: Reference
    package var requestedAt: Instant
    /// Taken back or turned down before it came here: recorded, never granted.
    package var isWithdrawn: Bool

    package init(customer: Reference, rep: Reference, requestedAt: Instant, isWithdrawn: Bool = false) {
        self.customer = customer
        self.rep = rep
        self.requestedAt = requestedAt
        self.isWithdrawn = isWithdrawn
    }
}

/// A rep asking for a customer of the pool, with both known.
package struct ClaimRequest: Sendable, Equatable {
    /// `source:id` of the request: the last tie-break.
    package var id: String
    package var customer: CustomerID
    package var rep: RepID
    package var requestedAt: Instant

    package init(id: String, customer: CustomerID, rep: RepID, requestedAt: Instant) {
        self.id = id
        self.customer = customer
        self.rep = rep
        self.requestedAt = requestedAt
    }
}
