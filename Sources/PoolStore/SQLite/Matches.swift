import GRDB
import Records

/// What the store keeps for matching beside the records: the model, the open questions, and what persons said.
extension SQLiteStore {
    package func matchModel() throws -> (keyVersion: Int, text: String)? {
        try read { db in
            try db.first("SELECT key_version, model FROM match_model") { ($0.integer(), $0.text()) }
        }
    }

    package func saveMatchModel(keyVersion: Int, text: String) throws {
        try write { db in
            try db.run(
                """
                INSERT INTO match_model (id, key_version, model) VALUES (1, ?1, ?2)
                ON CONFLICT (id) DO UPDATE SET key_version = ?1, model = ?2
                """, [keyVersion, text])
        }
    }

    package func openMatches() throws -> [OpenMatch] {
        try read { db in
            try db.all(
                """
                SELECT l.source, l.external_id, a.id, r.source, r.external_id, b.id, q.probability
                FROM match_questions q
                JOIN source_records l ON l.number = q.one JOIN customers a ON a.number = l.customer
                JOIN source_records r ON r.number = q.other JOIN customers b ON b.number = r.customer
                WHERE a.id <> b.id AND NOT EXISTS (
                    SELECT 1 FROM match_verdicts v
                    WHERE (v.one_source, v.one_id, v.other_source, v.other_id)
                            = (l.source, l.external_id, r.source, r.external_id)
                        OR (v.one_source, v.one_id, v.other_source, v.other_id)
                            = (r.source, r.external_id, l.source, l.external_id))
                ORDER BY q.probability DESC, l.source, l.external_id, r.source, r.external_id
                """
            ) { row in
                OpenMatch(
                    left: OpenMatch.Side(record: row.key(), customer: row.id()),
                    right: OpenMatch.Side(record: row.key(), customer: row.id()), probability: row.real())
            }
        }
    }

    // MARK: What a person says

    package func merge(
        _ one: CustomerID, _ other: CustomerID, by: String, date: BusinessDate, at: Instant
    ) throws -> CustomerID {
        try change(date, at) { change in
            let db = change.db
            let ids = try [one, other].map { try db.survivor(of: $0) }
            guard ids[0] != ids[1] else { return ids[0] }
            try change.keep(ids[0], ids[1], isSame: true, by: by)
            let survivor = try db.first(
                "SELECT id FROM customers WHERE id IN (?, ?) ORDER BY stored_at, id LIMIT 1", ids
            ) { $0.id() as CustomerID }
            guard let survivor else { throw StoreError.damaged("the customer \(one) is not stored") }
            // Taking back an import that one of them came with has to know of it.
            let batches = try db.all(
                """
                SELECT DISTINCT r.batch_id FROM source_records r JOIN customers c ON c.number = r.customer
                WHERE c.id IN (?, ?) ORDER BY r.batch_id
                """, ids
            ) { $0.id() as BatchID }
            try change.merge(survivor == ids[0] ? ids[1] : ids[0], into: survivor, because: batches)
            try change.refreshWin(of: survivor)
            return survivor
        }
    }

    package func keepApart(
        _ one: CustomerID, _ other: CustomerID, by: String, date: BusinessDate, at: Instant
    ) throws -> Bool {
        try change(date, at) { change in
            let db = change.db
            let before = try db.refusals()
            try change.keep(db.survivor(of: one), db.survivor(of: other), isSame: false, by: by)
            return try db.refusals() != before
        }
    }

    package func unmerge(
        _ part: MergedPart, of survivor: CustomerID, by: String, date: BusinessDate, at: Instant
    ) throws -> CustomerID? {
        try change(date, at) { change in
            guard let parted = try change.separate(part, from: survivor) else { return nil }
            try change.keep(parted, survivor, isSame: false, by: by)
            var relinking = Relinking(change, apart: [parted, survivor])
            try relinking.run()
            for customer in relinking.wins.union([parted, survivor]).sorted() { try change.refreshWin(of: customer) }
            return parted
        }
    }
}

extension Database {
    /// How many pairs of records are known to be two customers.
    fileprivate func refusals() throws -> Int { try count("SELECT count(*) FROM match_verdicts WHERE NOT is_same") }
}

extension Change {
    /// Keeps what somebody said of two customers under the keys of their records, and closes the questions between them.
    fileprivate func keep(_ one: CustomerID, _ other: CustomerID, isSame: Bool, by: String) throws {
        try db.run(
            """
            DELETE FROM match_verdicts WHERE (other_source, other_id, one_source, one_id) IN (
                SELECT l.source, l.external_id, r.source, r.external_id
                FROM source_records l JOIN customers a ON a.number = l.customer, source_records r
                JOIN customers b ON b.number = r.customer WHERE a.id = ? AND b.id = ?)
            """, [min(one, other), max(one, other)])
        try db.run(
            """
            INSERT OR REPLACE INTO match_verdicts
                (one_source, one_id, other_source, other_id, is_same, said_by, said_at)
            SELECT l.source, l.external_id, r.source, r.external_id, ?, ?, ?
            FROM source_records l JOIN customers a ON a.number = l.customer, source_records r
            JOIN customers b ON b.number = r.customer WHERE a.id = ? AND b.id = ?
            """, [isSame, by, at, min(one, other), max(one, other)])
        try db.run(
            """
            DELETE FROM match_questions WHERE (one, other) IN (
                SELECT min(l.number, r.number), max(l.number, r.number)
                FROM source_records l JOIN customers a ON a.number = l.customer, source_records r
                JOIN customers b ON b.number = r.customer WHERE a.id = ? AND b.id = ?)
            """, [one, other])
    }
}
