import Records

/// Conversion by the week in which the spell began (METRICS.md, 6) and as competing ends (METRICS.md, 7).
struct ConversionMeasures: Sendable {
    enum End: Hashable, Sendable { case converted, recycled, released, retired }

    /// One age of one cohort.
    struct Cell: Sendable, Equatable {
        var weeks: Int
        /// Won by that age.
        var converted: Int
        /// Whether every member is at least that old; otherwise `converted` says too little.
        var isMature: Bool
        /// The estimate from the members watched so far; `nil` where none is that old.
        var estimate: Double?
        /// Members that are old enough and were still open just before.
        var atRisk: Int
    }

    struct Cohort: Sendable, Equatable {
        /// The Monday of the week.
        var week: BusinessDate
        var size: Int
        var cells: [Cell]
    }

    /// Where a cohort's spells come from.
    enum CohortKind: String, Sendable, CaseIterable {
        /// Claimed, allocated or transferred under these rules.
        case own
        /// Brought by the migration. Only customers that were still held came along, so the shares are too high: they
        /// are shown apart, and never compared with the own ones or added to them.
        case migrated
    }

    /// By week, oldest first.
    let cohorts: [Cohort]
    /// Those of the migration, by the week in which its owner took the customer over, oldest first.
    let migratedCohorts: [Cohort]
    let curves: AalenJohansen<End>
    /// Acquired spells on which the estimates rest.
    let count: Int
    /// Spells that the migration brought, left out of the estimates.
    let openingSpells: Int
    /// Migrated customers that were no accounts when their owner took them over, and those of them won since, by the
    /// same owner.
    let migrated: Proportion

    static let ages = [1, 2, 3, 4, 6, 8, 12]
    static let curveDays = [7, 14, 30, 60, 90]

    init(_ spells: SpellWindow, zone: Zone) {
        let eligible = spells.acquired.filter { !$0.wasWonBefore }
        count = eligible.count
        let (_, opening) = spells.all.separated { $0.spell.kind == .opening }
        openingSpells = opening.count
        let prospects = opening.filter { !$0.wasWonBefore }
        migrated = Proportion(prospects.count { $0.wonInside != nil }, of: prospects.count)
        curves = AalenJohansen(eligible.map { Self.observation($0, asOf: spells.asOf) })
        cohorts = Self.cohorts(eligible, spells: spells, zone: zone)
        migratedCohorts = Self.cohorts(prospects, spells: spells, zone: zone)
    }

    func cohorts(_ kind: CohortKind) -> [Cohort] {
        switch kind {
        case .own: cohorts
        case .migrated: migratedCohorts
        }
    }

    /// Whether the page shows the migration's cohorts: until an own one is mature at every age. Spells that the
    /// migration brought began before any own one, so by then they say nothing of the last twelve weeks either.
    var showsMigrated: Bool {
        !migratedCohorts.isEmpty && !cohorts.contains { $0.cells.allSatisfy(\.isMature) }
    }

    private static func cohorts(_ histories: [SpellHistory], spells: SpellWindow, zone: Zone) -> [Cohort] {
        let weeks = Dictionary(grouping: histories) { zone.date(of: $0.spell.startedAt).startOfWeek }
        return weeks.keys.sorted().map { week in
            let members = weeks[week] ?? []
            return Cohort(
                week: week, size: members.count,
                cells: ages.map { cell(members, weeks: $0, spells: spells) })
        }
    }

    /// A spell is resolved at its first win or at its end, whichever is first.
    static func observation(_ history: SpellHistory, asOf: Instant) -> AalenJohansen<End>.Observation {
        let start = history.spell.startedAt
        if let won = history.wonInside { return .init(won - start, .converted) }
        let time = max(0, history.endOrNow(asOf) - start)
        switch history.spell.endReason {
        case .recycled: return .init(time, .recycled)
        case .released: return .init(time, .released)
        case .retired: return .init(time, .retired)
        case .transferred, .offboarded, .merged, .undone, nil: return .init(time, nil)
        }
    }

    /// A cohort's cell. The estimate keeps members that were recycled, released or retired in the denominator until T,
    /// so that it becomes the plain share when the last member is old enough.
    private static func cell(_ members: [SpellHistory], weeks: Int, spells: SpellWindow) -> Cell {
        let age = Int64(weeks) * 7 * 86_400
        let waits = members.map { history in
            let start = history.spell.startedAt
            if let won = history.wonInside { return Wait(won - start, isEvent: true) }
            switch history.spell.endReason {
            case .transferred, .offboarded, .merged: return Wait(history.endOrNow(spells.asOf) - start, isEvent: false)
            default: return Wait(spells.end - start, isEvent: false)
            }
        }
        let converted = waits.count { $0.isEvent && $0.time <= age }
        let oldEnough = members.count { spells.end - $0.spell.startedAt >= age }
        let atRisk = waits.count { $0.time >= age }
        return Cell(
            weeks: weeks, converted: converted, isMature: oldEnough == members.count,
            estimate: oldEnough > 0 ? 1 - KaplanMeier(waits).survival(at: age) : nil, atRisk: atRisk)
    }
}
