import GRDB
import Records

extension SQLiteIntake {
    func groups() throws -> [[CustomerNumber]] {
        try buildIndexes()
        var customers = DisjointSets()
        for bucket in entries.buckets.indices {
            try index.add(entries.takeBucket(bucket), to: bucket) { records in
                var first: CustomerNumber?
                for record in records {
                    guard let customer = try customer(of: record) else { continue }
                    if let first { customers.join(first, customer) } else { first = customer }
                }
            }
        }
        return customers.sets
    }

    /// `nil`: a record that is gone.
    private func customer(of record: Int) throws -> CustomerNumber? {
        // A new record still has its own customer, unless it was taken back.
        try statements.customer(of: record)
    }

    func records(of customers: [CustomerNumber]) throws -> [PooledRecord] {
        try customers.chunks.flatMap { chunk in
            try db.storedRows(where: "r.customer IN (\(marks(chunk.count)))", Array(chunk)).map { stored in
                PooledRecord(
                    key: stored.row.key, customer: stored.customer, customerStoredAt: stored.customerStoredAt,
                    isTaken: stored.number >= firstNumber || changed.contains(stored.number),
                    isCustomerKnown: stored.customerNumber < firstNumber, batch: stored.batch,
                    value: stored.row.value.customer)
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
            "UPDATE source_records SET customer = ?, match_rule = ? WHERE number = ?",
            [customer, record.rule?.rawValue, stored.number])
        try db.run("DELETE FROM customers WHERE number = ?", [stored.customer])
        if wins.remove(stored.customer) != nil { wins.insert(customer) }
    }
}

/// Which numbers belong together, joined pair by pair (union-find).
private struct DisjointSets {
    private var parents: [Int: Int] = [:]

    private mutating func root(of member: Int) -> Int {
        var root = member
        while let parent = parents[root], parent != root { root = parent }
        var step = member
        while let parent = parents[step], parent != root {
            parents[step] = root
            step = parent
        }
        return root
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (left, right) = (root(of: one), root(of: other))
        guard left != right else { return }
        parents[max(left, right)] = min(left, right)
        parents[min(left, right)] = parents[min(left, right)] ?? min(left, right)
    }

    /// Those of two and more, each sorted, in order of their smallest member.
    var sets: [[Int]] {
        var copy = self
        var members: [Int: [Int]] = [:]
        for member in parents.keys { members[copy.root(of: member), default: []].append(member) }
        return members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
