import PoolStore
import Records
import Testing

@Suite("Rows of an export")
struct ExportsContractTests {
    @Test("the columns are those of the contract")
    func columns() {
        func names(_ table: ExportTable) -> String { table.columns.map(\.name).joined(separator: ",") }
        #expect(
            names(.customers)
                == """
                customer_id,name,credit_code,industry_section,industry_division,industry_confidence,size,needs,level,\
                province,city,employees,revenue,assets,mobile,phone,email,website,pool,owner,status,deadline,hold
                """)
        #expect(names(.sources) == "batch,source,external_id,file,line,customer_id,match_rule,match_probability")
        #expect(names(.assignments) == "run,business_date,customer_id,rep_id,kind,strategy,score,rank,reason")
        #expect(names(.spells) == "customer_id,rep_id,started_at,ended_at,end_reason,kind")
        #expect(names(.events) == "seq,business_date,at,recorded_at,kind,customer_id,rep_id,batch,run,payload")
        let kinds = Dictionary(uniqueKeysWithValues: ExportTable.customers.columns.map { ($0.name, $0.kind) })
        #expect(kinds["name"] == .text)
        #expect(kinds["mobile"] == .typed)
        #expect(kinds["revenue"] == .typed)
    }

    @Test("every table has as many cells as columns", arguments: StoreFactory.all, ExportTable.allCases)
    func widths(_ factory: StoreFactory, _ table: ExportTable) throws {
        let bench = try filled(factory)
        let rows = try bench.rows(table)
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.count == table.columns.count })
    }

    private func filled(_ factory: StoreFactory) throws -> Bench {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, _) = (try bench.add("1"), try bench.add("2"))
        try bench.grant(.claim, a, ann, day: 2)
        try bench.followUp("f", "1", "ann", at: bench.at(3))
        try bench.deal("d", "1", "ann", .open, amount: 5)
        try bench.payment("p", "1", deal: "d", "ann", amount: 123_450, paid: bench.at(3))
        let contact = BatchRows(
            batch: bench.batch(.contacts, "erp"),
            rows: [bench.row("erp", "k", Contact(customer: Reference("1"), name: "王"))])
        _ = try bench.store.save(contact, date: bench.date(1), at: bench.at(1))
        return bench
    }

    @Test("values are written as contract 4 wants them", arguments: StoreFactory.all)
    func values(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        var row = Bench.record("erp", "1", "")
        row.value = SaveCustomersContractTests.full
        row.value.ownership = LegacyOwnership()
        row.position.line = 12
        let id = try #require(try bench.add([row]).first)
        try bench.grant(.claim, id, ann, day: 2)
        #expect(
            try bench.rows(.customers) == [
                [
                    id.rawValue, "深圳市华强电子有限公司", "91440300192190987A", "C", "39", "0.8750", "small", "云;主机;安全", "A",
                    "广东省", "深圳市", "100+", "1234567.89", "-5", "+8613800138000", "+8675583000000;ext=8",
                    "wang@hq.example", "hq.example", "default", "hr:ann", "prospect", "", "",
                ]
            ])
        #expect(try bench.rows(.spells) == [[id.rawValue, "hr:ann", "2026-11-02T23:59:59+08:00", "", "", "claim"]])
        #expect(
            try bench.rows(.sources) == [
                [
                    bench.batch(.customers, "erp").id.rawValue, "erp", "1", "inbox/customers-erp.csv", "12",
                    id.rawValue, "", "",
                ]
            ])
        #expect(
            try bench.rows(.assignments) == [
                ["2026-11-02", "2026-11-02", id.rawValue, "hr:ann", "claim", "", "", "", "first_come"]
            ])
        let start = try #require(try bench.rows(.events).first { $0[4] == "spell_started" })
        #expect(
            start[1...] == [
                "2026-11-02", "2026-11-02T23:59:59+08:00", "2026-11-02T23:59:59+08:00", "spell_started", id.rawValue,
                "hr:ann", "", "2026-11-02", #"{"kind":"claim"}"#,
            ])
    }

    @Test("the pool's personal data is masked, and what is owned is not in it", arguments: StoreFactory.all)
    func masksPool(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        var row = Bench.record("erp", "1", "")
        row.value.customer = SaveCustomersContractTests.full.customer
        let id = try #require(try bench.add([row]).first)
        try bench.grant(.claim, try bench.add("2"), ann, day: 2)
        #expect(
            try bench.rows(.pool) == [
                [
                    id.rawValue, "深圳市华强电子有限公司", "C", "39", "small", "云;主机;安全", "A", "广东省", "深圳市", "王**",
                    "138****8000", "755****0000", "w***@hq.example", "2026-11-01T12:00:00+08:00", "",
                ]
            ])
    }

    @Test("a decision that gave nobody anything is no assignment", arguments: StoreFactory.all)
    func assignments(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let (a, b) = (try bench.add("1"), try bench.add("2"))
        var granted = Bench.decision(.allocation, a, ann)
        granted.strategy = .rotation
        granted.score = 0.33335
        granted.rank = 1
        try bench.store.apply(
            [granted, Bench.decision(.claim, b, ann, isGranted: false, reason: .claimLimit)], date: bench.date(2),
            at: bench.end(2))
        try bench.grant(.recycle, a, ann, day: 3)
        let rows = try bench.rows(.assignments)
        #expect(rows.count == 1)
        #expect(rows.first?[4...] == ["allocation", "rotation", "0.3334", "1", "next_in_rotation"])
    }
}
