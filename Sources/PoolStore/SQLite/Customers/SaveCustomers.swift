import GRDB
import Records

extension SQLiteStore {
    package func save(
        _ matched: [MatchedCustomer], from batches: [BatchRows<CustomerRecord>], keys: [RecordKey: [MatchKey]],
        date: BusinessDate, at: Instant
    ) throws {
        var rows: [RecordKey: (batch: BatchID, row: Records.Row<CustomerRecord>)] = [:]
        for batch in batches {
            for row in batch.rows { rows[row.key] = (batch.batch.id, row) }
        }
        try change(date, at) { change in
            for batch in batches { try change.note(batch.batch) }
            for customer in matched { try change.save(customer, rows: rows, keys: keys) }
        }
    }

    package func update(_ customers: [CustomerID: Customer], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            for (id, customer) in customers.sorted(by: { $0.key < $1.key }) { try change.update(id, customer) }
        }
    }
}

extension Change {
    fileprivate func save(
        _ matched: MatchedCustomer, rows: [RecordKey: (batch: BatchID, row: Records.Row<CustomerRecord>)],
        keys: [RecordKey: [MatchKey]]
    ) throws {
        var customer = matched.id
        if !matched.isNew { customer = try db.survivor(of: customer) }
        let known = try db.count("SELECT count(*) FROM customers WHERE id = ?", [customer]) > 0
        if !known {
            guard let first = matched.records.first, let row = rows[first.key]?.row else {
                throw StoreError.damaged("the customer \(customer) is neither stored nor has it a row")
            }
            try create(customer, from: row.value)
        }
        for record in matched.records {
            guard let (batch, row) = rows[record.key] else { continue }
            try save(row, of: customer, batch: batch, rule: record.rule, keys: keys[record.key] ?? [])
        }
        for absorbed in matched.absorbed { try merge(absorbed, into: customer) }
        try refreshWin(of: customer)
    }

    /// A new customer starts in the pool, where it may have been for long in the system that it comes from.
    private func create(_ customer: CustomerID, from record: CustomerRecord) throws {
        let since = record.ownership.poolSince.map { min($0, at) } ?? at
        try db.run(
            """
            INSERT INTO customers (id, status, stored_at, entered_pool_at, pool_since, moved_at, \(CustomerColumns.list))
            VALUES (?, 'pool', ?, ?, ?, ?, \(marks(CustomerColumns.names.count)))
            """, [customer, at, since, since, at] + CustomerColumns.values(of: record.customer))
        try move(customer, to: nil, how: "imported", at: at)
        log(.customerCreated, customer: customer)
    }

    private func save(
        _ row: Records.Row<CustomerRecord>, of customer: CustomerID, batch: BatchID, rule: MatchKey.Rule?,
        keys: [MatchKey]
    ) throws {
        let ownership = row.value.ownership
        try db.run(
            Self.saveRecord,
            [
                row.key.source, row.key.externalID, customer, batch, row.position.line, row.cells.digest,
                rule?.rawValue, CompactJSON.array(row.cells.strings), try JSONText.of(row.flags.map(FlagText.init)),
                ownership.owner?.text, ownership.ownedSince, ownership.previousOwner?.text, ownership.poolSince,
                ownership.lockedUntil, ownership.isWon, ownership.lastFollowUpAt,
            ] + CustomerColumns.values(of: row.value.customer))
        // An export that says "won" rarely says when: its last change is the latest moment at which it can have been.
        try db.run(
            """
            UPDATE source_records SET won_at = CASE WHEN is_won = 1 THEN coalesce(won_at, updated_at, ?) END
            WHERE source = ? AND external_id = ?
            """, [at, row.key.source, row.key.externalID])
        try db.run("DELETE FROM match_keys WHERE source = ? AND external_id = ?", [row.key.source, row.key.externalID])
        for key in Set(keys).sorted() {
            try db.run(
                "INSERT INTO match_keys (rule, text, source, external_id, customer_id) VALUES (?, ?, ?, ?, ?)",
                [key.rule.rawValue, key.text, row.key.source, row.key.externalID, customer])
        }
    }

    private static let saveRecord: String = {
        let own = [
            "source", "external_id", "customer_id", "batch_id", "line", "digest", "match_rule", "cells", "flags",
            "owner", "owned_since", "previous_owner", "pool_since", "locked_until", "is_won", "last_follow_up_at",
        ]
        // How a known record once came to its customer stays known when it comes again and matches by itself.
        let replaced = (own.dropFirst(2) + CustomerColumns.names).filter { $0 != "match_rule" }
        return """
            INSERT INTO source_records (\(own.joined(separator: ", ")), \(CustomerColumns.list))
            VALUES (\(marks(own.count + CustomerColumns.names.count)))
            ON CONFLICT (source, external_id) DO UPDATE SET \(replacements(replaced)),
            match_rule = coalesce(excluded.match_rule, source_records.match_rule)
            """
    }()

    fileprivate func update(_ id: CustomerID, _ customer: Customer) throws {
        let id = try db.survivor(of: id)
        let stored = try db.first("SELECT \(CustomerColumns.list) FROM customers WHERE id = ?", [id]) {
            try $0.customer()
        }
        guard let stored, stored != customer else { return }
        try db.run(
            """
            UPDATE customers SET (\(CustomerColumns.list)) = (\(marks(CustomerColumns.names.count))) WHERE id = ?
            """, try CustomerColumns.values(of: customer) + [id])
        log(.customerUpdated, customer: id)
    }
}
