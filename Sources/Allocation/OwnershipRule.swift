import Records

/// Whose a migrated customer is when its records speak for several owners.
///
/// The ordered rule: only one named owner is on the roster → an open deal → a payment within twelve months → the latest
/// follow-up → the longer ownership. A step decides only where exactly one rep meets it or leads it strictly, whatever
/// the number of records that say so; where none does, the customer is disputed, waits in the pool and is not offered.
package enum OwnershipRule {
    /// One decision per case, sorted by customer. What a person decided stands.
    ///
    /// An owner that nobody on the roster matches leaves the customer to the pool (`owner_unknown`), as does none at all
    /// (`no_owner`). A lock that lasts on `date` becomes a hold, in the pool too; a dispute comes before a lock. Moments
    /// after `asOf`, the end of the business date, are mistakes and count as not given. A payment from `recent` on is
    /// within twelve months (`startOfRecentPayments`).
    package static func settle(
        _ cases: [OwnershipCase], date: BusinessDate, asOf: Instant, recent: Instant
    ) -> [OwnershipDecision] {
        cases.sorted { $0.customer < $1.customer }.map { settle($0, date: date, asOf: asOf, recent: recent) }
    }

    /// The first moment of the day twelve months before `date` (of 28 February, for a leap day).
    package static func startOfRecentPayments(before date: BusinessDate, zone: Zone) -> Instant {
        let (year, month, day) = date.components
        let yearBefore =
            BusinessDate(year: year - 1, month: month, day: day) ?? BusinessDate(year: year - 1, month: month, day: 28)
        return zone.start(of: yearBefore ?? date - 365)
    }

    /// One rep's case, over all records that name the rep.
    private struct Contender {
        var rep: RepID
        var ownedSince: Instant?
        var hasOpenDeal = false
        var lastPaidAt: Instant?
        var lastFollowUpAt: Instant?
    }

    private static func settle(
        _ question: OwnershipCase, date: BusinessDate, asOf: Instant, recent: Instant
    ) -> OwnershipDecision {
        let lock = question.lockedUntil.flatMap { $0 >= date ? Hold.locked(until: $0) : nil }
        if var decided = question.decided {
            decided.hold = lock
            return decided
        }
        let claims = question.claims.filter { $0.rep != nil || !$0.named.isEmpty }
        let contenders = contenders(of: claims, asOf: asOf)
        func decision(_ rule: String, owner: Contender? = nil, hold: Hold? = nil) -> OwnershipDecision {
            let others = Set(claims.filter { owner == nil || $0.rep != owner?.rep }.map(\.named))
            return OwnershipDecision(
                customer: question.customer, owner: owner?.rep, since: owner?.ownedSince, hold: hold ?? lock,
                rule: rule,
                others: others.filter { !$0.isEmpty }.sorted { $0.isOrderedBefore($1) })
        }

        if claims.isEmpty { return decision("no_owner") }
        if contenders.isEmpty { return decision("owner_unknown") }
        if contenders.count == 1 { return decision("only_owner", owner: contenders[0]) }
        if let owner = only(contenders, where: \.hasOpenDeal) { return decision("open_deal", owner: owner) }
        if let owner = only(contenders, where: { $0.lastPaidAt.map { $0 >= recent } ?? false }) {
            return decision("paid_within_12_months", owner: owner)
        }
        let latest = contenders.compactMap(\.lastFollowUpAt).max()
        if let latest, let owner = only(contenders, where: { $0.lastFollowUpAt == latest }) {
            return decision("latest_follow_up", owner: owner)
        }
        // An unknown start may be the earlier one, so it takes all of them to compare.
        let starts = contenders.compactMap(\.ownedSince)
        if starts.count == contenders.count, let earliest = starts.min(),
            let owner = only(contenders, where: { $0.ownedSince == earliest })
        {
            return decision("earlier_owner", owner: owner)
        }
        return decision("disputed", hold: .disputed)
    }

    private static func only(_ contenders: [Contender], where isMet: (Contender) -> Bool) -> Contender? {
        let met = contenders.filter(isMet)
        return met.count == 1 ? met.first : nil
    }

    /// The reps on the roster that the records name, sorted.
    private static func contenders(of claims: [OwnerClaim], asOf: Instant) -> [Contender] {
        var contenders: [RepID: Contender] = [:]
        func known(_ instant: Instant?) -> Instant? { instant.flatMap { $0 <= asOf ? $0 : nil } }
        for claim in claims {
            guard let rep = claim.rep else { continue }
            var contender = contenders[rep] ?? Contender(rep: rep)
            contender.hasOpenDeal = contender.hasOpenDeal || claim.hasOpenDeal
            contender.ownedSince = [contender.ownedSince, known(claim.ownedSince)].compactMap { $0 }.min()
            contender.lastPaidAt = [contender.lastPaidAt, known(claim.lastPaidAt)].compactMap { $0 }.max()
            contender.lastFollowUpAt = [contender.lastFollowUpAt, known(claim.lastFollowUpAt)].compactMap { $0 }.max()
            contenders[rep] = contender
        }
        return contenders.values.sorted { $0.rep < $1.rep }
    }
}
