import GRDB
import Records
import Rules

extension SQLiteStore {
    package func histories(
        until: Instant, revenueFrom: Rules.RevenueSource, currency: String
    ) throws -> [SpellHistory] {
        try read { db in
            var ordinals: [CustomerID: Int] = [:]
            var histories: [(id: Int, history: SpellHistory)] = try db.all(Self.spellsUntil, [until]) { row in
                let id = row.integer()
                let (spell, clockFrom) = (try row.spell(), row.optionalInstant())
                var history = SpellHistory(spell: spell, customerName: row.text(), currency: currency)
                history.clockFrom = clockFrom
                history.section = row.optionalText()
                history.size = try row.choice()
                history.team = row.optionalText()
                history.wonAt = row.optionalInstant().flatMap { $0 <= until ? $0 : nil }
                history.hasOpenDeal = row.flag()
                if let end = history.spell.endedAt, end > until {
                    history.spell.endedAt = nil
                    history.spell.endReason = nil
                }
                ordinals[history.spell.customer, default: 0] += 1
                history.ordinal = ordinals[history.spell.customer, default: 1]
                return (id, history)
            }
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
            return histories.map { $0.history.withSalesInOrder }
        }
    }

    private static let spellsUntil = """
        SELECT s.id, s.customer_id, s.rep_id, s.kind, s.started_at, s.ended_at, s.end_reason,
            s.clock_from, c.name, c.industry_section, c.size, r.team, c.won_at,
            EXISTS (SELECT 1 FROM deals d WHERE d.customer_id = c.id AND d.status = 'open')
        FROM spells s JOIN customers c ON c.id = s.customer_id LEFT JOIN reps r ON r.id = s.rep_id
        WHERE s.started_at <= ? AND (s.end_reason IS NULL OR s.end_reason <> 'undone')
        ORDER BY s.started_at, s.customer_id, s.rep_id, s.id
        """

    private static let dealsInSpells = """
        SELECT s.id, min(d.created_at) FROM deals d JOIN spells s ON s.customer_id = d.customer_id
            AND d.created_at >= s.started_at AND (s.ended_at IS NULL OR d.created_at < s.ended_at)
        WHERE d.created_at <= ? GROUP BY s.id
        """

    /// The decision that gave a customer away is of the day on which the spell began, the last before it.
    private static let strategies = """
        SELECT s.id, d.strategy FROM decisions d JOIN spells s ON s.held_as = d.customer_id AND s.rep_id = d.rep_id
            AND s.kind = 'allocation'
        WHERE d.kind = 'allocation' AND d.is_granted = 1 ORDER BY s.id, d.business_date
        """

    private static let followUpsInSpells = """
        SELECT s.id, f.at FROM spells s JOIN follow_ups f ON f.customer_id = s.customer_id AND \(isOfOwner)
            AND f.counts = 1 AND f.at >= s.started_at AND (s.ended_at IS NULL OR f.at < s.ended_at)
        WHERE f.at <= ? ORDER BY s.id, f.at, f.source, f.external_id
        """
}

extension SpellHistory {
    fileprivate var withSalesInOrder: SpellHistory {
        guard sales.count > 1 else { return self }
        var history = self
        history.sales.sort { ($0.at, $0.minorUnits) < ($1.at, $1.minorUnits) }
        return history
    }
}
