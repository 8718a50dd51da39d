import GRDB

/// Indexes of tables into which more goes than they hold: dropped before, built again after, which costs a third of
/// keeping them up to date row by row. That is not so where entries come in the order of the index.
final class LateIndexes {
    private let db: Database
    private var dropped: [String] = []

    init(_ db: Database) { self.db = db }

    /// Whatever finds rows by these has to wait for `build`.
    func drop(_ names: [String]) throws {
        for name in names {
            let sql = try db.first("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", [name]) {
                $0.text()
            }
            guard let sql else { continue }
            try db.execute(sql: "DROP INDEX \(name)")
            dropped.append(sql)
        }
    }

    /// Does nothing where none is missing.
    func build() throws {
        for sql in dropped { try db.execute(sql: sql) }
        dropped = []
    }
}
