import GRDB
import Records

/// Customers that only the batch knows.
extension TakingBack {
    /// They leave as if they had never come; the ledger keeps that they did.
    func removeCustomers() throws {
        try endOpeningSpells()
        let goes = "SELECT id FROM undo_customers WHERE goes"
        let moment = change.at
        try db.run(
            """
            INSERT INTO movements (customer_id, rep_id, change, how, at)
            SELECT id, NULL, -1, 'undone', max(?, moved_at) FROM customers WHERE id IN (\(goes)) ORDER BY id
            """, [moment])
        try db.run(
            """
            INSERT INTO removed_customers (stored_at, removed_at)
            SELECT stored_at, max(?, moved_at) FROM customers WHERE id IN (\(goes)) ORDER BY id
            """, [moment])
        try db.run(
            """
            INSERT INTO removed_spells (rep_id, recorded_at, end_recorded_at)
            SELECT rep_id, recorded_at, end_recorded_at FROM spells
            WHERE customer_id IN (\(goes)) AND end_recorded_at IS NOT NULL ORDER BY id
            """)
        // An id that was merged away counts until its merge, like a customer that was removed then.
        try db.run(
            """
            INSERT INTO removed_customers (stored_at, removed_at)
            SELECT stored_at, merged_at FROM merges WHERE survivor IN (\(goes)) ORDER BY absorbed
            """)
        outcome.removedCustomers = try db.all("\(goes) ORDER BY id") { $0.id() }
        try db.run(
            """
            INSERT INTO events (business_date, at, recorded_at, kind, customer_id, batch_id, payload)
            SELECT ?, ?, ?, ?, id, ?, '{}' FROM undo_customers WHERE goes ORDER BY id
            """, [change.date, moment, moment, Event.Kind.customerRemoved.rawValue, batch])
        try removeRecords(where: "is_new AND customer IN (SELECT number FROM undo_customers WHERE goes)")
        for table in ["spells", "ownership_decisions", "quarantines"] {
            try db.run("DELETE FROM \(table) WHERE customer_id IN (\(goes))")
        }
        try db.run("DELETE FROM merges WHERE survivor IN (\(goes))")
        try db.run("DELETE FROM merge_journal WHERE survivor IN (\(goes)) OR absorbed IN (\(goes))")
        try db.run("DELETE FROM customers WHERE id IN (\(goes))")
    }

    /// Where later facts forbid to remove anything, what nothing has happened to is offered to nobody any more.
    func retireCustomers() throws {
        let going = try db.all("SELECT id FROM undo_customers WHERE goes ORDER BY id") { $0.id() as CustomerID }
        for customer in going where !blockedCustomers.contains(customer) {
            if let spell = try db.openSpell(of: customer) {
                try change.endSpell(of: customer, heldBy: spell.rep, because: .retired)
            } else {
                let moment = max(change.at, try db.lastMovement(of: customer) ?? change.at)
                try change.move(customer, from: nil, how: Spell.EndReason.retired.rawValue, at: moment)
                try db.run(
                    "UPDATE customers SET retired_at = ?, pool_since = NULL WHERE id = ?", [moment, customer])
                try change.refreshStatus(of: customer)
            }
            change.log(.customerRetired, customer: customer, batch: batch, payload: ["reason": "compensated"])
            outcome.retiredCustomers.append(customer)
        }
    }

    private func endOpeningSpells() throws {
        let open = try db.all(
            """
            SELECT s.customer_id, s.rep_id FROM undo_customers c JOIN spells s ON s.customer_id = c.id
            WHERE c.goes AND s.ended_at IS NULL ORDER BY s.customer_id
            """
        ) { (customer: $0.id() as CustomerID, rep: $0.id() as RepID) }
        for spell in open { try change.endSpell(of: spell.customer, heldBy: spell.rep, because: .undone) }
    }
}
