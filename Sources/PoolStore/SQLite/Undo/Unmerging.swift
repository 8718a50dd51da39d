import GRDB
import Records

/// A merge taken back: the absorbed customer is itself again, with what was its own.
extension Change {
    func unmerge(_ merge: JournalledMerge) throws {
        let (absorbed, survivor) = (merge.absorbed, merge.survivor)
        let moment = max(at, try db.lastMovement(of: survivor) ?? at)
        // What settling ownership made of the merged customer was said of no such customer.
        if let open = try db.openSpellNumber(of: survivor), ![merge.openSpell, merge.keptOpenSpell].contains(open),
            let spell = try db.openSpell(of: survivor)
        {
            try endSpell(of: survivor, heldBy: spell.rep, because: .undone)
        }
        let open = try db.openSpellNumber(of: survivor)
        try makeAgain(merge, moment)
        let entering = open != nil && open == merge.openSpell ? survivor : absorbed
        try move(entering, to: nil, how: "undone", at: moment)
        for (spell, customer) in [(merge.openSpell, absorbed), (merge.keptOpenSpell, survivor)] {
            if let spell { try restore(spell, of: customer, at: moment) }
        }
        try restoreHold(merge)
        for customer in [absorbed, survivor] { try refreshStatus(of: customer) }
        try db.run("INSERT INTO taken_apart (merged_at, unmerged_at) VALUES (?, ?)", [merge.mergedAt, moment])
        try db.run("DELETE FROM merge_journal WHERE step = ?", [merge.step])
        log(.customerUnmerged, customer: absorbed, payload: ["from": survivor.rawValue])
    }

    /// The customer's row, and what had moved to the survivor.
    private func makeAgain(_ merge: JournalledMerge, _ moment: Instant) throws {
        let (absorbed, survivor) = (merge.absorbed, merge.survivor)
        try db.run("DELETE FROM merges WHERE absorbed = ?", [absorbed])
        try db.run(
            """
            INSERT INTO customers (number, id, status, hold, stored_at, entered_pool_at, pool_since, moved_at, name, size,
                needs)
            SELECT number, absorbed, 'pool', hold, stored_at, entered_pool_at, coalesce(pool_since, entered_pool_at), ?,
                '', 'unknown', '[]' FROM merge_journal WHERE step = ?
            """, [moment, merge.step])
        try db.run(
            """
            UPDATE source_records SET customer = (SELECT number FROM merge_journal WHERE step = ?1)
            WHERE number IN (SELECT value FROM merge_journal, json_each(records) WHERE step = ?1)
                AND customer = (SELECT number FROM customers WHERE id = ?2)
            """, [merge.step, survivor])
        try db.run(
            """
            UPDATE spells SET customer_id = ?1
            WHERE id IN (SELECT value FROM merge_journal, json_each(spells) WHERE step = ?2)
            """, [absorbed, merge.step])
        try db.run(
            """
            UPDATE decisions SET customer_id = ?1 WHERE customer_id = ?2 AND business_date || '/' || ordinal IN (
                SELECT value FROM merge_journal, json_each(decisions) WHERE step = ?3)
            """, [absorbed, survivor, merge.step])
        try db.run(
            """
            UPDATE merges SET survivor = ?1
            WHERE absorbed IN (SELECT value FROM merge_journal, json_each(merges) WHERE step = ?2)
            """, [absorbed, merge.step])
        try restoreDecisions(merge)
        try db.run(
            """
            UPDATE customers SET pool_since = coalesce(
                (SELECT kept_pool_since FROM merge_journal WHERE step = ?1), entered_pool_at)
            WHERE id = ?2 AND NOT EXISTS (
                SELECT 1 FROM spells WHERE customer_id = customers.id AND ended_at IS NULL)
            """, [merge.step, survivor])
    }

    /// Each gets back what was decided about it. A decision that the survivor took over, and that nobody has changed
    /// since, makes room for its own.
    private func restoreDecisions(_ merge: JournalledMerge) throws {
        try db.run(
            """
            DELETE FROM ownership_decisions
            WHERE customer_id = ?1 AND json_array(owner, since, hold, rule, others) = (
                SELECT decision FROM merge_journal WHERE step = ?2 AND kept_decision IS NOT NULL)
            """, [merge.survivor, merge.step])
        for (customer, decision) in [("absorbed", "decision"), ("survivor", "kept_decision")] {
            try db.run(
                """
                INSERT OR IGNORE INTO ownership_decisions (\(ownershipDecisionColumns))
                SELECT \(customer), \((0...4).map { "\(decision) ->> \($0)" }.joined(separator: ", "))
                FROM merge_journal WHERE step = ? AND \(decision) <> 'null'
                """, [merge.step])
        }
    }

    /// The survivor took the absorbed customer's hold over where it had none.
    private func restoreHold(_ merge: JournalledMerge) throws {
        try db.run(
            """
            UPDATE customers SET hold = NULL WHERE id = ?1 AND EXISTS (
                SELECT 1 FROM merge_journal j WHERE j.step = ?2 AND j.kept_hold IS NULL AND j.hold = customers.hold)
            """, [merge.survivor, merge.step])
    }

    // MARK: Spells

    /// A spell that should not have ended goes on. Its row counts as undone and another one continues it from the same
    /// start, so that books of the time between stay as they were.
    ///
    /// The customer is in the pool by now. Returns whether there was anything to restore.
    @discardableResult
    func restore(_ number: Int, of customer: CustomerID, at moment: Instant) throws -> Bool {
        let ended = try db.first(
            "SELECT \(spellColumns) FROM spells WHERE id = ? AND ended_at IS NOT NULL", [number]
        ) { try $0.spell() }
        guard let ended, let endedAt = ended.endedAt else { return false }
        try db.run("UPDATE spells SET end_reason = 'undone' WHERE id = ?", [number])
        try db.run(
            """
            INSERT INTO spells (customer_id, held_as, rep_id, kind, started_at, recorded_at) VALUES (?, ?, ?, ?, ?, ?)
            """, [customer, customer, ended.rep, ended.kind.rawValue, ended.startedAt, moment])
        try move(customer, from: nil, how: "undone", at: moment)
        try move(customer, to: ended.rep, how: "undone", at: moment)
        try db.run("UPDATE customers SET pool_since = NULL WHERE id = ?", [customer])
        try refreshStatus(of: customer)
        log(
            .spellEnded, happenedAt: endedAt, customer: customer, rep: ended.rep,
            payload: ["reason": Spell.EndReason.undone.rawValue, "kind": ended.kind.rawValue])
        log(
            .spellStarted, happenedAt: ended.startedAt, customer: customer, rep: ended.rep,
            payload: ["kind": ended.kind.rawValue])
        restoredSpells += 1
        return true
    }
}

extension Database {
    fileprivate func openSpellNumber(of customer: CustomerID) throws -> Int? {
        try first("SELECT id FROM spells WHERE customer_id = ? AND ended_at IS NULL", [customer]) { $0.integer() }
    }
}
