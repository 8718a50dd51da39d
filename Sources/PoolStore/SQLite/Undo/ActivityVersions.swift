import GRDB
import Records

/// What a row of a list said before a batch replaced it: the whole row as JSON, since nothing but `undo` asks for it.
extension Change {
    /// Keeps the stored row, unless it is the batch's own.
    func keepVersion(of key: RecordKey, in table: String, replacedBy batch: BatchID) throws {
        let pairs = try db.columns(of: table).map { "'\($0)', \($0)" }.joined(separator: ", ")
        try db.run(
            """
            INSERT INTO activity_versions (list, source, external_id, replaced_by, row)
            SELECT ?, source, external_id, ?, json_object(\(pairs)) FROM \(table)
            WHERE source = ? AND external_id = ? AND batch_id IS NOT ?
            """, [table, batch, key.source, key.externalID, batch])
    }

    /// Puts back what the row said before the batch; `false`: it was new in it.
    func restoreVersion(of key: RecordKey, in table: String, replacedBy batch: BatchID) throws -> Bool {
        guard let version = try db.version(of: key, in: table, replacedBy: batch) else { return false }
        let columns = try db.columns(of: table)
        try db.run(
            """
            UPDATE \(table) SET (\(columns.joined(separator: ", "))) = (
                SELECT \(columns.map { "row ->> '$.\($0)'" }.joined(separator: ", "))
                FROM activity_versions WHERE number = ?)
            WHERE source = ? AND external_id = ?
            """, [version, key.source, key.externalID])
        try db.run("DELETE FROM activity_versions WHERE number = ?", [version])
        return true
    }
}

extension Database {
    fileprivate func version(of key: RecordKey, in table: String, replacedBy batch: BatchID) throws -> Int? {
        try first(
            """
            SELECT number FROM activity_versions WHERE list = ? AND source = ? AND external_id = ? AND replaced_by = ?
            ORDER BY number DESC LIMIT 1
            """, [table, key.source, key.externalID, batch]
        ) { $0.integer() }
    }

    fileprivate func columns(of table: String) throws -> [String] {
        try all("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table]) { $0.text() }
    }
}
