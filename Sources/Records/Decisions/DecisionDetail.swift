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
    /// The rep's place among those who may have the customer, by what it would bring with each.
    case matched(place: Int, of: Int)
    /// Customers held, or turns had for the tier's weight: what put the rep first.
    case measured(Measure, Int)

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
    /// The rep is no member of the customer's pool.
    case notInPool(String)
    /// The first day on which the rep may claim the customer.
    case claimableFrom(BusinessDate)

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
        /// What is due of the intake in the window by tonight.
        case pace(ClaimWindow)
    }

    /// What a strategy orders reps by.
    package enum Measure: String, Sendable, CaseIterable {
        /// Prospects held.
        case holdings
        /// Turns in the window, each divided by the weight of the rep's tier, in hundredths.
        case weightedTurns = "weighted_turns"
        /// The rep's chance of winning this customer, in ten-thousandths.
        case chance
    }

    /// The duty that a recycling is judged by: the deadline and how it comes about.
    package struct Duty: Sendable, Equatable {
        package var deadline: Deadline
        /// The rule's number of days, 0 or more.
        package var days: Int
        package var areWorkingDays: Bool

        package init(deadline: Deadline, days: Int, areWorkingDays: Bool) {
            self.deadline = deadline
            self.days = days
            self.areWorkingDays = areWorkingDays
        }
    }

    /// Why an overdue customer goes back, or what keeps it.
    package enum Cause: Sendable, Equatable {
        case noFollowUp(by: BusinessDate)
        case noOpenDeal(by: BusinessDate)
        case notWon(by: BusinessDate)
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
        /// The nights only observe: it would go back.
        case observed
        /// Of the owner's book from before go-live, `most` go back in this night, those overdue longest.
        case staggered(most: Int)
        /// No list named the present deadline; `listed` is what an earlier one named.
        case notReminded(listed: BusinessDate?)
        /// A list named the present deadline, but no mail with it was sent to the owner.
        case notDelivered
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
package enum ClaimWindow: String, Sendable, CaseIterable { case day, week, month, rolling }

extension DecisionDetail: CustomStringConvertible {
    /// The English words with ids for names.
    package var description: String { words(in: .english) }

    /// A deadline with its arithmetic, in words.
    package static func words(of duty: Duty, in language: Language) -> String {
        language == .chinese ? duty.chinese : duty.english
    }

    /// The detail in words, without a full stop; empty for `none`. `name` gives a rep's name.
    package func words(in language: Language, naming name: (RepID) -> String = { $0.rawValue }) -> String {
        switch language {
        case .chinese: chinese(name)
        case .english: english(name)
        }
    }
}
