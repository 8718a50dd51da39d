import Records
import Rules

/// Decides a night's claims and allocations against one set of books, so that each one counts for the next.
///
/// Claims come first, then allocations, both after the night's recycling: the standings and customers are as they are
/// once that is done, so that freed places count. Results do not depend on the order of anything passed in.
package struct Planner: Sendable {
    private let rules: Rules
    private let date: BusinessDate
    private let zone: Zone
    private let eligibility: Eligibility
    /// Sorted by rep.
    private var books: [Book]
    private var bookIndex: [RepID: Int] = [:]
    /// What was given away tonight, and the claim that got it.
    private var given: [CustomerID: (rep: RepID, claim: ClaimRequest?)] = [:]
    /// Who may have customers of a segment that nobody held before; holds until somebody gets one.
    private var verdicts: [Segment: Verdict] = [:]

    private typealias Verdict = (eligible: [Book], rejected: [Decision.Rejection])

    /// What eligibility asks about a customer that nobody held before.
    private struct Segment: Hashable {
        var section: String?
        var division: String?
        var size: Size.Class
        var province: String?
        var city: String?
        var needs: [String]
    }

    /// Books for the business date `date`: every rep's standing counted up to T in the claim window that holds it, and
    /// the tier of each rep in this month (a rep without one keeps the standing's).
    package init(rules: Rules, standings: [RepStanding], tiers: [RepID: String], date: BusinessDate) {
        self.rules = rules
        self.date = date
        zone = rules.zone
        books = standings.sorted { $0.rep.id < $1.rep.id }.map { standing in
            let tier = rules.tiers.tier(named: tiers[standing.rep.id] ?? standing.tier)
            return Book(standing, tier: tier, rules: rules.claims)
        }
        for (index, book) in books.enumerated() { bookIndex[book.rep.id] = index }
        eligibility = Eligibility(reps: books.map(\.rep), rules: rules.claims, date: date, zone: zone)
    }

    // MARK: Claims

    /// Decides each request by itself, earliest first, ties by id; the decisions come in that order.
    ///
    /// A refusal has one reason and changes no count. `customers` are all that a request names: one that is missing no
    /// longer exists. `owners` says who holds those that are owned.
    package mutating func decide(
        claims: [ClaimRequest], customers: [CustomerID: CustomerSummary], owners: [CustomerID: RepID] = [:]
    ) -> [Decision] {
        FirstComeFirstServed.inOrder(claims).map { claim in
            let customer = customers[claim.customer]
            let refusal = refusal(of: claim, for: customer, owner: owners[claim.customer])
            if refusal == nil { give(claim.customer, to: claim.rep, claim: claim) }
            return Decision(
                kind: .claim, customer: claim.customer, rep: claim.rep, isGranted: refusal == nil,
                strategy: FirstComeFirstServed.name, rank: refusal == nil ? 1 : nil,
                reason: refusal?.reason ?? .firstCome,
                detail: refusal?.detail ?? .asked(at: LocalTime(claim.requestedAt, in: zone)),
                eligible: refusal == nil ? [Decision.Candidate(rep: claim.rep)] : [],
                rejected: refusal.map { [$0] } ?? [], request: claim.id)
        }
    }

    /// Why a claim is refused: first what speaks against the customer, then what speaks against the rep.
    private func refusal(
        of claim: ClaimRequest, for customer: CustomerSummary?, owner: RepID?
    ) -> Decision.Rejection? {
        func refusal(_ reason: ReasonCode, _ detail: DecisionDetail) -> Decision.Rejection {
            Decision.Rejection(rep: claim.rep, reason: reason, detail: detail)
        }
        guard let customer else { return refusal(.retired, .customerGone) }
        if let earlier = given[customer.id] {
            if earlier.rep == claim.rep { return refusal(.alreadyYours, .grantedTonight) }
            let at = earlier.claim.map { LocalTime($0.requestedAt, in: zone) }
            return refusal(.claimedEarlier, .askedEarlier(by: earlier.rep, at: at))
        }
        switch customer.status {
        case .pool: break
        case .retired: return refusal(.retired, .retired)
        case .prospect, .account:
            if owner == claim.rep { return refusal(.alreadyYours, .yours(customer.status)) }
            return refusal(.alreadyOwned, .held(by: owner, as: customer.status))
        }
        if let hold = customer.hold, hold.lasts(on: date) { return refusal(.onHold, .onHold(hold)) }
        guard let index = bookIndex[claim.rep] else { return refusal(.inactive, .notOnRoster) }
        return eligibility.rejection(of: books[index], for: customer, isClaim: true)
    }

    // MARK: Allocation

    /// Offers the pool's customers in the order of the rules, each to the eligible reps as the strategy ranks them.
    ///
    /// A customer for which nobody is eligible stays where it is, with every rep's reason. Customers on hold, retired,
    /// owned or given away tonight are not offered and get no decision, nor do those after the `per_night`th.
    ///
    /// Takes the cursor that the night before returned. The result has one decision per offered customer, in the order of
    /// offering, and the cursor to keep.
    package mutating func allocate(
        pool: [CustomerSummary], cursor: RepID?
    ) throws(UnsupportedStrategy) -> (decisions: [Decision], cursor: RepID?) {
        guard let name = rules.allocation.strategy, name != FirstComeFirstServed.name else { return ([], cursor) }
        guard let type = AllocationStrategies.all.first(where: { $0.name == name }) else {
            throw UnsupportedStrategy(strategy: name)
        }
        var strategy = type.init(cursor: cursor)
        var decisions: [Decision] = []
        var granted = 0
        for offer in OfferOrder.sorted(pool.filter(isOffered), by: rules.allocation.order, date: date, zone: zone) {
            if let most = rules.allocation.perNight, granted >= most { break }
            let decision = allocate(offer.customer, score: offer.score, by: &strategy)
            if decision.isGranted { granted += 1 }
            decisions.append(decision)
        }
        return (decisions, strategy.cursor)
    }

    private func isOffered(_ customer: CustomerSummary) -> Bool {
        customer.status == .pool && given[customer.id] == nil && !(customer.hold?.lasts(on: date) ?? false)
    }

    private mutating func allocate(
        _ customer: CustomerSummary, score: Double?, by strategy: inout any AllocationStrategy
    ) -> Decision {
        let (eligible, rejected) = verdict(on: customer)
        let ranked = eligible.isEmpty ? [] : strategy.ranked(eligible, for: customer)
        guard let winner = ranked.first else {
            return Decision(
                kind: .allocation, customer: customer.id, rep: nil, isGranted: false,
                strategy: type(of: strategy).name, score: score, reason: .nobodyEligible,
                detail: .eligible(0, of: books.count), rejected: rejected)
        }
        strategy.granted(to: winner.rep)
        give(customer.id, to: winner.rep, claim: nil)
        let isOnly = ranked.count == 1
        return Decision(
            kind: .allocation, customer: customer.id, rep: winner.rep, isGranted: true,
            strategy: type(of: strategy).name, score: score, rank: 1, reason: isOnly ? .onlyEligible : .nextInRotation,
            detail: isOnly ? .eligible(1, of: books.count) : winner.detail,
            eligible: ranked.map { Decision.Candidate(rep: $0.rep, score: $0.score) }, rejected: rejected)
    }

    /// Once every rep is full, a large pool of few segments costs one look-up per customer.
    private mutating func verdict(on customer: CustomerSummary) -> Verdict {
        let segment = Segment(
            section: customer.section, division: customer.division, size: customer.size, province: customer.province,
            city: customer.city, needs: customer.needs)
        if customer.formerOwners.isEmpty, let verdict = verdicts[segment] { return verdict }
        var verdict: Verdict = ([], [])
        for book in books {
            if let rejection = eligibility.rejection(of: book, for: customer, isClaim: false) {
                verdict.rejected.append(rejection)
            } else {
                verdict.eligible.append(book)
            }
        }
        if customer.formerOwners.isEmpty { verdicts[segment] = verdict }
        return verdict
    }

    private mutating func give(_ customer: CustomerID, to rep: RepID, claim: ClaimRequest?) {
        given[customer] = (rep, claim)
        verdicts.removeAll(keepingCapacity: true)
        if let index = bookIndex[rep] { books[index].take(isClaim: claim != nil) }
    }
}
