import GRDB
import Records

extension Database {
    /// Leaves the scope of the batch filled.
    func undoObstacles(of batch: BatchID) throws -> [UndoObstacle] {
        try scope(batch)
        let transfers = try self.transfers(of: batch)
        let found =
            try spellObstacles() + customerObstacles() + handObstacles(batch) + claimObstacles(batch)
            + replacedObstacles(batch) + mergeObstacles(batch) + repObstacles(batch)
            + transfers.filter { !$0.stands }.map {
                UndoObstacle(
                    .held, subject: $0.customer.rawValue, customer: $0.customer, rep: $0.to, detail: "transfer")
            }
        let order = UndoObstacle.Kind.allCases
        return found.sorted { left, right in
            let kinds = [left, right].map { order.firstIndex(of: $0.kind) ?? 0 }
            if kinds[0] != kinds[1] { return kinds[0] < kinds[1] }
            if left.subject != right.subject { return left.subject.isOrderedBefore(right.subject) }
            if left.at != right.at { return (left.at?.epochSeconds ?? 0) < (right.at?.epochSeconds ?? 0) }
            return left.detail.isOrderedBefore(right.detail)
        }
    }

    /// Whatever happened to a customer but its opening spell, which is the batch's own.
    private func spellObstacles() throws -> [UndoObstacle] {
        try all(
            """
            SELECT s.customer_id, s.rep_id, s.kind, coalesce(s.ended_at, s.started_at), s.end_reason
            FROM undo_customers c JOIN spells s ON s.customer_id = c.id
            WHERE c.goes AND (s.kind <> 'opening' OR coalesce(s.end_reason, 'undone') <> 'undone')
            ORDER BY s.id
            """
        ) { row in
            let customer: CustomerID = row.id()
            let rep: RepID = row.id()
            let kind: Spell.Kind = try row.choice()
            let at = row.instant()
            let reason: Spell.EndReason? = try row.optionalChoice()
            return UndoObstacle(
                kind == .opening ? .ended : .held, subject: customer.rawValue, customer: customer, rep: rep, at: at,
                detail: kind == .opening ? reason?.rawValue ?? "" : kind.rawValue)
        }
    }

    private func customerObstacles() throws -> [UndoObstacle] {
        let queries: [(UndoObstacle.Kind, String)] = [
            (
                .decided,
                """
                SELECT c.id, d.owner, NULL FROM undo_customers c JOIN ownership_decisions d ON d.customer_id = c.id
                WHERE c.goes AND d.rule = '\(decidedRule)' ORDER BY c.id
                """
            ),
            (
                .reminded,
                """
                SELECT c.id, r.rep_id, r.at FROM undo_customers c JOIN reminders r ON r.customer_id = c.id
                WHERE c.goes ORDER BY c.id, r.at, r.rep_id
                """
            ),
            (
                .retired,
                """
                SELECT c.id, NULL, g.retired_at FROM undo_customers c JOIN customers g ON g.number = c.number
                WHERE c.goes AND g.retired_at IS NOT NULL ORDER BY c.id
                """
            ),
        ]
        return try queries.flatMap { kind, sql in
            try all(sql) { row in
                let customer: CustomerID = row.id()
                return UndoObstacle(
                    kind, subject: customer.rawValue, customer: customer, rep: row.optionalID(),
                    at: row.optionalInstant())
            }
        }
    }

    /// Rows that people typed in about customers that would go.
    private func handObstacles(_ batch: BatchID) throws -> [UndoObstacle] {
        try activityTables.flatMap { table in
            try all(
                """
                SELECT a.source, a.external_id, c.id FROM undo_customers c JOIN \(table) a ON a.customer_id = c.id
                JOIN batches b ON b.id = a.batch_id AND b.profile = 'hand'
                WHERE c.goes AND a.batch_id <> ? ORDER BY a.source, a.external_id
                """, [batch]
            ) { UndoObstacle(.enteredByHand, subject: $0.key().description, customer: $0.id(), detail: table) }
        }
    }

    /// Requests that a night has decided: of the batch itself, or for customers that would go.
    private func claimObstacles(_ batch: BatchID) throws -> [UndoObstacle] {
        try all(
            """
            SELECT source, external_id, customer_id, rep_id, requested_at, reason FROM claims
            WHERE decided_on IS NOT NULL
                AND (batch_id = ? OR customer_id IN (SELECT id FROM undo_customers WHERE goes))
            ORDER BY source, external_id
            """, [batch]
        ) {
            UndoObstacle(
                .claimDecided, subject: $0.key().description, customer: $0.optionalID(), rep: $0.optionalID(),
                at: $0.optionalInstant(), detail: $0.text())
        }
    }

    private func replacedObstacles(_ batch: BatchID) throws -> [UndoObstacle] {
        try all(
            """
            SELECT later.id, later.file, count(*) FROM (
                SELECT replaced_by FROM record_versions WHERE batch_id = ?1 AND replaced_by <> ?1
                UNION ALL
                SELECT replaced_by FROM activity_versions WHERE row ->> '$.batch_id' = ?1 AND replaced_by <> ?1)
            JOIN batches later ON later.id = replaced_by GROUP BY later.id ORDER BY later.id
            """, [batch]
        ) {
            let later = $0.text()
            let file = $0.text()
            let rows = $0.integer()
            return UndoObstacle(.replaced, subject: later, detail: "\(rows == 1 ? "1 row" : "\(rows) rows") by \(file)")
        }
    }

    private func mergeObstacles(_ batch: BatchID) throws -> [UndoObstacle] {
        try merges(because: batch).filter { try !canBeTakenApart($0, of: batch) }.map {
            UndoObstacle(
                .merged, subject: $0.survivor.rawValue, customer: $0.survivor, at: $0.mergedAt,
                detail: $0.absorbed.rawValue)
        }
    }

    /// New reps who got customers by more than the lists, or, once nights have run, at all.
    private func repObstacles(_ batch: BatchID) throws -> [UndoObstacle] {
        let isLive = try self.isLive()
        return try all(
            """
            SELECT r.id, count(*) FROM reps r JOIN spells s ON s.rep_id = r.id
            WHERE r.batch_id = ?1 AND NOT EXISTS (SELECT 1 FROM activity_versions v WHERE v.list = 'reps'
                AND v.source = r.source AND v.external_id = r.external_id AND v.replaced_by = ?1)
                AND coalesce(s.end_reason, '') <> 'undone' AND (?2 OR s.kind <> 'opening' OR s.ended_at IS NOT NULL)
            GROUP BY r.id ORDER BY r.id
            """, [batch, isLive]
        ) {
            let rep: RepID = $0.id()
            return UndoObstacle(.repInUse, subject: rep.rawValue, rep: rep, detail: "\($0.integer()) spells")
        }
    }
}

/// Lists whose rows are about customers.
let activityTables = ["contacts", "follow_ups", "deals", "payments", "claims"]
