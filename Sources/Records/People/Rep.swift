/// A salesperson, as the roster says.
package struct Rep: Sendable, Equatable {
    package var id: RepID
    package var name: String
    package var email: String?
    package var team: String?
    package var managerEmail: String?
    package var isActive: Bool
    /// First and last day of work; `nil`: no limit.
    package var startsOn: BusinessDate?
    package var endsOn: BusinessDate?
    /// Days off, first and last included.
    package var leave: [ClosedRange<BusinessDate>]
    /// What the rep takes; empty: anything. GB/T 4754 sections or divisions, size classes, provinces or cities, needs.
    package var industries: [String]
    package var sizes: [Size.Class]
    package var regions: [String]
    package var needs: [String]
    /// The rep's own limits, where they differ from the rules'.
    package var claimLimit: Int?
    package var intakeLimit: Int?
    package var holdingLimit: Int?
    /// The same person's ids elsewhere: `source:id` or a bare id, e-mail or name.
    package var aliases: [String]

    package init(id: RepID, name: String) {
        self.id = id
        self.name = name
        isActive = true
        leave = []
        industries = []
        sizes = []
        regions = []
        needs = []
        aliases = []
    }

    package enum Presence: Sendable, Equatable {
        case present
        case inactive
        case notStarted(on: BusinessDate)
        case left(on: BusinessDate)
        case onLeave(until: BusinessDate)
    }

    /// Whether the rep works on `date`, and if not, why.
    package func presence(on date: BusinessDate) -> Presence {
        if !isActive { return .inactive }
        if let startsOn, date < startsOn { return .notStarted(on: startsOn) }
        if let endsOn, date > endsOn { return .left(on: endsOn) }
        if let days = leave.first(where: { $0.contains(date) }) { return .onLeave(until: days.upperBound) }
        return .present
    }
}

/// A rep with what limits are held against: tier, intake in the current window, customers held.
package struct RepStanding: Sendable, Equatable {
    package var rep: Rep
    /// The tier's name in gonghai.yaml; `nil` before the first evaluation.
    package var tier: String?
    /// Granted claims in the claim window that holds the business date.
    package var claimsInWindow: Int
    /// Claims and allocations together, in the same window.
    package var intakeInWindow: Int
    /// Prospects held now; accounts do not count.
    package var holdings: Int

    package init(rep: Rep, tier: String? = nil, claimsInWindow: Int = 0, intakeInWindow: Int = 0, holdings: Int = 0) {
        self.rep = rep
        self.tier = tier
        self.claimsInWindow = claimsInWindow
        self.intakeInWindow = intakeInWindow
        self.holdings = holdings
    }
}
