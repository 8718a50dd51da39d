import Records

/// Compliance (METRICS.md, 3): duties with a deadline at or before T that were met, of all such duties.
///
/// Duties that are not due yet, and those that are paused or exempt, are on neither side.
struct ComplianceMeasures: Sendable {
    struct Line: Sendable {
        var rep: RepID
        var share: Proportion
        /// Duties that are not due yet.
        var pending: Int
        /// The share pulled towards the team's, by the team's own spread.
        var shrunk: Double?
        /// Place by `shrunk`, 1-based; `nil` below ten duties, and for a dormant rep.
        var rank: Int?
        /// Inactive or gone, with nothing pending and no duty in the last 28 days.
        var isDormant = false
        /// Duties whose deadline was in the last 28 days.
        var recentDuties = 0
    }

    struct TeamLine: Sendable {
        var team: String
        var share: Proportion
        var pending: Int
    }

    let overall: Proportion
    /// The same as it stood at the end of the day before.
    let dayBefore: Proportion
    /// Deadlines in the last 28 days only.
    let recent: Proportion
    /// Highest shrunk share first; reps without duties last.
    let lines: [Line]
    /// By team name.
    let teams: [TeamLine]

    /// Fewer duties than this have no rank.
    static let minimumForRank = 10
    static let recentDays = 28

    init(_ facts: NightFacts, reps: RepIndex) {
        var counts: [RepID: Line] = [:]
        var (overall, before, recent) = (Proportion(0, of: 0), Proportion(0, of: 0), Proportion(0, of: 0))
        for duty in facts.obligations {
            let empty = Line(rep: duty.rep, share: Proportion(0, of: 0), pending: 0)
            if duty.outcome == .pending { counts[duty.rep, default: empty].pending += 1 }
            guard duty.outcome == .met || duty.outcome == .missed, duty.deadline.date <= facts.date else { continue }
            let isMet = duty.outcome == .met
            counts[duty.rep, default: empty].share.add(isMet)
            overall.add(isMet)
            if duty.deadline.date < facts.date { before.add(isMet) }
            if duty.deadline.date > facts.date - Self.recentDays {
                recent.add(isMet)
                counts[duty.rep, default: empty].recentDuties += 1
            }
        }
        self.overall = overall
        dayBefore = before
        self.recent = recent
        lines = Self.ranked(Array(counts.values), reps: reps)
        teams = Self.teams(lines, reps: reps)
    }

    private static func ranked(_ lines: [Line], reps: RepIndex) -> [Line] {
        let byTeam = Dictionary(grouping: lines) { reps.team(of: $0.rep) }
        let everyone = Shrinkage(group: lines.map(\.share))
        let priors = byTeam.mapValues { team in
            // A team of one has nobody to lean on but the company.
            team.count { $0.share.total > 0 } > 1 ? Shrinkage(group: team.map(\.share)) : everyone
        }
        var shrunk = lines.map { line in
            var line = line
            line.isDormant = reps.isGone(line.rep) && line.pending == 0 && line.recentDuties == 0
            if line.share.total > 0 { line.shrunk = priors[reps.team(of: line.rep)]??.shrunk(line.share) }
            return line
        }
        shrunk.sort {
            let (left, right) = ($0.shrunk ?? -1, $1.shrunk ?? -1)
            if left != right { return left > right }
            return $0.share.total == $1.share.total ? $0.rep < $1.rep : $0.share.total > $1.share.total
        }
        var place = 0
        for index in shrunk.indices where shrunk[index].share.total >= minimumForRank && !shrunk[index].isDormant {
            place += 1
            shrunk[index].rank = place
        }
        return shrunk
    }

    private static func teams(_ lines: [Line], reps: RepIndex) -> [TeamLine] {
        let grouped = Dictionary(grouping: lines) { reps.team(of: $0.rep) }
        return grouped.keys.sorted { $0.isOrderedBefore($1) }.map { team in
            let members = grouped[team] ?? []
            return TeamLine(
                team: team,
                share: members.reduce(into: Proportion(0, of: 0)) { sum, line in
                    sum.count += line.share.count
                    sum.total += line.share.total
                },
                pending: members.reduce(0) { $0 + $1.pending })
        }
    }
}

extension Proportion {
    /// Counts one more: in the denominator, and in the numerator if `isHit`.
    mutating func add(_ isHit: Bool) {
        total += 1
        if isHit { count += 1 }
    }
}
