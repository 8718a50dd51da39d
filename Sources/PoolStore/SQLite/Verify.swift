import GRDB
import Records

extension SQLiteStore {
    package func verify() throws -> [String] {
        try read { db in
            let pages = try db.all("PRAGMA integrity_check") { $0.text() }.filter { $0 != "ok" }.map { "page: \($0)" }
            let foreign = try db.all("PRAGMA foreign_key_check") { row in
                let table = row.text()
                _ = row.optionalInteger()
                return "\(table): a row refers to a row of \(row.text()) that does not exist"
            }
            let broken = try Self.checks.flatMap { check in
                try db.all(check.sql) { "\($0.text()): \(check.says)" }
            }
            return pages + foreign + broken + (try db.brokenLedger()) + (try db.brokenBooks())
        }
    }

    /// The ledger names the rep that it knew; joined or separated, the spell may be the other's by now.
    private static let wereOne = """
        EXISTS (SELECT 1 FROM rep_alias_history h WHERE (h.alias = e.rep_id AND h.rep_id = s.rep_id)
            OR (h.rep_id = e.rep_id AND h.alias = s.rep_id))
        """

    /// Each query lists what breaks an invariant, by id.
    private static let checks: [(says: String, sql: String)] = [
        (
            "in the pool or retired, yet it has an open spell",
            """
            SELECT c.id FROM customers c WHERE c.status IN ('pool', 'retired') AND EXISTS (
                SELECT 1 FROM spells s WHERE s.customer_id = c.id AND s.ended_at IS NULL) ORDER BY c.id
            """
        ),
        (
            "owned, yet it has not exactly one open spell",
            """
            SELECT c.id FROM customers c WHERE c.status IN ('prospect', 'account') AND (
                SELECT count(*) FROM spells s WHERE s.customer_id = c.id AND s.ended_at IS NULL) <> 1 ORDER BY c.id
            """
        ),
        (
            "its status contradicts whether it is won or retired",
            """
            SELECT id FROM customers WHERE (status = 'prospect' AND won_at IS NOT NULL)
                OR (status = 'account' AND won_at IS NULL) OR (status = 'retired') <> (retired_at IS NOT NULL)
            ORDER BY id
            """
        ),
        (
            "it has no source record",
            """
            SELECT c.id FROM customers c WHERE NOT EXISTS (
                SELECT 1 FROM source_records r WHERE r.customer = c.number) ORDER BY c.id
            """
        ),
        (
            "a record without its customer or its batch",
            """
            SELECT r.source || ':' || r.external_id FROM source_records r
            WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.number = r.customer)
                OR NOT EXISTS (SELECT 1 FROM batches b WHERE b.id = r.batch_id)
            ORDER BY r.source, r.external_id
            """
        ),
        (
            "merged away, yet still a customer",
            "SELECT absorbed FROM merges WHERE absorbed IN (SELECT id FROM customers) ORDER BY absorbed"
        ),
        (
            "two of its spells overlap",
            """
            SELECT DISTINCT a.customer_id FROM spells a JOIN spells b
                ON b.customer_id = a.customer_id AND b.held_as = a.held_as AND b.id > a.id
                AND coalesce(a.end_reason, '') <> 'undone' AND coalesce(b.end_reason, '') <> 'undone'
                AND (a.ended_at IS NULL OR (b.started_at < a.ended_at AND a.started_at < a.ended_at))
                AND (b.ended_at IS NULL OR (a.started_at < b.ended_at AND b.started_at < b.ended_at))
            ORDER BY a.customer_id
            """
        ),
        (
            "an ended spell has no reason, or an open one has",
            """
            SELECT DISTINCT customer_id FROM spells
            WHERE (ended_at IS NULL) <> (end_reason IS NULL) OR (ended_at IS NULL) <> (end_recorded_at IS NULL)
            ORDER BY customer_id
            """
        ),
        (
            "a spell started without its event",
            """
            SELECT DISTINCT s.customer_id FROM spells s WHERE NOT EXISTS (
                SELECT 1 FROM events e WHERE e.customer_id = s.held_as AND e.kind = 'spell_started'
                AND (e.rep_id = s.rep_id OR \(wereOne))
                AND e.at = s.started_at)
            ORDER BY s.customer_id
            """
        ),
        (
            "a spell ended without its event",
            """
            SELECT DISTINCT s.customer_id FROM spells s WHERE s.ended_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM events e WHERE e.kind = 'spell_ended' AND e.at = s.ended_at
                AND (e.rep_id = s.rep_id OR \(wereOne))
                AND (e.customer_id = s.customer_id OR e.customer_id IN (
                    SELECT m.absorbed FROM merges m WHERE m.survivor = s.customer_id)))
            ORDER BY s.customer_id
            """
        ),
        (
            "the rows of this batch are not all accounted for",
            """
            SELECT id FROM batches WHERE rows_read <>
                rows_new + rows_updated + rows_unchanged + rows_rejected + rows_pending ORDER BY id
            """
        ),
    ]
}

extension Database {
    /// Numbers run from 1 without a gap.
    fileprivate func brokenLedger() throws -> [String] {
        let range = try first("SELECT count(*), coalesce(min(seq), 1), coalesce(max(seq), 0) FROM events") {
            (count: $0.integer(), first: $0.integer(), last: $0.integer())
        }
        guard let range, range.first != 1 || range.last != range.count else { return [] }
        return ["events: numbers \(range.first) to \(range.last) hold \(range.count) events, so some are missing"]
    }

    /// What moved in and out of each book adds up to what is in it.
    fileprivate func brokenBooks() throws -> [String] {
        let moved = try all("SELECT rep_id, sum(change) FROM movements GROUP BY rep_id ORDER BY rep_id") {
            (rep: $0.optionalID() as RepID?, count: $0.integer())
        }
        let held = try all("SELECT rep_id, count(*) FROM spells WHERE ended_at IS NULL GROUP BY rep_id ORDER BY rep_id")
        {
            (rep: $0.optionalID() as RepID?, count: $0.integer())
        }
        let pooled = try count("SELECT count(*) FROM customers WHERE status = 'pool'")
        var expected: [RepID?: Int] = [:]
        for book in moved where book.count != 0 { expected[book.rep] = book.count }
        var found: [RepID?: Int] = pooled == 0 ? [:] : [nil: pooled]
        for book in held { found[book.rep] = book.count }
        return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }
            .map {
                "\($0?.rawValue ?? "the pool"): \(expected[$0] ?? 0) moved in and stayed, \(found[$0] ?? 0) are there"
            }
            .sorted { $0.isOrderedBefore($1) }
    }
}
