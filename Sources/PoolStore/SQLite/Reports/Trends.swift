import GRDB
import Records

extension SQLiteStore {
    package func poolChanges(after opening: Instant, through closing: Instant) throws -> [(at: Instant, change: Int)] {
        try read { db in
            try db.all(
                """
                SELECT at, sum(change) FROM movements WHERE rep_id IS NULL AND at > ? AND at <= ? GROUP BY at ORDER BY at
                """, [opening, closing]
            ) { (at: $0.instant(), change: $0.integer()) }
        }
    }

    package func refusals(
        from: BusinessDate, through: BusinessDate
    ) throws -> [(reason: ReasonCode, count: Int)] {
        try read { db in
            try db.all(
                """
                SELECT reason, count(*) AS n FROM decisions
                WHERE business_date BETWEEN ? AND ? AND kind = 'claim' AND is_granted = 0
                GROUP BY reason ORDER BY n DESC, reason
                """, [from, through]
            ) { (reason: try $0.choice(), count: $0.integer()) }
        }
    }

    package func counts(
        of stage: Stage, from: BusinessDate, through: BusinessDate
    ) throws -> [BusinessDate: [String: Int]] {
        try read { db in
            let stages = try db.all(
                """
                SELECT business_date, counts FROM stages WHERE stage = ? AND business_date BETWEEN ? AND ?
                ORDER BY business_date
                """, [stage.rawValue, from, through]
            ) { (date: $0.date(), counts: try CompactJSON.values($0.text()).compactMapValues { Int($0) }) }
            return Dictionary(uniqueKeysWithValues: stages.map { ($0.date, $0.counts) })
        }
    }
}
