import GRDB
import Records

extension SQLiteStore {
    package func feeds(asOf: Instant) throws -> [FeedFacts] {
        try read { db in
            let night = try db.lastCompletedNight() ?? .beforeAllNights
            let sources = try db.all(
                """
                WITH RECURSIVE known (source) AS (
                    SELECT min(source) FROM follow_ups
                    UNION ALL SELECT (SELECT min(f.source) FROM follow_ups f WHERE f.source > known.source) FROM known
                    WHERE known.source IS NOT NULL)
                SELECT source FROM feed_files UNION SELECT source FROM known WHERE source IS NOT NULL ORDER BY source
                """
            ) { $0.text() }
            return try sources.map { try db.feed($0, since: night, asOf: asOf) }
        }
    }

    package func save(_ feeds: [FeedStatus], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            for feed in feeds { try change.save(feed) }
        }
    }

    package func feedStatuses(of date: BusinessDate) throws -> [FeedStatus] {
        try read { db in
            try db.all(
                """
                SELECT source, state, newest_at, suspended_spells FROM feed_statuses WHERE business_date = ?
                ORDER BY source
                """, [date]
            ) { try $0.feedStatus() }
        }
    }
}

extension Database {
    /// What came after the files of `night` were read is new since then, also where that night went on later.
    fileprivate func feed(_ source: String, since night: BusinessDate, asOf: Instant) throws -> FeedFacts {
        let files = try first(
            "SELECT count(*), coalesce(sum(rows_read), 0) FROM feed_files WHERE source = ? AND after_import >= ?",
            [source, night]
        ) { (count: $0.integer(), rows: $0.integer()) }
        return FeedFacts(
            source: source, filesSinceLastNight: files?.count ?? 0,
            newRows: try count(
                "SELECT count(*) FROM follow_ups WHERE source = ? AND after_import >= ? AND customer_id IS NOT NULL",
                [source, night]),
            rows: files?.rows ?? 0,
            newestAt: try first("SELECT max(at) FROM follow_ups WHERE source = ? AND at <= ?", [source, asOf]) {
                $0.optionalInstant()
            } ?? nil,
            newestAtLastNight: try first(
                "SELECT max(at) FROM follow_ups WHERE source = ? AND after_import < ? AND at <= ?",
                [source, night, asOf]
            ) { $0.optionalInstant() } ?? nil,
            formerRows: try all(
                """
                SELECT sum(rows_read) FROM feed_files WHERE source = ? AND after_import < ?
                GROUP BY after_import ORDER BY after_import DESC LIMIT 28
                """, [source, night]
            ) { $0.integer() })
    }
}

extension Change {
    /// A file of follow-ups came, whatever it held.
    func noteFeedFile(_ summary: ImportSummary) throws {
        try db.run(
            """
            INSERT INTO feed_files (batch_id, source, after_import, rows_read) VALUES (?, ?, ?, ?)
            ON CONFLICT (batch_id, after_import) DO UPDATE SET rows_read = excluded.rows_read
            """,
            [summary.batch.id, summary.batch.source, try db.lastImport(), summary.counts.read])
    }

    fileprivate func save(_ feed: FeedStatus) throws {
        let former = try db.first(
            """
            SELECT source, state, newest_at, suspended_spells FROM feed_statuses WHERE business_date = ? AND source = ?
            """, [date, feed.source]
        ) { try $0.feedStatus() }
        guard former != feed else { return }
        try db.run(
            """
            INSERT INTO feed_statuses (business_date, source, state, newest_at, suspended_spells) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (business_date, source) DO UPDATE SET
            \(replacements(["state", "newest_at", "suspended_spells"]))
            """, [date, feed.source, feed.state.rawValue, feed.newestAt, feed.suspendedSpells])
        guard feed.state != .fresh, feed.suspendedSpells > 0 else { return }
        log(
            .recyclingSuspended, run: date.description,
            payload: [
                "source": feed.source, "state": feed.state.rawValue, "spells": String(feed.suspendedSpells),
            ])
    }
}

extension ColumnReader {
    fileprivate mutating func feedStatus() throws -> FeedStatus {
        FeedStatus(
            source: text(), state: try choice(), newestAt: optionalInstant(), suspendedSpells: integer())
    }
}
