import PoolStore
import Records
import TestSupport
import Testing

@Suite("Taking customers in")
struct CustomerIntakeContractTests {
    private static func key(_ id: String) -> RecordKey { RecordKey(source: "erp", externalID: id) }

    /// The ids of the records that candidates join, directly or through others.
    private func groups(_ intake: any CustomerIntake) throws -> [Set<String>] {
        var pairs = try intake.candidates()
        pairs.finish()
        var found: [[Int]] = []
        pairs.forEach(ofSmaller: 0..<pairs.end) { found.append([$0, $1]) }
        var groups: [Set<String>] = []
        for pair in found {
            let pair = Set(try intake.keys(of: pair).map(\.externalID))
            // One that is gone is told by looking for it.
            guard pair.count == 2 else { continue }
            let touching = groups.filter { !$0.isDisjoint(with: pair) }
            groups = groups.filter { $0.isDisjoint(with: pair) } + [touching.reduce(pair) { $0.union($1) }]
        }
        return groups
    }

    private func groups(_ rows: [(String, [String])], on bench: Bench, day: Int) throws -> Set<Set<String>> {
        var found: [Set<String>] = []
        try bench.intake(day) { intake in
            let prepared = rows.map { Bench.prepared(Bench.record("erp", $0.0, "客户\($0.0) \(day)"), $0.1) }
            _ = try intake.take(prepared, of: bench.batch(.customers, "erp", file: "\(day).csv"))
            found = try groups(intake)
        }
        return Set(found)
    }

    @Test("records that share a key are one group, through others too; the rest is none", arguments: StoreFactory.all)
    func sharing(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let rows = [
            ("1", ["a"]), ("2", ["b"]), ("3", ["a", "c"]), ("4", ["c"]), ("5", []), ("6", ["d", "d"]), ("7", ["b"]),
        ]
        #expect(try groups(rows, on: bench, day: 1) == [["1", "3", "4"], ["2", "7"]])
    }

    @Test("a later intake finds the stored ones, and only where it asks", arguments: StoreFactory.all)
    func sharingWithStored(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        _ = try groups([("1", ["a"]), ("2", ["b"]), ("3", ["b"])], on: bench, day: 1)
        #expect(try groups([("8", ["a"]), ("9", ["z"])], on: bench, day: 2) == [["1", "8"]])
        #expect(try groups([("1", ["z"])], on: bench, day: 3) == [["1", "9"]])
    }

    @Test("many records in many intakes share keys as a table of them says", arguments: StoreFactory.all)
    func sharingAtRandom(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        var generator = SeededGenerator(seed: 11)
        var holders: [String: Set<String>] = [:]
        for day in 1...4 {
            let rows = (0..<1500).map { index in
                let keys = (0..<2).map { _ in "k\(Int.random(in: 0..<9_000, using: &generator))" }
                return ("\(day)-\(index)", keys)
            }
            for (id, keys) in rows { for key in keys { holders[key, default: []].insert(id) } }
            let expected = Set(
                rows.flatMap { id, keys in keys.flatMap { key in (holders[key] ?? []).map { [id, $0] } } }
                    .filter { $0[0] != $0[1] }.map { Set($0) })
            let found = try groups(rows, on: bench, day: day)
            #expect(expected.allSatisfy { pair in found.contains { pair.isSubset(of: $0) } })
            let paired = Set(expected.joined())
            #expect(Set(found.joined()).isSubset(of: paired))
        }
    }

    @Test(
        "it is counted how many records have a key, and all records of a customer are looked at",
        arguments: StoreFactory.all)
    func holders(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        _ = try groups([("1", ["a"]), ("2", ["a", "b"])], on: bench, day: 1)
        try bench.intake(2) { intake in
            let rows = [("3", ["a"]), ("4", ["z"])].map { Bench.prepared(Bench.record("erp", $0.0, "客户"), $0.1) }
            _ = try intake.take(rows, of: bench.batch(.customers, "erp", file: "2.csv"))
            let pairs = try intake.candidates()
            let keys = ["a", "b", "z", "nobody's"].map { Bench.key($0) }.sorted()
            let counts = Dictionary(uniqueKeysWithValues: zip(keys, try intake.holders(of: keys)))
            #expect(["a", "b", "z", "nobody's"].map { counts[Bench.key($0)] } == [3, 1, 1, 0])
            var seen: [String] = []
            try intake.forEachRecord(around: pairs.records) { record in
                seen.append("\(try record.value().name) \(record.isTaken) \(record.isCustomerKnown)")
            }
            #expect(seen == ["客户1 1 false true", "客户2 1 false true", "客户 true false"])
            var known = 0
            try intake.forEachKnownRecord { _ in known += 1 }
            #expect(known == 2)
            let count = try intake.recordCount()
            #expect(count == 4)
        }
    }

