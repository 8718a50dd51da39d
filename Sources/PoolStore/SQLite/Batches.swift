import GRDB
import Records

private let batchColumns = "id, source, entity, profile, encoding, file, digest, header, fields"
private let countColumns = """
    rows_read, rows_new, rows_updated, rows_unchanged, rows_rejected, rows_pending, rows_merged, rows_flagged, rows_review
    """

extension SQLiteStore {
    package func importSummary(of batch: BatchID) throws -> ImportSummary? {
        try read { db in
            try db.first(
                "SELECT \(batchColumns), \(countColumns) FROM batches WHERE id = ? AND business_date IS NOT NULL",
                [batch]
            ) { try $0.importSummary() }
        }
    }

    package func save(_ summary: ImportSummary, date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            let isNew =
                try change.db.count(
                    "SELECT count(*) FROM batches WHERE id = ? AND business_date IS NOT NULL", [summary.batch.id]) == 0
            try change.note(summary.batch)
            if summary.batch.entity == .followUps { try change.noteFeedFile(summary) }
            // A file that comes again and brings nothing leaves what is known of its first coming as it is.
            guard isNew || summary.counts.new + summary.counts.updated > 0 else { return }
            try change.replace(summary)
            if isNew { change.logImport(of: summary) }
        }
    }

    package func imports(after: BusinessDate?, through date: BusinessDate) throws -> [ImportSummary] {
        try read { db in
            let first = after.map { $0 + 1 } ?? .beforeAllNights
            return try db.all(
                """
                SELECT \(batchColumns), \(countColumns) FROM batches WHERE business_date >= ? AND business_date <= ?
                ORDER BY file, entity, id
                """, [first, date]
            ) { try $0.importSummary() }
        }
    }
}

extension Change {
    /// Makes sure that rows can refer to the batch; its counts follow when the file is done.
    func note(_ batch: ImportBatch) throws {
        try db.run(
            """
            INSERT INTO batches (\(batchColumns)) VALUES (\(marks(9))) ON CONFLICT (id) DO NOTHING
            """, values(of: batch))
    }

    private func values(of batch: ImportBatch) -> [SQLValue] {
        [
            batch.id, batch.source, batch.entity.rawValue, batch.profile, batch.encoding, batch.file, batch.digest,
            CompactJSON.array(batch.header), CompactJSON.array(batch.fields.map { $0?.rawValue ?? "" }),
        ]
    }

    fileprivate func replace(_ summary: ImportSummary) throws {
        let (batch, counts) = (summary.batch, summary.counts)
        try db.run(
            """
            UPDATE batches SET (\(batchColumns), business_date, \(countColumns)) = (\(marks(19))) WHERE id = ?
            """,
            values(of: batch) + [
                date, counts.read, counts.new, counts.updated, counts.unchanged, counts.rejected, counts.pending,
                counts.merged, counts.flagged, counts.review, batch.id,
            ])
    }

    fileprivate func logImport(of summary: ImportSummary) {
        let (batch, counts) = (summary.batch, summary.counts)
        log(
            .imported, batch: batch.id,
            payload: [
                "entity": batch.entity.rawValue, "source": batch.source, "file": batch.file, "read": "\(counts.read)",
                "new": "\(counts.new)", "updated": "\(counts.updated)", "unchanged": "\(counts.unchanged)",
                "rejected": "\(counts.rejected)", "pending": "\(counts.pending)",
            ])
    }
}

extension ColumnReader {
    mutating func batch() throws -> ImportBatch {
        let id: BatchID = id()
        let source = text()
        let entity: Entity = try choice()
        return ImportBatch(
            id: id, source: source, entity: entity, profile: text(), encoding: text(), file: text(), digest: text(),
            header: try list(), fields: try list().map { Field(rawValue: $0) })
    }

    fileprivate mutating func importSummary() throws -> ImportSummary {
        let batch = try batch()
        var counts = ImportCounts()
        counts.read = integer()
        counts.new = integer()
        counts.updated = integer()
        counts.unchanged = integer()
        counts.rejected = integer()
        counts.pending = integer()
        counts.merged = integer()
        counts.flagged = integer()
        counts.review = integer()
        return ImportSummary(batch: batch, counts: counts)
    }
}

extension Database {
    /// The batches of these ids, for showing where rows came from.
    func batches(_ ids: [BatchID]) throws -> [BatchID: ImportBatch] {
        var found: [BatchID: ImportBatch] = [:]
        for id in ids where found[id] == nil {
            found[id] = try first("SELECT \(batchColumns) FROM batches WHERE id = ?", [id]) { try $0.batch() }
        }
        return found
    }
}
