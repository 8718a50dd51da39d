import Records
import Rules

/// A rep during the night, with what counts against the limits so far.
package struct Book: Sendable, Equatable {
    package let rep: Rep
    package let limits: Limits
    /// Granted claims in the window.
    package private(set) var claims: Int
    /// Claims and allocations in the window.
    package private(set) var intake: Int
    /// Prospects held now.
    package private(set) var holdings: Int

    package init(_ standing: RepStanding, tier: TierRules.Tier?, rules: ClaimRules) {
        rep = standing.rep
        limits = Limits(rep: standing.rep, tier: tier, rules: rules)
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
        return nil
    }

    /// Counts a customer that the rep just got. Nothing is ever counted back: a release refunds no claim.
    package mutating func take(isClaim: Bool) {
        if isClaim { claims += 1 }
        intake += 1
        holdings += 1
    }
}
