import GRDB
import Records

extension SQLiteStore {
    package func conversionCounts(until: Instant) throws -> [ConversionCount] {
        try read { db in
            // Freshness in millionths, so that sums are whole numbers and do not depend on the order of rows.
            try db.all(
                """
                WITH held AS (
                    SELECT s.customer_id, s.rep_id, s.started_at, s.ended_at, s.end_reason,
                        row_number() OVER customer - 1 AS attempt, lag(s.ended_at) OVER customer AS pooled_at
                    FROM spells s WHERE s.started_at <= ? AND (s.end_reason IS NULL OR s.end_reason <> 'undone')
                    WINDOW customer AS (PARTITION BY s.customer_id ORDER BY s.started_at, s.id)
                ), resolved AS (
                    SELECT held.*, c.industry_section, c.size, c.entered_pool_at, c.won_at IS NOT NULL
                        AND c.won_at >= held.started_at AND c.won_at <= ?
                        AND (held.ended_at IS NULL OR c.won_at <= held.ended_at) AS is_won
                    FROM held JOIN customers c ON c.id = held.customer_id
                    WHERE c.won_at IS NULL OR c.won_at >= held.started_at
                )
                SELECT rep_id, industry_section, size, min(2, attempt), count(*), sum(is_won),
                    sum(CAST(round(1000000 * pow(0.5,
                        max(0, started_at - coalesce(pooled_at, entered_pool_at)) / 2592000.0)) AS INTEGER))
                FROM resolved WHERE is_won OR (ended_at <= ? AND end_reason <> 'merged')
                GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
                """, [until, until, until]
            ) {
                ConversionCount(
                    rep: $0.id(), section: $0.optionalText(), size: try $0.choice(), attempt: $0.integer(),
                    spells: $0.integer(), conversions: $0.integer(), exposure: Double($0.integer()) / 1_000_000)
            }
        }
    }

    package func receipts(after: Instant, until: Instant, currency: String) throws -> [Receipt] {
        try read { db in
            try db.all(
                """
                SELECT s.rep_id, count(*), coalesce(sum(CASE WHEN c.value_currency = ? THEN c.value_minor END), 0)
                FROM spells s JOIN customers c ON c.id = s.customer_id
                WHERE s.kind IN ('claim', 'allocation') AND s.started_at > ? AND s.started_at <= ?
                GROUP BY s.rep_id ORDER BY s.rep_id
                """, [currency, after, until]
            ) {
                Receipt(
                    rep: $0.id(), customers: $0.integer(),
                    value: Money(minorUnits: Int64($0.integer()), currency: currency))
            }
        }
    }
}
