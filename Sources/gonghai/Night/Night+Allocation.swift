import Allocation
import PoolStore
import Records
import Rules

// Tiers, claims and allocation: what the night gives away.

extension Night {
    func assignTiers() throws -> [String: Int] {
        let month = date.startOfMonth
        guard !rules.tiers.tiers.isEmpty, try store.tiers(of: month).isEmpty else { return ["assigned": 0] }
        let performances = try Book(store: store, rules: rules, calendar: calendar).performance(inMonthOf: month - 1)
        let tiers = Tiering.assign(performances, rules: rules.tiers, month: month, date: date)
        try store.save(tiers, date: date, at: asOf)
        return ["assigned": tiers.count]
    }

    func decideClaims() throws -> [String: Int] {
        guard rules.mode == .live else { return ["granted": 0, "refused": 0] }
        let asked = try store.claimRequests(until: asOf)
        let customers = try store.summaries(of: Set(asked.map(\.customer)).sorted())
        let notYetPooled = Set(customers.filter(isPooledLater).map(\.id))
        let requests = asked.filter { !notYetPooled.contains($0.customer) }
        var planner = try planner()
        let decisions = planner.decide(
            claims: requests, customers: Dictionary(uniqueKeysWithValues: customers.map { ($0.id, $0) }),
            owners: try store.owners(of: customers.map(\.id)))
        try store.apply(decisions, date: date, at: asOf)
        return ["granted": decisions.count(where: \.isGranted), "refused": decisions.count { !$0.isGranted }]
    }

    func allocate() throws -> [String: Int] {
        var plan = try rules.allocation.readsOffers ? allocationByOffers() : allocationOfPool()
        if rules.mode == .observe { plan.onlyObserve() }
        try checkAllocation(plan.decisions.count(where: \.isGranted))
        try store.apply(plan.decisions, date: date, at: asOf)
        try store.save(plan.bottlenecks, date: date)
        if let cursor = plan.cursor { try store.saveRotationCursor(cursor) }
        return [
            "allocated": plan.decisions.count(where: \.isGranted), "left": plan.decisions.count { !$0.isGranted },
            "unreached": plan.unreached,
        ]
    }

    private func allocationOfPool() throws -> AllocationPlan {
        var planner = try planner()
        return planner.allocate(
            pool: try store.pool().filter { !isPooledLater($0) }, cursor: try store.rotationCursor(),
            facts: try allocationFacts())
    }

    private func allocationByOffers() throws -> AllocationPlan {
        var planner = try planner()
        var offers = try PooledOffers(store: store, rules: rules, date: date).stream()
        return try planner.allocate(
            &offers, cursor: try store.rotationCursor(), facts: try allocationFacts(),
            offerCount: { try store.offerCount(enteredBy: asOf, on: date) })
    }

    /// What the rules' strategy asks for; nothing is counted for one that asks for nothing.
    private func allocationFacts() throws -> AllocationFacts {
        guard rules.allocation.usesHistory else { return AllocationFacts() }
        let start = zone.end(of: date - AllocationFacts.days)
        return AllocationFacts(
            counts: try store.conversionCounts(until: asOf),
            receipts: try store.receipts(after: start, until: asOf, currency: rules.currency))
    }

    /// Whether it came back to the pool after this night's T: a late night must not give it away at a time before that.
    /// It waits for the next night, and so does a claim for it.
    private func isPooledLater(_ customer: CustomerSummary) -> Bool { customer.poolSince.map { $0 > asOf } ?? false }

    func planner() throws -> Planner {
        try Planner(store: store, rules: rules, date: date)
    }
}

extension Planner {
    /// A planner with the standings of the claim window that holds `date`.
    init(store: any Store, rules: Rules, date: BusinessDate) throws {
        let standings = try store.standings(on: date, rules: rules)
        let tiers = try store.tiers(of: date.startOfMonth).map { ($0.rep, $0.tier) }
        self.init(
            rules: rules, standings: standings, tiers: Dictionary(tiers, uniquingKeysWith: { first, _ in first }),
            date: date)
    }
}
