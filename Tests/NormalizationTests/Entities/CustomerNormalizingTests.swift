import Records
import Testing

@testable import Normalization

@Suite("Customers")
struct CustomerNormalizingTests {
    @Test("a row of a Chinese export becomes a clean customer")
    func chinese() throws {
        let row = try accepted(
            normalizer().customer(
                record(
                    .customers,
                    [
                        .id: "'00123", .name: "深圳市华强电子有限公司 ", .creditCode: "91440300708461136T", .employees: "51～200人",
                        .revenue: "1.2亿",
                        .mobile: "0755-83220000", .phone: "13800138000", .email: "Wang@ACME.com",
                        .website: "http://www.acme.com/", .level: "A （重点客户）",
                        .address: "广东省深圳市南山区科技园", .needs: "ERP；WMS", .owner: "wang", .ownedSince: "2026/1/5",
                        .createdAt: "2025-12-01 09:30",
                        .dealStatus: "未成交", .tags: "展会、老客户", .lockedUntil: "2026-12-31", .lastFollowUpAt: "2026-11-20",
                    ])))
        #expect(row.key == RecordKey(source: "crm-a", externalID: "00123"))
        #expect(row.flags == [])
        let customer = row.value.customer
        #expect(customer.name == "深圳市华强电子有限公司")
        #expect(customer.nameKey == "深圳市华强电子")
        #expect(customer.nameCore == "华强")
        #expect(customer.creditCode == "91440300708461136T")
        #expect(customer.employees == Band(low: 51, high: 200))
        #expect(customer.revenue == Money(minorUnits: 12_000_000_000, currency: "CNY"))
        #expect(customer.mobile == "+8613800138000")
        #expect(customer.phone == "+8675583220000")
        #expect(customer.email == "Wang@acme.com")
        #expect(customer.website == "acme.com")
        #expect(customer.level == .a)
        #expect([customer.country, customer.province, customer.city, customer.county] == ["CN", "广东省", "深圳市", "南山区"])
        #expect(customer.industry.section == "C")
        #expect(customer.size.sizeClass == .small)
        #expect(customer.needs == ["ERP", "仓储"])
        #expect(customer.tags == ["展会", "老客户"])
        #expect(customer.createdAt == (try moment("2025-12-01", 34_200)))
        let ownership = row.value.ownership
        #expect(ownership.owner == Reference("wang"))
        #expect(ownership.ownedSince == (try moment("2026-01-05")))
        #expect(ownership.lockedUntil?.description == "2026-12-31")
        #expect(ownership.lastFollowUpAt == (try moment("2026-11-20", 86_399)))
        #expect(!ownership.isWon)
    }

    @Test("a row of a Salesforce export becomes a clean customer")
    func salesforce() throws {
        let row = try accepted(
            normalizer(ValueConventions(currency: "USD")).customer(
                record(
                    .customers,
                    [
                        .id: "001x0000002xLCVAA2", .name: "salesforce.com, Inc.", .phone: "(415) 901-7000",
                        .revenue: "8.48E10", .country: "US", .city: "SAN FRANCISCO",
                        .province: "CA", .industry: "Technology", .employees: "#N/A",
                        .createdAt: "2006-04-15T03:23:15.000Z", .level: "Hot",
                    ])))
        #expect(row.flags == [])
        let customer = row.value.customer
        #expect(customer.phone == "+14159017000")
        #expect(customer.revenue == Money(minorUnits: 8_480_000_000_000, currency: "USD"))
        #expect(customer.industry.section == "I")
        #expect(customer.createdAt?.epochSeconds == 1_145_071_395)
        #expect(customer.city == "SAN FRANCISCO")
        #expect(customer.employees == nil)
    }

