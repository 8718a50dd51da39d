import PoolStore
import Records
import Testing

@Suite("Saving customers")
struct SaveCustomersContractTests {
    /// A value in every field, so that one that is lost or mixed up shows.
    static let full: CustomerRecord = {
        var customer = Customer(name: "深圳市华强电子有限公司")
        customer.nameKey = "深圳市华强电子"
        customer.nameCore = "华强"
        customer.creditCode = "91440300192190987A"
        customer.industry = Industry(
            section: "C", division: "39", confidence: 0.875,
            evidence: [Evidence(kind: .keyword, field: .name, found: "电子", speaksFor: "C39", weight: 0.5)])
        customer.size = Size(sizeClass: .small, reason: "120 employees")
        customer.employees = Band(low: 100, high: nil)
        customer.revenue = Money(minorUnits: 123_456_789, currency: "CNY")
        customer.assets = Money(minorUnits: -5, currency: "JPY")
        customer.country = "CN"
        customer.province = "广东省"
        customer.city = "深圳市"
        customer.county = "福田区"
        customer.address = "华强北路1号"
        customer.contact = "王小明"
        customer.mobile = "+8613800138000"
        customer.phone = "+8675583000000;ext=8"
        customer.email = "wang@hq.example"
        customer.website = "hq.example"
        customer.leadSource = "展会"
        customer.level = .a
        customer.levelReason = "5 points"
        customer.needs = ["云;主机", "安全"]
        customer.tags = ["\"重点\"", "a\\b\n"]
        customer.notes = "说明"
        customer.parent = "P1"
        customer.value = Money(minorUnits: .max, currency: "USD")
        customer.createdAt = Instant(epochSeconds: -1)
        customer.updatedAt = Instant(epochSeconds: 1_790_000_000)
        var ownership = LegacyOwnership()
        ownership.owner = Reference("王五")
        ownership.ownedSince = Instant(epochSeconds: 1_700_000_000)
        ownership.previousOwner = Reference("赵六")
        ownership.poolSince = Instant(epochSeconds: 1_600_000_000)
        ownership.lockedUntil = BusinessDate(dayNumber: 20_800)
        ownership.isWon = true
        ownership.lastFollowUpAt = Instant(epochSeconds: 1_750_000_000)
        return CustomerRecord(customer: customer, ownership: ownership)
    }()

    @Test("a source record comes back with every value, flag and cell", arguments: StoreFactory.all)
    func roundTrip(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        var row = Bench.record("erp", "1", "")
        row.value = Self.full
        row.flags = [Flag(field: .phone, code: .invalidPhone, message: "too short", raw: "12\u{0}3")]
        row.cells = CellTexts(["", "引\"号\"", "两\n行", "\t\\"])
        row.position.file = "inbox/customers-erp.csv"
        let id = try #require(try bench.add([row]).first)
        let records: [CustomerID: [Row<CustomerRecord>]] = try bench.store.records(of: [id])
        #expect(records == [id: [row]])
        #expect(try bench.store.dossier(of: id)?.customer == Self.full.customer)
    }

    @Test("a new customer is in the pool, since when its system says", arguments: StoreFactory.all)
    func entersPool(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let early = bench.at(1) + -86_400
        let ids = try bench.add([
            Bench.record("erp", "1", "甲"), Bench.record("erp", "2", "乙") { $0.ownership.poolSince = early },
            Bench.record("erp", "3", "丙") { $0.ownership.poolSince = bench.at(9) },
        ])
        let since = Dictionary(uniqueKeysWithValues: try bench.store.pool().map { ($0.id, $0.poolSince) })
        #expect(ids.map { since[$0] } == [bench.at(1), early, bench.at(1)])
        #expect(try bench.store.pool().map(\.id) == ids.sorted())
        #expect(Set(try bench.events(.customerCreated).compactMap(\.customer)) == Set(ids))
    }

    @Test("a record that comes again replaces its content and keeps how it matched", arguments: StoreFactory.all)
    func replacesRecord(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1", "旧名")
        let key = RecordKey(source: "erp", externalID: "1")
        let second = Bench.record("crm", "9", "别名")
        try bench.save(
            [MatchedCustomer(id: id, isNew: false, records: [RecordMatch(key: second.key, rule: .creditCode)])],
            [second])
        let renamed = Bench.record("crm", "9", "新名")
        let touched = try bench.intake(2) { intake in
            let outcomes = try intake.take([Bench.prepared(renamed)], of: bench.batch(.customers, "crm", file: "b.csv"))
            #expect(outcomes == [.updated])
        }
        #expect(touched == [id])
        #expect(try bench.store.records(of: [id])[id]?.map(\.value.customer.name) == ["新名", "旧名"])
        #expect(try bench.store.records(of: [id])[id]?.map(\.key) == [second.key, key])
        #expect(try bench.store.dossier(of: id)?.records.first?.match.rule == .creditCode)
    }

    @Test("a customer of one record says what that record says now, and an event says so", arguments: StoreFactory.all)
    func followsItsRecord(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1", "旧名")
        let renamed = Bench.record("erp", "1", "新名")
        for day in [2, 3] { try bench.save([], [renamed], day: day) }
        #expect(try bench.store.dossier(of: id)?.customer.name == "新名")
        #expect(try bench.store.summaries(of: [id]).map(\.name) == ["新名"])
        #expect(try bench.events(.customerUpdated).map(\.businessDate) == [bench.date(2)])
    }

    @Test("an update that changes nothing leaves no event", arguments: StoreFactory.all)
    func updates(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1", "甲")
        try bench.store.update([id: Customer(name: "甲")], date: bench.date(2), at: bench.at(2))
        #expect(try bench.events(.customerUpdated).isEmpty)
        try bench.store.update([id: Self.full.customer], date: bench.date(2), at: bench.at(2))
        try bench.store.update([id: Self.full.customer], date: bench.date(3), at: bench.at(3))
        #expect(try bench.events(.customerUpdated).map(\.customer) == [id])
        #expect(try bench.store.dossier(of: id)?.customer == Self.full.customer)
    }

    @Test("more keys and customers than one statement holds are looked up all the same", arguments: StoreFactory.all)
    func chunks(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let rows = (0..<1203).map { Bench.record("erp", "\($0)", "客户\($0)") }
        let ids = try bench.add(rows)
        #expect(try bench.store.summaries(of: ids).map(\.id) == ids.sorted())
        #expect(try bench.store.records(of: ids).count == 1203)
    }
}
