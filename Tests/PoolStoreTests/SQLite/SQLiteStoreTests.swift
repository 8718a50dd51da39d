import Foundation
import Records
import Testing

@testable import PoolStore

@Suite("The file of a SQLite store")
struct SQLiteStoreTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "gonghai-store-\(UUID().uuidString)")

    private func withFolder(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appending(path: "pool.sqlite").path)
    }

    @Test("a store that is closed and opened again has everything")
    func reopens() throws {
        try withFolder { path in
            let id = try Bench(SQLiteStore(path: path)).add("1")
            let bench = try Bench(SQLiteStore(path: path))
            #expect(try bench.store.pool().map(\.id) == [id])
            #expect(try bench.events().count == 1)
            #expect(try bench.store.verify().isEmpty)
        }
    }

    @Test("only its owner may read the file and what stands beside it")
    func mode() throws {
        try withFolder { path in
            let store = try SQLiteStore(path: path)
            try store.saveRotationCursor(ann)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: file).path)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
            }
        }
    }

    @Test("commits are on disk: write-ahead log, synced in full, foreign keys on, schema not trusted")
    func pragmas() throws {
        try withFolder { path in
            let store = try SQLiteStore(path: path)
            func pragma(_ name: String) throws -> String? {
                try store.read { db in try db.first("PRAGMA \(name)") { $0.text() } }
            }
            #expect(try pragma("journal_mode") == "wal")
            #expect(try pragma("synchronous") == "3")
            #expect(try pragma("foreign_keys") == "1")
            #expect(try pragma("trusted_schema") == "0")
        }
    }

    @Test("a bulk leaves every index behind, also where it fails")
    func indexesAfterBulk() throws {
        try withFolder { path in
            let bench = try Bench(SQLiteStore(path: path))
            let store = try #require(bench.store as? SQLiteStore)
            func indexes() throws -> [String] {
                try store.read {
                    try $0.all("SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name") { $0.text() }
                }
            }
            let before = try indexes()
            struct Broken: Error {}
            for isBroken in [true, false] {
                _ = try? store.bulkTransaction {
                    try bench.intake { intake in
                        #expect(try indexes().count < before.count)
                        _ = try intake.take(
                            [Bench.prepared(Bench.record("erp", "1", "甲"))], of: bench.batch(.customers, "erp"))
                        if isBroken { throw Broken() }
                    }
                }
                #expect(try indexes() == before)
                #expect(try bench.events(.customerCreated).count == (isBroken ? 0 : 1))
            }
        }
    }

    @Test("a store of a newer version and another program's database are refused")
    func refuses() throws {
        try withFolder { path in
            let store = try SQLiteStore(path: path)
            try store.write { try $0.run("INSERT INTO grdb_migrations VALUES ('9999')") }
            #expect(throws: StoreError.newerThanProgram(path: path)) { try SQLiteStore(path: path) }
            let other = path + ".other"
            try SQLiteStore(path: other).write { try $0.run("DROP TABLE grdb_migrations") }
            #expect(throws: StoreError.notAStore(path: other)) { try SQLiteStore(path: other) }
            let text = path + ".txt"
            try Data(String(repeating: "no database ", count: 500).utf8).write(to: URL(filePath: text))
            #expect(throws: (any Error).self) { try SQLiteStore(path: text) }
        }
    }

    @Test("the database itself refuses a second open spell and a change of the ledger")
    func constraints() throws {
        let store = try SQLiteStore()
        let bench = try Bench(store)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 2)
        #expect(throws: (any Error).self) {
            try store.write {
                try $0.run(
                    """
                    INSERT INTO spells (customer_id, held_as, rep_id, kind, started_at, recorded_at)
                    SELECT customer_id, held_as, 'hr:bob', kind, started_at, recorded_at FROM spells
                    """)
            }
        }
        #expect(throws: (any Error).self) { try store.write { try $0.run("UPDATE events SET at = 0") } }
        #expect(throws: (any Error).self) { try store.write { try $0.run("DELETE FROM events") } }
        #expect(try store.verify().isEmpty)
    }
}
