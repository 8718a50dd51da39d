import Records
import Rules

/// Decides a night's claims and allocations against one set of books, so that each one counts for the next.
///
/// Claims come first, then allocations, both after the night's recycling: the standings and customers are as they are
/// once that is done, so that freed places count. Results do not depend on the order of anything passed in.
package struct Planner: Sendable {
    let rules: Rules
    let date: BusinessDate
    let zone: Zone
    let calendar: WorkCalendar
    let eligibility: Eligibility
    /// Sorted by rep.
    var books: [Book]
    /// Each rep's place in the order of tiers, best first, where it decides between claims of one moment.
    private var tierRank: [RepID: Int] = [:]
    private(set) var bookIndex: [RepID: Int] = [:]
    /// What was given away tonight, and the claim that got it.
    private(set) var given: [CustomerID: (rep: RepID, claim: ClaimRequest?)] = [:]
    /// Places of the books that changed tonight, in that order.
    private var changes: [Int] = []
    /// Who may have customers of a segment that nobody held before.
    private var verdicts: [Segment: Verdict] = [:]
    /// What keeps customers in the pool tonight.
    var bottlenecks = Bottlenecks()
    /// Verdicts on reps that may still be kept about customers who stay.
    var verdictsLeft = 0
    private let asksIndustry: Bool
    private let asksRegion: Bool
    private let asksNeeds: Bool

    /// Why each book's rep may not, `nil` where he may, as of so many changes.
    private struct Verdict {
        var rejections: [Decision.Rejection?]
        var changesSeen: Int
    }

    /// What eligibility asks about a customer that nobody held before, and estimates tell apart.
    struct Segment: Hashable {
        var section: String?
        var size: Size.Class
        var division: String?
        var province: String?
        var city: String?
        var needs: [String] = []
        /// Only where pools ask for them.
        var level: Level?
        var sources: [String] = []
    }

    /// Books for the business date `date`: every rep's standing counted up to T in the claim window that holds it, and
    /// the tier of each rep in this month (a rep without one keeps the standing's).
    package init(
        rules: Rules, standings: [RepStanding], tiers: [RepID: String], date: BusinessDate,
        calendar: WorkCalendar = .china
    ) {
        self.rules = rules
        self.date = date
        self.calendar = calendar
        zone = rules.zone
        books = standings.sorted { $0.rep.id < $1.rep.id }.map { standing in
            let tier = rules.tiers.tier(named: tiers[standing.rep.id] ?? standing.tier)
            return Book(standing, tier: tier, rules: rules.claims)
        }
        if rules.allocation.pace == .even {
            let pacing = Pacing(window: rules.claims.days(around: date), date: date, calendar: calendar)
            // Where reps get more or less than the average, the matching keeps the pace of all together.
            let isElastic = rules.allocation.strategy == .needMatch && rules.allocation.needMatch.onAverage != nil
            for index in books.indices { books[index].keep(pacing, isElastic: isElastic) }
        }
        let hasPools = !rules.pools.isEmpty
        asksIndustry = hasPools || books.contains { !$0.rep.industries.isEmpty }
        asksRegion = hasPools || books.contains { !$0.rep.regions.isEmpty }
        asksNeeds = hasPools || books.contains { !$0.rep.needs.isEmpty }
        for (index, book) in books.enumerated() { bookIndex[book.rep.id] = index }
        eligibility = Eligibility(reps: books.map(\.rep), rules: rules, date: date)
        guard rules.claims.tiePriority == .tier else { return }
        for standing in standings {
            let name = tiers[standing.rep.id] ?? standing.tier
            let rank = rules.tiers.tiers.firstIndex { $0.name == name }
            tierRank[standing.rep.id] = rank ?? rules.tiers.tiers.count
        }
    }

    // MARK: Claims

    /// Decides each request by itself, earliest first, ties by tier (where the rules say so) and id; the decisions come in
    /// that order.
    ///
    /// A refusal has one reason and changes no count. `customers` are all that a request names: one that is missing no
    /// longer exists. `owners` says who holds those that are owned.
    package mutating func decide(
        claims: [ClaimRequest], customers: [CustomerID: CustomerSummary], owners: [CustomerID: RepID] = [:]
    ) -> [Decision] {
        FirstComeFirstServed.inOrder(claims, rank: tierRank).map { claim in
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

    // MARK: What claims and allocations share

    /// Who may have a customer tonight and who may not, each in the order of the books.
    ///
    /// What is known of the customer's segment is asked once; later only about reps who got something since, and about
    /// those who held the customer before.
    mutating func verdict(on customer: CustomerSummary) -> (eligible: [Book], rejected: [Decision.Rejection]) {
        var rejections = rejections(of: segment(of: customer), like: customer)
        for former in customer.formerOwners {
            guard let index = bookIndex[former.rep] else { continue }
            rejections[index] = eligibility.rejection(of: books[index], for: customer, isClaim: false)
        }
        var eligible: [Book] = []
        for index in books.indices where rejections[index] == nil { eligible.append(books[index]) }
        return (eligible, rejections.compactMap { $0 })
    }

    private mutating func rejections(of segment: Segment, like customer: CustomerSummary) -> [Decision.Rejection?] {
        var fresh = customer
        fresh.formerOwners = []
        var verdict =
            verdicts[segment]
            ?? Verdict(
                rejections: books.map { eligibility.rejection(of: $0, for: fresh, isClaim: false) },
                changesSeen: changes.count)
        for index in changes[verdict.changesSeen...] {
            verdict.rejections[index] = eligibility.rejection(of: books[index], for: fresh, isClaim: false)
        }
        verdict.changesSeen = changes.count
        verdicts[segment] = verdict
        return verdict.rejections
    }

    /// What tells customers apart for eligibility, as far as any rep or pool asks about it.
    func segment(of customer: CustomerSummary) -> Segment {
        var segment = Segment(section: customer.section, size: customer.size)
        if asksIndustry { segment.division = customer.division }
        if asksRegion { (segment.province, segment.city) = (customer.province, customer.city) }
        if asksNeeds { segment.needs = customer.needs }
        if !rules.pools.isEmpty { (segment.level, segment.sources) = (customer.level, customer.sources) }
        return segment
    }

    mutating func give(_ customer: CustomerID, to rep: RepID, claim: ClaimRequest?) {
        given[customer] = (rep, claim)
        guard let index = bookIndex[rep] else { return }
        books[index].take(isClaim: claim != nil)
        changes.append(index)
    }
}
