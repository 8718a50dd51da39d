import Records

/// How much a rep may take and hold; `nil`: no limit.
///
/// Each limit is the rep's own, otherwise the tier's, otherwise the rules'. All that apply must leave room: the
/// strictest decides (EDGE-CASES.md, "Capacity").
package struct Limits: Sendable, Equatable {
    /// Granted claims per window.
    package var claims: Int?
    /// Claims and allocations together per window. Where nothing sets it, it equals the claim limit.
    package var intake: Int?
    /// Prospects held at a time; accounts do not count.
    package var holdings: Int?
    /// Days after a customer came to the pool before the rep may claim it.
    package var claimDelayDays: Int

    package init(rep: Rep, tier: TierRules.Tier?, rules: ClaimRules) {
        claims = rep.claimLimit ?? tier?.claimLimit ?? rules.limit
        intake = rep.intakeLimit ?? tier?.intakeLimit ?? rules.intakeLimit ?? claims
        holdings = rep.holdingLimit ?? tier?.holdingLimit ?? rules.holdingLimit
        claimDelayDays = tier?.claimDelayDays ?? rules.claimDelayDays
    }
}
