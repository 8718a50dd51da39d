import GRDB
import Records

extension SQLiteStore {
    package func appeal(_ appeal: Appeal, by: String, date: BusinessDate, at: Instant) throws -> Bool {
        try change(date, at) { change in
            var appeal = appeal
            appeal.customer = try change.db.survivor(of: appeal.customer)
            let isKnown = try change.db.count(
                "SELECT count(*) FROM appeals WHERE customer_id = ? AND rep_id = ? AND (settled_at IS NULL OR made_at = ?)",
                [appeal.customer, appeal.rep, appeal.madeAt])
            guard isKnown == 0 else { return false }
            try change.db.run(
                "INSERT INTO appeals (customer_id, rep_id, made_at, cause, reason) VALUES (?, ?, ?, ?, ?)",
                [appeal.customer, appeal.rep, appeal.madeAt, appeal.cause.rawValue, appeal.reason])
            change.log(
                .appealed, customer: appeal.customer, rep: appeal.rep,
                payload: ["cause": appeal.cause.rawValue, "reason": appeal.reason, "by": by])
            // In the pool nobody else may get it meanwhile.
            let isPooled = try change.db.count(
                "SELECT count(*) FROM customers WHERE id = ? AND status = 'pool' AND hold IS NULL", [appeal.customer])
            if isPooled == 1 { try change.setHold(.disputed, on: appeal.customer, reason: "appeal", by: by) }
            return true
        }
    }

    package func rejectAppeals(
        about customer: CustomerID, by: String, date: BusinessDate, at: Instant
    ) throws -> Int {
        try change(date, at) { change in
            try change.settleAppeals(about: try change.db.survivor(of: customer), as: "rejected", by: by)
        }
    }

    package func openAppeals() throws -> [Appeal] {
        try read { db in
            try db.all(
                """
                SELECT customer_id, rep_id, made_at, cause, reason FROM appeals WHERE settled_at IS NULL
                ORDER BY customer_id, rep_id, made_at
                """
            ) {
                Appeal(
                    customer: $0.id(), rep: $0.id(), madeAt: $0.instant(), cause: try $0.choice(), reason: $0.text())
            }
        }
    }

    package func lateFollowUps(recycledFrom start: Instant, asOf: Instant) throws -> [LateFollowUp] {
        try read { db in
            try db.all(Self.lateFollowUps, [asOf, start]) {
                let spell = try $0.spell()
                return LateFollowUp(
                    spell: spell, at: $0.instant(), recordedAt: $0.optionalInstant(), owner: $0.optionalID(),
                    status: try $0.choice())
            }
        }
    }

    /// Of each customer the last spell that was recycled for want of a follow-up, and the owner's latest one inside it.
    private static let lateFollowUps = """
        SELECT \(spellColumns.split(separator: ", ").map { "s.\($0)" }.joined(separator: ", ")),
            max(f.at), f.recorded_at, (SELECT o.rep_id FROM spells o WHERE o.customer_id = c.id AND o.ended_at IS NULL),
            c.status
        FROM spells s INDEXED BY spells_recycled_by_end JOIN customers c ON c.id = s.customer_id
        JOIN follow_ups f ON f.customer_id = s.customer_id AND \(isOfOwner) AND f.counts = 1
            AND f.at > s.started_at AND f.at <= s.ended_at AND f.at <= ?
        WHERE s.end_reason = 'recycled' AND s.ended_at >= ? AND c.status <> 'retired'
        AND NOT EXISTS (
            SELECT 1 FROM spells l INDEXED BY spells_of_customer WHERE l.customer_id = s.customer_id AND l.end_reason <> 'undone'
            AND l.started_at >= s.ended_at AND l.rep_id = s.rep_id)
        AND EXISTS (
            SELECT 1 FROM decisions d WHERE d.customer_id = s.customer_id AND d.rep_id = s.rep_id AND d.kind = 'recycle'
            AND d.is_granted = 1 AND d.reason = 'overdue')
        GROUP BY s.id ORDER BY s.customer_id, s.id
        """
}

extension Change {
    /// Settles what waits and gives the customer free where an appeal held it. Returns how many there were.
    @discardableResult
    func settleAppeals(about customer: CustomerID, as outcome: String, by: String) throws -> Int {
        let reps = try db.all(
            "SELECT rep_id FROM appeals WHERE customer_id = ? AND settled_at IS NULL ORDER BY rep_id, made_at",
            [customer]
        ) { $0.id() as RepID }
        guard !reps.isEmpty else { return 0 }
        try db.run(
            "UPDATE appeals SET settled_at = ?, outcome = ? WHERE customer_id = ? AND settled_at IS NULL",
            [at, outcome, customer])
        let isDisputedOtherwise = try db.count(
            "SELECT count(*) FROM ownership_decisions WHERE customer_id = ? AND rule = 'disputed'", [customer])
        if isDisputedOtherwise == 0, try db.hold(of: customer) == .disputed {
            try setHold(nil, on: customer, reason: "appeal \(outcome)", by: by)
        }
        for rep in reps { log(.appealSettled, customer: customer, rep: rep, payload: ["outcome": outcome, "by": by]) }
        return reps.count
    }
}
