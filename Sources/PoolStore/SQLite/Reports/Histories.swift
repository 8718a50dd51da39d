import GRDB
import Records
import Rules

extension SQLiteStore {
    package func histories(
        until: Instant, revenueFrom: Rules.RevenueSource, currency: String
    ) throws -> [SpellHistory] {
        try read { db in
            var histories = try db.spells(until: until, currency: currency)
            try db.addTeams(to: &histories)
            let places = Dictionary(uniqueKeysWithValues: histories.enumerated().map { ($1.id, $0) })
            try db.each(Self.followUpsInSpells, [until]) { row in
                guard let place = places[row.integer()] else { return }
                histories[place].history.followUps.append(row.instant())
            }
            try db.each(Self.dealsInSpells, [until]) { row in
                guard let place = places[row.integer()] else { return }
                histories[place].history.dealAt = row.optionalInstant()
            }
            try db.each(Self.strategies) { row in
                guard let place = places[row.integer()] else { return }
                histories[place].history.strategy = row.optionalText()
            }
            let first = Instant(epochSeconds: .min)
            for credit in try db.credits(Self.revenue(revenueFrom), [currency], first, until + 1) {
                guard let place = places[credit.spell] else { continue }
                histories[place].history.sales.append(Sale(at: credit.at, minorUnits: credit.minorUnits))
            }
            return histories.byStart.map { histories[$0].history.withSalesInOrder }
        }
    }

    private static let dealsInSpells = """
        SELECT s.id, min(d.created_at) FROM deals d JOIN spells s ON s.customer_id = d.customer_id
            AND d.created_at >= s.started_at AND (s.ended_at IS NULL OR d.created_at < s.ended_at)
        WHERE d.created_at <= ? GROUP BY s.id
        """

    /// The decision that gave a customer away is of the day on which the spell began, the last before it.
    private static let strategies = """
        SELECT s.id, d.strategy FROM decisions d INDEXED BY decisions_granted
            CROSS JOIN spells s INDEXED BY spells_allocated ON s.held_as = d.customer_id AND s.rep_id = d.rep_id
            AND s.kind = 'allocation'
        WHERE d.kind = 'allocation' AND d.is_granted = 1 ORDER BY d.customer_id, d.rep_id, d.business_date
        """

    private static let followUpsInSpells = """
        SELECT s.id, f.at FROM spells s INDEXED BY spells_of_customer
            CROSS JOIN follow_ups f INDEXED BY follow_ups_that_count ON f.customer_id = s.customer_id AND \(isOfOwner)
            AND f.counts = 1 AND f.at >= s.started_at AND (s.ended_at IS NULL OR f.at < s.ended_at)
        WHERE f.at <= ? ORDER BY s.customer_id, s.started_at, s.rep_id, f.at
        """
}

extension Database {
    /// Sorted by customer, start, rep, as the indexes lie: reading them by start would jump through the whole file.
    fileprivate func spells(until: Instant, currency: String) throws -> [(id: Int, history: SpellHistory)] {
        var histories: [(id: Int, history: SpellHistory)] = try all(
            """
            SELECT s.id, s.customer_id, s.rep_id, s.kind, s.started_at, s.ended_at, s.end_reason, s.clock_from,
                c.industry_section, c.size, c.won_at,
                EXISTS (SELECT 1 FROM deals d WHERE d.customer_id = c.id AND d.status = 'open'), c.hold, c.level
            FROM spells s INDEXED BY spells_of_customer
                CROSS JOIN customers c INDEXED BY customers_in_reports ON c.id = s.customer_id
            WHERE s.started_at <= ? AND (s.end_reason IS NULL OR s.end_reason <> 'undone')
            ORDER BY s.customer_id, s.started_at, s.rep_id
            """, [until]
        ) { row in
            let id = row.integer()
            var history = SpellHistory(spell: try row.spell(), currency: currency)
            history.clockFrom = row.optionalInstant()
            history.section = row.optionalText()
            history.size = try row.choice()
            let wonAt = row.optionalInstant()
            history.wonAt = wonAt.flatMap { $0 <= until ? $0 : nil }
            history.hasOpenDeal = row.flag()
            let (hold, level) = (row.optionalText(), try row.optionalChoice() as Level?)
            if history.spell.endedAt == nil, history.wonAt == nil {
                history.standing = .init(hold: hold.flatMap { Hold(text: $0) }, level: level, wonAt: wonAt)
            }
            if let end = history.spell.endedAt, end > until {
                history.spell.endedAt = nil
                history.spell.endReason = nil
            }
            return (id, history)
        }
        histories.number()
        return histories
    }

    fileprivate func addTeams(to histories: inout [(id: Int, history: SpellHistory)]) throws {
        let teams = Dictionary(
            try all("SELECT id, team FROM reps ORDER BY id") { (rep: $0.id() as RepID, team: $0.optionalText()) }
                .map { ($0.rep, $0.team) }, uniquingKeysWith: { first, _ in first })
        for index in histories.indices {
            histories[index].history.team = teams[histories[index].history.spell.rep] ?? nil
        }
    }
}

extension [(id: Int, history: SpellHistory)] {
    /// Of spells sorted by customer, start and rep, the places of those sorted by start, customer, rep, id.
    fileprivate var byStart: [Int] {
        let starts = map(\.history.spell.startedAt)
        return indices.sorted { left, right in
            if starts[left] != starts[right] { return starts[left] < starts[right] }
            let (first, second) = (self[left].history.spell, self[right].history.spell)
            let isSamePlace = first.customer == second.customer && first.rep == second.rep
            return isSamePlace ? self[left].id < self[right].id : left < right
        }
    }

    /// Of spells sorted by customer and start, the how-manieth of its customer each is.
    fileprivate mutating func number() {
        for index in indices.dropFirst()
        where self[index].history.spell.customer == self[index - 1].history.spell.customer {
            self[index].history.ordinal = self[index - 1].history.ordinal + 1
        }
    }
}

extension SpellHistory {
    fileprivate var withSalesInOrder: SpellHistory {
        guard sales.count > 1 else { return self }
        var history = self
        history.sales.sort { ($0.at, $0.minorUnits) < ($1.at, $1.minorUnits) }
        return history
    }
}
