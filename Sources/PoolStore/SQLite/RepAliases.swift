import GRDB
import Records

extension SQLiteStore {
    package func repAliases() throws -> [RepAlias] {
        try read { db in
            try db.all("SELECT alias, rep_id, person, at FROM rep_aliases ORDER BY alias") {
                RepAlias(alias: $0.id(), rep: $0.id(), by: $0.text(), at: $0.instant())
            }
        }
    }

    package func people() throws -> (reps: [Rep], former: Set<RepID>, refused: Set<[RepID]>) {
        try read { db in
            let rows = try db.all("SELECT \(repColumns), is_former FROM reps ORDER BY id") { (try $0.rep(), $0.flag()) }
            let refused = try db.all("SELECT alias, rep_id FROM rep_alias_refusals") {
                [$0.id() as RepID, $0.id()].sorted()
            }
            let aliases = Set(try db.aliases().keys)
            return (
                rows.map(\.0).filter { !aliases.contains($0.id) }, Set(rows.filter(\.1).map(\.0.id)), Set(refused)
            )
        }
    }

    package func join(_ alias: RepID, to rep: RepID, by: String, date: BusinessDate, at: Instant) throws -> Bool {
        try change(date, at) { change in
            let known = try change.db.aliases()
            let rep = known[rep] ?? rep
            if known[alias] == rep { return false }
            guard alias != rep, known[alias] == nil else {
                throw RepAliasRefused(
                    known[alias].map { "\(alias) is already known as \($0)" } ?? "\(alias) and \(rep) are one already")
            }
            if let own = known.filter({ $0.value == alias }).keys.min() {
                throw RepAliasRefused("\(alias) is itself the rep behind \(own); separate them first")
            }
            try change.join(alias, to: rep, by: by)
            return true
        }
    }

    package func separate(_ alias: RepID, by: String, date: BusinessDate, at: Instant) throws -> RepID? {
        try change(date, at) { change in
            guard let rep = try change.db.aliases()[alias] else { return nil }
            try change.separate(alias, from: rep, by: by)
            return rep
        }
    }

    package func refuse(_ alias: RepID, as rep: RepID, by: String, at: Instant) throws -> Bool {
        try write { db in
            let pair = [alias, rep].sorted()
            try db.run(
                "INSERT INTO rep_alias_refusals (alias, rep_id, person, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [pair[0], pair[1], by, at])
            return db.changesCount > 0
        }
    }
}

extension Database {
    /// The rep behind each alias.
    func aliases() throws -> [RepID: RepID] {
        let pairs = try all(
            "SELECT alias, rep_id FROM rep_aliases WHERE rep_id IN (SELECT id FROM reps)"
        ) { (alias: $0.id() as RepID, rep: $0.id() as RepID) }
        return Dictionary(pairs.map { ($0.alias, $0.rep) }) { first, _ in first }
    }
}

/// A list of which rows go from one rep to another: its table, and what identifies a row of a rep in it.
private struct RepList {
    var table: String
    var column: String
    var key: String

    static let all = [
        RepList(table: "spells", column: "rep_id", key: "id"),
        RepList(table: "movements", column: "rep_id", key: "id"),
        RepList(table: "removed_spells", column: "rep_id", key: "recorded_at || '/' || end_recorded_at"),
        RepList(
            table: "reminders", column: "rep_id", key: "business_date || '/' || customer_id"),
        RepList(table: "ownership_decisions", column: "owner", key: "customer_id"),
        RepList(table: "outbox", column: "rep_id", key: "key"),
    ]
}

extension Change {
    /// What was the alias's becomes the rep's, as if it had always been: spells with the movements that count them,
    /// reminders and the mails with them, decisions of the migration, and rows of lists. Decisions of past nights stay as they were taken.
    fileprivate func join(_ alias: RepID, to rep: RepID, by: String) throws {
        try db.run(
            "INSERT INTO rep_aliases (alias, rep_id, person, at) VALUES (?, ?, ?, ?)", [alias, rep, by, at])
        try db.run(
            "INSERT INTO rep_alias_history (alias, rep_id) VALUES (?, ?) ON CONFLICT DO NOTHING", [alias, rep])
        let pair = [alias, rep].sorted()
        try db.run("DELETE FROM rep_alias_refusals WHERE alias = ? AND rep_id = ?", [pair[0], pair[1]])
        for list in RepList.all {
            try db.run(
                """
                INSERT INTO rep_alias_moves (alias, list, key)
                SELECT ?, ?, \(list.key) FROM \(list.table) WHERE \(list.column) = ?
                """, [alias, list.table, alias])
            try db.run(
                "UPDATE OR IGNORE \(list.table) SET \(list.column) = ? WHERE \(list.column) = ?", [rep, alias])
        }
        try reassignActivities(from: alias, to: rep) { _ in true }
        log(.repJoined, rep: rep, payload: ["alias": alias.rawValue, "by": by])
    }

    /// What came from the alias goes back to it; what the rep got since stays.
    fileprivate func separate(_ alias: RepID, from rep: RepID, by: String) throws {
        for list in RepList.all {
            try db.run(
                """
                UPDATE OR IGNORE \(list.table) SET \(list.column) = ? WHERE \(list.column) = ? AND \(list.key) IN (
                    SELECT key FROM rep_alias_moves WHERE alias = ? AND list = ?)
                """, [alias, rep, alias, list.table])
        }
        // A spell that ended meanwhile left the rep's book, and goes back with its end.
        try db.run(
            """
            UPDATE movements SET rep_id = ?1 WHERE id IN (
                SELECT min(m.id) FROM spells s JOIN movements m ON m.rep_id = ?2 AND m.change = -1
                    AND m.at = s.end_recorded_at AND m.customer_id IN (s.customer_id, s.held_as)
                WHERE s.rep_id = ?1 AND s.id IN (SELECT key FROM rep_alias_moves WHERE alias = ?1 AND list = 'spells')
                GROUP BY s.id)
            """, [alias, rep])
        try db.run("DELETE FROM rep_alias_moves WHERE alias = ?", [alias])
        try db.run("DELETE FROM rep_aliases WHERE alias = ?", [alias])
        let references = References(db)
        try reassignActivities(from: rep, to: alias) { row in
            guard let reference = row.reference else { return false }
            if case .found(alias) = try references.rep(reference, from: row.source) { return true }
            return false
        }
        log(.repSeparated, rep: rep, payload: ["alias": alias.rawValue, "by": by])
    }

    private func reassignActivities(
        from: RepID, to: RepID, where belongs: ((source: String, reference: Reference?)) throws -> Bool
    ) throws {
        try reassign(FollowUp.self, from: from, to: to, where: belongs)
        try reassign(Deal.self, from: from, to: to, where: belongs)
        try reassign(Payment.self, from: from, to: to, where: belongs)
        try reassign(Claim.self, from: from, to: to, where: belongs)
    }
}
