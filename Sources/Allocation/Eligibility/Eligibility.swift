import Records
import Rules

/// Who may have a customer, and why each of the others may not.
package struct Eligibility: Sendable {
    private let territories: [RepID: Territory]
    private let rules: ClaimRules
    private let pools: Pools
    private let date: BusinessDate
    private let zone: Zone

    package init(reps: [Rep], rules: Rules, date: BusinessDate) {
        territories = Dictionary(reps.map { ($0.id, Territory(of: $0)) }, uniquingKeysWith: { first, _ in first })
        self.rules = rules.claims
        pools = Pools(rules.pools)
        self.date = date
        zone = rules.zone
    }

    /// Why the rep may not have the customer; `nil`: may. The first reason of: presence, pool, territory, cooling-off,
    /// the delay before claims, limits.
    ///
    /// Limits come last, so that a rep who is full is only named as such where a larger limit would have helped.
    package func rejection(of book: Book, for customer: CustomerSummary, isClaim: Bool) -> Decision.Rejection? {
        func rejection(_ reason: ReasonCode, _ detail: DecisionDetail) -> Decision.Rejection {
            Decision.Rejection(rep: book.rep.id, reason: reason, detail: detail)
        }
        switch book.rep.presence(on: date) {
        case .present: break
        case .inactive: return rejection(.inactive, .inactive)
        case .notStarted(let day): return rejection(.notStarted, .startsOn(day))
        case .left(let day): return rejection(.left, .leftOn(day))
        case .onLeave(let day): return rejection(.onLeave, .onLeave(until: day))
        }
        if let pool = pools.pool(of: customer), !pool.admits(book.rep, tier: book.tier) {
            return rejection(.notInPool, .notInPool(pool.name))
        }
        if let mismatch = territories[book.rep.id]?.mismatch(with: customer) {
            return rejection(mismatch.reason, mismatch.detail)
        }
        let end = CoolingOff.end(
            for: book.rep.id, customer: customer, days: rules.coolingOffDays, date: date, zone: zone)
        if let end { return rejection(.coolingOff, .coolingOff(until: end)) }
        if isClaim, let poolSince = customer.poolSince {
            let claimable = zone.date(of: poolSince) + book.limits.claimDelayDays
            if claimable > date { return rejection(.tooEarly, .claimableFrom(claimable)) }
        }
        return book.fullness(isClaim: isClaim, window: rules.window).map { rejection($0.reason, $0.detail) }
    }
}
