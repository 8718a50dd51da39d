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
    /// In the index's order.
    let lines: [Line]
    /// Gini of allocations per day of work; `nil` where nothing was allocated.
    let gini: Double?
    /// The mean of the same under chance.
    let giniUnderChance: Double?
    /// Who is farthest from the fair share of the last 28 days, and who was 28 days before; `nil` where nothing was
    /// allocated or only one rep works.
    let widestGap: FairShare?
    let widestGapBefore: FairShare?

    /// What a rep would have received if allocations went by days of work, and what it was.
    struct FairShare: Sendable, Equatable {
        var rep: RepID
        var due: Double
        var received: Int

        var gap: Double { Double(received) - due }
    }

    static let fairnessDays = 28

    init(_ facts: NightFacts, spells: SpellWindow, reps: RepIndex) {
        let decisions = facts.decisions.filter { $0.kind == .allocation }
        allocated = decisions.filter(\.isGranted)
        unallocated = decisions.filter { !$0.isGranted }
        reasons = unallocated.map(\.reason).tallied()
        let tonight = allocated.reduce(into: [RepID: Int]()) { counts, decision in
            if let rep = decision.rep { counts[rep, default: 0] += 1 }
        }
        lines = Self.lines(endingOn: facts.date, tonight: tonight, spells: spells, reps: reps)
        widestGap = Self.widestGap(lines)
        widestGapBefore = Self.widestGap(
            Self.lines(endingOn: facts.date - Self.fairnessDays, spells: spells, reps: reps))
        let working = lines.filter { $0.capacityDays > 0 }
        gini = Gini.coefficient(working.map { Double($0.recent) / Double($0.capacityDays) })
        giniUnderChance = gini.flatMap { _ in
            Gini.underChance(
                count: working.reduce(0) { $0 + $1.recent }, capacities: working.map(\.capacityDays),
                seed: UInt64(bitPattern: Int64(facts.date.dayNumber)))
        }
    }

    private static func lines(
        endingOn date: BusinessDate, tonight: [RepID: Int] = [:], spells: SpellWindow, reps: RepIndex
    ) -> [Line] {
        let first = date - (fairnessDays - 1)
        let (from, to) = (spells.zone.start(of: first), spells.zone.start(of: date + 1))
        let recent = spells.all.reduce(into: [RepID: Int]()) { counts, history in
            guard history.spell.kind == .allocation, history.spell.startedAt >= from, history.spell.startedAt < to
            else { return }
            counts[history.spell.rep, default: 0] += 1
        }
        return reps.standings.map { standing in
            let days = (0..<fairnessDays).count { standing.rep.presence(on: first + $0) == .present }
            return Line(
                rep: standing.rep.id, tonight: tonight[standing.rep.id] ?? 0, recent: recent[standing.rep.id] ?? 0,
                capacityDays: days)
        }
    }

    /// The Lorenz curve of the last 28 days; empty where nothing was allocated.
    var lorenz: [LorenzCurve.Point] {
        LorenzCurve.points(lines.map { (capacity: Double($0.capacityDays), received: Double($0.recent)) })
    }

    /// Each rep's fair share, in the order of `lines`: allocations go by days of work. Empty where nothing was allocated.
    static func fairShares(_ lines: [Line]) -> [FairShare] {
        let working = lines.filter { $0.capacityDays > 0 }
        let total = working.reduce(0) { $0 + $1.recent }
        let days = working.reduce(0) { $0 + $1.capacityDays }
        guard total > 0 else { return [] }
        return working.map { line in
            FairShare(
                rep: line.rep, due: Double(total) * Double(line.capacityDays) / Double(days), received: line.recent)
        }
    }

    private static func widestGap(_ lines: [Line]) -> FairShare? {
        let shares = fairShares(lines)
        guard shares.count > 1 else { return nil }
        // The first of equals, by rep: no other order is asked.
        return shares.sorted { $0.rep < $1.rep }.max { abs($0.gap) < abs($1.gap) }
    }
}
