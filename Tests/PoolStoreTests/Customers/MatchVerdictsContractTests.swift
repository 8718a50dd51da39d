import PoolStore
import Records
import TestSupport
import Testing

@Suite("What persons say about matches")
struct MatchVerdictsContractTests {
    /// Two customers between which a question is open.
    private func asked(_ factory: StoreFactory) throws -> (bench: Bench, one: CustomerID, other: CustomerID) {
        let bench = try Bench(factory)
        let one = try bench.add("1", "华强电子")
        var other: CustomerID?
        try bench.intake(2) { intake in
            let row = Bench.prepared(Bench.record("erp", "2", "华强"), ["a"])
            other = row.customer
            _ = try intake.take([row], of: bench.batch(.customers, "erp", file: "2.csv"))
            var numbers: [Int] = []
            try intake.forEachKnownRecord { numbers.append($0.number) }
            let first = try #require(numbers.first)
            try intake.ask([MatchQuestion(left: first, right: first + 1, probability: 0.75)])
        }
        return (bench, one, try #require(other))
    }

    @Test("a question is open until somebody says that the two are two", arguments: StoreFactory.all)
    func keepsApart(_ factory: StoreFactory) throws {
        let (bench, one, other) = try asked(factory)
        let open = try bench.store.openMatches()
        #expect(open.map(\.probability) == [0.75])
        #expect(open.map { Set([$0.left.customer, $0.right.customer]) } == [[one, other]])
        #expect(try bench.store.keepApart(other, one, by: "me", date: bench.date(3), at: bench.at(3)))
        #expect(try bench.store.openMatches().isEmpty)
        try bench.intake(4) { intake in
            let verdicts = try intake.verdicts()
            #expect(verdicts.map(\.isSame) == [false])
        }
    }

    @Test("two merged by hand are one, and two again when that is taken back", arguments: StoreFactory.all)
    func mergesAndBack(_ factory: StoreFactory) throws {
        let (bench, one, other) = try asked(factory)
        let survivor = try bench.store.merge(other, one, by: "me", date: bench.date(3), at: bench.at(3))
        #expect(survivor == one, "the older survives")
        #expect(try bench.store.openMatches().isEmpty)
        #expect(try bench.store.records(of: [one])[one]?.map(\.key.externalID) == ["1", "2"])
        #expect(try bench.store.verify() == [])
        let parted = try bench.store.unmerge(.last, of: one, by: "me", date: bench.date(4), at: bench.at(4))
        #expect(parted == other)
        #expect(try bench.store.records(of: [other])[other]?.map(\.key.externalID) == ["2"])
        #expect(try bench.store.verify() == [])
        let again = try bench.store.unmerge(.last, of: one, by: "me", date: bench.date(4), at: bench.at(4))
        #expect(again == nil)
    }

    @Test(
        "what a list said about the part goes with it, and the last merge comes apart first",
        arguments: StoreFactory.all)
    func takesRowsAlong(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        // The older survives, ties by id.
        let named = try ["1", "2", "3"].map { (name: $0, id: try bench.add($0)) }.sorted { $0.id < $1.id }
        let ids = named.map(\.id)
        try bench.payment("p2", named[1].name, amount: 4, paid: bench.at(2))
        try bench.payment("p3", named[2].name, amount: 5, paid: bench.at(2))
        let store = bench.store
        for other in ids[1...] { _ = try store.merge(ids[0], other, by: "me", date: bench.date(3), at: bench.at(3)) }
        func payers() throws -> [String] { try bench.rows(.payments).map { $0[2] } }
        #expect(try payers() == [ids[0], ids[0]].map(\.rawValue))
        func unmerge(_ part: MergedPart) throws -> CustomerID? {
            try store.unmerge(part, of: ids[0], by: "me", date: bench.date(4), at: bench.at(4))
        }
        #expect(try unmerge(.customer(ids[1])) == nil, "the third was merged later")
        #expect(try unmerge(.customer(ids[2])) == ids[2])
        #expect(try payers() == [ids[0], ids[2]].map(\.rawValue))
        #expect(try unmerge(.record(RecordKey(source: "erp", externalID: named[1].name))) == ids[1])
        #expect(try payers() == [ids[1], ids[2]].map(\.rawValue))
        #expect(try store.verify() == [])
    }

    @Test("a record that an import joined becomes a customer of its own", arguments: StoreFactory.all)
    func splits(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let one = try bench.add("1", "华强电子")
        let keys = ["2", "3"].map { RecordKey(source: "erp", externalID: $0) }
        try bench.intake(2) { intake in
            let rows = keys.map { Bench.prepared(Bench.record($0.source, $0.externalID, "华强")) }
            _ = try intake.take(rows, of: bench.batch(.customers, "erp", file: "2.csv"))
            let records = keys.map { RecordMatch(key: $0, rule: .weights, probability: 0.9995) }
            try intake.join([MatchedCustomer(id: one, isNew: false, records: records, absorbed: [])])
        }
        try bench.payment("p", "erp:2", amount: 5, paid: bench.at(2), source: "crm", day: 2)
        let store = bench.store
        func unmerge(_ part: MergedPart) throws -> CustomerID? {
            try store.unmerge(part, of: one, by: "me", date: bench.date(3), at: bench.at(3))
        }
        #expect(try unmerge(.last) == nil, "of three records it does not say which")
        let parted = try #require(try unmerge(.record(keys[0])))
        #expect(parted == Identity.customer(source: "erp", externalID: "2"))
        #expect(try store.dossier(of: parted)?.records.map(\.match) == [RecordMatch(key: keys[0], rule: nil)])
        #expect(try store.dossier(of: one)?.records.count == 2)
        #expect(try bench.rows(.payments).map { $0[2] } == [parted.rawValue])
        #expect(try store.pool().count == 2)
        #expect(try unmerge(.last) == Identity.customer(source: "erp", externalID: "3"))
        #expect(try unmerge(.last) == nil)
        #expect(try store.verify() == [])
    }

    @Test("the model is kept as it was saved last", arguments: StoreFactory.all)
    func model(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let none = try bench.store.matchModel()
        #expect(none?.text == nil)
        try bench.store.saveMatchModel(keyVersion: 1, text: "{}")
        try bench.store.saveMatchModel(keyVersion: 2, text: "{\"m\":[]}")
        let saved = try #require(try bench.store.matchModel())
        #expect(saved.keyVersion == 2)
        #expect(saved.text == "{\"m\":[]}")
    }
}
