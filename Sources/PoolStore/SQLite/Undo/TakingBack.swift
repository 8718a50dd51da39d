import GRDB
import Records

/// A batch on its way out of the store. The scope is filled and the obstacles are known.
///
/// Merges go first, since they say whose records are whose; then what records said, then customers, then the rows of
/// lists, whose references are looked up again at the end.
final class TakingBack {
    let batch: BatchID
    let change: Change
    var db: Database { change.db }
    let isCompensation: Bool
    /// Customers that stay as they are, and rows of lists.
    let blockedCustomers: Set<CustomerID>
    private let blockedSubjects: Set<String>
    var outcome = UndoOutcome()
    /// Customers whose first win may be another now.
    var wins: Set<CustomerID> = []
    /// Both sides of merges that were taken back.
    var apart: [CustomerID] = []
    /// What rows may call the records by that left a customer that stays: `id` and `source:id`.
    var removedNames: [String] = []
    var retired: Set<CustomerID> { Set(outcome.retiredCustomers) }

    init(_ batch: BatchID, _ change: Change, obstacles: [UndoObstacle], isCompensation: Bool) {
        self.batch = batch
        self.change = change
        self.isCompensation = isCompensation
        blockedCustomers = Set(obstacles.filter { $0.kind != .merged }.compactMap(\.customer))
        blockedSubjects = Set(obstacles.map(\.subject))
    }

    func isBlocked(_ subject: String) -> Bool { blockedSubjects.contains(subject) }

    func run(by: String) throws -> UndoOutcome {
        guard let known = try db.knownBatch(batch) else { return outcome }
        try takeMergesApart()
        for transfer in try db.transfers(of: batch) where transfer.stands { try change.takeBack(transfer) }
        try db.scope(batch)
        let stayed = try staying()
        try restoreRecords()
        if isCompensation { try retireCustomers() } else { try removeCustomers() }
        try removeJoinedRecords()
        try refresh(stayed)
        try takeRowsBack()
        for customer in wins.sorted() { try change.refreshWin(of: customer) }
        outcome.restoredSpells = change.restoredSpells
        try close(known, by: by)
        return outcome
    }

    private func takeMergesApart() throws {
        for merge in try db.merges(because: batch) where try db.canBeTakenApart(merge, of: batch) {
            try change.unmerge(merge)
            outcome.unmergedCustomers.append(merge.absorbed)
            apart += [merge.absorbed, merge.survivor]
        }
        outcome.unmergedCustomers.sort()
    }

    /// Customers of the batch that other records speak of too, and those that a merge had joined.
    private func staying() throws -> Set<CustomerID> {
        let ids = try db.all("SELECT id FROM undo_customers WHERE NOT goes ORDER BY id") { $0.id() as CustomerID }
        return Set(apart).union(ids)
    }

    // MARK: Records

    /// Rows that the batch changed say what they said before.
    private func restoreRecords() throws {
        let versions = """
            SELECT v.batch_id, v.line, v.digest, v.cells, v.clean, v.owner, v.locked_until, v.won_at FROM record_versions v
            WHERE v.number = source_records.number AND v.replaced_by = ? ORDER BY v.intake DESC LIMIT 1
            """
        try db.run(
            """
            UPDATE source_records
            SET (batch_id, line, digest, cells, clean, owner, locked_until, won_at) = (\(versions))
            WHERE number IN (SELECT number FROM undo_records WHERE NOT is_new)
            """, [batch])
        outcome.restoredRows += db.changesCount
        try db.run(
            """
            DELETE FROM record_versions WHERE replaced_by = ?1
                AND number IN (SELECT number FROM undo_records WHERE NOT is_new)
                AND intake = (SELECT max(v.intake) FROM record_versions v
                    WHERE v.number = record_versions.number AND v.replaced_by = ?1)
            """, [batch])
    }

