import Records
import Rules

extension Planner {
    /// How many verdicts on reps are kept about customers who stay in the pool: beyond it they are only counted.
    package static let explainedVerdicts = 20_000

    /// Hands out the pool's customers by the strategy of the rules.
    ///
    /// A customer for which nobody is eligible stays where it is, with every rep's reason. Customers on hold, retired,
    /// owned or given away tonight are not offered and get no decision, nor do those after the `per_night`th. Once nobody
    /// has room, the next ones are explained as long as `explaining` verdicts last, the rest is counted. `cursor` is the rep
    /// whom the night before returned.
    package mutating func allocate(
        pool: [CustomerSummary], cursor: RepID?, facts: AllocationFacts = AllocationFacts(),
        explaining: Int = Planner.explainedVerdicts
    ) -> AllocationPlan {
        var plan = AllocationPlan(cursor: cursor)
        guard let strategy = rules.allocation.strategy, strategy != FirstComeFirstServed.name else { return plan }
        verdictsLeft = explaining
        bottlenecks = Bottlenecks()
        let estimate = estimate(from: facts)
        let offered = pool.indices.filter { isOffered(pool[$0]) }
        let night = AllocationNight(pool: pool, facts: facts, estimate: estimate)
        if strategy == .experiment {
            for arm in Experiment(rules.allocation, date: date).arms(of: pool, at: offered, slots: slots) {
                allocate(arm.customers, of: night, by: arm.strategy, most: arm.most, into: &plan)
            }
        } else {
            allocate(offered, of: night, by: strategy, most: rules.allocation.perNight, into: &plan)
        }
        bottlenecks.add(.nobodyEligible, customers: plan.unreached)
        plan.bottlenecks = bottlenecks.list()
        return plan
    }

    /// The same for a pool that is not read as a whole: `offers` are its customers in the order of the rules, those of
    /// `offerCount` that are not on hold. For rules of which `readsOffers` is true.
    package mutating func allocate(
        _ offers: inout OfferStream, cursor: RepID?, facts: AllocationFacts = AllocationFacts(),
        explaining: Int = Planner.explainedVerdicts, offerCount: () throws -> Int
    ) throws -> AllocationPlan {
        var plan = AllocationPlan(cursor: cursor)
        guard let strategy = rules.allocation.strategy, strategy != FirstComeFirstServed.name else { return plan }
        verdictsLeft = explaining
        bottlenecks = Bottlenecks()
        try handOut(
            { try offers.next() }, by: strategy, estimate: estimate(from: facts), most: rules.allocation.perNight,
            into: &plan, count: offerCount)
        bottlenecks.add(.nobodyEligible, customers: plan.unreached)
        plan.bottlenecks = bottlenecks.list()
        return plan
    }

    private func estimate(from facts: AllocationFacts) -> ConversionEstimate {
        var chance = Chance(seed: rules.allocation.seed, for: "\(date)")
        return facts.known
            ?? ConversionEstimate(facts.counts, exploration: rules.allocation.needMatch.exploration, chance: &chance)
    }

    private mutating func allocate(
        _ customers: [Int], of night: AllocationNight, by name: Strategy, most: Int?, into plan: inout AllocationPlan
    ) {
        if name == .needMatch {
            match(customers, of: night, most: most, into: &plan)
            return
        }
        let offers = OfferOrder.offers(
            of: night.pool, at: customers, by: rules.allocation.order, estimate: night.estimate, date: date, zone: zone)
        var rest = offers.makeIterator()
        handOut(
            { rest.next().map { (night.pool[$0.index], $0.score) } }, by: name, estimate: night.estimate, most: most,
            into: &plan, count: { offers.count })
    }

    /// Hands out one customer after the other. `count` says how many may be offered, where that is asked.
    private mutating func handOut(
        _ next: () throws -> (customer: CustomerSummary, score: Double?)?, by name: Strategy,
        estimate: ConversionEstimate, most: Int?, into plan: inout AllocationPlan, count: () throws -> Int
    ) rethrows {
        let setting = StrategySetting(cursor: plan.cursor, rules: rules.allocation, estimate: estimate)
        guard var strategy = AllocationStrategies.strategy(name, setting) else { return }
        var (granted, number) = (0, 0)
        while let offer = try next() {
            guard isOffered(offer.customer) else { continue }
            if let most, granted >= most { break }
            if verdictsLeft <= 0, !hasRoom {
                plan.unreached += try count() - number
                break
            }
            number += 1
            let decision = decide(on: offer.customer, score: offer.score, by: &strategy)
            if decision.isGranted {
                granted += 1
            } else if verdictsLeft <= 0 {
                plan.unreached += 1
                continue
            } else {
                verdictsLeft -= max(1, books.count)
            }
            plan.decisions.append(decision)
        }
        plan.cursor = strategy.cursor
    }

    private func isOffered(_ customer: CustomerSummary) -> Bool {
        customer.status == .pool && given[customer.id] == nil && !(customer.hold?.lasts(on: date) ?? false)
    }

    private mutating func decide(
        on customer: CustomerSummary, score: Double?, by strategy: inout any AllocationStrategy
    ) -> Decision {
        let (eligible, rejected) = verdict(on: customer)
        let ranked = eligible.isEmpty ? [] : strategy.ranked(eligible, for: customer)
        guard let winner = ranked.first else {
            if eligible.isEmpty { bottlenecks.add(rejected) } else { bottlenecks.add(.screenedOut) }
            return Decision(
                kind: .allocation, customer: customer.id, rep: nil, isGranted: false,
                strategy: type(of: strategy).name, score: score,
                reason: eligible.isEmpty ? .nobodyEligible : .screenedOut,
                detail: .eligible(eligible.count, of: books.count), rejected: Array(rejected.prefix(Self.mostNamed)))
        }
        strategy.granted(to: winner.rep)
        give(customer.id, to: winner.rep, claim: nil)
        let isOnly = ranked.count == 1 && eligible.count == 1
        return Decision(
            kind: .allocation, customer: customer.id, rep: winner.rep, isGranted: true,
            strategy: type(of: strategy).name, score: score, rank: 1, reason: isOnly ? .onlyEligible : winner.reason,
            detail: isOnly ? .eligible(1, of: books.count) : winner.detail,
            eligible: ranked.prefix(Self.mostNamed).map {
                Decision.Candidate(rep: $0.rep, score: $0.score, probability: $0.probability)
            }, rejected: Array(rejected.prefix(Self.mostNamed)))
    }

    /// Eligible and rejected reps that a decision names one by one, each: a roster of a thousand would fill the store
    /// with what nobody reads. The numbers of all stand in the detail.
    static let mostNamed = 100

    /// Whether anybody at work could still be allocated anything.
    private var hasRoom: Bool {
        books.contains { book in
            book.rep.presence(on: date) == .present
                && book.fullness(isClaim: false, window: rules.claims.window) == nil
        }
    }

    /// How many customers may be handed out tonight; `nil`: any number.
    private var slots: Int? {
        let rooms = books.filter { $0.rep.presence(on: date) == .present }.map(\.room)
        let most = rooms.contains(nil) ? nil : rooms.reduce(0) { $0 + ($1 ?? 0) }
        return [most, rules.allocation.perNight].compactMap { $0 }.min()
    }
}

/// What all strategies of a night look at.
struct AllocationNight {
    let pool: [CustomerSummary]
    let facts: AllocationFacts
    let estimate: ConversionEstimate
}
