import Records

/// Where a rep differs from the own team by more than chance (METRICS.md, 16), and signs that are worth a look
/// (METRICS.md, 15): never a verdict.
struct CoachingMeasures: Sendable {
    /// What reps are compared in; each is a share of something a rep did.
    enum Metric: String, Sendable, CaseIterable {
        case compliance, coverage, conversion, recycling

        /// Whether more of it is better.
        var isGood: Bool { self != .recycling }
    }

    struct Finding: Sendable, Equatable {
        var rep: RepID
        var metric: Metric
        var share: Proportion
        /// The whole team's, the rep included.
        var team: Proportion

        /// Whether the rep does better than the team.
        var isBetter: Bool { ((share.value ?? 0) > (team.value ?? 0)) == metric.isGood }

        /// How many standard errors the rep is away from the team.
        fileprivate var distance: Double {
            guard let value = share.value, let mean = team.value else { return 0 }
            let error = (mean * (1 - mean) / Double(share.total)).squareRoot()
            return error > 0 ? abs(value - mean) / error : .infinity
        }
    }

    enum Sign: String, Sendable, CaseIterable {
        /// At least half of the own prospects never had a follow-up.
        case untouched
        /// Nine tenths of the holding limit used, and less than half of it looked after.
        case fullBook = "full_book"
        /// More follow-ups on the very day of the deadline than the team has, beyond chance.
        case deadlineEve = "deadline_eve"
        /// The same customer claimed again within a week after the own spell of it ended, at least twice.
        case cycles
    }

    struct Flag: Sendable, Equatable {
        var rep: RepID
        var sign: Sign
        /// What it rests on.
        var share: Proportion
    }

    struct Team: Sendable {
        var name: String
        var members: [RepID]
        var shares: [Metric: Proportion]
        /// Whether the whole team is one rep, who has nobody to be compared with.
        var isAlone: Bool
    }

    /// By team name; teams of one have nobody to be compared with.
    private(set) var teams: [Team]
    let shares: [RepID: [Metric: Proportion]]
    /// By team, then rep; of a rep the farthest first.
    private(set) var findings: [Finding]
    private(set) var flags: [Flag]

    static let minimum = 10
    static let findingsPerRep = 3
    /// Deadlines so far back count.
    static let days = 90
    /// Won and returned within so many days of the start.
    static let horizonDays = 30
    static let reclaimDays = 7

    init(_ night: Night) {
        let present = night.reps.standings.map(\.rep.id).filter { !night.reps.isGone($0) }
        let shares = Self.shares(night)
        let grouped = Dictionary(grouping: present) { night.reps.team(of: $0) }
        let teams = grouped.keys.sorted { $0.isOrderedBefore($1) }.map { name in
            let members = grouped[name] ?? []
            return Team(
                name: name, members: members,
                shares: Dictionary(
                    uniqueKeysWithValues: Metric.allCases.map { metric in
                        (
                            metric,
                            members.reduce(into: Proportion(0, of: 0)) { sum, rep in
                                if let share = shares[rep]?[metric] { sum.add(share) }
                            }
                        )
                    }), isAlone: members.count < 2)
        }
        self.teams = teams
        self.shares = shares
        findings = teams.filter { $0.members.count > 1 }.flatMap { team in
            team.members.flatMap { Self.findings(of: $0, shares[$0] ?? [:], in: team) }
        }
        let signs = Signs(
            books: Dictionary(night.coverage.lines.map { ($0.rep, $0) }, uniquingKeysWith: { first, _ in first }),
            eves: night.eves, reclaims: night.reclaims)
        flags = teams.flatMap { team in team.members.flatMap { Self.flags(of: $0, in: team, signs) } }
    }

    /// What somebody may see who leads these reps only; they are compared with their whole teams all the same.
    func restricted(to reps: Set<RepID>) -> CoachingMeasures {
        var measures = self
        measures.teams = teams.compactMap { team in
            var team = team
            team.members = team.members.filter(reps.contains)
            return team.members.isEmpty ? nil : team
        }
        measures.findings = findings.filter { reps.contains($0.rep) }
        measures.flags = flags.filter { reps.contains($0.rep) }
        return measures
    }

    // MARK: Shares

