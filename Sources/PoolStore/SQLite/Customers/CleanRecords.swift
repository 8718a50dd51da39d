import Foundation
import GRDB
import Records

extension SQLiteStore {
    package func update(_ customers: [CustomerID: Customer], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            for (id, customer) in customers.sorted(by: { $0.key < $1.key }) { try change.update(id, customer) }
        }
    }
}

extension Change {
    fileprivate func update(_ id: CustomerID, _ customer: Customer) throws {
        let id = try db.survivor(of: id)
        let stored = try db.first(
            "SELECT c.number, c.stored_at, \(CustomerColumns.clean) FROM customers c WHERE c.id = ?", [id]
        ) { (number: $0.integer(), storedAt: $0.instant(), customer: try $0.customer()) }
        guard let stored else { return }
        try db.run(
            "UPDATE customers SET clean = ? WHERE number = ?",
            [Data(CustomerCoding.bytes(of: customer)), stored.number])
        guard stored.customer != customer else { return }
        try show(customer, as: stored.number)
        if stored.customer.name != customer.name { try index(customer.name, of: stored.number) }
        // A customer of this very import came with it.
        if stored.storedAt < at { log(.customerUpdated, customer: id) }
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
