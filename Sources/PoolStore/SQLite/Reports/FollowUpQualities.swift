import GRDB
import Records

extension SQLiteStore {
    package func followUpQuality(from start: Instant, until: Instant, lateDays: Int) throws -> [FollowUpQuality] {
        try read { db in
            try db.all(Self.quality, [start, until, lateDays * 86_400]) {
                FollowUpQuality(
                    rep: $0.id(), count: $0.integer(), emptyNotes: $0.integer(), repeatedNotes: $0.integer(),
                    mostInOneMinute: $0.integer(), backdated: $0.integer())
            }
        }
    }

    /// A time of 23:59:59 is that of a list without times of day. Ten of one note are a habit, not chance.
    private static let quality = """
        WITH own AS MATERIALIZED (
            SELECT rep_id, customer_id, at, recorded_at, coalesce(note, '') AS note FROM follow_ups
            WHERE rep_id IS NOT NULL AND at >= ? AND at <= ?)
        SELECT rep_id, count(*), sum(length(note) <= 4),
            coalesce((SELECT sum(n) FROM (SELECT count(*) AS n FROM own AS r WHERE r.rep_id = own.rep_id
                AND length(r.note) > 4 GROUP BY r.note HAVING count(*) >= 10)), 0),
            coalesce((SELECT max(n) FROM (SELECT count(*) AS n FROM own AS m WHERE m.rep_id = own.rep_id
                AND m.at % 60 <> 59 GROUP BY m.at / 60)), 0),
            sum(coalesce(recorded_at - at, 0) > ?)
        FROM own GROUP BY rep_id ORDER BY rep_id
        """
}
