import Records

/// How far spells come: received, first followed up, a deal opened, won (METRICS.md, 5); and what the deals that were
/// closed came to (METRICS.md, 8).
struct FunnelMeasures: Sendable {
    enum Stage: String, Sendable, CaseIterable { case received, contacted, deal, won }

    /// From one stage to the next: of those that entered it long enough ago, how many went on in time.
    struct Step: Sendable, Equatable {
        var from: Stage
        var to: Stage
        var share: Proportion
    }

    let steps: [Step]
    /// Deals closed in the last `closedDays` days: won, of won and lost.
    let winRate: Proportion
    let winRateByRep: [RepID: Proportion]

    /// How long a step may take, and how far back spells are looked at.
    static let stepDays = 30
    static let windowDays = 180
    static let closedDays = 90

    init(_ facts: NightFacts, spells: SpellWindow) {
        let day: Int64 = 86_400
        let latest = spells.end + -Int64(Self.stepDays) * day
        let earliest = spells.end + -Int64(Self.windowDays) * day
        let horizon = Int64(Self.stepDays) * day
        var shares = [Proportion](repeating: Proportion(0, of: 0), count: Stage.allCases.count - 1)
        for history in spells.acquired where !history.wasWonBefore {
            let entries = Self.entries(of: history)
            for step in shares.indices {
                guard let entered = entries[step], entered >= earliest, entered <= latest else { continue }
                shares[step].add(entries[step + 1].map { $0 - entered <= horizon } ?? false)
            }
        }
        steps = zip(Stage.allCases, Stage.allCases.dropFirst()).enumerated().map { index, stages in
            Step(from: stages.0, to: stages.1, share: shares[index])
        }
        let from = spells.end + -Int64(Self.closedDays) * day
        var (all, byRep) = (Proportion(0, of: 0), [RepID: Proportion]())
        for deal in facts.closedDeals where deal.closedAt >= from && deal.closedAt < spells.end {
            all.add(deal.isWon)
            if let rep = deal.rep { byRep[rep, default: Proportion(0, of: 0)].add(deal.isWon) }
        }
        winRate = all
        winRateByRep = byRep
    }

    /// When a spell first entered each stage; one that was skipped counts as entered with the next.
    static func entries(of history: SpellHistory) -> [Instant?] {
        let end = history.spell.endedAt
        func inside(_ moment: Instant?) -> Instant? {
            guard let moment, moment >= history.spell.startedAt, end.map({ moment <= $0 }) ?? true else { return nil }
            return moment
        }
        var entries: [Instant?] = [
            history.spell.startedAt, history.followUps.first.flatMap(inside), inside(history.dealAt), history.wonInside,
        ]
        for index in entries.indices.dropLast().reversed() {
            guard let next = entries[index + 1] else { continue }
            entries[index] = entries[index].map { min($0, next) } ?? next
        }
        return entries
    }
}
