import GRDB
import Records

/// Whether a follow-up `f` is of the owner of the spell `s`, or of who stood in for the owner then.
let isOfOwner = """
    (f.rep_id = s.rep_id OR EXISTS (
        SELECT 1 FROM delegations g WHERE g.rep_id = s.rep_id AND g.deputy_id = f.rep_id
        AND f.at >= g.starts_at AND f.at <= g.ends_at))
    """

extension SQLiteStore {
    package func holdings(asOf: Instant, within horizon: DueHorizon?) throws -> [Holding] {
        try read { db in
            // One open spell per customer.
            let rows = try db.all(
                """
                SELECT s.customer_id, s.rep_id, s.kind, s.started_at, s.ended_at, s.end_reason,
                    s.clock_from,
                    (SELECT max(f.at) FROM follow_ups f WHERE f.customer_id = s.customer_id AND \(isOfOwner)
                        AND f.counts = 1 AND f.at >= s.started_at AND f.at <= ?1),
                    EXISTS (SELECT 1 FROM deals d WHERE d.customer_id = s.customer_id AND d.status = 'open'),
                    (SELECT c.won_at FROM customers c WHERE c.id = s.customer_id),
                    \(remindedDeadline()),
                    \(remindedDeadline(where: """
                        EXISTS (SELECT 1 FROM outbox o WHERE o.business_date = r.business_date
                            AND o.rep_id = r.rep_id AND o.state = 'sent' AND o.changed_at <= ?1)
                        """))
                FROM spells s INDEXED BY spells_open WHERE \(Self.held) \(horizon == nil ? "" : "AND \(Self.isWithin)")
                ORDER BY s.customer_id
                """, [asOf] + (horizon.map { [$0.clockBefore, $0.startBefore] } ?? [])
            ) {
                (
                    spell: try $0.spell(), clockFrom: $0.optionalInstant(), lastFollowUpAt: $0.optionalInstant(),
                    hasOpenDeal: $0.flag(),
                    wonAt: $0.optionalInstant(), reminded: $0.optionalDate(), delivered: $0.optionalDate()
                )
            }
            let summaries = try rows.map(\.spell.customer).chunks.flatMap { chunk in
                try db.summaries(where: "id IN (\(marks(chunk.count)))", Array(chunk))
            }
            return zip(rows, summaries).map { row, summary in
                var holding = Holding(
                    spell: row.spell, customer: summary, lastFollowUpAt: row.lastFollowUpAt,
                    hasOpenDeal: row.hasOpenDeal, wonAt: row.wonAt, remindedDeadline: row.reminded)
                holding.clockFrom = row.clockFrom
                holding.deliveredDeadline = row.delivered
                return holding
            }
        }
    }

    /// The deadline of the last reminder before `?1` in the spell `s` that fits.
    private func remindedDeadline(where fits: String = "true") -> String {
        """
        (SELECT r.deadline FROM reminders r WHERE r.customer_id = s.customer_id AND r.rep_id = s.rep_id
            AND r.at < ?1 AND r.at >= s.started_at AND \(fits) ORDER BY r.at DESC, r.business_date DESC LIMIT 1)
        """
    }

    package func holdingCount(asOf: Instant) throws -> Int {
        try read { try $0.count("SELECT count(*) FROM spells s INDEXED BY spells_open WHERE \(Self.held)", [asOf]) }
    }

    private static let held = """
        s.ended_at IS NULL AND s.started_at <= ?1
        AND NOT EXISTS (
            SELECT 1 FROM customers c INDEXED BY customers_won WHERE c.id = s.customer_id AND c.won_at <= ?1)
        """

    private static let isWithin = """
        (coalesce(s.clock_from, s.started_at) < ?3
        OR (coalesce(s.clock_from, s.started_at) < ?2 AND NOT EXISTS (
            SELECT 1 FROM follow_ups f WHERE f.customer_id = s.customer_id AND \(isOfOwner)
            AND f.counts = 1 AND f.at >= max(s.started_at, ?2) AND f.at <= ?1)))
        """

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
