/// Where a customer stands: in the pool, with an owner, won, or gone. The four exclude each other.
package enum CustomerStatus: String, Sendable, CaseIterable {
    /// Nobody's: may be claimed and allocated.
    case pool
    /// Owned, not yet won.
    case prospect
    /// Owned and won: outside prospect deadlines and limits.
    case account
    /// Gone, wrong number, competitor or blacklisted: never offered again.
    case retired
}

/// What keeps a customer from being recycled or allocated, in any status, while it lasts.
package enum Hold: Sendable, Equatable {
    /// Two systems name different owners and no rule decides.
    case disputed
    /// Its batch was put aside.
    case quarantined
    /// Locked through the end of a day.
    case locked(until: BusinessDate)

    /// `disputed`, `quarantined`, `locked until 2026-12-31`: also what `init(text:)` reads.
    package var text: String {
        switch self {
        case .disputed: "disputed"
        case .quarantined: "quarantined"
        case .locked(let until): "locked until \(until)"
        }
    }

    package init?(text: String) {
        switch text {
        case "disputed": self = .disputed
        case "quarantined": self = .quarantined
        default:
            guard text.hasPrefix("locked until "), let until = BusinessDate(iso: text.dropFirst(13)) else { return nil }
            self = .locked(until: until)
        }
    }

    /// Whether the hold still lasts on `date`.
    package func lasts(on date: BusinessDate) -> Bool {
        if case .locked(let until) = self { return date <= until }
        return true
    }
}

/// An ownership spell: one rep holding one customer from a start to an end.
package struct Spell: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case opening, claim, allocation, transfer, reinstatement }
    package enum EndReason: String, Sendable, CaseIterable {
        case recycled, released, transferred, offboarded, merged, retired, undone
    }

    package var customer: CustomerID
    package var rep: RepID
    package var kind: Kind
    package var startedAt: Instant
    /// `nil` while open.
    package var endedAt: Instant?
    package var endReason: EndReason?

    package init(
        customer: CustomerID, rep: RepID, kind: Kind, startedAt: Instant, endedAt: Instant? = nil,
        endReason: EndReason? = nil
    ) {
        self.customer = customer
        self.rep = rep
        self.kind = kind
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.endReason = endReason
    }
}

/// An open spell with what the deadline and the recycling rule ask about it.
package struct Holding: Sendable, Equatable {
    package var spell: Spell
    package var customer: CustomerSummary
    /// Where the clock did not begin with the spell: from when it runs, as after a transfer within a team.
    package var clockFrom: Instant?
    /// The owner's last follow-up that counts, within the spell; a deputy's counts as the owner's.
    package var lastFollowUpAt: Instant?
    package var hasOpenDeal: Bool
    /// When the first deal was won, at any time and by anybody.
    package var wonAt: Instant?
    /// The deadline that a reminder of an earlier night named, so that nobody is recycled unwarned.
    package var remindedDeadline: BusinessDate?
    /// The same of the last such night whose worklist had been sent to the owner by mail.
    package var deliveredDeadline: BusinessDate?

    package init(
        spell: Spell, customer: CustomerSummary, lastFollowUpAt: Instant? = nil, hasOpenDeal: Bool = false,
        wonAt: Instant? = nil, remindedDeadline: BusinessDate? = nil
    ) {
        self.spell = spell
        self.customer = customer
        self.lastFollowUpAt = lastFollowUpAt
        self.hasOpenDeal = hasOpenDeal
        self.wonAt = wonAt
        self.remindedDeadline = remindedDeadline
    }
}

/// What rules, strategies and lists ask about a customer, without its contact data.
package struct CustomerSummary: Sendable, Equatable {
    package var id: CustomerID
    package var name: String
    package var section: String?
    package var division: String?
    package var size: Size.Class
    package var level: Level?
    package var province: String?
    package var city: String?
    package var needs: [String]
    package var value: Money?
    package var status: CustomerStatus
    package var hold: Hold?
    /// When it last entered the pool; `nil` while owned.
    package var poolSince: Instant?
    /// The systems that its source records come from, sorted: feed freshness is judged by them.
    package var sources: [String]
    /// Every ended spell, oldest first: cooling-off asks about all of them.
    package var formerOwners: [FormerOwner]

    package struct FormerOwner: Sendable, Equatable {
        package var rep: RepID
        package var endedAt: Instant
        package var endReason: Spell.EndReason

        package init(rep: RepID, endedAt: Instant, endReason: Spell.EndReason) {
            self.rep = rep
            self.endedAt = endedAt
            self.endReason = endReason
        }
    }

    package init(id: CustomerID, name: String) {
        self.id = id
        self.name = name
        size = .unknown
        needs = []
        status = .pool
        sources = []
        formerOwners = []
    }
}
