import GRDB
import Records

/// Whether a follow-up `f` is of the owner of the spell `s`, or of who stood in for the owner then.
let isOfOwner = """
    (f.rep_id = s.rep_id OR EXISTS (
        SELECT 1 FROM delegations g WHERE g.rep_id = s.rep_id AND g.deputy_id = f.rep_id
        AND f.at >= g.starts_at AND f.at <= g.ends_at))
    """

extension SQLiteStore {
    package func holdings(asOf: Instant) throws -> [Holding] {
        try read { db in
            let rows = try db.all(
                """
                SELECT s.customer_id, s.rep_id, s.kind, s.started_at, s.ended_at, s.end_reason,
                    s.clock_from,
                    (SELECT max(f.at) FROM follow_ups f WHERE f.customer_id = s.customer_id AND \(isOfOwner)
                        AND f.counts = 1 AND f.at >= s.started_at AND f.at <= ?),
                    EXISTS (SELECT 1 FROM deals d WHERE d.customer_id = s.customer_id AND d.status = 'open'),
                    c.won_at,
                    (SELECT r.deadline FROM reminders r WHERE r.customer_id = s.customer_id AND r.rep_id = s.rep_id
                        AND r.at < ? AND r.at >= s.started_at ORDER BY r.at DESC, r.business_date DESC LIMIT 1)
                FROM spells s JOIN customers c ON c.id = s.customer_id
                WHERE \(Self.held) ORDER BY s.customer_id
                """, [asOf, asOf, asOf, asOf]
            ) {
                (
                    spell: try $0.spell(), clockFrom: $0.optionalInstant(), lastFollowUpAt: $0.optionalInstant(),
                    hasOpenDeal: $0.flag(),
                    wonAt: $0.optionalInstant(), reminded: $0.optionalDate()
                )
            }
            let summaries = try db.summaries(
                where: """
                    id IN (SELECT s.customer_id FROM spells s JOIN customers c ON c.id = s.customer_id WHERE \(Self.held))
                    """, [asOf, asOf])
            // One open spell per customer, and both are sorted by customer.
            return zip(rows, summaries).map { row, summary in
                var holding = Holding(
                    spell: row.spell, customer: summary, lastFollowUpAt: row.lastFollowUpAt,
                    hasOpenDeal: row.hasOpenDeal, wonAt: row.wonAt, remindedDeadline: row.reminded)
                holding.clockFrom = row.clockFrom
                return holding
            }
        }
    }

    private static let held = "s.ended_at IS NULL AND s.started_at <= ? AND (c.won_at IS NULL OR c.won_at > ?)"

    package func claimRequests(until: Instant) throws -> [ClaimRequest] {
        try read { db in
            try db.all(
                """
                SELECT source, external_id, customer_id, rep_id, requested_at FROM claims
                WHERE decided_on IS NULL AND is_withdrawn = 0 AND customer_id IS NOT NULL AND rep_id IS NOT NULL
                AND requested_at <= ? ORDER BY requested_at, source, external_id
                """, [until]
            ) {
                ClaimRequest(id: $0.key().description, customer: $0.id(), rep: $0.id(), requestedAt: $0.instant())
            }.sorted { ($0.requestedAt, ID<Claim>($0.id)) < ($1.requestedAt, ID<Claim>($1.id)) }
        }
    }
}