    /// New records of customers that other records speak of too.
    private func removeJoinedRecords() throws {
        let joined = "is_new AND customer IN (SELECT number FROM undo_customers WHERE NOT goes)"
        removedNames = try db.all(
            """
            SELECT source, external_id FROM source_records
            WHERE number IN (SELECT number FROM undo_records WHERE \(joined)) ORDER BY source, external_id
            """
        ) { $0.key() }.flatMap { [$0.externalID, $0.description] }
        try removeRecords(where: joined)
    }

    func removeRecords(where condition: String) throws {
        let chosen = "SELECT number FROM undo_records WHERE \(condition)"
        try db.run(
            """
            DELETE FROM ownership_questions WHERE (source, external_id) IN (
                SELECT source, external_id FROM source_records WHERE number IN (\(chosen)))
            """)
        try db.run("DELETE FROM record_versions WHERE number IN (\(chosen))")
        try db.run("DELETE FROM source_records WHERE number IN (\(chosen))")
        outcome.removedRows += db.changesCount
    }

    /// A customer of one record says what that says; one of several is made anew by the caller.
    private func refresh(_ customers: Set<CustomerID>) throws {
        for id in customers.sorted() {
            guard let number = try db.number(of: id) else { continue }
            wins.insert(id)
            let records = try db.all("SELECT number FROM source_records WHERE customer = ?", [number]) { $0.integer() }
            guard records.count == 1, try !db.isIndustryDecided(of: number),
                let said = try db.storedCustomer(records[0])
            else {
                outcome.touched.append(id)
                continue
            }
            try db.run("UPDATE customers SET clean = NULL WHERE number = ?", [number])
            if try change.show(said, as: number) { change.log(.customerUpdated, customer: id, batch: batch) }
        }
    }

    // MARK: The batch

    /// Of rows that a later file repeated nothing was stored.
    private func repeatingFiles(_ known: ImportBatch) throws -> [String] {
        try db.all(
            """
            SELECT DISTINCT file FROM batches WHERE source = ? AND entity = ? AND business_date IS NOT NULL
                AND rows_unchanged > 0 AND id <> ? AND rowid > (SELECT rowid FROM batches WHERE id = ?) ORDER BY file
            """, [known.source, known.entity.rawValue, batch, batch]
        ) { $0.text() }
    }

    /// A batch that was undone is as one that never came, so that its file may come again; one that was compensated has
    /// come all the same.
    private func close(_ known: ImportBatch, by: String) throws {
        if outcome.removedRows + outcome.restoredRows > 0 { outcome.repeatingFiles = try repeatingFiles(known) }
        if !isCompensation {
            try db.run(
                """
                UPDATE batches SET business_date = NULL, rows_read = 0, rows_new = 0, rows_updated = 0,
                    rows_unchanged = 0, rows_rejected = 0, rows_pending = 0, rows_merged = 0, rows_flagged = 0,
                    rows_review = 0 WHERE id = ?
                """, [batch])
            try db.run("DELETE FROM feed_files WHERE batch_id = ?", [batch])
            try change.liftQuarantine(of: batch)
        }
        outcome.keptRows = try db.rows(of: batch)
        var idle = UndoOutcome()
        idle.keptRows = outcome.keptRows
        guard !isCompensation || outcome != idle else { return }
        change.log(
            .importUndone, batch: batch,
            payload: [
                "by": by, "mode": isCompensation ? "compensated" : "undone", "source": known.source,
                "entity": known.entity.rawValue, "file": known.file, "removed": "\(outcome.removedRows)",
                "restored": "\(outcome.restoredRows)", "kept": "\(outcome.keptRows)",
                "waiting": "\(outcome.waitingRows)",
            ])
    }
}

extension Database {
    /// How many stored rows are the batch's.
    fileprivate func rows(of batch: BatchID) throws -> Int {
        try (["source_records", "reps"] + activityTables).reduce(0) { sum, table in
            try sum + count("SELECT count(*) FROM \(table) WHERE batch_id = ?", [batch])
        }
    }
}
