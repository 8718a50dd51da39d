import GRDB
import Records

/// Where a customer can be: in the pool, in a rep's book, or gone. Every way from one to another is here, so that
/// status, spells, movements and events cannot disagree.
extension Change {
    /// Opens a spell for a customer that is in the pool, at `startedAt` (`nil`: now).
    func openSpell(
        of customer: CustomerID, for rep: RepID, as kind: Spell.Kind, startedAt: Instant? = nil, run: String? = nil
    ) throws {
        let start = startedAt ?? at
        let moment = try movementTime(of: customer, rep: rep)
        do {
            try db.run(
                """
                INSERT INTO spells (customer_id, held_as, rep_id, kind, started_at, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, [customer, customer, rep, kind.rawValue, start, moment])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw StoreConflict(customer: customer, reason: .alreadyOwned, detail: "another owner has it")
        }
        if kind != .transfer { try move(customer, from: nil, how: kind.rawValue, at: moment) }
        try move(customer, to: rep, how: kind.rawValue, at: moment)
        try db.run("UPDATE customers SET pool_since = NULL WHERE id = ?", [customer])
        try refreshStatus(of: customer)
        log(
            .spellStarted, happenedAt: start, customer: customer, rep: rep, run: run, payload: ["kind": kind.rawValue])
    }

    /// Ends the open spell that `rep` holds. Where nobody takes over, the customer goes to the pool.
    func endSpell(
        of customer: CustomerID, heldBy rep: RepID, because reason: Spell.EndReason, run: String? = nil,
        by: String? = nil
    ) throws {
        guard let spell = try db.openSpell(of: customer) else {
            throw StoreConflict(customer: customer, reason: .withdrawn, detail: "nobody holds it")
        }
        guard spell.rep == rep else {
            throw StoreConflict(customer: customer, reason: .alreadyOwned, detail: "\(spell.rep) holds it")
        }
        // An opening spell may start on a go-live date to come: ended before it, it lasted no time.
        let end = max(at, spell.startedAt)
        let moment = max(at, try db.lastMovement(of: customer) ?? at)
        try db.run(
            """
            UPDATE spells SET ended_at = ?, end_reason = ?, end_recorded_at = ?
            WHERE customer_id = ? AND rep_id = ? AND ended_at IS NULL
            """, [end, reason.rawValue, moment, customer, rep])
        guard db.changesCount == 1 else {
            throw StoreConflict(customer: customer, reason: .withdrawn, detail: "somebody else ended the spell")
        }
        try move(customer, from: rep, how: reason.rawValue, at: moment)
        try leaveBook(customer, because: reason, moment: moment)
        try refreshStatus(of: customer)
        log(
            .spellEnded, happenedAt: end, customer: customer, rep: rep, run: run,
            payload: ["reason": reason.rawValue, "kind": spell.kind.rawValue, "by": by])
    }

    private func leaveBook(_ customer: CustomerID, because reason: Spell.EndReason, moment: Instant) throws {
        switch reason {
        case .recycled, .released, .offboarded:
            try db.run("UPDATE customers SET pool_since = ? WHERE id = ?", [at, customer])
            try move(customer, to: nil, how: reason.rawValue, at: moment)
        case .undone:
            // As if the spell had never been: the customer has been in the pool since before it.
            try db.run("UPDATE customers SET pool_since = entered_pool_at WHERE id = ?", [customer])
            try move(customer, to: nil, how: reason.rawValue, at: moment)
        case .retired:
            try db.run("UPDATE customers SET retired_at = ?, pool_since = NULL WHERE id = ?", [moment, customer])
        case .transferred, .merged:
            break
        }
    }

    /// Status follows from what is stored: gone, held (won or not), or in the pool.
    func refreshStatus(of customer: CustomerID) throws {
        try db.run(
            """
            UPDATE customers SET status = CASE
                WHEN retired_at IS NOT NULL THEN 'retired'
                WHEN NOT EXISTS (SELECT 1 FROM spells WHERE customer_id = customers.id AND ended_at IS NULL) THEN 'pool'
                WHEN won_at IS NULL THEN 'prospect'
                ELSE 'account' END
            WHERE id = ?
            """, [customer])
    }

    // MARK: Movements

    /// `nil`: the pool.
    func move(_ customer: CustomerID, to rep: RepID?, how: String, at moment: Instant) throws {
        try move(customer, rep, 1, how, moment)
    }

    func move(_ customer: CustomerID, from rep: RepID?, how: String, at moment: Instant) throws {
        try move(customer, rep, -1, how, moment)
    }

    private func move(_ customer: CustomerID, _ rep: RepID?, _ step: Int, _ how: String, _ moment: Instant) throws {
        try db.run(
            "INSERT INTO movements (customer_id, rep_id, change, how, at) VALUES (?, ?, ?, ?, ?)",
            [customer, rep, step, how, moment])
        try db.run("UPDATE customers SET moved_at = ? WHERE id = ?", [moment, customer])
    }

    /// When the customer moves: now, but never before its last movement, so that no book ever counts below zero.
    private func movementTime(of customer: CustomerID, rep: RepID) throws -> Instant {
        guard let last = try db.lastMovement(of: customer) else {
            throw StoreConflict(customer: customer, reason: .retired, detail: "there is no such customer any more")
        }
        if try db.count("SELECT count(*) FROM customers WHERE id = ? AND retired_at IS NOT NULL", [customer]) > 0 {
            throw StoreConflict(customer: customer, reason: .retired, detail: "it is retired")
        }
        if let spell = try db.openSpell(of: customer) {
            throw StoreConflict(
                customer: customer, reason: spell.rep == rep ? .alreadyYours : .alreadyOwned,
                detail: "\(spell.rep) holds it")
        }
        return max(at, last)
    }
}

extension SQLiteStore {
    package func endSpell(
        of customer: CustomerID, heldBy rep: RepID, reason: Spell.EndReason, date: BusinessDate, at: Instant, by: String
    ) throws {
        try change(date, at) { try $0.endSpell(of: customer, heldBy: rep, because: reason, by: by) }
    }
}

extension SQLiteStore {
    package func owners(of customers: [CustomerID]) throws -> [CustomerID: RepID] {
        try read { db in
            var owners: [CustomerID: RepID] = [:]
            for customer in customers {
                owners[customer] = try db.openSpell(of: try db.survivor(of: customer))?.rep
            }
            return owners
        }
    }
}

extension Database {
    func openSpell(of customer: CustomerID) throws -> Spell? {
        try first("SELECT \(spellColumns) FROM spells WHERE customer_id = ? AND ended_at IS NULL", [customer]) {
            try $0.spell()
        }
    }

    func lastMovement(of customer: CustomerID) throws -> Instant? {
        try first("SELECT moved_at FROM customers WHERE id = ?", [customer]) { $0.instant() }
    }
}

let spellColumns = "customer_id, rep_id, kind, started_at, ended_at, end_reason"

extension ColumnReader {
    /// Reads `spellColumns`.
    mutating func spell() throws -> Spell {
        Spell(
            customer: id(), rep: id(), kind: try choice(), startedAt: instant(), endedAt: optionalInstant(),
            endReason: try optionalChoice())
    }
}
