import Records
import Rules

/// A night's facts with everything that reports say about them, computed once: the pages, the tables, the mails and
/// the terminal read the same numbers.
package struct Night: Sendable {
    package let facts: NightFacts
    package let rules: Rules
    let version: String
    let reps: RepIndex
    let spells: SpellWindow
    let daily: DailyMeasures
    let claims: ClaimMeasures
    let actions: ActionMeasures
    let compliance: ComplianceMeasures
    let firstFollowUp: FirstFollowUpMeasures
    let recycling: RecyclingMeasures
    let conversion: ConversionMeasures
    let pool: PoolMeasures
    let allocation: AllocationMeasures
    let imports: ImportMeasures
    let funnel: FunnelMeasures
    let revenue: RevenueMeasures
    let coverage: CoverageMeasures
    let strategies: StrategyMeasures
    let forecast: ForecastMeasures

    package init(_ facts: NightFacts, rules: Rules, version: String) {
        self.facts = facts
        self.rules = rules
        self.version = version
        let zone = rules.zone
        reps = RepIndex(facts)
        spells = SpellWindow(facts, zone: zone)
        daily = DailyMeasures(facts, spells: spells)
        claims = ClaimMeasures(facts, spells: spells, rules: rules)
        actions = ActionMeasures(facts, rules: rules)
        compliance = ComplianceMeasures(facts, reps: reps)
        firstFollowUp = FirstFollowUpMeasures(spells, reps: reps, workingTime: facts.workingTime)
        recycling = RecyclingMeasures(facts, spells: spells)
        conversion = ConversionMeasures(spells, zone: zone)
        pool = PoolMeasures(facts)
        allocation = AllocationMeasures(facts, spells: spells, reps: reps)
        imports = ImportMeasures(facts)
        funnel = FunnelMeasures(facts, spells: spells)
        revenue = RevenueMeasures(
            spells, currency: rules.currency, seed: UInt64(bitPattern: Int64(facts.date.dayNumber)))
        coverage = CoverageMeasures(facts, spells: spells, reps: reps, limits: claims.limits)
        strategies = StrategyMeasures(spells)
        forecast = ForecastMeasures(actions: actions, compliance: compliance)
    }

    var date: BusinessDate { facts.date }
    var zone: Zone { rules.zone }

    /// Whether nothing was there the night before, in the pool or in anybody's book: nothing to compare with.
    var isFirst: Bool { !facts.flows.isEmpty && facts.flows.allSatisfy { $0.opening == 0 } }

    /// The name of a customer, or its id where the facts do not name it.
    func name(of customer: CustomerID) -> String { facts.names[customer] ?? customer.rawValue }

    /// The feeds because of which customers were kept from recycling.
    var suspendedFeeds: [FeedStatus] { facts.feeds.filter { $0.state != .fresh && $0.suspendedSpells > 0 } }
}

/// The reps of the facts by id, with teams; also those who are only known from history.
struct RepIndex: Sendable {
    /// Sorted by team, name, id: the order of every table of reps that has no better one.
    let standings: [RepStanding]
    private let byID: [RepID: Rep]
    private let date: BusinessDate

    init(_ facts: NightFacts) {
        standings = facts.reps.sorted { left, right in
            let (leftKey, rightKey) = (Self.key(left.rep), Self.key(right.rep))
            return leftKey.lexicographicallyPrecedes(rightKey) { $0.isOrderedBefore($1) }
        }
        date = facts.date
        byID = Dictionary(facts.reps.map { ($0.rep.id, $0.rep) }, uniquingKeysWith: { first, _ in first })
    }

    private static func key(_ rep: Rep) -> [String] { [rep.team ?? "\u{10FFFF}", rep.name, rep.id.rawValue] }

    func rep(_ id: RepID) -> Rep? { byID[id] }
    func name(of id: RepID) -> String { byID[id]?.name ?? id.rawValue }

    /// Whether the rep is inactive or has left; somebody who is not on the roster is not known to have.
    func isGone(_ id: RepID) -> Bool {
        switch byID[id]?.presence(on: date) {
        case .inactive, .left: true
        case .present, .notStarted, .onLeave, nil: false
        }
    }

    /// The rep's team; empty where there is none.
    func team(of id: RepID) -> String { byID[id]?.team ?? "" }
}

extension Sequence {
    /// The elements in two parts, each in order: those that are not `isLeftOut`, and those that are.
    func separated(where isLeftOut: (Element) -> Bool) -> (kept: [Element], leftOut: [Element]) {
        (filter { !isLeftOut($0) }, filter(isLeftOut))
    }
}

/// The spells that count: everything but the undone, with the times that measures ask for.
struct SpellWindow: Sendable {
    let all: [SpellHistory]
    /// Spells that began under these rules. A spell that the migration brought is left out: of the customers that its
    /// owner once had, only those that were still there came along, so its past says nothing about chances.
    let acquired: [SpellHistory]
    let date: BusinessDate
    let asOf: Instant
    let zone: Zone

    init(_ facts: NightFacts, zone: Zone) {
        // Mostly there is nothing to leave out, and a copy of a year would be large.
        let hasUndone = facts.spells.contains { $0.spell.endReason == .undone }
        all = hasUndone ? facts.spells.filter { $0.spell.endReason != .undone } : facts.spells
        acquired = all.filter { $0.spell.kind != .opening }
        date = facts.date
        asOf = facts.asOf
        self.zone = zone
    }

    /// T: the first moment after the business date. Facts end one second before.
    var end: Instant { asOf + 1 }

    func isToday(_ instant: Instant) -> Bool { zone.date(of: instant) == date }
}

extension SpellHistory {
    /// The end of the spell, or T while it is open.
    func endOrNow(_ asOf: Instant) -> Instant { min(spell.endedAt ?? asOf, asOf) }

    /// The first win inside the spell; `nil` where it was won before, after, or not at all.
    var wonInside: Instant? {
        guard let wonAt, wonAt >= spell.startedAt else { return nil }
        if let endedAt = spell.endedAt, wonAt > endedAt { return nil }
        return wonAt
    }

    /// Whether the customer was somebody's account already when the spell began.
    var wasWonBefore: Bool { wonAt.map { $0 < spell.startedAt } ?? false }
}