    @Test("values that cannot be understood are left empty and flagged, each with what was found")
    func flags() throws {
        let row = try accepted(
            normalizer().customer(
                record(
                    .customers,
                    [
                        .name: "华强", .id: "1", .creditCode: "91440300708461136X", .mobile: "1.38E+10", .email: "wang",
                        .website: "没有", .employees: "10-Jan",
                        .revenue: "很多", .createdAt: "2027-01-01", .level: "VIP", .needs: "喝茶", .province: "华南省",
                        .industry: "卖东西", .dealStatus: "?",
                        .ownedSince: "3/4/2026", .currency: "贝壳",
                    ])))
        #expect(
            row.flagNames == [
                "credit_code wrong_check_digit", "employees excel_date", "currency unknown_value",
                "revenue invalid_number", "created_at future_date",
                "province unknown_division", "mobile lost_digits", "email invalid_email", "website invalid_website",
                "level unknown_level",
                "needs unknown_value", "industry unknown_industry", "owned_since ambiguous_date",
                "deal_status unknown_status",
            ])
        #expect(row.flags.first { $0.field == .employees }?.raw == "10-Jan")
        let customer = row.value.customer
        #expect(
            customer.creditCode == nil && customer.mobile == nil && customer.email == nil && customer.createdAt == nil)
        #expect(row.cells.strings.contains("1.38E+10"))
    }

    @Test("a row without a name is rejected, even with an id, and keeps its place")
    func nameless() throws {
        let reject = try rejected(
            normalizer().customer(record(.customers, [.id: "7", .name: " - ", .phone: "13800138000"])))
        #expect(reject.code == .missingIdentity)
        #expect(reject.field == .name)
        #expect(reject.position == SourcePosition(file: "inbox/list.csv", line: 7))
        #expect(reject.cells.strings == ["7", " - ", "13800138000"])
    }

    @Test("a destroyed name is kept with its id, never as a key, and rejected where nothing else identifies the row")
    func destroyed() throws {
        let row = try accepted(normalizer().customer(record(.customers, [.id: "7", .name: "????????????????"])))
        #expect(row.flagNames == ["name destroyed_text"])
        #expect(row.value.customer.name == "????????????????")
        #expect(row.value.customer.nameKey == "")
        #expect(row.value.customer.nameCore == "")
        let reject = try rejected(normalizer().customer(record(.customers, [.name: "????????????????"])))
        #expect(reject.code == .missingIdentity)
    }

    @Test("without an id the identifying values make one, the same every time")
    func derived() throws {
        func key(_ texts: KeyValuePairs<Field, String>) throws -> String {
            try accepted(normalizer().customer(record(.customers, texts))).key.externalID
        }
        let first = try key([.name: "华强", .phone: "13800138000", .notes: "a"])
        #expect(first.hasPrefix("~"))
        #expect(try key([.name: "华强", .phone: "13800138000", .notes: "b"]) == first)
        #expect(try key([.name: "华强", .phone: "13900138000"]) != first)
    }

    @Test("an id that a spreadsheet rounded is no id")
    func roundedID() throws {
        let row = try accepted(normalizer().customer(record(.customers, [.id: "2.02E+20", .name: "华强"])))
        #expect(row.key.externalID.hasPrefix("~"))
        #expect(row.flagNames == ["id lost_digits"])
        #expect(
            try accepted(normalizer().customer(record(.customers, [.id: "12E5", .name: "华强"]))).key.externalID == "12E5"
        )
    }

    @Test(
        "marks by which spreadsheets keep an id text are no part of it", arguments: ["'007", "' 007", "''007", " 007"])
    func textMarks(id: String) throws {
        let row = try accepted(normalizer().customer(record(.customers, [.id: id, .name: "华强", .owner: id])))
        #expect(row.key.externalID == "007")
        #expect(row.value.ownership.owner == Reference("007"))
    }

    @Test("telephone numbers go where they belong, unless that place is taken")
    func phones() throws {
        func phones(_ mobile: String, _ phone: String) throws -> [String?] {
            let row = try accepted(
                normalizer().customer(record(.customers, [.name: "华强", .id: "1", .mobile: mobile, .phone: phone])))
            return [row.value.customer.mobile, row.value.customer.phone]
        }
        #expect(try phones("", "13800138000") == ["+8613800138000", nil])
        #expect(try phones("010-65001234", "") == [nil, "+861065001234"])
        #expect(try phones("13900139000", "13800138000") == ["+8613900139000", "+8613800138000"])
        #expect(try phones("010-65001234", "13800138000") == ["+8613800138000", "+861065001234"])
    }

    @Test("needs are also found in notes and tags")
    func needs() throws {
        let row = try accepted(
            normalizer().customer(record(.customers, [.name: "华强", .id: "1", .notes: "想上仓库管理", .tags: "ERP客户"])))
        #expect(row.value.customer.needs == ["ERP", "仓储"])
    }

    @Test("a won deal makes an account", arguments: ["已成交", "won", "1", "Closed Won"])
    func won(status: String) throws {
        #expect(
            try accepted(normalizer().customer(record(.customers, [.name: "华强", .id: "1", .dealStatus: status]))).value
                .ownership.isWon)
    }

    @Test("flags hide names, numbers and addresses of people")
    func privacy() throws {
        let row = try accepted(
            normalizer().customer(
                record(
                    .customers, [.name: "华强", .id: "1", .mobile: "1380013800099", .email: "secret@x", .contact: "????"])
            ))
        #expect(row.flags.count == 3)
        #expect(row.flags.allSatisfy { !$0.message.contains("13800") && !$0.message.contains("secret") })
    }
}
