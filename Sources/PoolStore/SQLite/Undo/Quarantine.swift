import GRDB
import Records

extension SQLiteStore {
    package func quarantine(
        _ batch: BatchID, by: String, date: BusinessDate, at: Instant
    ) throws -> [CustomerID] {
        try change(date, at) { change in
            let db = change.db
            try db.scope(batch)
            let customers = try db.all(
                """
                SELECT s.id, c.hold FROM undo_customers s JOIN customers c ON c.number = s.number
                WHERE NOT EXISTS (SELECT 1 FROM quarantines q WHERE q.batch_id = ? AND q.customer_id = s.id) ORDER BY s.id
                """, [batch]
            ) { (id: $0.id() as CustomerID, hold: $0.optionalText()) }
            for (customer, hold) in customers {
                try db.run(
                    "INSERT INTO quarantines (batch_id, customer_id, former_hold) VALUES (?, ?, ?)",
                    [batch, customer, hold])
                try change.setHold(.quarantined, on: customer, from: hold, batch, by: by)
            }
            return customers.map(\.id)
        }
    }

    package func liftQuarantine(
        of batch: BatchID, by: String, date: BusinessDate, at: Instant
    ) throws -> [CustomerID] {
        try change(date, at) { try $0.liftQuarantine(of: batch, by: by) }
    }
}

extension Change {
    /// A customer of two batches in quarantine stays until both are lifted.
    @discardableResult
    func liftQuarantine(of batch: BatchID, by: String? = nil) throws -> [CustomerID] {
        let held = try db.all(
            "SELECT customer_id, former_hold FROM quarantines WHERE batch_id = ? ORDER BY customer_id", [batch]
        ) { (id: $0.id() as CustomerID, former: $0.optionalText()) }
        try db.run("DELETE FROM quarantines WHERE batch_id = ?", [batch])
        var lifted: [CustomerID] = []
        for (id, former) in held {
            let customer = try db.survivor(of: id)
            let other = try db.first(
                "SELECT batch_id FROM quarantines WHERE customer_id IN (?, ?) ORDER BY batch_id LIMIT 1",
                [id, customer]
            ) { $0.id() as BatchID }
            guard other == nil else {
                // What the first of two covered is what remains when the second one is lifted.
                if former != Hold.quarantined.text {
                    try db.run(
                        "UPDATE quarantines SET former_hold = ? WHERE customer_id IN (?, ?) AND former_hold = ?",
                        [former, id, customer, Hold.quarantined.text])
                }
                continue
            }
            guard try db.count("SELECT count(*) FROM customers WHERE id = ? AND hold = 'quarantined'", [customer]) == 1
            else { continue }
            try setHold(
                try remaining(former, of: customer), on: customer, from: Hold.quarantined.text, batch, by: by)
            lifted.append(customer)
        }
        return lifted.sorted()
    }

    /// The hold that a quarantine covered, unless a dispute was decided meanwhile.
    private func remaining(_ former: String?, of customer: CustomerID) throws -> Hold? {
        switch former.flatMap({ Hold(text: $0) }) {
        case .disputed:
            let isOpen = try db.count(
                "SELECT count(*) FROM ownership_decisions WHERE customer_id = ? AND rule = 'disputed'", [customer])
            return isOpen > 0 ? .disputed : nil
        case .locked(let until): return .locked(until: until)
        case .quarantined, nil: return nil
        }
    }

    fileprivate func setHold(
        _ hold: Hold?, on customer: CustomerID, from former: String?, _ batch: BatchID, by: String?
    ) throws {
        guard hold?.text != former else { return }
        try db.run("UPDATE customers SET hold = ? WHERE id = ?", [hold?.text, customer])
        if let former { log(.holdLifted, customer: customer, batch: batch, payload: ["hold": former, "by": by]) }
        if let hold { log(.held, customer: customer, batch: batch, payload: ["hold": hold.text, "by": by]) }
    }
}
