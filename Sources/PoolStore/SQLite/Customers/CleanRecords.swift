import Foundation
import GRDB
import Records

extension SQLiteStore {
    package func update(_ customers: [CustomerID: Customer], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            let statements = try CleanRecordStatements(change.db)
            for (id, customer) in customers.sorted(by: { $0.key < $1.key }) {
                try change.update(id, customer, statements)
            }
        }
    }
}

/// The statements that every customer with a new clean record goes through.
private struct CleanRecordStatements {
    /// By its own id or one that was merged into it: number, moment, name, clean bytes.
    let find: RawStatement
    let write: RawStatement

    init(_ db: Database) throws {
        find = try RawStatement(
            db,
            """
            SELECT c.number, c.stored_at, c.name, \(CustomerColumns.clean), c.id FROM customers c
            WHERE c.id = coalesce((SELECT survivor FROM merges WHERE absorbed = ?1), ?1)
            """)
        write = try RawStatement(
            db,
            """
            UPDATE customers SET clean = ?1, (\(CustomerColumns.list)) = (\(CustomerColumns.marks(from: 3)))
            WHERE number = ?2
            """)
    }
}

extension Change {
    fileprivate func update(_ id: CustomerID, _ customer: Customer, _ statements: CleanRecordStatements) throws {
        statements.find.bind(1, id.rawValue)
        guard try statements.find.next() else { return statements.find.reset() }
        let number = Int(statements.find.integer(0))
        let storedAt = Instant(epochSeconds: statements.find.integer(1))
        let name = statements.find.text(2)
        let stored = statements.find.blob(3)
        let survivor = CustomerID(statements.find.text(4))
        statements.find.reset()
        let clean = CustomerCoding.bytes(of: customer)
        statements.write.bind(1, clean)
        statements.write.bind(2, number)
        CustomerColumns(customer).bind(to: statements.write, from: 3)
        try statements.write.run()
        // A record begins with its customer, too.
        guard !stored.starts(with: clean) else { return }
        if name != customer.name { try index(customer.name, of: number) }
        // A customer of this very import came with it.
        if storedAt < at { log(.customerUpdated, customer: survivor) }
    }

    /// A name that no record has is found too.
    private func index(_ name: String, of customer: CustomerNumber) throws {
        let records = try db.all(
            "SELECT number, clean FROM source_records WHERE customer = ? ORDER BY number", [customer]
        ) { (number: $0.integer(), name: try $0.customer().name) }
        guard let first = records.first, !records.contains(where: { $0.name == name }) else { return }
        let hash = ReferenceKey.name(name)
        try KeyIndex(db).add(
            [KeyIndex.entry(hash, first.number)], to: KeyIndex.bucket(of: hash, isReference: true)
        ) { _ in }
    }

    /// Brings the columns that queries ask about up to date; whether any of them differed.
    @discardableResult
    func show(_ customer: Customer, as number: CustomerNumber) throws -> Bool {
        let values = CustomerColumns(customer).values
        try db.run(
            """
            UPDATE customers SET (\(CustomerColumns.list)) = (\(marks(values.count)))
            WHERE number = ? AND (\(CustomerColumns.list)) IS NOT (\(marks(values.count)))
            """, values + [number] + values)
        return db.changesCount > 0
    }
}
