import GRDB
import Records

extension SQLiteStore {
    package func ownershipCases(among: [CustomerID]?, recent: Instant) throws -> [OwnershipCase] {
        try read { db in
            let references = References(db)
            // Before the first night an opening spell is only what the lists say so far; later it is somebody's.
            let settled =
                try db.isLive()
                ? "end_reason IS NULL OR end_reason <> 'undone'"
                : "(ended_at IS NOT NULL AND end_reason <> 'undone') OR (ended_at IS NULL AND kind <> 'opening')"
            let open = """
                c.retired_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM spells WHERE customer_id = c.id AND (\(settled)))
                """
            let spokenFor = try db.ownersOnRoster(references)
            guard let among else {
                return try db.ownershipCases(
                    where: "\(open) AND (\(questions))", [spokenFor], recent, references)
            }
            let ids = Set(try among.map { try db.survivor(of: $0) }).sorted()
            return try ids.chunks.flatMap { chunk in
                try db.ownershipCases(
                    where: "\(open) AND (\(questions)) AND c.id IN (\(marks(chunk.count)))",
                    [spokenFor] + Array(chunk), recent, references)
            }
        }
    }

    package func apply(_ decisions: [OwnershipDecision], goLive: Instant, date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            for decision in decisions { try change.apply(decision, goLive: goLive) }
        }
    }

    package func disputes() throws -> [OwnershipDecision] {
        try read { db in
            try db.all(
                "SELECT \(ownershipDecisionColumns) FROM ownership_decisions WHERE rule = 'disputed' ORDER BY customer_id"
            ) { try $0.ownershipDecision() }
        }
    }
}

/// Whom a record names an owner of the roster (parameter: pairs of source and name) or a lock for, or who was settled
/// before. Of the others nothing is to be decided: they are in the pool.
private let questions = """
    c.number IN (
        SELECT customer FROM source_records
        WHERE owner IS NOT NULL AND (source, owner) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?)))
    OR c.number IN (SELECT customer FROM source_records WHERE locked_until IS NOT NULL)
    OR c.id IN (SELECT customer_id FROM ownership_decisions)
    """

let ownershipDecisionColumns = "customer_id, owner, since, hold, rule, others"

extension Database {
    /// Each source and name once. Stepping from name to name reads some hundred entries of the index instead of all.
    private func namedOwners() throws -> [(source: String, owner: String)] {
        var named: [(source: String, owner: String)] = []
        while let next = try first(
            """
            SELECT source, owner FROM source_records WHERE owner IS NOT NULL AND (source, owner) > (?, ?)
            ORDER BY source, owner LIMIT 1
            """, [named.last?.source ?? "", named.last?.owner ?? ""], { (source: $0.text(), owner: $0.text()) })
        {
            named.append(next)
        }
        return named
    }

    /// The owners that records name and the roster knows, as JSON pairs of source and name.
    fileprivate func ownersOnRoster(_ references: References) throws -> String {
        let known = try namedOwners().filter {
            if case .found = try references.rosterRep(Reference($0.owner), from: $0.source) { true } else { false }
        }
        return "[\(known.map { CompactJSON.array([$0.source, $0.owner]) }.joined(separator: ","))]"
    }

    func ownershipCases(
        where condition: String, _ arguments: [SQLValue], _ recent: Instant, _ references: References
    ) throws -> [OwnershipCase] {
        let rows = try all(
            """
            SELECT c.id, r.source, r.external_id, r.clean
            FROM customers c JOIN source_records r ON r.customer = c.number
            WHERE \(condition) ORDER BY c.id, r.source, r.external_id
            """, arguments
        ) {
            (
                customer: $0.id() as CustomerID, key: $0.key(),
                said: try CustomerCoding.record($0.bytes()).value.ownership
            )
        }
        var cases: [OwnershipCase] = []
        for row in rows {
            if cases.last?.customer != row.customer { cases.append(OwnershipCase(customer: row.customer, claims: [])) }
            let last = cases.count - 1
            cases[last].lockedUntil = [cases[last].lockedUntil, row.said.lockedUntil].compactMap { $0 }.max()
            guard let owner = row.said.owner?.text else { continue }
            var claim = OwnerClaim(record: row.key, rep: nil, named: owner, ownedSince: row.said.ownedSince)
            claim.lastFollowUpAt = row.said.lastFollowUpAt
            if case .found(let rep) = try references.rosterRep(Reference(owner), from: row.key.source) {
                try describe(&claim, rep, of: row.customer, recent: recent)
            }
            cases[last].claims.append(claim)
        }
        let decided = try decisionsOfPeople()
        for index in cases.indices { cases[index].decided = decided[cases[index].customer] }
        return cases
    }

