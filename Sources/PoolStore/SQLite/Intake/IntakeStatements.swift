import GRDB
import Records

/// The statements that every row of an intake goes through.
final class IntakeStatements {
    private let customer: RawStatement
    private let record: RawStatement
    private let replacement: RawStatement
    private let customerOfRecord: RawStatement
    private let at: Instant

    init(_ db: Database, at: Instant) throws {
        self.at = at
        customer = try RawStatement(
            db,
            """
            INSERT INTO customers (number, id, pool_since, entered_pool_at, \(CustomerColumns.list), status, stored_at,
                moved_at)
            VALUES (?1, ?2, ?3, ?3, \(CustomerColumns.marks(from: 4)), 'pool',
                \(at.epochSeconds), \(at.epochSeconds))
            """)
        record = try RawStatement(
            db,
            """
            INSERT INTO source_records (number, customer, source, external_id, batch_id, line, digest, cells, clean,
                owner, locked_until, won_at)
            VALUES (?10, ?11, ?8, ?9, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?12)
            """)
        replacement = try RawStatement(
            db,
            """
            UPDATE source_records SET batch_id = ?1, line = ?2, digest = ?3, cells = ?4, clean = ?5, owner = ?6,
                locked_until = ?7, won_at = CASE WHEN ?8 THEN coalesce(won_at, ?9) END
            WHERE number = ?10
            """)
        customerOfRecord = try RawStatement(db, "SELECT customer FROM source_records WHERE number = ?")
    }

    /// A new customer starts in the pool, where it may have been for long in the system that it comes from.
    func addCustomer(_ row: PreparedRow, _ number: Int) throws {
        let since = row.poolSince.map { min($0, at) } ?? at
        customer.bind(1, number)
        customer.bind(2, row.customer.rawValue)
        customer.bind(3, since.epochSeconds)
        row.columns.bind(to: customer, from: 4)
        try customer.run()
    }

    func addRecord(_ row: PreparedRow, _ number: Int, customer: CustomerNumber, _ batch: BatchID) throws {
        bindContent(of: row, batch, to: record)
        record.bind(8, row.key.source)
        record.bind(9, row.key.externalID)
        record.bind(10, number)
        record.bind(11, customer)
        record.bind(12, row.isWon ? wonAt(row) : nil)
        try record.run()
    }

    func replaceRecord(_ row: PreparedRow, _ number: Int, _ batch: BatchID) throws {
        bindContent(of: row, batch, to: replacement)
        replacement.bind(8, row.isWon ? 1 : 0)
        replacement.bind(9, wonAt(row))
        replacement.bind(10, number)
        try replacement.run()
    }

    private func bindContent(of row: PreparedRow, _ batch: BatchID, to statement: RawStatement) {
        statement.bind(1, batch.rawValue)
        statement.bind(2, row.position.line)
        statement.bind(3, row.digest)
        statement.bind(4, row.cells)
        statement.bind(5, row.clean)
        statement.bind(6, row.owner)
        statement.bind(7, row.lockedUntil.map { Int64($0.dayNumber) })
    }

    /// An export that says "won" rarely says when: its last change is the latest moment at which it can have been.
    private func wonAt(_ row: PreparedRow) -> Int64 { (row.updatedAt ?? at).epochSeconds }

    /// `nil`: there is no such record.
    func customer(of record: Int) throws -> CustomerNumber? {
        customerOfRecord.bind(1, record)
        defer { customerOfRecord.reset() }
        return try customerOfRecord.next() ? Int(customerOfRecord.integer(0)) : nil
    }
}
