import GRDB
import Records

extension SQLiteStore {
    package func storedRecords(_ keys: [RecordKey]) throws -> [RecordKey: (customer: CustomerID, digest: String)] {
        try read { db in
            var found: [RecordKey: (customer: CustomerID, digest: String)] = [:]
            for (source, ids) in Dictionary(grouping: keys, by: \.source) {
                for chunk in ids.map(\.externalID).chunks {
                    let rows = try db.all(
                        """
                        SELECT source, external_id, customer_id, digest FROM source_records
                        WHERE source = ? AND external_id IN (\(marks(chunk.count)))
                        """, [source] + chunk
                    ) { (key: $0.key(), customer: $0.id() as CustomerID, digest: $0.text()) }
                    for row in rows { found[row.key] = (row.customer, row.digest) }
                }
            }
            return found
        }
    }

    package func customers(sharing keys: [MatchKey], or ids: [CustomerID]) throws -> [KnownCustomer] {
        try read { db in
            var ids = Set(ids)
            for (rule, keys) in Dictionary(grouping: keys, by: \.rule) {
                for chunk in keys.map(\.text).chunks {
                    ids.formUnion(
                        try db.all(
                            "SELECT customer_id FROM match_keys WHERE rule = ? AND text IN (\(marks(chunk.count)))",
                            [rule.rawValue] + chunk
                        ) { $0.id() })
                }
            }
            return try ids.sorted().chunks.flatMap { try db.knownCustomers($0) }
        }
    }

    package func records(of customers: [CustomerID]) throws -> [CustomerID: [Records.Row<CustomerRecord>]] {
        try read { db in
            var records: [CustomerID: [Records.Row<CustomerRecord>]] = [:]
            for chunk in customers.chunks {
                let rows = try db.all(
                    """
                    SELECT r.customer_id, r.source, r.external_id, b.file, \(recordColumns)
                    FROM source_records r JOIN batches b ON b.id = r.batch_id
                    WHERE r.customer_id IN (\(marks(chunk.count))) ORDER BY r.source, r.external_id
                    """, Array(chunk)
                ) { (customer: $0.id() as CustomerID, row: try $0.record()) }
                for (customer, row) in rows { records[customer, default: []].append(row) }
            }
            return records
        }
    }
}

private let recordColumns =
    ([
        "line", "cells", "flags", "owner", "owned_since", "previous_owner", "pool_since", "locked_until", "is_won",
        "last_follow_up_at",
    ] + CustomerColumns.names).map { "r.\($0)" }.joined(separator: ", ")

extension ColumnReader {
    /// Reads source, id, file and `recordColumns`.
    fileprivate mutating func record() throws -> Records.Row<CustomerRecord> {
        let key = key()
        let position = SourcePosition(file: text(), line: integer())
        let cells = CellTexts(try list())
        let flags = try JSONText.values(text(), of: FlagText.self).map { try $0.flag() }
        var ownership = LegacyOwnership()
        ownership.owner = optionalText().map { Reference($0) }
        ownership.ownedSince = optionalInstant()
        ownership.previousOwner = optionalText().map { Reference($0) }
        ownership.poolSince = optionalInstant()
        ownership.lockedUntil = optionalDate()
        ownership.isWon = flag()
        ownership.lastFollowUpAt = optionalInstant()
        let value = CustomerRecord(customer: try customer(), ownership: ownership)
        return Records.Row(key: key, position: position, value: value, flags: flags, cells: cells)
    }
}

extension Database {
    /// With all their keys, sorted by id.
    fileprivate func knownCustomers(_ ids: ArraySlice<CustomerID>) throws -> [KnownCustomer] {
        let place = marks(ids.count)
        var known = try all(
            "SELECT id, stored_at FROM customers WHERE id IN (\(place)) ORDER BY id", Array(ids)
        ) { KnownCustomer(id: $0.id(), storedAt: $0.instant(), keys: []) }
        let keys = try all(
            """
            SELECT DISTINCT customer_id, rule, text FROM match_keys WHERE customer_id IN (\(place))
            ORDER BY customer_id, rule, text
            """, Array(ids)
        ) { (customer: $0.id() as CustomerID, key: MatchKey(try $0.choice(), $0.text())) }
        let byCustomer = Dictionary(grouping: keys, by: \.customer)
        for index in known.indices { known[index].keys = byCustomer[known[index].id, default: []].map(\.key) }
        return known
    }
}
