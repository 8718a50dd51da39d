import GRDB
import Records

extension SQLiteStore {
    package func handOver(
        _ customer: CustomerID, to rep: RepID, keepsClock: Bool, reason: String, by: String, date: BusinessDate,
        at: Instant
    ) throws {
        try change(date, at) { change in
            let customer = try change.db.survivor(of: customer)
            guard let spell = try change.db.openSpell(of: customer) else {
                throw StoreConflict(customer: customer, reason: .withdrawn, detail: "nobody holds it")
            }
            guard spell.rep != rep else {
                throw StoreConflict(customer: customer, reason: .alreadyYours, detail: "\(rep) holds it")
            }
            let clock = keepsClock ? try change.db.clockStart(of: spell, through: at) : nil
            try change.endSpell(of: customer, heldBy: spell.rep, because: .transferred, by: by)
            try change.openSpell(of: customer, for: rep, as: .transfer, startedAt: max(at, spell.startedAt))
            try change.keepClock(from: clock, of: customer)
            change.log(
                .transferred, customer: customer, rep: rep,
                payload: ["from": spell.rep.rawValue, "reason": reason, "by": by])
        }
    }

    package func lock(
        _ customer: CustomerID, until: BusinessDate?, reason: String, by: String, date: BusinessDate, at: Instant
    ) throws {
        try change(date, at) { change in
            let customer = try change.db.survivor(of: customer)
            let hold = try change.db.hold(of: customer)
            switch hold {
            case nil, .locked: break
            case .disputed, .quarantined:
                throw StoreConflict(customer: customer, reason: .onHold, detail: "it is \(hold?.text ?? "") already")
            }
            try change.setHold(until.map { .locked(until: $0) }, on: customer, reason: reason, by: by)
        }
    }

    package func retire(
        _ customer: CustomerID, reason: String, by: String, date: BusinessDate, at: Instant
    ) throws {
        try change(date, at) { change in
            let customer = try change.db.survivor(of: customer)
            guard try change.retire(customer, by: by) else {
                throw StoreConflict(customer: customer, reason: .retired, detail: "it is retired already")
            }
            change.log(.customerRetired, customer: customer, payload: ["reason": reason, "by": by])
        }
    }

    package func reinstate(
        _ customer: CustomerID, to rep: RepID, clockFrom: Instant?, reason: String, by: String, date: BusinessDate,
        at: Instant
    ) throws {
        try change(date, at) { change in
            let customer = try change.db.survivor(of: customer)
            try change.settleAppeals(about: customer, as: "granted", by: by)
            if let spell = try change.db.openSpell(of: customer) {
                guard spell.rep != rep else {
                    throw StoreConflict(customer: customer, reason: .alreadyYours, detail: "\(rep) holds it")
                }
                try change.endSpell(of: customer, heldBy: spell.rep, because: .transferred, by: by)
                try change.openSpell(of: customer, for: rep, as: .transfer, startedAt: max(at, spell.startedAt))
            } else {
                try change.openSpell(of: customer, for: rep, as: .reinstatement)
            }
            try change.keepClock(from: clockFrom, of: customer)
            change.log(.reinstated, customer: customer, rep: rep, payload: ["reason": reason, "by": by])
        }
    }

    package func delegate(_ delegation: Delegation, by: String, date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            try change.db.run(
                """
                INSERT INTO delegations (rep_id, deputy_id, starts_at, ends_at, person) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (rep_id, starts_at, deputy_id) DO UPDATE SET \(replacements(["ends_at", "person"]))
                """, [delegation.rep, delegation.deputy, delegation.startsAt, delegation.endsAt, by])
            change.log(
                .delegated, rep: delegation.rep,
                payload: [
                    "to": delegation.deputy.rawValue, "from": String(delegation.startsAt.epochSeconds),
                    "until": String(delegation.endsAt.epochSeconds), "by": by,
                ])
        }
    }

    package func delegations() throws -> [Delegation] {
        try read { db in
            try db.all(
                "SELECT rep_id, deputy_id, starts_at, ends_at FROM delegations ORDER BY rep_id, starts_at, deputy_id"
            ) { Delegation(rep: $0.id(), deputy: $0.id(), startsAt: $0.instant(), endsAt: $0.instant()) }
        }
    }
}

extension Database {
    func hold(of customer: CustomerID) throws -> Hold? {
        let text = try first("SELECT hold FROM customers WHERE id = ?", [customer]) { $0.optionalText() } ?? nil
        return text.flatMap { Hold(text: $0) }
    }

    /// From when the clock of an open spell runs: its start, or the owner's last follow-up.
    fileprivate func clockStart(of spell: Spell, through end: Instant) throws -> Instant {
        let kept =
            try first(
                "SELECT clock_from FROM spells WHERE customer_id = ? AND ended_at IS NULL", [spell.customer]
            ) { $0.optionalInstant() } ?? nil
        let followUp = try lastFollowUp(of: spell.customer, by: spell.rep, from: spell.startedAt, through: end)
        return max(kept ?? spell.startedAt, followUp ?? kept ?? spell.startedAt)
    }
}

extension Change {
    /// `nil`: the clock begins with the spell.
    fileprivate func keepClock(from start: Instant?, of customer: CustomerID) throws {
        guard let start else { return }
        try db.run("UPDATE spells SET clock_from = ? WHERE customer_id = ? AND ended_at IS NULL", [start, customer])
    }

    func setHold(_ hold: Hold?, on customer: CustomerID, reason: String, by: String) throws {
        let former = try db.hold(of: customer)
        guard former != hold else { return }
        try db.run("UPDATE customers SET hold = ? WHERE id = ?", [hold?.text, customer])
        if let former {
            log(.holdLifted, customer: customer, payload: ["hold": former.text, "reason": reason, "by": by])
        }
        if let hold { log(.held, customer: customer, payload: ["hold": hold.text, "reason": reason, "by": by]) }
    }

    /// Takes a customer out for good; returns whether it was not yet.
    func retire(_ customer: CustomerID, by: String?) throws -> Bool {
        if let spell = try db.openSpell(of: customer) {
            try endSpell(of: customer, heldBy: spell.rep, because: .retired, by: by)
            return true
        }
        guard try db.count("SELECT count(*) FROM customers WHERE id = ? AND retired_at IS NULL", [customer]) == 1 else {
            return false
        }
        let moment = max(at, try db.lastMovement(of: customer) ?? at)
        try move(customer, from: nil, how: Spell.EndReason.retired.rawValue, at: moment)
        try db.run("UPDATE customers SET retired_at = ?, pool_since = NULL WHERE id = ?", [moment, customer])
        try refreshStatus(of: customer)
        return true
    }
}
