import Foundation
import Records
import TestSupport
import Testing

@testable import Normalization

/// A real Data Loader export; skipped where GONGHAI_SAMPLES is not set.
@Suite("A real Salesforce export", .enabled(if: Paths.samples != nil))
struct RealExportTests {
    /// The rows by column name. Every field of the file is quoted; its bytes are Windows-1252, of which Latin-1 will do here.
    static let rows: [[String: String]] = {
        guard let url = Paths.samples?.appending(path: "salesforce/dataloader/accountData.csv"),
            let data = try? Data(contentsOf: url)
        else {
            return []
        }
        var records: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        for byte in data {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
                records[records.count - 1].append(String(data: Data(field), encoding: .isoLatin1) ?? "")
                field = []
                if byte == UInt8(ascii: "\n") { records.append([]) }
            default: field.append(byte)
            }
        }
        guard let header = records.first else { return [] }
        return records.dropFirst().filter { $0.count == header.count }.map {
            Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
        }
    }()

    static let columns: [(String, Field)] = [
        ("ID", .id), ("NAME", .name), ("BILLINGSTREET", .address), ("BILLINGCITY", .city), ("BILLINGSTATE", .province),
        ("BILLINGCOUNTRY", .country),
        ("PHONE", .phone), ("WEBSITE", .website), ("INDUSTRY", .industry), ("ANNUALREVENUE", .revenue),
        ("NUMBEROFEMPLOYEES", .employees),
        ("DESCRIPTION", .notes), ("RATING", .level), ("OWNERID", .owner), ("CREATEDDATE", .createdAt),
        ("LASTMODIFIEDDATE", .updatedAt),
        ("LASTACTIVITYDATE", .lastFollowUpAt),
    ]

    static let normalised = Result { try normaliseAll() }

    static func normaliseAll() throws -> [Row<CustomerRecord>] {
        let subject = try normalizer(ValueConventions(currency: "USD"))
        return try rows.enumerated().map { index, row in
            var texts = FieldTexts()
            for (column, field) in columns { texts.append((row[column] ?? "").utf8, to: field) }
            return try accepted(
                subject.customer(
                    SourceRecord(
                        entity: .customers, source: "salesforce",
                        position: SourcePosition(file: "accountData.csv", line: index + 2), texts: texts)))
        }
    }

    @Test("every row is accepted, and only values of question marks are flagged")
    func flags() throws {
        let rows = try Self.normalised.get()
        #expect(rows.count == 423)
        let counts = Dictionary(rows.flatMap(\.flagNames).map { ($0, 1) }, uniquingKeysWith: +)
        #expect(
            counts == [
                "name destroyed_text": 5, "city destroyed_text": 5, "province destroyed_text": 5,
                "address destroyed_text": 4,
            ])
    }

    @Test("its telephone numbers, revenues and times are read")
    func values() throws {
        let customers = try Self.normalised.get().map(\.value.customer)
        #expect(customers.compactMap(\.phone).sorted().first == "+12129617500")
        #expect(customers.compactMap(\.revenue?.minorUnits).sorted() == [6_000_000_000, 8_480_000_000_000])
        #expect(customers.compactMap(\.createdAt).count == 423)
        #expect(Set(customers.compactMap(\.website)) == ["salesforce.com", "globalmedia.com", "acme.com"])
        #expect(customers.compactMap(\.employees?.low).max() == 166_000)
        #expect(customers.count { $0.level == .b } == 2)
        let industries = customers.filter { $0.industry.section != nil }
        #expect(industries.count > 50)
        #expect(industries.first { $0.name == "Userland Software, Inc." }?.industry.division == "65")
        #expect(customers.first { $0.name == "The Rhombus Group" }?.nameCore == "rhombus")
    }

    @Test("names of which only question marks are left are never keys")
    func destroyed() throws {
        let destroyed = try Self.normalised.get().filter { $0.value.customer.name.hasPrefix("????") }
        #expect(destroyed.count == 5)
        #expect(
            destroyed.allSatisfy { $0.value.customer.nameKey.isEmpty && $0.flagNames.contains("name destroyed_text") })
    }
}
