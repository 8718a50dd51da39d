import PoolStore
import Records
import Testing

@Suite("Industries that people decided and that were learnt")
struct IndustriesContractTests {
    private func say(_ bench: Bench, _ code: String, of id: CustomerID, day: Int = 2) throws -> Bool {
        try bench.store.decide(
            IndustryDecision(customer: id, code: code, by: "王芳", at: bench.at(day)), date: bench.date(day),
            at: bench.at(day))
    }

    private func said(_ bench: Bench, _ id: CustomerID) throws -> String? {
        try bench.store.industryDecisions(of: [id]).first?.code
    }

    @Test(
        "what a person says is kept with an event that names them, and the same again changes nothing",
        arguments: StoreFactory.all)
    func keeps(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1")
        #expect(try say(bench, "C34", of: id))
        #expect(try !say(bench, "C34", of: id, day: 3))
        #expect(
            try bench.store.industryDecisions(of: [id]) == [
                IndustryDecision(customer: id, code: "C34", by: "王芳", at: bench.at(2))
            ])
        #expect(try bench.events(.industryDecided).map(\.payload) == [["industry": "C34", "by": "王芳"]])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("the last word counts, and can be taken back", arguments: StoreFactory.all)
    func lastWord(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1")
        #expect(try say(bench, "C34", of: id))
        #expect(try say(bench, "F", of: id, day: 3))
        #expect(try said(bench, id) == "F")
        #expect(try say(bench, "", of: id, day: 4))
        #expect(try said(bench, id) == nil)
        #expect(try !say(bench, "", of: id, day: 5))
    }

    @Test("a merged customer keeps what was said of either, the later where both were", arguments: StoreFactory.all)
    func merges(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let (one, other, third) = (try bench.add("1"), try bench.add("2"), try bench.add("3"))
        #expect(try say(bench, "C34", of: other))
        try bench.merge(one, other, day: 3)
        #expect(try said(bench, one) == "C34")
        #expect(try say(bench, "F51", of: third, day: 4))
        try bench.merge(one, third, day: 5)
        #expect(try said(bench, one) == "F51")
        // An id that was merged away leads to its survivor.
        #expect(try say(bench, "I65", of: third, day: 6))
        #expect(try said(bench, one) == "I65")
    }

    @Test("a record that comes changed leaves the decided customer to be made anew", arguments: StoreFactory.all)
    func reimports(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1", "旧名")
        #expect(try say(bench, "C34", of: id))
        let changed = [Bench.record("erp", "1", "新名")]
        let touched = try bench.intake(3) { intake in
            _ = try intake.take(changed.map { Bench.prepared($0) }, of: bench.batch(.customers, "erp", file: "new.csv"))
        }
        #expect(touched == [id])
        #expect(try said(bench, id) == "C34")
    }

    @Test(
        "a record that was classified anew shows its classes, unless its customer has more to it",
        arguments: StoreFactory.all)
    func reclassifies(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let (plain, decided) = (try bench.add("1"), try bench.add("2"))
        #expect(try say(bench, "C34", of: decided))
        let rows = try bench.store.records(of: [plain, decided]).values.joined().map { row in
            var row = row
            row.value.customer.industry = Industry(section: "I", division: "65", confidence: 0.9, evidence: [])
            return row
        }
        let touched = try bench.store.reclassify(rows, date: bench.date(3), at: bench.at(3))
        #expect(touched == [decided])
        #expect(try bench.store.dossier(of: plain)?.customer.industry.division == "65")
        #expect(try bench.store.summaries(of: [plain]).first?.section == "I")
        #expect(try bench.events(.customerUpdated).map(\.customer) == [plain])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("customers without an industry are visited in the order of their ids", arguments: StoreFactory.all)
    func unclassified(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = try bench.add(
            (1...5).map { number in
                Bench.record("erp", "\(number)", "客户\(number)") { record in
                    if number == 3 { record.customer.industry.section = "C" }
                }
            })
        var visited: [CustomerID] = []
        try bench.store.forEachUnclassified { id, _ in visited.append(id) }
        #expect(visited == (ids[0...1] + ids[3...4]).sorted())
        #expect(try bench.store.customers(after: nil, limit: 3) == Array(ids.sorted().prefix(3)))
        #expect(try bench.store.customers(after: ids.sorted()[2], limit: 3) == Array(ids.sorted().suffix(2)))
    }

    @Test("what was learnt is kept, the last in place of the one before", arguments: StoreFactory.all)
    func learned(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        #expect(try bench.store.learnedIndustries() == nil)
        for model: [UInt8] in [[1, 2, 3], [4, 5]] {
            try bench.store.saveLearnedIndustries(
                model, facts: ["examples": "40"], date: bench.date(1), at: bench.at(1))
            #expect(try bench.store.learnedIndustries() == model)
        }
        #expect(try bench.events(.industriesLearned).count == 2)
    }
}
