import GRDB
import Records

extension SQLiteStore {
    package func dossier(of customer: CustomerID) throws -> Dossier? {
        try read { db in
            let id = try db.survivor(of: customer)
            let clean = try db.first("SELECT \(CustomerColumns.clean) FROM customers c WHERE c.id = ?", [id]) {
                try $0.customer()
            }
            guard let clean, let summary = try db.summaries(where: "id = ?", [id]).first else { return nil }
            let ids = try db.allIDs(of: id)
            return Dossier(
                summary: summary, customer: clean, records: try db.dossierRecords(of: id),
                spells: try db.all(
                    "SELECT \(spellColumns) FROM spells WHERE customer_id = ? ORDER BY started_at, rep_id, id", [id]
                ) { try $0.spell() },
                events: try db.all(
                    "SELECT \(eventColumns) FROM events WHERE customer_id IN (\(marks(ids.count))) ORDER BY seq", ids
                ) { try $0.numberedEvent() },
                decisions: try db.decisions(about: [id]))
        }
    }
}

extension Database {
    fileprivate func dossierRecords(of customer: CustomerID) throws -> [Dossier.Record] {
        let rows = try storedRows(where: "c.id = ?", [customer])
        let batches = try batches(rows.map(\.batch))
        return try rows.map { row in
            guard let batch = batches[row.batch] else {
                throw StoreError.damaged("the batch \(row.batch) of \(row.row.key) is missing")
            }
            return Dossier.Record(
                key: row.row.key, batch: batch, line: row.row.position.line,
                match: RecordMatch(key: row.row.key, rule: row.rule, probability: row.probability),
                cells: row.row.cells, flags: row.row.flags)
        }
    }
}
