import GRDB
import Records

extension Database {
    /// Fills `undo_records` and `undo_customers` for the batch: its customer records, and their customers.
    ///
    /// `is_new`: the record was new in the batch. `goes`: the customer has no other record. Tables of the connection, so
    /// that a million rows are one statement each.
    func scope(_ batch: BatchID) throws {
        try execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS undo_records (
                    number INTEGER PRIMARY KEY NOT NULL, customer INTEGER NOT NULL, is_new INTEGER NOT NULL);
                CREATE TEMP TABLE IF NOT EXISTS undo_customers (
                    number INTEGER PRIMARY KEY NOT NULL, id TEXT NOT NULL, goes INTEGER NOT NULL);
                DELETE FROM undo_records;
                DELETE FROM undo_customers;
                """)
        try run(
            """
            INSERT INTO undo_records
            SELECT r.number, r.customer, NOT EXISTS (
                SELECT 1 FROM record_versions v WHERE v.number = r.number AND v.replaced_by = ?1)
            FROM source_records r WHERE r.batch_id = ?1
            """, [batch])
        try run(
            """
            INSERT INTO undo_customers
            SELECT c.number, c.id, NOT EXISTS (
                SELECT 1 FROM source_records r WHERE r.customer = c.number
                AND r.number NOT IN (SELECT number FROM undo_records WHERE is_new))
            FROM customers c WHERE c.number IN (SELECT customer FROM undo_records)
            """)
    }

    func knownBatch(_ id: BatchID) throws -> ImportBatch? { try batches([id])[id] }
}

extension SQLiteStore {
    package func batch(_ id: BatchID) throws -> ImportBatch? { try read { try $0.knownBatch(id) } }

    package func undoObstacles(of batch: BatchID) throws -> [UndoObstacle] {
        try write { try $0.undoObstacles(of: batch) }
    }

    package func undo(_ batch: BatchID, by: String, date: BusinessDate, at: Instant) throws -> UndoOutcome {
        try change(date, at) { change in
            let obstacles = try change.db.undoObstacles(of: batch)
            guard obstacles.isEmpty else { throw UndoRefused(obstacles: obstacles) }
            return try TakingBack(batch, change, obstacles: [], isCompensation: false).run(by: by)
        }
    }

    package func compensate(_ batch: BatchID, by: String, date: BusinessDate, at: Instant) throws -> UndoOutcome {
        try change(date, at) { change in
            let obstacles = try change.db.undoObstacles(of: batch)
            return try TakingBack(batch, change, obstacles: obstacles, isCompensation: true).run(by: by)
        }
    }
}
