import Records

/// The numbers of several days, beside those of as many days before: definitions as for a single day (METRICS.md).
struct PeriodMeasures: Sendable {
    struct Totals: Sendable, Equatable {
        /// Spells that began, by kind.
        var claimed = 0
        var allocated = 0
        var transferred = 0
        /// Those whose customer had an earlier spell.
        var reclaims = 0
        /// Spells that ended so.
        var recycled = 0
        var released = 0
        /// Different customers whose first win fell in the period, inside a spell.
        var won = 0
        /// Duties with their deadline in the period.
        var duties = Proportion(0, of: 0)
        /// What was sold inside spells, in minor units, and how many sales that were.
        var revenue: Int64 = 0
        var sales = 0
        /// Waits of the spells that began in the period.
        var waits: [Wait] = []

        var handedOut: Int { claimed + allocated }
        var firstFollowUp: KaplanMeier { KaplanMeier(waits) }
        var isEmpty: Bool { self == Totals() }
    }

    struct Line: Sendable {
        var rep: RepID
        var totals: Totals
    }

    let facts: PeriodFacts
    let total: Totals
    let before: Totals
    /// Reps with anything in the period, in the roster's order.
    let lines: [Line]
    /// By team name.
    let teams: [(team: String, totals: Totals)]
    let days: [DailyMeasures.Day]

    init(_ facts: PeriodFacts, night: Night) {
        self.facts = facts
        let period = facts.period
        let byRep = Self.totals(in: period, night)
        total = Self.sum(byRep.values, won: Self.won(in: period, night))
        before = Self.sum(Self.totals(in: period.previous, night).values, won: Self.won(in: period.previous, night))
        let known = night.reps.standings.map(\.rep.id)
        let former = Set(byRep.keys).subtracting(known).sorted()
        lines = (known + former).compactMap { rep in
            byRep[rep].flatMap { $0.isEmpty ? nil : Line(rep: rep, totals: $0) }
        }
        let grouped = Dictionary(grouping: lines) { night.reps.team(of: $0.rep) }
        teams = grouped.keys.sorted { $0.isOrderedBefore($1) }.map { team in
            let members = (grouped[team] ?? []).map(\.totals)
            return (team, Self.sum(members, won: members.reduce(0) { $0 + $1.won }))
        }
        days = DailyMeasures(night.facts, spells: night.spells, days: period.length).days
    }

    /// Whole weeks of the period where it is long, single days otherwise.
    var areWeeks: Bool { facts.period.length > 35 }

    /// `days`, or their sums by ISO week, dated by its Monday.
    var rows: [DailyMeasures.Day] {
        guard areWeeks else { return days }
        var weeks: [DailyMeasures.Day] = []
        for day in days {
            let monday = day.date.startOfWeek
            if weeks.last?.date != monday { weeks.append(DailyMeasures.Day(date: monday)) }
            weeks[weeks.count - 1].add(day)
        }
        return weeks
    }

    private static func totals(in period: Period, _ night: Night) -> [RepID: Totals] {
        let (from, end) = (night.zone.start(of: period.from), night.zone.start(of: period.to + 1))
        func isInside(_ moment: Instant) -> Bool { moment >= from && moment < end }
        var totals: [RepID: Totals] = [:]
        for history in night.spells.all {
            let spell = history.spell
            var one = Totals()
            if isInside(spell.startedAt), spell.kind != .opening {
                switch spell.kind {
                case .claim: one.claimed = 1
                case .allocation: one.allocated = 1
                case .transfer: one.transferred = 1
                case .opening, .reinstatement: break
                }
                if history.ordinal > 1 { one.reclaims = 1 }
                if !history.wasWonBefore {
                    one.waits = [FirstFollowUpMeasures.wait(history, asOf: min(end + -1, night.spells.asOf))]
                }
            }
            if let ended = spell.endedAt, isInside(ended) {
                if spell.endReason == .recycled { one.recycled = 1 }
                if spell.endReason == .released { one.released = 1 }
            }
            if let won = history.wonInside, isInside(won) { one.won = 1 }
            for sale in history.sales where isInside(sale.at) {
                one.revenue &+= sale.minorUnits
                one.sales += 1
            }
            if !one.isEmpty { totals[spell.rep, default: Totals()].add(one) }
        }
        for duty in night.facts.obligations where period.contains(duty.deadline.date) {
            guard duty.outcome == .met || duty.outcome == .missed else { continue }
            totals[duty.rep, default: Totals()].duties.add(duty.outcome == .met)
        }
        return totals
    }

    /// Different customers won in the period; a customer that two reps held at once, after a merge, counts once.
    private static func won(in period: Period, _ night: Night) -> Int {
        let (from, end) = (night.zone.start(of: period.from), night.zone.start(of: period.to + 1))
        return Set(
            night.spells.all.filter { $0.wonInside.map { $0 >= from && $0 < end } ?? false }.map(\.spell.customer)
        ).count
    }

    private static func sum(_ parts: some Sequence<Totals>, won: Int) -> Totals {
        var sum = parts.reduce(into: Totals()) { $0.add($1) }
        sum.won = won
        return sum
    }
}

extension PeriodMeasures.Totals {
    mutating func add(_ other: Self) {
        claimed += other.claimed
        allocated += other.allocated
        transferred += other.transferred
        reclaims += other.reclaims
        recycled += other.recycled
        released += other.released
        won += other.won
        duties.add(other.duties)
        revenue &+= other.revenue
        sales += other.sales
        waits += other.waits
    }
}

extension DailyMeasures.Day {
    /// Adds a later day: flows are summed, the pool is the later one's.
    fileprivate mutating func add(_ later: Self) {
        claimed += later.claimed
        allocated += later.allocated
        transferred += later.transferred
        recycled += later.recycled
        released += later.released
        won += later.won
        duties.add(later.duties)
        poolSize = later.poolSize
    }
}
