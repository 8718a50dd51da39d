import Records
import Rules

/// A rep during the night, with what counts against the limits so far.
package struct Book: Sendable {
    package let rep: Rep
    package let limits: Limits
    /// The name of the rep's tier.
    package let tier: String?
    /// Granted claims in the window.
    package private(set) var claims: Int
    /// Claims and allocations in the window.
    package private(set) var intake: Int
    /// Prospects held now.
    package private(set) var holdings: Int
    /// What the pace of the rules leaves for tonight's allocations, and what is due of the quota by now; `nil`: no pace.
    package private(set) var tonight: (left: Int, due: Int)?

    package init(_ standing: RepStanding, tier: TierRules.Tier?, rules: ClaimRules) {
        rep = standing.rep
        limits = Limits(rep: standing.rep, tier: tier, rules: rules)
        self.tier = tier?.name
        claims = standing.claimsInWindow
        intake = standing.intakeInWindow
        holdings = standing.holdings
    }

    /// Why the rep may take no more, whatever the customer; `nil`: there is room. A rep over a limit, as a migration can
    /// leave one, keeps everything and receives nothing.
    package func fullness(isClaim: Bool, window: ClaimRules.Window) -> (reason: ReasonCode, detail: DecisionDetail)? {
        if isClaim, let limit = limits.claims, claims >= limit {
            return (.claimLimit, .limitReached(.claims(window), used: claims, limit: limit))
        }
        if let limit = limits.intake, intake >= limit {
            return (.intakeLimit, .limitReached(.intake(window), used: intake, limit: limit))
        }
        if let limit = limits.holdings, holdings >= limit {
            return (.holdingLimit, .limitReached(.holdings, used: holdings, limit: limit))
        }
        if !isClaim, let tonight, tonight.left <= 0 {
            return (.paced, .limitReached(.pace(window), used: intake, limit: tonight.due))
        }
        return nil
    }

    /// Hands the quota out in equal parts from now on. `isElastic`: the quota is a most, of which a day brings its part.
    package mutating func keep(_ pacing: Pacing, isElastic: Bool) {
        guard let intakeLimit = limits.intake else { return }
        let due = isElastic ? min(intakeLimit, intake + pacing.daily(intakeLimit)) : pacing.due(intakeLimit)
        tonight = (due - intake, due)
    }

    /// How many the rep may still be allocated tonight; `nil`: any number.
    package var room: Int? {
        let rooms = [limits.intake.map { $0 - intake }, limits.holdings.map { $0 - holdings }, tonight?.left]
        return rooms.compactMap { $0 }.min().map { max(0, $0) }
    }

    /// Counts a customer that the rep just got. Nothing is ever counted back: a release refunds no claim.
    package mutating func take(isClaim: Bool) {
        if isClaim { claims += 1 }
        intake += 1
        holdings += 1
        if !isClaim { tonight?.left -= 1 }
    }
}
