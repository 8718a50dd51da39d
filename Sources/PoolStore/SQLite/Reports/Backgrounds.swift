import GRDB
import Records

extension SQLiteStore {
    package func backgrounds(
        of customers: [CustomerID], until: Instant
    ) throws -> [CustomerID: CustomerBackground] {
        try read { db in
            var backgrounds: [CustomerID: CustomerBackground] = [:]
            for chunk in customers.chunks {
                let ids = Array(chunk)
                let clean = try db.all(
                    "SELECT c.id, \(CustomerColumns.clean) FROM customers c WHERE c.id IN (\(marks(ids.count)))", ids
                ) { (id: $0.id() as CustomerID, customer: try $0.customer()) }
                for row in clean { backgrounds[row.id] = CustomerBackground(customer: row.customer) }
                try db.each(
                    """
                    SELECT customer_id, count(*) FROM spells WHERE customer_id IN (\(marks(ids.count)))
                    AND started_at <= ? AND (end_reason IS NULL OR end_reason <> 'undone') GROUP BY customer_id
                    """, ids + [until]
                ) { row in
                    let id: CustomerID = row.id()
                    backgrounds[id]?.spells = row.integer()
                }
                // A bare column beside max() is that of the row with the maximum.
                try db.each(
                    """
                    SELECT customer_id, max(at), outcome FROM follow_ups WHERE customer_id IN (\(marks(ids.count)))
                    AND at <= ? GROUP BY customer_id
                    """, ids + [until]
                ) { row in
                    let id: CustomerID = row.id()
                    backgrounds[id]?.lastFollowUpAt = row.optionalInstant()
                    backgrounds[id]?.lastOutcome = row.optionalText()
                }
            }
            return backgrounds
        }
    }

    package func codes(of customers: [CustomerID]) throws -> [CustomerID: String] {
        try read { db in
            var codes: [CustomerID: String] = [:]
            for customer in customers {
                let name = customer.rawValue.dropFirst()
                var length = Claimable.shortestCode
                while length < name.count,
                    try db.customers(startingWith: String(name.prefix(length)), onlyPooled: false, limit: 2).count > 1
                { length += 1 }
                codes[customer] = String(name.prefix(length))
            }
            return codes
        }
    }

    package func pooledCustomers(withCode code: String) throws -> [CustomerID] {
        try read { try $0.customers(startingWith: code, onlyPooled: true, limit: 6) }
    }
}

extension Database {
    fileprivate func customers(startingWith code: String, onlyPooled: Bool, limit: Int) throws -> [CustomerID] {
        // The bound after every id that begins so: '~' follows every letter and digit.
        try all(
            """
            SELECT id FROM customers WHERE id >= ? AND id < ? AND (? = 0 OR status = 'pool') ORDER BY id LIMIT ?
            """, ["C\(code)", "C\(code)~", onlyPooled, limit]
        ) { $0.id() }
    }
}
