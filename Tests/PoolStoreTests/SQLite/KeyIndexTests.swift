import Records
import TestSupport
import Testing

@testable import PoolStore

@Suite("The index of keys") struct KeyIndexTests {
    private let store: SQLiteStore

    init() throws { store = try SQLiteStore() }

    /// Adds entries by the bucket, as an intake does; returns the sets of records that share a hash.
    private func add(_ keys: [(hash: KeyHash, record: Int)], isReference: Bool = false) throws -> Set<[Int]> {
        var entries = KeyEntries()
        for key in keys { entries.add(key.hash, key.record, isReference: isReference) }
        var shared: Set<[Int]> = []
        try store.write { db in
            let index = try KeyIndex(db)
            for bucket in entries.buckets.indices {
                try index.add(entries.takeBucket(bucket), to: bucket) { shared.insert($0) }
            }
        }
        return shared
    }

    private func records(_ hash: KeyHash, isReference: Bool = false) throws -> [Int] {
        try store.read { try KeyIndex($0).records(hash, isReference: isReference) }
    }

    @Test("finds after any number of batches, large and small, what a table in memory finds", arguments: 1...4)
    func batches(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var expected: [KeyHash: Set<Int>] = [:]
        var next = 1
        for size in [3, 40_000, 1_000, 1, 700, 30_000, 5_000, 200] {
            var keys: [(hash: KeyHash, record: Int)] = []
            var sharing: Set<KeyHash> = []
            for _ in 0..<size {
                // One key in ten is another record's, too, and a few are those of hundreds.
                let text =
                    Int.random(in: 0..<200, using: &generator) == 0
                    ? "common" : "\(Int.random(in: 0..<400_000, using: &generator))"
                let hash = KeyHash(kind: "T", text)
                keys.append((hash, next))
                expected[hash, default: []].insert(next)
                sharing.insert(hash)
                next += 1
            }
            let shared = try add(keys)
            let wanted = sharing.compactMap { expected[$0] }.filter { $0.count > 1 }.map { $0.sorted() }
            #expect(shared == Set(wanted))
        }
        for (hash, records) in expected.sorted(by: { $0.key < $1.key }).prefix(2_000) {
            #expect(try self.records(hash) == records.sorted())
        }
        let common = KeyHash(kind: "T", "common")
        #expect(try records(common) == expected[common]?.sorted())
    }

    @Test("keeps a key that comes again with its record once, and references apart from keys of matching")
    func again() throws {
        let hash = KeyHash(kind: "T", "one")
        #expect(try add([(hash, 7)]).isEmpty)
        #expect(try add([(hash, 7)]).isEmpty)
        #expect(try records(hash) == [7])
        #expect(try records(hash, isReference: true).isEmpty)
        _ = try add([(hash, 8)], isReference: true)
        #expect(try records(hash, isReference: true) == [8])
        #expect(try add([(hash, 9)]) == [[7, 9]])
    }

    @Test("writes few pages for few records, however many there are")
    func fewPages() throws {
        _ = try add((1...300_000).map { (KeyHash(kind: "T", "key \($0)"), $0) })
        let before = try pages()
        _ = try add((1...1_000).map { (KeyHash(kind: "T", "further \($0)"), 300_000 + $0) })
        let after = try pages()
        #expect(before.count > 600)
        #expect(after.filter { before[$0.key] != $0.value }.count <= 256)
    }

    private func pages() throws -> [Int: Int] {
        let rows = try store.read { db in
            try db.all("SELECT number, length(entries) FROM key_pages") { ($0.integer(), $0.integer()) }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
