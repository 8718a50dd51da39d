import GRDB
import Records

extension SQLiteStore {
    package func decide(
        _ decision: OwnershipDecision, by: String, goLive: Instant, date: BusinessDate, at: Instant
    ) throws -> Bool {
        try change(date, at) { change in
            var decision = decision
            decision.customer = try change.db.survivor(of: decision.customer)
            decision.rule = decidedRule
            let customer = decision.customer
            let former = try change.db.ownershipDecision(about: customer)
            // What became of the customer since is not this file's business when it is imported again.
            if let former, former.rule == decidedRule, former.owner == decision.owner { return false }
            let spell = try change.db.openSpell(of: customer)
            if let spell, try change.answer(customer) {
                try change.reassign(customer, spell, to: decision.owner, by: by)
                try change.keep(decision, by: by)
                return true
            }
            if let spell, try change.db.isLive() {
                throw StoreConflict(customer: customer, reason: .alreadyOwned, detail: "\(spell.rep) holds it")
            }
            try change.apply(decision, goLive: goLive, by: by)
            return true
        }
    }

    package func ownershipConflicts(source: String, externalIDs: [String]?) throws -> [OwnershipConflict] {
        try read { db in
            let references = References(db)
            let owners = try db.all(
                "SELECT DISTINCT owner FROM source_records WHERE source = ? AND owner IS NOT NULL ORDER BY owner",
                [source]
            ) { $0.text() }
            let known = try owners.map { owner -> String in
                guard case .found(let rep) = try references.rosterRep(Reference(owner), from: source) else {
                    return CompactJSON.array([owner])
                }
                return CompactJSON.array([owner, rep.rawValue])
            }
            return try db.conflicts(source, externalIDs, owners: "[\(known.joined(separator: ","))]")
        }
    }

    package func transfer(
        _ customer: CustomerID, to rep: RepID, reason: String, by: String, date: BusinessDate, at: Instant
    ) throws {
        try change(date, at) { change in
            let customer = try change.db.survivor(of: customer)
            guard let spell = try change.db.openSpell(of: customer) else {
                throw StoreConflict(customer: customer, reason: .withdrawn, detail: "nobody holds it")
            }
            guard spell.rep != rep else { return }
            try change.reassign(customer, spell, to: rep, by: by)
            change.log(
                .ownershipConflict, customer: customer, rep: rep,
                payload: ["from": spell.rep.rawValue, "done": "transferred", "reason": reason, "by": by])
        }
    }
}

extension SQLiteStore {
    package func ask(_ conflicts: [OwnershipConflict]) throws {
        try write { db in
            for conflict in conflicts {
                try db.run(
                    "INSERT INTO ownership_questions (source, external_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    [conflict.record.source, conflict.record.externalID])
            }
        }
    }

    package func ownershipQuestions(recent: Instant) throws -> [OwnershipCase] {
        try read { db in
            let asked = try db.all(
                "SELECT source, external_id FROM ownership_questions ORDER BY source, external_id"
            ) { $0.key() }
            let customers = try Dictionary(grouping: asked, by: \.source).flatMap { source, keys in
                try ownershipConflicts(source: source, externalIDs: keys.map(\.externalID))
                    .filter { $0.owner != nil }.map(\.customer)
            }
            let references = References(db)
            return try Set(customers).sorted().chunks.flatMap { chunk in
                try db.ownershipCases(where: "c.id IN (\(marks(chunk.count)))", Array(chunk), recent, references)
            }
        }
    }
}

extension Change {
    /// Whether a source asked about the customer; it does no more.
    fileprivate func answer(_ customer: CustomerID) throws -> Bool {
        try db.run(
            """
            DELETE FROM ownership_questions WHERE (source, external_id) IN (
                SELECT r.source, r.external_id FROM source_records r JOIN customers c ON c.number = r.customer
                WHERE c.id = ?)
            """, [customer])
        return db.changesCount > 0
    }

    /// `rep`: who takes the customer over; `nil`: it goes to the pool.
    fileprivate func reassign(_ customer: CustomerID, _ spell: Spell, to rep: RepID?, by: String) throws {
        guard spell.rep != rep else { return }
        try endSpell(of: customer, heldBy: spell.rep, because: rep == nil ? .released : .transferred, by: by)
        if let rep { try openSpell(of: customer, for: rep, as: .transfer, startedAt: max(at, spell.startedAt)) }
    }
}

/// `OwnershipDecision.rule` of what a person decided.
let decidedRule = "decided"

/// `OwnershipDecision.rule` of what a person is asked.
let disputedRule = "disputed"

extension Database {
    /// What was decided last about who holds a customer; `nil`: nothing.
    func ownershipDecision(about customer: CustomerID) throws -> OwnershipDecision? {
        try first(
            "SELECT \(ownershipDecisionColumns) FROM ownership_decisions WHERE customer_id = ?", [customer]
        ) { try $0.ownershipDecision() }
    }

    func decisionsOfPeople() throws -> [CustomerID: OwnershipDecision] {
        let decisions = try all(
            "SELECT \(ownershipDecisionColumns) FROM ownership_decisions WHERE rule = ? ORDER BY customer_id",
            [decidedRule]
        ) { try $0.ownershipDecision() }
        return Dictionary(decisions.map { ($0.customer, $0) }) { first, _ in first }
    }

    /// `owners`: JSON pairs of a name and the rep that it means, if any.
    fileprivate func conflicts(
        _ source: String, _ externalIDs: [String]?, owners: String
    ) throws -> [OwnershipConflict] {
        let wanted = externalIDs == nil ? "" : "AND r.external_id IN (SELECT value FROM json_each(?))"
        return try all(
            """
            WITH named (owner, rep) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(?))
            SELECT r.source, r.external_id, c.id, r.owner, n.rep, s.rep_id, c.status, c.hold,
                EXISTS (SELECT 1 FROM record_versions v WHERE v.number = r.number)
                AND (SELECT v.owner FROM record_versions v WHERE v.number = r.number ORDER BY v.intake DESC LIMIT 1)
                IS NOT r.owner
            FROM source_records r JOIN customers c ON c.number = r.customer
            JOIN named n ON n.owner = r.owner
            LEFT JOIN spells s ON s.customer_id = c.id AND s.ended_at IS NULL
            WHERE r.source = ? AND (n.rep IS NULL OR n.rep IS NOT s.rep_id) \(wanted)
            ORDER BY r.source, r.external_id
            """, [owners, source] + (externalIDs.map { [CompactJSON.array($0)] } ?? [])
        ) { row in
            OwnershipConflict(
                record: row.key(), customer: row.id(), named: row.text(), rep: row.optionalID(),
                owner: row.optionalID(),
                status: try row.choice(), hold: row.optionalText().flatMap { Hold(text: $0) }, isChanged: row.flag())
        }
    }
}
