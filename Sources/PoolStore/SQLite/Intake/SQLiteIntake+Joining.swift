import GRDB
import Records

extension SQLiteIntake {
    func records(of customers: [CustomerNumber]) throws -> [PooledRecord] {
        try customers.chunks.flatMap { chunk in
            try db.all(
                """
                SELECT r.number, r.source, r.external_id, c.number, c.id, c.stored_at
                FROM source_records r JOIN customers c ON c.number = r.customer
                WHERE r.customer IN (\(marks(chunk.count))) ORDER BY r.source, r.external_id
                """, Array(chunk)
            ) { row in
                let number = row.integer()
                let key = row.key()
                let customer = row.integer()
                return PooledRecord(
                    key: key, customer: row.id(), customerStoredAt: row.instant(),
                    isTaken: isTaken(number), isCustomerKnown: customer < firstNumber, number: number)
            }
        }
    }

    func join(_ matched: [MatchedCustomer]) throws {
        for customer in matched {
            let id = try db.survivor(of: customer.id)
            guard let number = try db.number(of: id) else {
                throw StoreError.damaged("the customer \(id) is not stored")
            }
            for record in customer.records { try join(record, to: number) }
            if !customer.absorbed.isEmpty {
                let batches = try batches(of: customer.records)
                for absorbed in customer.absorbed { try change.merge(absorbed, into: id, because: batches) }
                wins.insert(number)
            }
            if customer.records.count > 1 || !customer.isNew { touched.insert(number) }
        }
    }

    private func batches(of records: [RecordMatch]) throws -> [BatchID] {
        let batches = try records.compactMap { record in
            try db.first(
                "SELECT batch_id FROM source_records WHERE source = ? AND external_id = ?",
                [record.key.source, record.key.externalID]
            ) { $0.id() as BatchID }
        }
        return Set(batches).sorted()
    }

    private func join(_ record: RecordMatch, to customer: CustomerNumber) throws {
        guard let stored = try stored(record.key), stored.customer >= firstNumber, stored.customer != customer else {
            return
        }
        try db.run(
            "UPDATE source_records SET customer = ?, match_rule = ?, match_probability = ? WHERE number = ?",
            [customer, record.rule?.rawValue, record.probability, stored.number])
        try db.run("DELETE FROM customers WHERE number = ?", [stored.customer])
        if wins.remove(stored.customer) != nil { wins.insert(customer) }
    }
}
