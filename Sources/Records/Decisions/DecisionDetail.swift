/// A reason's figures: what a decision was measured by, as values. Words are made where somebody reads them
/// (`words(in:naming:)`), the store and data files have `text`.
package enum DecisionDetail: Sendable, Equatable {
    case none

    // Granted
    case asked(at: LocalTime)
    case firstTurn
    /// The turn after the rep who got the last customer.
    case nextAfter(RepID)
    /// How many reps may have the customer, of how many.
    case eligible(Int, of: Int)

    // The rep may not
    case notOnRoster
    case inactive
    case startsOn(BusinessDate)
    case leftOn(BusinessDate)
    case onLeave(until: BusinessDate)
    /// The customer lies outside what the rep takes. `customer` is what is known of it; empty: nothing.
    case outside(Territory, customer: [String], taken: [String])
    /// The first day on which the rep may have the customer back.
    case coolingOff(until: BusinessDate)
    case limitReached(Limit, used: Int, limit: Int)

    // The customer may not
    case customerGone
    case retired
    case grantedTonight
    case askedEarlier(by: RepID, at: LocalTime?)
    /// The claimant has the customer already.
    case yours(CustomerStatus)
    case held(by: RepID?, as: CustomerStatus)
    case onHold(Hold)

    // Recycling
    case recycling(Duty, Cause)

    package enum Territory: String, Sendable, CaseIterable { case industry, size, region, need }

    package enum Limit: Sendable, Equatable {
        /// Claims in the window.
        case claims(ClaimWindow)
        /// Claims and allocations together in the window.
        case intake(ClaimWindow)
        /// Prospects held.
        case holdings
    }

    /// The duty that a recycling is judged by: the deadline and how it comes about.
    package struct Duty: Sendable, Equatable {
        package var deadline: Deadline
        /// `within_days` of the rules, 0 or more.
        package var days: Int
        package var areWorkingDays: Bool
        /// Whether the clock runs from a follow-up, not from the start of the spell.
        package var isFollowedUp: Bool

        package init(deadline: Deadline, days: Int, areWorkingDays: Bool, isFollowedUp: Bool) {
            self.deadline = deadline
            self.days = days
            self.areWorkingDays = areWorkingDays
            self.isFollowedUp = isFollowedUp
        }
    }

    /// Why an overdue customer goes back, or what keeps it.
    package enum Cause: Sendable, Equatable {
        case noFollowUp(by: BusinessDate)
        case won(on: BusinessDate)
        case onHold(Hold)
        case openDeal
        case exemptLevel(Level)
        case ownerOnLeave(until: BusinessDate)
        /// `date` is not a working day; the run for `next` recycles.
        case dayOff(BusinessDate, next: BusinessDate)
        case feeds([FeedState])
        /// No list of follow-ups ever came.
        case noFeed
        /// No list named the present deadline; `listed` is what an earlier one named.
        case notReminded(listed: BusinessDate?)
    }

    package struct FeedState: Sendable, Equatable {
        package var source: String
        package var state: FeedStatus.State

        package init(source: String, state: FeedStatus.State) {
            self.source = source
            self.state = state
        }
    }
}

/// The period in which claims are counted: `claims.window` of the rules.
package enum ClaimWindow: String, Sendable, CaseIterable { case day, week, month }

extension DecisionDetail: CustomStringConvertible {
    /// The English words with ids for names.
    package var description: String { words(in: .english) }

    /// The detail in words, without a full stop; empty for `none`. `name` gives a rep's name.
    package func words(in language: Language, naming name: (RepID) -> String = { $0.rawValue }) -> String {
        switch language {
        case .chinese: chinese(name)
        case .english: english(name)
        }
    }
}