    @Test("rows are new, then unchanged, then updated", arguments: StoreFactory.all)
    func outcomes(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let first = Bench.prepared(Bench.record("erp", "1", "甲"))
        let changed = Bench.prepared(Bench.record("erp", "1", "乙"))
        let batch = bench.batch(.customers, "erp")
        var outcomes: [SaveOutcome] = []
        for row in [first, first, changed, changed, first] {
            try bench.intake { outcomes += try $0.take([row], of: batch) }
        }
        #expect(outcomes == [.new, .unchanged, .updated, .unchanged, .updated])
        #expect(try bench.events(.customerCreated).count == 1)
        #expect(try bench.store.verify() == [])
    }

    @Test("in bulk, known and new rows come out as they do row by row", arguments: StoreFactory.all)
    func bulk(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let known = Bench.prepared(Bench.record("erp", "1", "甲"), ["a"])
        try bench.intake { _ = try $0.take([known], of: bench.batch(.customers, "erp")) }
        var outcomes: [SaveOutcome] = []
        var found: [Set<String>] = []
        try bench.store.bulkTransaction {
            try bench.intake(2) { intake in
                let other = Bench.prepared(Bench.record("crm", "7", "甲"), ["a"])
                outcomes += try intake.take([other], of: bench.batch(.customers, "crm"))
                outcomes += try intake.take([known], of: bench.batch(.customers, "erp"))
                #expect(try intake.rows(of: [other.key]).keys.map(\.externalID) == ["7"])
                found = try groups(intake)
            }
        }
        #expect(outcomes == [.new, .unchanged])
        #expect(found == [["1", "7"]])
        #expect(try bench.store.verify() == [])
    }

    @Test("a new row that is taken back leaves nothing", arguments: StoreFactory.all)
    func takenBack(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let batch = bench.batch(.customers, "erp")
        try bench.intake { intake in
            _ = try intake.take(
                [
                    Bench.prepared(Bench.record("erp", "1", "甲"), ["a"]),
                    Bench.prepared(Bench.record("erp", "2", "乙"), ["a"]),
                ],
                of: batch)
            let outcome1 = try intake.replace(Self.key("1"), with: nil)
            #expect(outcome1 == .unchanged)
            let found2 = try groups(intake)
            #expect(found2 == [])
        }
        #expect(try bench.store.pool().map(\.name) == ["乙"])
        #expect(try bench.events(.customerCreated).count == 1)
        #expect(try bench.store.verify() == [])
    }

    @Test("a known row that is taken back is as it was before", arguments: StoreFactory.all)
    func restored(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1", "甲")
        let before = try bench.store.records(of: [id])
        try bench.intake(2) { intake in
            let batch = bench.batch(.customers, "erp", file: "later.csv")
            let row = Bench.prepared(Bench.record("erp", "1", "乙"))
            let outcome3 = try intake.take([row], of: batch)
            #expect(outcome3 == [.updated])
            let found4 = try intake.rows(of: [Self.key("1")])[Self.key("1")]?.value.customer.name
            #expect(found4 == "乙")
            let outcome5 = try intake.replace(Self.key("1"), with: nil)
            #expect(outcome5 == .unchanged)
        }
        #expect(try bench.store.records(of: [id]) == before)
        #expect(try bench.store.summaries(of: [id]).map(\.name) == ["甲"])
        #expect(try bench.events(.customerUpdated).isEmpty)
    }

    @Test(
        "another row in the place of one that was taken is judged by what was stored before",
        arguments: StoreFactory.all)
    func replaced(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1", "甲")
        let batch = bench.batch(.customers, "erp", file: "later.csv")
        func row(_ id: String, _ name: String) -> PreparedRow { Bench.prepared(Bench.record("erp", id, name)) }
        try bench.intake(2) { intake in
            _ = try intake.take([row("1", "乙"), row("2", "新")], of: batch)
            let outcome6 = try intake.replace(Self.key("1"), with: (row("1", "丙"), batch))
            #expect(outcome6 == .updated)
            let outcome7 = try intake.replace(Self.key("1"), with: (row("1", "甲"), batch))
            #expect(outcome7 == .unchanged)
            let outcome8 = try intake.replace(Self.key("2"), with: (row("2", "更新"), batch))
            #expect(outcome8 == .new)
        }
        #expect(Set(try bench.store.pool().map(\.name)) == ["甲", "更新"])
        #expect(try bench.events(.customerUpdated).isEmpty)
    }
}
