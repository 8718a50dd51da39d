import Records
import Testing

@testable import PoolStore

@Suite("Verify finds what is broken")
struct VerifyTests {
    /// Damage, and a piece of the sentence that has to name it.
    private static let damages: [(sql: String, says: String)] = [
        ("UPDATE customers SET status = 'pool' WHERE status = 'prospect'", "yet it has an open spell"),
        ("UPDATE customers SET status = 'prospect' WHERE status = 'pool'", "has not exactly one open spell"),
        ("UPDATE customers SET won_at = 1 WHERE status = 'prospect'", "contradicts"),
        ("DELETE FROM source_records", "no source record"),
        ("INSERT INTO merges SELECT id, id, 0, NULL, 0 FROM customers LIMIT 1", "merged away"),
        ("UPDATE spells SET end_reason = 'recycled' WHERE ended_at IS NULL", "has no reason, or an open one has"),
        ("UPDATE spells SET started_at = started_at - 1 WHERE ended_at IS NULL", "started without its event"),
        ("UPDATE spells SET ended_at = ended_at + 1 WHERE ended_at IS NOT NULL", "ended without its event"),
        ("UPDATE spells SET ended_at = ended_at + 99999999 WHERE ended_at IS NOT NULL", "overlap"),
        ("UPDATE batches SET rows_read = 7", "not all accounted for"),
        ("DROP TRIGGER events_are_never_deleted;DELETE FROM events WHERE seq = 2", "some are missing"),
        ("DELETE FROM movements WHERE id = 1", "the pool: "),
        ("DELETE FROM movements WHERE rep_id = 'hr:bob' AND change = 1", "hr:bob: 0 moved in and stayed, 1 are there"),
        ("PRAGMA foreign_keys = OFF;UPDATE spells SET customer_id = 'C?' WHERE ended_at IS NOT NULL", "does not exist"),
    ]

    @Test("each kind of damage is named", arguments: damages.indices)
    func damage(_ index: Int) throws {
        let store = try SQLiteStore()
        let bench = try Bench(store)
        try bench.addReps("ann", "bob")
        let (a, _) = (try bench.add("1"), try bench.add("2"))
        try bench.grant(.claim, a, ann, day: 2)
        try bench.grant(.recycle, a, ann, day: 5)
        try bench.grant(.claim, a, bob, day: 6)
        #expect(try store.verify().isEmpty)
        let (sql, says) = Self.damages[index]
        try store.read { db in
            for statement in sql.split(separator: ";") { try db.run(String(statement)) }
        }
        let found = try store.verify()
        #expect(found.contains { $0.contains(says) }, "\(found)")
    }
}