    /// What the lists know of a rep's dealings with a customer.
    private func describe(_ claim: inout OwnerClaim, _ rep: RepID, of customer: CustomerID, recent: Instant) throws {
        claim.rep = rep
        claim.hasOpenDeal =
            try count(
                "SELECT count(*) FROM deals WHERE customer_id = ? AND rep_id = ? AND status = 'open'", [customer, rep])
            > 0
        claim.lastPaidAt =
            try first(
                """
                SELECT max(p.paid_at) FROM payments p
                LEFT JOIN deals d ON d.source = p.deal_source AND d.external_id = p.deal_id
                WHERE p.customer_id = ? AND coalesce(p.rep_id, d.rep_id) = ? AND p.paid_at >= ?
                """, [customer, rep, recent]
            ) { $0.optionalInstant() } ?? nil
        let followUp =
            try first(
                "SELECT max(at) FROM follow_ups WHERE customer_id = ? AND rep_id = ? AND counts = 1", [customer, rep]
            ) { $0.optionalInstant() } ?? nil
        claim.lastFollowUpAt = [claim.lastFollowUpAt, followUp].compactMap { $0 }.max()
    }
}

extension Change {
    /// `by`: who decided it, where a person did.
    func apply(_ decision: OwnershipDecision, goLive: Instant, by: String? = nil) throws {
        var decision = decision
        decision.customer = try db.survivor(of: decision.customer)
        let customer = decision.customer
        let start = decision.since ?? goLive
        let open = try db.openSpell(of: customer)
        if let open, open.rep != decision.owner || open.startedAt != start {
            guard open.kind == .opening else {
                throw StoreConflict(customer: customer, reason: .alreadyOwned, detail: "\(open.rep) holds it")
            }
            try endSpell(of: customer, heldBy: open.rep, because: .undone)
        }
        if let owner = decision.owner, try db.openSpell(of: customer) == nil {
            try openSpell(of: customer, for: owner, as: .opening, startedAt: start)
        }
        try setHold(decision.hold, on: customer)
        try keep(decision, by: by)
    }

    /// Keeps a decision, with an event where it is another than before.
    func keep(_ decision: OwnershipDecision, by: String?) throws {
        let customer = decision.customer
        let former = try db.ownershipDecision(about: customer)
        guard former != decision else { return }
        try db.run(
            """
            INSERT INTO ownership_decisions (\(ownershipDecisionColumns)) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (customer_id) DO UPDATE SET
            \(replacements(["owner", "since", "hold", "rule", "others"]))
            """,
            [
                customer, decision.owner, decision.since, decision.hold?.text, decision.rule,
                CompactJSON.array(decision.others),
            ])
        log(.ownershipSettled, customer: customer, rep: decision.owner, payload: ["rule": decision.rule, "by": by])
    }

    /// A hold of the migration comes and goes with its decisions; `quarantined` is not the migration's to lift.
    private func setHold(_ hold: Hold?, on customer: CustomerID) throws {
        let text = try db.first("SELECT hold FROM customers WHERE id = ?", [customer]) { $0.optionalText() } ?? nil
        let former = text.flatMap { Hold(text: $0) }
        guard hold != former, former != .quarantined else { return }
        try db.run("UPDATE customers SET hold = ? WHERE id = ?", [hold?.text, customer])
        if let former { log(.holdLifted, customer: customer, payload: ["hold": former.text]) }
        if let hold { log(.held, customer: customer, payload: ["hold": hold.text]) }
    }
}

extension ColumnReader {
    mutating func ownershipDecision() throws -> OwnershipDecision {
        OwnershipDecision(
            customer: id(), owner: optionalID(), since: optionalInstant(),
            hold: optionalText().flatMap { Hold(text: $0) }, rule: text(), others: try list())
    }
}
