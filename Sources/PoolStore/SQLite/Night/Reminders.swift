import GRDB
import Records

extension SQLiteStore {
    package func save(_ reminders: [Reminder], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            for reminder in reminders { try change.save(reminder) }
        }
    }

    package func reminders(of date: BusinessDate) throws -> [Reminder] {
        try read { db in
            try db.all(
                """
                SELECT customer_id, rep_id, deadline FROM reminders WHERE business_date = ? ORDER BY customer_id, rep_id
                """, [date]
            ) { Reminder(customer: $0.id(), rep: $0.id(), deadline: $0.date()) }
        }
    }

    package func save(_ tiers: [TierAssignment], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            for tier in tiers { try change.save(tier) }
        }
    }

    package func tiers(of month: BusinessDate) throws -> [TierAssignment] {
        try read { db in
            try db.all("SELECT rep_id, tier, month, reason FROM tiers WHERE month = ? ORDER BY rep_id", [month]) {
                TierAssignment(rep: $0.id(), tier: $0.text(), month: $0.date(), reason: try $0.tierReason())
            }
        }
    }

    package func rotationCursor() throws -> RepID? {
        try read { try $0.first("SELECT value FROM settings WHERE name = 'rotation_cursor'") { $0.id() } }
    }

    package func saveRotationCursor(_ rep: RepID) throws {
        try write { db in
            try db.run(
                """
                INSERT INTO settings (name, value) VALUES ('rotation_cursor', ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, [rep])
        }
    }
}

extension ColumnReader {
    fileprivate mutating func tierReason() throws -> TierReason {
        let text = text()
        guard let reason = TierReason(text: text) else { throw StoreError.damaged("'\(text)' is no reason for a tier") }
        return reason
    }
}

extension Change {
    fileprivate func save(_ reminder: Reminder) throws {
        let customer = try db.survivor(of: reminder.customer)
        let former = try db.first(
            "SELECT deadline FROM reminders WHERE business_date = ? AND customer_id = ? AND rep_id = ?",
            [date, customer, reminder.rep]
        ) { $0.date() }
        guard former != reminder.deadline else { return }
        try db.run(
            """
            INSERT INTO reminders (business_date, customer_id, rep_id, deadline, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (business_date, customer_id, rep_id) DO UPDATE SET \(replacements(["deadline", "at"]))
            """, [date, customer, reminder.rep, reminder.deadline, at])
        log(
            .reminded, customer: customer, rep: reminder.rep, run: date.description,
            payload: ["deadline": reminder.deadline.description])
    }

    fileprivate func save(_ tier: TierAssignment) throws {
        let former = try db.first(
            "SELECT tier, reason FROM tiers WHERE month = ? AND rep_id = ?", [tier.month, tier.rep]
        ) { (tier: $0.text(), reason: try $0.tierReason()) }
        guard former?.tier != tier.tier || former?.reason != tier.reason else { return }
        try db.run(
            """
            INSERT INTO tiers (month, rep_id, tier, reason, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (month, rep_id) DO UPDATE SET \(replacements(["tier", "reason", "at"]))
            """, [tier.month, tier.rep, tier.tier, tier.reason.text, at])
        log(
            .tierAssigned, rep: tier.rep, run: date.description,
            payload: ["tier": tier.tier, "month": tier.month.description, "reason": tier.reason.text])
    }
}
