import GRDB
import Records
import Rules

extension SQLiteStore {
    package func sales(
        from: Instant, until: Instant, revenueFrom: Rules.RevenueSource, currency: String
    ) throws -> [RepID: (wonDeals: Int, revenue: Money)] {
        try read { db in
            var sales: [RepID: (wonDeals: Int, revenue: Money)] = [:]
            let none = (wonDeals: 0, revenue: Money(minorUnits: 0, currency: currency))
            for credit in try db.credits(Self.wins, [], from, until) {
                sales[credit.rep, default: none].wonDeals += 1
            }
            let revenue = try db.credits(Self.revenue(revenueFrom), [currency], from, until)
            for credit in revenue { sales[credit.rep, default: none].revenue.minorUnits &+= credit.minorUnits }
            return sales
        }
    }

    package func closedDeals(after: Instant, through: Instant) throws -> [ClosedDeal] {
        try read { db in
            try db.all(
                """
                SELECT rep_id, coalesce(won_at, closed_at) AS at, status = 'won' AS is_won FROM deals
                WHERE status IN ('won', 'lost') AND at > ? AND at <= ? ORDER BY at, rep_id, is_won
                """, [after, through]
            ) { ClosedDeal(rep: $0.optionalID(), closedAt: $0.instant(), isWon: $0.flag()) }
        }
    }

    static let wins =
        "SELECT source, external_id, customer_id, won_at AS at, 0 AS minor FROM deals WHERE status = 'won'"

    /// Takes the currency as its argument.
    static func revenue(_ source: Rules.RevenueSource) -> String {
        switch source {
        case .payments:
            """
            SELECT source, external_id, customer_id, paid_at AS at, amount_minor AS minor FROM payments
            WHERE amount_currency = ?
            """
        case .deals:
            """
            SELECT source, external_id, customer_id, won_at AS at, amount_minor AS minor FROM deals
            WHERE status = 'won' AND amount_currency = ?
            """
        }
    }
}

/// A sale and the spell in which it fell.
struct Credit {
    var spell: Int
    var rep: RepID
    var at: Instant
    var minorUnits: Int64
}

extension Database {
    /// Credits each sale from `from` (included) to `until` (not) to whoever held the customer then.
    ///
    /// Spells of merged customers may overlap: the one that started last gets the sale, so that none counts twice.
    func credits(
        _ sales: String, _ arguments: [SQLValue], _ from: Instant, _ until: Instant
    ) throws -> [Credit] {
        let rows = try all(
            """
            SELECT sale.source, sale.external_id, spell.id, spell.rep_id, sale.at, sale.minor
            FROM (\(sales)) AS sale JOIN spells AS spell ON spell.customer_id = sale.customer_id
                AND spell.started_at <= sale.at AND (spell.ended_at IS NULL OR spell.ended_at > sale.at)
                AND (spell.end_reason IS NULL OR spell.end_reason <> 'undone')
            WHERE sale.at >= ? AND sale.at < ?
            ORDER BY sale.source, sale.external_id, spell.started_at DESC, spell.rep_id, spell.id
            """, arguments + [from, until]
        ) { row in
            let key = row.key()
            return (
                key: key,
                credit: Credit(
                    spell: row.integer(), rep: row.id(), at: row.instant(), minorUnits: Int64(row.integer()))
            )
        }
        var credits: [Credit] = []
        var last: RecordKey?
        for row in rows where row.key != last {
            credits.append(row.credit)
            last = row.key
        }
        return credits
    }
}