    private static func shares(_ night: Night) -> [RepID: [Metric: Proportion]] {
        var shares: [RepID: [Metric: Proportion]] = [:]
        func add(_ rep: RepID, _ metric: Metric, _ isHit: Bool) {
            shares[rep, default: [:]][metric, default: Proportion(0, of: 0)].add(isHit)
        }
        for duty in night.facts.obligations where duty.outcome == .met || duty.outcome == .missed {
            guard duty.deadline.date <= night.date, duty.deadline.date > night.date - days else { continue }
            add(duty.rep, .compliance, duty.outcome == .met)
        }
        for line in night.coverage.lines { shares[line.rep, default: [:]][.coverage] = line.share }
        let horizon = Int64(horizonDays) * 86_400
        for history in night.spells.acquired where !history.wasWonBefore {
            let spell = history.spell
            guard night.spells.end - spell.startedAt >= horizon else { continue }
            add(spell.rep, .conversion, history.wonInside.map { $0 - spell.startedAt <= horizon } ?? false)
            let isRecycled = spell.endReason == .recycled
            let held = (spell.endedAt ?? night.spells.end) - spell.startedAt
            add(spell.rep, .recycling, isRecycled && held <= horizon)
        }
        return shares
    }

    private static func findings(of rep: RepID, _ shares: [Metric: Proportion], in team: Team) -> [Finding] {
        let found = Metric.allCases.compactMap { metric -> Finding? in
            guard let share = shares[metric], share.total >= minimum, let wilson = share.wilson,
                let whole = team.shares[metric], let mean = whole.value, mean < wilson.low || mean > wilson.high
            else { return nil }
            return Finding(rep: rep, metric: metric, share: share, team: whole)
        }
        // Far ones first; of equally far ones the order of the metrics decides.
        let sorted = found.enumerated().sorted { left, right in
            left.element.distance == right.element.distance
                ? left.offset < right.offset : left.element.distance > right.element.distance
        }
        return sorted.prefix(findingsPerRep).map(\.element)
    }

    // MARK: Signs

    private struct Signs {
        var books: [RepID: CoverageMeasures.Line]
        var eves: [RepID: Proportion]
        var reclaims: [RepID: Proportion]
    }

    private static func flags(of rep: RepID, in team: Team, _ signs: Signs) -> [Flag] {
        var flags: [Flag] = []
        if let book = signs.books[rep], book.share.total >= minimum {
            let untouched = Proportion(book.untouched, of: book.share.total)
            if (untouched.value ?? 0) >= 0.5 { flags.append(Flag(rep: rep, sign: .untouched, share: untouched)) }
            if (book.fill ?? 0) >= 0.9, (book.share.value ?? 1) < 0.5 {
                flags.append(Flag(rep: rep, sign: .fullBook, share: book.share))
            }
        }
        let eves = signs.eves
        if let own = eves[rep], own.total >= minimum, let wilson = own.wilson {
            let whole = team.members.reduce(into: Proportion(0, of: 0)) { if let share = eves[$1] { $0.add(share) } }
            if team.members.count > 1, let mean = whole.value, mean < wilson.low {
                flags.append(Flag(rep: rep, sign: .deadlineEve, share: own))
            }
        }
        if let cycles = signs.reclaims[rep], cycles.count >= 2 {
            flags.append(Flag(rep: rep, sign: .cycles, share: cycles))
        }
        return flags
    }
}

extension Night {
    /// Of the follow-ups that met a duty in the last 90 days, how many were made on the very day of the deadline.
    fileprivate var eves: [RepID: Proportion] {
        facts.obligations.reduce(into: [:]) { shares, duty in
            guard duty.outcome == .met, let at = duty.followedUpAt, duty.deadline.date > date - CoachingMeasures.days
            else { return }
            shares[duty.rep, default: Proportion(0, of: 0)].add(zone.date(of: at) == duty.deadline.date)
        }
    }

    /// Of a rep's claims in the last 90 days, how many were of a customer that the rep had lost a week ago at most.
    fileprivate var reclaims: [RepID: Proportion] {
        let from = zone.start(of: date - (CoachingMeasures.days - 1))
        var ends: [SpellKey: [Instant]] = [:]
        for history in spells.all {
            guard let end = history.spell.endedAt else { continue }
            ends[SpellKey(customer: history.spell.customer, rep: history.spell.rep), default: []].append(end)
        }
        return spells.acquired.reduce(into: [:]) { shares, history in
            let spell = history.spell
            guard spell.kind == .claim, spell.startedAt >= from else { return }
            let former = ends[SpellKey(customer: spell.customer, rep: spell.rep)] ?? []
            let isSoon = former.contains {
                $0 <= spell.startedAt && spell.startedAt - $0 <= Int64(CoachingMeasures.reclaimDays) * 86_400
            }
            shares[spell.rep, default: Proportion(0, of: 0)].add(isSoon)
        }
    }
}
