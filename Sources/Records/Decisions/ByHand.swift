/// One rep stands in for another: the follow-ups of the deputy count as the owner's while it lasts.
package struct Delegation: Sendable, Equatable {
    package var rep: RepID
    package var deputy: RepID
    /// Both included.
    package var startsAt: Instant
    package var endsAt: Instant

    package init(rep: RepID, deputy: RepID, startsAt: Instant, endsAt: Instant) {
        self.rep = rep
        self.deputy = deputy
        self.startsAt = startsAt
        self.endsAt = endsAt
    }
}

/// Somebody who lost a customer says that it should not have been.
package struct Appeal: Sendable, Equatable {
    package enum Cause: String, Sendable, CaseIterable {
        /// A person appealed.
        case person
        /// A follow-up in time was written down after the customer had gone to somebody else.
        case lateFollowUp = "late_follow_up"
    }

    package var customer: CustomerID
    package var rep: RepID
    package var madeAt: Instant
    package var cause: Cause
    package var reason: String
    /// `nil`: it waits for the manager.
    package var settledAt: Instant?
    /// `granted`, `rejected`.
    package var outcome: String?

    package init(customer: CustomerID, rep: RepID, madeAt: Instant, cause: Cause, reason: String) {
        self.customer = customer
        self.rep = rep
        self.madeAt = madeAt
        self.cause = cause
        self.reason = reason
    }
}

/// A follow-up inside a spell that was recycled, which nobody knew of then.
package struct LateFollowUp: Sendable, Equatable {
    /// The spell that ended.
    package var spell: Spell
    /// The latest one inside it, and when it was written down, if that is known.
    package var at: Instant
    package var recordedAt: Instant?
    /// `nil`: the customer is in the pool.
    package var owner: RepID?
    package var status: CustomerStatus

    package init(
        spell: Spell, at: Instant, recordedAt: Instant?, owner: RepID?, status: CustomerStatus
    ) {
        self.spell = spell
        self.at = at
        self.recordedAt = recordedAt
        self.owner = owner
        self.status = status
    }
}
