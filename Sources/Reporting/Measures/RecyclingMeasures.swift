import Records

/// What went back to the pool, and how often that happens (METRICS.md, 4): once as a share of spells old enough, once
/// as a flow. The two answer different questions and have different names.
struct RecyclingMeasures: Sendable {
    struct Recycled: Sendable, Equatable {
        var customer: CustomerID
        var rep: RepID?
        var deadline: BusinessDate?
        var heldSince: Instant?
        var reason: ReasonCode
        var detail: DecisionDetail
    }

    /// The night's, in the order in which they were decided.
    let tonight: [Recycled]
    /// Recycled within `cohortDays` of the start, of the spells that began at least so long before T.
    let cohort: Proportion
    /// Recycles in the last `flowDays` days.
    let flowCount: Int
    /// Seconds for which customers were owned in those days.
    let ownedSeconds: Int64

    static let cohortDays = 30
    static let flowDays = 28

    init(_ facts: NightFacts, spells: SpellWindow) {
        let deadlines = Deadlines(facts)
        let starts = Dictionary(
            facts.spells.map { (SpellKey(customer: $0.spell.customer, rep: $0.spell.rep), $0.spell.startedAt) },
            uniquingKeysWith: { max($0, $1) })
        tonight = facts.decisions.filter { $0.kind == .recycle && $0.isGranted }.map { decision in
            Recycled(
                customer: decision.customer, rep: decision.rep,
                deadline: deadlines.deadline(decision.customer, decision.rep),
                heldSince: decision.rep.flatMap { starts[SpellKey(customer: decision.customer, rep: $0)] },
                reason: decision.reason, detail: decision.detail)
        }
        cohort = Self.cohort(spells)
        let from = spells.zone.start(of: spells.date - (Self.flowDays - 1))
        flowCount = spells.all.count { history in
            guard history.spell.endReason == .recycled, let ended = history.spell.endedAt else { return false }
            return ended >= from && ended < spells.end
        }
        ownedSeconds = spells.all.reduce(0) { total, history in
            let end = min(history.spell.endedAt ?? spells.end, spells.end)
            return total + max(0, end - max(history.spell.startedAt, from))
        }
    }

    /// Recycles per 100 days of ownership; `nil` where nothing was owned.
    var flowPer100Days: Double? {
        ownedSeconds > 0 ? Double(flowCount) * 100 * 86_400 / Double(ownedSeconds) : nil
    }

    private static func cohort(_ spells: SpellWindow) -> Proportion {
        let horizon = Int64(cohortDays) * 86_400
        var share = Proportion(0, of: 0)
        for history in spells.acquired where spells.end - history.spell.startedAt >= horizon {
            let isRecycled = history.spell.endReason == .recycled
            let held = (history.spell.endedAt ?? spells.end) - history.spell.startedAt
            share.add(isRecycled && held <= horizon)
        }
        return share
    }
}
