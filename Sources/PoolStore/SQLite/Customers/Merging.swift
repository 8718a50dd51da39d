import GRDB
import Records

/// Two customers turn out to be one: the absorbed one leaves the table and everything that referred to it moves.
extension Change {
    /// `batches`: whose records made it plain; the journal keeps them, so that undoing one can take the merge back.
    func merge(_ absorbed: CustomerID, into survivor: CustomerID, because batches: [BatchID]) throws {
        let absorbed = try db.survivor(of: absorbed)
        guard absorbed != survivor, let state = try self.state(of: absorbed), let kept = try self.state(of: survivor)
        else {
            return
        }
        let moment = max(at, state.movedAt, kept.movedAt)
        try note(Merge(absorbed: absorbed, survivor: survivor, moment: moment, batches: batches))
        try joinBooks(absorbed, state, survivor, kept, moment)
        try db.run("UPDATE spells SET customer_id = ? WHERE customer_id = ?", [survivor, absorbed])
        try db.run(
            """
            UPDATE source_records SET customer = (SELECT number FROM customers WHERE id = ?)
            WHERE customer = (SELECT number FROM customers WHERE id = ?)
            """, [survivor, absorbed])
        for table in Self.tablesOfCustomers {
            try db.run("UPDATE \(table) SET customer_id = ? WHERE customer_id = ?", [survivor, absorbed])
        }
        try moveReminders(absorbed, survivor)
        // A dispute that nobody is asked about any more would hold the customer for ever.
        let isSettled = try !inheritDecision(absorbed, survivor) && state.hold == Hold.disputed.text
        try db.run(
            "UPDATE customers SET hold = coalesce(hold, ?), moved_at = ? WHERE id = ?",
            [isSettled ? nil : state.hold, moment, survivor])
        try db.run("UPDATE merges SET survivor = ? WHERE survivor = ?", [survivor, absorbed])
        try db.run(
            "INSERT INTO merges (absorbed, survivor, stored_at, retired_at, merged_at) VALUES (?, ?, ?, ?, ?)",
            [absorbed, survivor, state.storedAt, state.retiredAt, moment])
        try db.run("DELETE FROM customers WHERE id = ?", [absorbed])
        try refreshStatus(of: survivor)
        log(.customerMerged, customer: absorbed, payload: ["into": survivor.rawValue])
    }

    private static let tablesOfCustomers = [
        "contacts", "follow_ups", "deals", "payments", "claims", "decisions",
    ]

    /// What a merge asks about each of the two.
    private struct State {
        var storedAt: Instant
        var movedAt: Instant
        var retiredAt: Instant?
        var hold: String?
        var spell: Spell?
    }

    private func state(of customer: CustomerID) throws -> State? {
        try db.first("SELECT stored_at, moved_at, retired_at, hold FROM customers WHERE id = ?", [customer]) {
            State(
                storedAt: $0.instant(), movedAt: $0.instant(), retiredAt: $0.optionalInstant(), hold: $0.optionalText())
        }.map {
            var state = $0
            state.spell = try db.openSpell(of: customer)
            return state
        }
    }

    /// Two places become one: of two open spells the later ends; else the customer that is in the pool leaves it.
    private func joinBooks(
        _ absorbed: CustomerID, _ state: State, _ survivor: CustomerID, _ kept: State, _ moment: Instant
    ) throws {
        switch (state.spell, kept.spell) {
        case (let one?, let other?):
            let isLater = (one.startedAt, one.customer) > (other.startedAt, other.customer)
            let ended = isLater ? one : other
            try endSpell(of: ended.customer, heldBy: ended.rep, because: .merged)
        case (let one?, nil) where kept.retiredAt != nil:
            try endSpell(of: absorbed, heldBy: one.rep, because: .merged)
        case (nil, _?) where state.retiredAt != nil:
            break
        case (_?, nil):
            try move(survivor, from: nil, how: "merged", at: moment)
            try db.run("UPDATE customers SET pool_since = NULL WHERE id = ?", [survivor])
        case (nil, _):
            guard state.retiredAt == nil else { return try inheritRetirement(state, survivor, kept, moment) }
            try move(absorbed, from: nil, how: "merged", at: moment)
        }
    }

    /// Who is blacklisted in one system is not offered again because another system lists him too.
    private func inheritRetirement(_ state: State, _ survivor: CustomerID, _ kept: State, _ moment: Instant) throws {
        guard kept.retiredAt == nil else { return }
        try move(survivor, from: nil, how: "retired", at: moment)
        try db.run("UPDATE customers SET retired_at = ?, pool_since = NULL WHERE id = ?", [moment, survivor])
    }

    /// What was decided about who holds the absorbed customer is decided about the survivor where that has no such
    /// decision. A person's word stands before a rule's, and a dispute before a rule that found no owner, if nobody holds
    /// the customer. Returns whether it was taken over.
    private func inheritDecision(_ absorbed: CustomerID, _ survivor: CustomerID) throws -> Bool {
        guard var decision = try db.ownershipDecision(about: absorbed) else { return false }
        try db.run("DELETE FROM ownership_decisions WHERE customer_id = ?", [absorbed])
        let kept = try db.ownershipDecision(about: survivor)
        if kept?.rule == decidedRule { return false }
        switch decision.rule {
        case decidedRule: break
        case disputedRule: if try kept?.owner != nil || db.openSpell(of: survivor) != nil { return false }
        default: if kept != nil { return false }
        }
        decision.customer = survivor
        try keep(decision, by: nil)
        return true
    }

    private func moveReminders(_ absorbed: CustomerID, _ survivor: CustomerID) throws {
        try db.run(
            """
            DELETE FROM reminders WHERE customer_id = ? AND EXISTS (
                SELECT 1 FROM reminders AS other WHERE other.customer_id = ?
                AND other.business_date = reminders.business_date AND other.rep_id = reminders.rep_id)
            """, [absorbed, survivor])
        try db.run("UPDATE reminders SET customer_id = ? WHERE customer_id = ?", [survivor, absorbed])
    }
}

extension Database {
    /// The customer that `id` leads to: itself, unless it was merged away.
    func survivor(of id: CustomerID) throws -> CustomerID {
        try first("SELECT survivor FROM merges WHERE absorbed = ?", [id]) { $0.id() } ?? id
    }

    /// `id` and every id that was merged into it.
    func allIDs(of id: CustomerID) throws -> [CustomerID] {
        try all("SELECT absorbed FROM merges WHERE survivor = ? ORDER BY absorbed", [id]) { $0.id() } + [id]
    }
}
