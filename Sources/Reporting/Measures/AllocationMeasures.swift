import Records

/// What the night handed out, what it could not hand out and why, and how evenly work was shared (METRICS.md, 12).
struct AllocationMeasures: Sendable {
    struct Line: Sendable, Equatable {
        var rep: RepID
        /// Received this night.
        var tonight: Int
        /// Received in the last `fairnessDays` days.
        var recent: Int
        /// Days of work in those days: those on which the rep was neither away nor not yet or no longer there.
        var capacityDays: Int
    }

    let allocated: [Decision]
    let unallocated: [Decision]
    let reasons: [(reason: ReasonCode, count: Int)]
    /// Reasons for which single reps could not have the customers that nobody got, by how many customers each touches.
    let obstacles: [(reason: ReasonCode, count: Int)]
    /// In the index's order.
    let lines: [Line]
    /// Gini of allocations per day of work; `nil` where nothing was allocated.
    let gini: Double?
    /// The mean of the same under chance.
    let giniUnderChance: Double?

    static let fairnessDays = 28

    init(_ facts: NightFacts, spells: SpellWindow, reps: RepIndex) {
        let decisions = facts.decisions.filter { $0.kind == .allocation }
        allocated = decisions.filter(\.isGranted)
        unallocated = decisions.filter { !$0.isGranted }
        reasons = unallocated.map(\.reason).tallied()
        obstacles = unallocated.flatMap { Set($0.rejected.map(\.reason)) }.tallied()
        let tonight = allocated.reduce(into: [RepID: Int]()) { counts, decision in
            if let rep = decision.rep { counts[rep, default: 0] += 1 }
        }
        let first = facts.date - (Self.fairnessDays - 1)
        let from = spells.zone.start(of: first)
        let recent = spells.all.reduce(into: [RepID: Int]()) { counts, history in
            guard history.spell.kind == .allocation, history.spell.startedAt >= from else { return }
            counts[history.spell.rep, default: 0] += 1
        }
        lines = reps.standings.map { standing in
            let days = (0..<Self.fairnessDays).count { standing.rep.presence(on: first + $0) == .present }
            return Line(
                rep: standing.rep.id, tonight: tonight[standing.rep.id] ?? 0, recent: recent[standing.rep.id] ?? 0,
                capacityDays: days)
        }
        let working = lines.filter { $0.capacityDays > 0 }
        gini = Gini.coefficient(working.map { Double($0.recent) / Double($0.capacityDays) })
        giniUnderChance = gini.flatMap { _ in
            Gini.underChance(
                count: working.reduce(0) { $0 + $1.recent }, capacities: working.map(\.capacityDays),
                seed: UInt64(bitPattern: Int64(facts.date.dayNumber)))
        }
    }
}
