import GRDB
import Records

/// A part of a customer taken out of it by hand.
extension Change {
    /// The customer that the part is now; `nil`: there is no such part, or it is not certain any more what was whose.
    func separate(_ part: MergedPart, from survivor: CustomerID) throws -> CustomerID? {
        let merges = try db.merges(into: survivor)
        let merge: JournalledMerge? =
            switch part {
            case .last: merges.first
            case .customer(let id): merges.first { $0.absorbed == id }
            case .record(let key): try merges.first { try db.hasBrought($0, key) }
            }
        guard let merge else { return try split(part, from: survivor) }
        // What a later merge brought must not be taken for what there was before this one.
        guard merge.step == merges.first?.step, try db.isStillCertain(merge) else { return nil }
        try unmerge(merge)
        return merge.absorbed
    }

    /// Records that came together in one import, or joined a customer in theirs, were never two customers: the one becomes
    /// a customer that enters the pool now.
    private func split(_ part: MergedPart, from survivor: CustomerID) throws -> CustomerID? {
        guard let customer = try db.number(of: survivor) else { return nil }
        let records = try db.all(
            "SELECT number, source, external_id FROM source_records WHERE customer = ? ORDER BY source, external_id",
            [customer]
        ) { (number: $0.integer(), key: $0.key()) }
        let own = { (key: RecordKey) in Identity.customer(source: key.source, externalID: key.externalID) }
        guard records.count > 1,
            let named = records.first(where: { record in
                switch part {
                case .last: records.count == 2 && own(record.key) != survivor
                case .customer(let id): own(record.key) == id
                case .record(let key): record.key == key
                }
            }),
            // The customer has its id from one of its records, and keeps it: of two, the other one leaves.
            let leaving = own(named.key) != survivor
                ? named : records.count == 2 ? records.first(where: { $0.key != named.key }) : nil
        else { return nil }
        let id = own(leaving.key)
        guard try db.survivor(of: id) == id,
            try db.count("SELECT count(*) FROM customers WHERE id = ? OR number = ?", [id, leaving.number]) == 0
        else { return nil }
        try db.run(
            """
            INSERT INTO customers (number, id, status, stored_at, entered_pool_at, pool_since, moved_at, name, size, needs)
            VALUES (?1, ?2, 'pool', ?3, ?3, ?3, ?3, '', 'unknown', '[]')
            """, [leaving.number, id, at])
        try db.run(
            "UPDATE source_records SET customer = ?1, match_rule = NULL, match_probability = NULL WHERE number = ?1",
            [leaving.number])
        try move(id, to: nil, how: "imported", at: at)
        log(.customerCreated, customer: id, payload: ["from": survivor.rawValue])
        return id
    }
}

extension Database {
    /// Whether the record was the absorbed customer's.
    fileprivate func hasBrought(_ merge: JournalledMerge, _ key: RecordKey) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM merge_journal j, json_each(j.records) m
            JOIN source_records r ON r.number = m.value WHERE j.step = ? AND r.source = ? AND r.external_id = ?
            """, [merge.step, key.source, key.externalID]) > 0
    }
}
