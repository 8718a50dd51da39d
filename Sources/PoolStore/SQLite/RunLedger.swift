import GRDB
import Records

extension SQLiteStore {
    package func completedStages(of date: BusinessDate) throws -> Set<Stage> {
        try read { db in
            Set(
                try db.all("SELECT stage FROM stages WHERE business_date = ? ORDER BY stage", [date]) {
                    try $0.choice() as Stage
                })
        }
    }

    package func complete(_ stage: Stage, of date: BusinessDate, counts: [String: Int]) throws {
        try write { db in
            try db.run(
                """
                INSERT INTO stages (business_date, stage, counts) VALUES (?, ?, ?)
                ON CONFLICT (business_date, stage) DO UPDATE SET counts = excluded.counts
                """,
                [date, stage.rawValue, CompactJSON.object(counts.mapValues { String($0) })])
        }
    }

    package func counts(_ name: String, of stage: Stage, before date: BusinessDate, nights: Int) throws -> [Int] {
        try read { db in
            try db.all(
                """
                SELECT coalesce(CAST(json_extract(counts, '$.' || ?) AS INTEGER), 0) FROM stages
                WHERE stage = ? AND business_date < ? ORDER BY business_date DESC LIMIT ?
                """, [name, stage.rawValue, date, nights]
            ) { $0.integer() }
        }
    }

    package func lastCompletedNight() throws -> BusinessDate? { try read { try $0.lastCompletedNight() } }

    package func isLive() throws -> Bool { try read { try $0.isLive() } }
}

extension Database {
    func lastCompletedNight() throws -> BusinessDate? {
        try first("SELECT max(business_date) FROM stages WHERE stage = 'deliver'") { $0.optionalDate() } ?? nil
    }

    /// The last night that had read its files, or a date before all nights: rows and files that come now come after it.
    func lastImport() throws -> BusinessDate {
        try first("SELECT max(business_date) FROM stages WHERE stage = 'import'") {
            $0.optionalDate() ?? .beforeAllNights
        }
            ?? .beforeAllNights
    }

    func isLive() throws -> Bool {
        try count("SELECT count(*) FROM stages WHERE stage IN ('recycle', 'claims', 'allocate')") > 0
    }
}

extension BusinessDate {
    static let beforeAllNights = BusinessDate(dayNumber: Int(Int32.min))
}
