import GRDB
import Records

extension SQLiteStore {
    package func takeRunLock(_ holder: String, at: Instant, isVoid: (String, Instant) -> Bool) throws -> String? {
        try write { db in
            let other = try db.first("SELECT holder, taken_at FROM run_lock") { ($0.text(), $0.instant()) }
            if let other, other.0 != holder, !isVoid(other.0, other.1) { return other.0 }
            try db.run(
                """
                INSERT INTO run_lock (only, holder, taken_at) VALUES (1, ?, ?)
                ON CONFLICT (only) DO UPDATE SET \(replacements(["holder", "taken_at"]))
                """, [holder, at])
            return nil
        }
    }

    package func releaseRunLock(_ holder: String) throws {
        try write { db in try db.run("DELETE FROM run_lock WHERE holder = ?", [holder]) }
    }
}
