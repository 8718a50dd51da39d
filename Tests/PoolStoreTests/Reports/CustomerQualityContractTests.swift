import PoolStore
import Records
import Testing

@Suite("How good the customers of each source are")
struct CustomerQualityContractTests {
    private func batch(_ source: String) -> ImportBatch {
        ImportBatch(
            id: BatchID("b-\(source)"), source: source, entity: .customers, profile: "generic", encoding: "UTF-8",
            file: "inbox/\(source).csv", digest: source, header: ["id", "name", "tel", "tel 2", "naics", "remark"],
            fields: [.id, .name, .phone, .phone, .naicsCode, nil])
    }

    private func row(
        _ source: String, _ id: String, _ cells: [String], flags: [Flag] = [], _ change: (inout Customer) -> Void
    ) -> Row<CustomerRecord> {
        var customer = Customer(name: cells[0])
        customer.nameKey = cells[0]
        change(&customer)
        return Row(
            key: RecordKey(source: source, externalID: id), position: SourcePosition(file: "", line: 2),
            value: CustomerRecord(customer: customer), flags: flags, cells: CellTexts([id] + cells))
    }

    private func flag(_ field: Field, _ code: ProblemCode, _ raw: String) -> Flag {
        Flag(field: field, code: code, message: "…", raw: raw)
    }

    private func fill(_ bench: Bench) throws {
        let phone = "+8675583220000"
        let industry = Industry(section: "C", division: "36", confidence: 0.9, evidence: [])
        let crm = [
            row("crm", "3", ["甲", "0755-83220000", "", "336111", "x"]) {
                $0.phone = phone; $0.industry = industry
            },
            row("crm", "1", ["乙", "", "83220000", " ", "x"]) { $0.phone = phone },
            row(
                "crm", "2", ["丙", "13x", "", "999", ""],
                flags: [flag(.phone, .invalidPhone, "13x"), flag(.naicsCode, .unknownIndustry, "999")]
            ) { _ in },
            row(
                "crm", "0", ["丁", "王小明 138-12", "", "", ""],
                flags: [flag(.phone, .invalidPhone, "王小明 138-12")]
            ) { _ in },
        ]
        let erp = [row("erp", "7", ["甲", "", "", "", ""]) { $0.creditCode = "91440300708461136T" }]
        try bench.intake { intake in
            _ = try intake.take(crm.map { Bench.prepared($0) }, of: batch("crm"))
            _ = try intake.take(erp.map { Bench.prepared($0) }, of: batch("erp"))
        }
    }

    private func counts(_ quality: SourceQuality, _ field: Field) throws -> SourceQuality.Counts {
        try #require(quality.counts.first { $0.field == field })
    }

    @Test(
        "cells that say something, what was understood and flagged, and values that come twice",
        arguments: StoreFactory.all)
    func given(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try fill(bench)
        let all = try bench.store.customerQuality()
        #expect(
            all.map(\.source) == ["crm", "erp"] && all.map(\.records) == [4, 1] && all.map(\.customers) == [4, 1])
        let quality = try #require(all.first)
        #expect(quality.counts.map(\.field) == SourceQuality.fields)
        let phone = try counts(quality, .phone)
        #expect([phone.filled, phone.understood, phone.flagged, phone.known] == [4, 2, 2, 2])
        #expect(phone.repeated == 2 && phone.knownRepeated == 2)
        let industry = try counts(quality, .industry)
        #expect([industry.filled, industry.understood, industry.flagged, industry.known] == [2, 1, 1, 1])
        #expect(industry.repeated == nil && industry.knownRepeated == nil)
        let name = try counts(quality, .name)
        #expect([name.filled, name.understood, name.known] == [4, 4, 4] && name.repeated == 0)
        #expect(try counts(quality, .creditCode) == SourceQuality.Counts.none(.creditCode))
    }

    @Test("problems by frequency, each with the value of the smallest id, masked", arguments: StoreFactory.all)
    func problems(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try fill(bench)
        let quality = try #require(try bench.store.customerQuality().first)
        #expect(
            quality.problems == [
                SourceQuality.Problem(field: .phone, code: .invalidPhone, count: 2, example: "王小* ***-**"),
                SourceQuality.Problem(field: .naicsCode, code: .unknownIndustry, count: 1, example: "999"),
            ])
    }

    @Test(
        "after merging, a customer counts once for each of its sources, with what any of them knows",
        arguments: StoreFactory.all)
    func merged(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try fill(bench)
        func id(_ source: String, _ record: String) -> CustomerID {
            Identity.customer(source: source, externalID: record)
        }
        try bench.merge(id("crm", "3"), id("crm", "1"), id("erp", "7"), day: 2)
        var clean = Customer(name: "甲")
        clean.nameKey = "甲"
        clean.phone = "+8675583220000"
        clean.creditCode = "91440300708461136T"
        try bench.store.update([id("crm", "3"): clean], date: bench.date(2), at: bench.at(2))
        let all = try bench.store.customerQuality()
        #expect(all.map(\.records) == [4, 1] && all.map(\.customers) == [3, 1])
        let phone = try counts(all[0], .phone)
        #expect(phone.repeated == 2 && phone.knownRepeated == 0 && phone.known == 1)
        #expect(try counts(all[0], .creditCode).known == 1 && counts(all[0], .industry).known == 0)
        #expect(try counts(all[1], .phone).known == 1 && counts(all[1], .phone).filled == 0)
    }

    @Test("an empty store has nothing to say", arguments: StoreFactory.all)
    func empty(_ factory: StoreFactory) throws {
        #expect(try Bench(factory).store.customerQuality().isEmpty)
    }
}

extension SourceQuality.Counts {
    /// Nothing known, of a field that tells customers apart.
    fileprivate static func none(_ field: Field) -> Self {
        var counts = Self(field: field)
        counts.repeated = 0
        counts.knownRepeated = 0
        return counts
    }
}
