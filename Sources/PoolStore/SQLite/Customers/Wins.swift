import GRDB
import Records

extension Change {
    /// The customer's first win: its earliest won deal, or that a system calls it won.
    ///
    /// A win that turns out to be earlier, or none after all, leaves an event that supersedes the former one. The event
    /// names the deal and no rep: a win is credited to whoever holds the customer at its time.
    func refreshWin(of customer: CustomerID) throws {
        let former =
            try db.first("SELECT won_at FROM customers WHERE id = ?", [customer]) { $0.optionalInstant() } ?? nil
        let win = try db.first(
            """
            SELECT won_at, source, external_id, 0 AS place FROM deals
            WHERE customer_id = ? AND status = 'won' AND won_at IS NOT NULL
            UNION ALL
            SELECT r.won_at, r.source, r.external_id, 1 FROM source_records r JOIN customers c ON c.number = r.customer
            WHERE c.id = ? AND r.won_at IS NOT NULL
            ORDER BY 1, 4, 2, 3 LIMIT 1
            """, [customer, customer]
        ) { (at: $0.instant(), key: $0.key()) }
        guard win?.at != former else { return }
        try db.run("UPDATE customers SET won_at = ? WHERE id = ?", [win?.at, customer])
        try refreshStatus(of: customer)
        if let win {
            log(.won, happenedAt: win.at, customer: customer, payload: ["by": win.key.description])
        } else {
            log(.customerUpdated, customer: customer, payload: ["won": "withdrawn"])
        }
    }
}
