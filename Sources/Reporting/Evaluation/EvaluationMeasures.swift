import Records
import Rules

/// What the rules achieved: since go-live, by owner after owner, by size; which limits bind; what to try.
struct EvaluationMeasures: Sendable {
    /// Half a year since go-live; the first four weeks stand alone as the frozen baseline.
    struct Era: Sendable, Equatable {
        var from: BusinessDate
        /// The day after the last.
        var until: BusinessDate
        var isBaseline: Bool
        /// Won within 30 days, of spells that are so old.
        var won: Proportion
        /// Returned within 30 days, of the same.
        var recycled: Proportion
        var duties: Proportion
    }

    /// Won within 30 days by the how-manieth owner of the customer: whether giving customers on pays.
    struct Owner: Sendable, Equatable {
        /// 1, 2, or 3 for every later one.
        var ordinal: Int
        var won: Proportion
    }

    /// A limit, and how many of the reps who have it are at it.
    struct Binding: Sendable, Equatable {
        enum Limit: String, Sendable, CaseIterable { case claims, intake, holdings }
        var limit: Limit
        var reps: Proportion
    }

    /// A change to try, never to make unseen.
    struct Suggestion: Sendable, Equatable {
        enum Kind: String, Sendable, CaseIterable {
            case raiseClaimLimit = "raise_claim_limit"
            case lowerHoldingLimit = "lower_holding_limit"
            case changeStrategy = "change_strategy"
            case allowMoreDays = "allow_more_days"
        }

        var kind: Kind
        /// The section and the key of gonghai.yaml.
        var section: String
        var key: String
        var now: String
        var proposed: String

        /// Tries the change on the workspace's own rules.
        var command: String {
            "sed '/^\(section):/,/^[a-z]/ s/^\\( *\(key):\\).*/\\1 \(proposed)/' gonghai.yaml > trial.yaml"
                + " && gonghai simulate --policy gonghai.yaml --policy trial.yaml"
        }
    }

    let eras: [Era]
    let owners: [Owner]
    let sizes: [(size: Size.Class, won: Proportion)]
    let bindings: [Binding]
    let suggestions: [Suggestion]

    static let baselineDays = 28
    static let eraDays = 183
    static let horizonDays = 30
    /// From this share of refused requests on, a limit is worth a trial; and from so many of them.
    static let refusedShare = 0.2
    static let refusedMinimum = 10

    init(_ night: Night, refusals: [(reason: ReasonCode, count: Int)], granted: Int) {
        let mature = night.spells.acquired.filter {
            !$0.wasWonBefore && night.spells.end - $0.spell.startedAt >= Self.horizon
        }
        eras = Self.eras(mature, night)
        owners = (1...3).map { ordinal in
            Owner(ordinal: ordinal, won: Self.won(mature.filter { min($0.ordinal, 3) == ordinal }))
        }.filter { $0.won.total > 0 }
        sizes = Size.Class.allCases.map { size in (size, Self.won(mature.filter { $0.size == size })) }
            .filter { $0.1.total > 0 }
        bindings = Self.bindings(night)
        suggestions = Self.suggestions(
            night, refusals: refusals, granted: granted, recycled: Self.recycled(mature), bindings: bindings)
    }

    private static let horizon = Int64(horizonDays) * 86_400

    private static func isWon(_ history: SpellHistory) -> Bool {
        history.wonInside.map { $0 - history.spell.startedAt <= horizon } ?? false
    }

    private static func won(_ histories: [SpellHistory]) -> Proportion {
        Proportion(histories.count(where: isWon), of: histories.count)
    }

    private static func recycled(_ histories: [SpellHistory]) -> Proportion {
        Proportion(
            histories.count { history in
                guard history.spell.endReason == .recycled, let end = history.spell.endedAt else { return false }
                return end - history.spell.startedAt <= horizon
            }, of: histories.count)
    }

