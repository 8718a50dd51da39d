import GRDB
import Records

extension SQLiteStore {
    package func records(of customers: [CustomerID]) throws -> [CustomerID: [Records.Row<CustomerRecord>]] {
        try read { db in
            var records: [CustomerID: [Records.Row<CustomerRecord>]] = [:]
            for chunk in customers.chunks {
                for stored in try db.storedRows(where: "c.id IN (\(marks(chunk.count)))", Array(chunk)) {
                    records[stored.customer, default: []].append(stored.row)
                }
            }
            return records
        }
    }
}

/// A source record as it is stored.
struct StoredRow {
    var number: Int
    var customer: CustomerID
    var customerNumber: CustomerNumber
    /// The clean record's name, which need not be that of any record.
    var customerName: String
    var customerStoredAt: Instant
    var batch: BatchID
    var rule: MatchRule?
    var probability: Double?
    var row: Records.Row<CustomerRecord>
}

extension Database {
    /// The records for which `condition` (on `r` and its customer `c`) holds, sorted by key.
    func storedRows(where condition: String, _ arguments: [SQLValue]) throws -> [StoredRow] {
        try all(
            """
            SELECT r.number, c.id, c.number, c.name, c.stored_at, r.batch_id, r.match_rule, r.match_probability, r.source,
                r.external_id, b.file,
                r.line, r.cells, r.clean
            FROM source_records r JOIN customers c ON c.number = r.customer JOIN batches b ON b.id = r.batch_id
            WHERE \(condition) ORDER BY r.source, r.external_id
            """, arguments
        ) { try $0.storedRow() }
    }

    /// What a record says of its customer; `nil`: there is no such record.
    func storedCustomer(_ record: Int) throws -> Customer? {
        try first("SELECT clean FROM source_records WHERE number = ?", [record]) { try $0.customer() }
    }
}

extension ColumnReader {
    fileprivate mutating func storedRow() throws -> StoredRow {
        let (number, customer, customerNumber, customerName) = (integer(), id() as CustomerID, integer(), text())
        let storedAt = instant()
        let batch: BatchID = id()
        let rule: MatchRule? = try optionalChoice()
        let probability = optionalReal()
        let key = key()
        let position = SourcePosition(file: text(), line: integer())
        let cells = try CustomerCoding.cells(bytes())
        let record = try CustomerCoding.record(bytes())
        return StoredRow(
            number: number, customer: customer, customerNumber: customerNumber, customerName: customerName,
            customerStoredAt: storedAt, batch: batch, rule: rule, probability: probability,
            row: Records.Row(key: key, position: position, value: record.value, flags: record.flags, cells: cells))
    }
}
