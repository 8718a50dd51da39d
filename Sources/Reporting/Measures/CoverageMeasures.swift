import Records
import Rules

/// Whom owners have been in touch with lately, and how full their books are (METRICS.md, 11).
struct CoverageMeasures: Sendable {
    struct Line: Sendable, Equatable {
        var rep: RepID
        /// Prospects held with a follow-up in the last `days` days, of all prospects held.
        var share: Proportion
        /// Prospects that never had a follow-up in the running spell.
        var untouched: Int
        /// The holding limit; `nil`: none.
        var limit: Int?

        /// The book's share of the limit.
        var fill: Double? { limit.flatMap { $0 > 0 ? Double(share.total) / Double($0) : nil } }
    }

    let overall: Proportion
    /// In the index's order; reps who hold nothing are left out.
    let lines: [Line]

    static let days = 30

    init(_ facts: NightFacts, spells: SpellWindow, reps: RepIndex, limits: [RepID: Limits]) {
        let from = spells.zone.start(of: spells.date - (Self.days - 1))
        var lines: [RepID: Line] = [:]
        for history in spells.all where history.spell.endedAt == nil && history.wonAt == nil {
            let rep = history.spell.rep
            var line = lines[rep] ?? Line(rep: rep, share: Proportion(0, of: 0), untouched: 0)
            line.share.add(history.followUps.last.map { $0 >= from } ?? false)
            if history.followUps.isEmpty { line.untouched += 1 }
            lines[rep] = line
        }
        overall = lines.values.reduce(into: Proportion(0, of: 0)) { $0.add($1.share) }
        let known = reps.standings.map(\.rep.id)
        self.lines = (known + Set(lines.keys).subtracting(known).sorted()).compactMap { rep in
            var line = lines[rep]
            line?.limit = limits[rep]?.holdings
            return line
        }
    }
}
