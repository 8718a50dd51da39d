import GRDB
import Records

extension SQLiteStore {
    /// Both ends are counted from what is stored (customers, merges, spells), the changes from the movements: that they
    /// agree is a check of one against the other.
    package func flows(opening: Instant, closing: Instant) throws -> [Flow] {
        try read { db in
            let before = try db.books(at: opening)
            let after = try db.books(at: closing)
            var incoming: [RepID?: [String: Int]] = [:]
            var outgoing: [RepID?: [String: Int]] = [:]
            let movements = try db.all(
                """
                SELECT rep_id, how, change > 0, sum(abs(change)) FROM movements WHERE at > ? AND at <= ?
                GROUP BY rep_id, how, change > 0 ORDER BY rep_id, how, change > 0
                """, [opening, closing]
            ) { (rep: $0.optionalID() as RepID?, how: $0.text(), step: $0.integer(), count: $0.integer()) }
            for movement in movements {
                if movement.step > 0 {
                    incoming[movement.rep, default: [:]][movement.how] = movement.count
                } else {
                    outgoing[movement.rep, default: [:]][movement.how] = movement.count
                }
            }
            func flow(_ rep: RepID?) -> Flow {
                Flow(
                    rep: rep, opening: before[rep] ?? 0, incoming: incoming[rep] ?? [:], outgoing: outgoing[rep] ?? [:],
                    closing: after[rep] ?? 0)
            }
            let reps = Set([before.keys, after.keys].joined()).union(incoming.keys).union(outgoing.keys)
            return [flow(nil)] + reps.compactMap { $0 }.sorted().map(flow)
        }
    }
}

extension Database {
    /// How many customers were where: `nil` is the pool, everybody else a rep's book.
    fileprivate func books(at moment: Instant) throws -> [RepID?: Int] {
        let held = try all(
            """
            SELECT rep_id, count(*) FROM (
                SELECT rep_id, recorded_at, end_recorded_at FROM spells
                UNION ALL SELECT rep_id, recorded_at, end_recorded_at FROM removed_spells)
            WHERE recorded_at <= ? AND (end_recorded_at IS NULL OR end_recorded_at > ?)
            GROUP BY rep_id ORDER BY rep_id
            """, [moment, moment]
        ) { (rep: $0.id() as RepID, count: $0.integer()) }
        let stored =
            try count("SELECT count(*) FROM customers WHERE stored_at <= ?", [moment])
            + count("SELECT count(*) FROM merges WHERE stored_at <= ? AND merged_at > ?", [moment, moment])
            + count("SELECT count(*) FROM removed_customers WHERE stored_at <= ? AND removed_at > ?", [moment, moment])
            - count("SELECT count(*) FROM taken_apart WHERE merged_at <= ? AND unmerged_at > ?", [moment, moment])
        let retired =
            try count("SELECT count(*) FROM customers WHERE retired_at <= ?", [moment])
            + count("SELECT count(*) FROM merges WHERE retired_at <= ? AND merged_at > ?", [moment, moment])
        var books: [RepID?: Int] = [:]
        for book in held { books[book.rep] = book.count }
        books[nil] = stored - retired - held.reduce(0) { $0 + $1.count }
        return books
    }
}
