import GRDB
import Records

extension SQLiteStore {
    @discardableResult
    package func enqueue(_ mails: [(mail: OutboxMail, bytes: [UInt8])]) throws -> Int {
        try write { db in
            let before = try db.count("SELECT count(*) FROM outbox")
            let insert = try RawStatement(
                db,
                """
                INSERT INTO outbox_bytes (key, bytes) SELECT ?1, ?2 WHERE NOT EXISTS
                (SELECT 1 FROM outbox WHERE key = ?1)
                """)
            for (mail, bytes) in mails {
                insert.bind(1, mail.key)
                insert.bind(2, bytes)
                try insert.run()
                try db.insert(mail)
            }
            return try db.count("SELECT count(*) FROM outbox") - before
        }
    }

    package func outbox(in states: Set<OutboxMail.State>) throws -> [OutboxMail] {
        let words = states.map(\.rawValue).sorted()
        return try read { db in
            try db.all(
                """
                SELECT \(OutboxMail.columns) FROM outbox WHERE state IN (\(marks(words.count)))
                ORDER BY business_date, name, key
                """, words
            ) { try $0.outboxMail() }
        }
    }

    package func outboxCounts(of date: BusinessDate) throws -> [OutboxMail.State: Int] {
        try read { db in
            let counts = try db.all(
                "SELECT state, count(*) FROM outbox WHERE business_date = ? GROUP BY state ORDER BY state", [date]
            ) { (try $0.choice() as OutboxMail.State, $0.integer()) }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }

    package func mailBytes(of key: String) throws -> [UInt8]? {
        try read { db in
            try db.first("SELECT bytes FROM outbox_bytes WHERE key = ?", [key]) { $0.optionalData().map { Array($0) } }
                ?? nil
        }
    }

    package func update(_ mail: OutboxMail) throws {
        try write { db in
            try db.run(
                """
                UPDATE outbox SET state = ?, attempts = ?, next_at = ?, give_up_at = ?, changed_at = ?, reply = ?
                WHERE key = ?
                """,
                [
                    mail.state.rawValue, mail.attempts, mail.nextAt, mail.giveUpAt, mail.changedAt, mail.reply,
                    mail.key,
                ])
        }
    }

    package func forgetMailBytes(sentBefore instant: Instant) throws {
        try write { db in
            try db.run(
                "DELETE FROM outbox_bytes WHERE key IN (SELECT key FROM outbox WHERE state = 'sent' AND changed_at < ?)",
                [instant])
        }
    }

    package func repsReminded(on date: BusinessDate) throws -> [RepID] {
        try read { db in
            try db.all(
                """
                SELECT DISTINCT rep_id FROM outbox
                WHERE business_date = ? AND state = 'sent' AND rep_id IS NOT NULL ORDER BY rep_id
                """, [date]
            ) { $0.id() }
        }
    }

    package func recipientCounts(before date: BusinessDate, nights: Int) throws -> [Int] {
        try read { db in
            try db.all(
                """
                SELECT count(DISTINCT recipient) FROM outbox WHERE business_date < ? AND list != 'alert'
                GROUP BY business_date ORDER BY business_date DESC LIMIT ?
                """, [date, nights]
            ) { $0.integer() }
        }
    }
}

extension OutboxMail {
    fileprivate static let columns = """
        key, business_date, list, name, sender, recipient, rep_id, digest, state, attempts, next_at, give_up_at,
        changed_at, reply
        """
}

extension Database {
    fileprivate func insert(_ mail: OutboxMail) throws {
        try run(
            """
            INSERT INTO outbox (\(OutboxMail.columns)) VALUES (\(marks(14))) ON CONFLICT (key) DO NOTHING
            """,
            [
                mail.key, mail.businessDate, mail.list, mail.name, mail.from, mail.to, mail.rep, mail.digest,
                mail.state.rawValue, mail.attempts, mail.nextAt, mail.giveUpAt, mail.changedAt, mail.reply,
            ])
    }
}

extension ColumnReader {
    fileprivate mutating func outboxMail() throws -> OutboxMail {
        var mail = OutboxMail(
            key: text(), businessDate: date(), list: text(), name: text(), from: text(), to: text(), rep: optionalID(),
            digest: text(), changedAt: Instant(epochSeconds: 0))
        mail.state = try choice()
        mail.attempts = integer()
        mail.nextAt = optionalInstant()
        mail.giveUpAt = optionalInstant()
        mail.changedAt = instant()
        mail.reply = text()
        return mail
    }
}
