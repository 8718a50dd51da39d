import GRDB

/// The indexes of tables into which more goes than they hold: dropped before, built again after, which costs a third of
/// keeping them up to date row by row.
final class LateIndexes {
    private let db: Database
    private var dropped: [String] = []

    init(_ db: Database) { self.db = db }

    /// Whatever finds rows by more than their number has to wait for `build`.
    func drop(of table: String) throws {
        let indexes = try db.all(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
            [table]
        ) { (name: $0.text(), sql: $0.text()) }
        for index in indexes { try db.execute(sql: "DROP INDEX \(index.name)") }
        dropped += indexes.map(\.sql)
    }

    /// Does nothing where none is missing.
    func build() throws {
        for sql in dropped { try db.execute(sql: sql) }
        dropped = []
    }
}