    // MARK: Since go-live

    private static func eras(_ mature: [SpellHistory], _ night: Night) -> [Era] {
        guard let live = night.daily.liveSince else { return [] }
        var spans = [(from: live, until: live + baselineDays)]
        while let last = spans.last, last.until <= night.date {
            spans.append((last.until, last.until + (spans.count == 1 ? eraDays - baselineDays : eraDays)))
        }
        return spans.enumerated().map { index, span in
            let (from, until) = (night.zone.start(of: span.from), night.zone.start(of: span.until))
            let members = mature.filter { $0.spell.startedAt >= from && $0.spell.startedAt < until }
            var duties = Proportion(0, of: 0)
            for duty in night.facts.obligations where duty.outcome == .met || duty.outcome == .missed {
                if duty.deadline.date >= span.from, duty.deadline.date < span.until { duties.add(duty.outcome == .met) }
            }
            return Era(
                from: span.from, until: span.until, isBaseline: index == 0, won: won(members),
                recycled: recycled(members), duties: duties)
        }
    }

    // MARK: Limits

    private static func bindings(_ night: Night) -> [Binding] {
        let standings = night.reps.standings.filter { !night.reps.isGone($0.rep.id) }
        func binding(
            _ limit: Binding.Limit, _ used: (RepStanding) -> Int, _ bound: (Limits) -> Int?
        ) -> Binding {
            var reps = Proportion(0, of: 0)
            for standing in standings {
                guard let maximum = night.claims.limits[standing.rep.id].flatMap(bound) else { continue }
                reps.add(used(standing) >= maximum)
            }
            return Binding(limit: limit, reps: reps)
        }
        return [
            binding(.claims, \.claimsInWindow, \.claims), binding(.intake, \.intakeInWindow, \.intake),
            binding(.holdings, \.holdings, \.holdings),
        ]
    }

    // MARK: What to try

    private static func suggestions(
        _ night: Night, refusals: [(reason: ReasonCode, count: Int)], granted: Int, recycled: Proportion,
        bindings: [Binding]
    ) -> [Suggestion] {
        let rules = night.rules
        var suggestions: [Suggestion] = []
        let requests = granted + refusals.reduce(0) { $0 + $1.count }
        let atLimit = refusals.first { $0.reason == .claimLimit }?.count ?? 0
        if let limit = rules.claims.limit, limit > 0, atLimit >= refusedMinimum,
            Double(atLimit) >= refusedShare * Double(requests)
        {
            suggestions.append(
                Suggestion(
                    kind: .raiseClaimLimit, section: "claims", key: "limit", now: String(limit),
                    proposed: String(limit + max(1, limit / 4))))
        }
        let full = bindings.first { $0.limit == .holdings }?.reps
        if let limit = rules.claims.holdingLimit, (full?.value ?? 0) >= 0.25,
            (night.coverage.overall.value ?? 1) < 0.5
        {
            suggestions.append(
                Suggestion(
                    kind: .lowerHoldingLimit, section: "claims", key: "holding_limit", now: String(limit),
                    proposed: String(max(1, limit - limit / 5))))
        }
        if let strategy = rules.allocation.strategy,
            let better = night.strategies.comparisons.first(where: {
                $0.verdict == .better && $0.arm.name != "claim" && $0.arm.name != strategy.rawValue
            })
        {
            suggestions.append(
                Suggestion(
                    kind: .changeStrategy, section: "allocation", key: "strategy", now: strategy.rawValue,
                    proposed: better.arm.name))
        }
        if recycled.total >= StrategyMeasures.minimumPerArm, (recycled.value ?? 0) >= 0.5 {
            let days = rules.followUp.withinDays
            suggestions.append(
                Suggestion(
                    kind: .allowMoreDays, section: "follow_up", key: "within_days", now: String(days),
                    proposed: String(days + max(1, days / 2))))
        }
        return suggestions
    }
}
