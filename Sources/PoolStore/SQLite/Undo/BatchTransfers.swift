import GRDB
import Records

/// A customer that an import gave to another rep, since its source may reassign.
struct BatchTransfer {
    var customer: CustomerID
    var from: RepID
    var to: RepID
    /// The spell that the import ended.
    var ended: Int
    /// Whether the rep who got the customer still holds it by that transfer.
    var stands: Bool
}

extension Database {
    /// The transfers of the import of the batch that `undo_customers` is about; sorted by customer.
    func transfers(of batch: BatchID) throws -> [BatchTransfer] {
        try all(
            """
            SELECT c.id, s.rep_id, e.rep_id, s.id, EXISTS (
                SELECT 1 FROM spells t WHERE t.customer_id = c.id AND t.ended_at IS NULL AND t.kind = 'transfer'
                AND t.rep_id = e.rep_id AND t.recorded_at = s.end_recorded_at)
            FROM undo_customers c
            JOIN events e ON e.customer_id = c.id AND e.kind = 'ownership_conflict'
            JOIN spells s ON s.customer_id = c.id AND s.rep_id = e.payload ->> 'from' AND s.end_reason = 'transferred'
            WHERE e.payload ->> 'reason' = 'source_may_reassign'
                AND e.payload ->> 'by' = (SELECT source FROM batches WHERE id = ?1)
                AND e.recorded_at = (SELECT max(recorded_at) FROM events WHERE kind = 'imported' AND batch_id = ?1)
                AND s.end_recorded_at >= e.recorded_at AND s.id = (
                    SELECT max(id) FROM spells o WHERE o.customer_id = c.id AND o.end_reason = 'transferred'
                    AND o.rep_id = s.rep_id)
            ORDER BY c.id
            """, [batch]
        ) {
            BatchTransfer(customer: $0.id(), from: $0.id(), to: $0.id(), ended: $0.integer(), stands: $0.flag())
        }
    }
}

extension Change {
    /// The former owner has the customer again, as if nobody had taken it.
    func takeBack(_ transfer: BatchTransfer) throws {
        try endSpell(of: transfer.customer, heldBy: transfer.to, because: .undone)
        let moment = max(at, try db.lastMovement(of: transfer.customer) ?? at)
        try restore(transfer.ended, of: transfer.customer, at: moment)
    }
}
