import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Every sample of other programs is read or refused with the right reason", .enabled(if: Paths.samples != nil))
struct SampleFilesTests {
    private static let folders = ["csvkit", "salesforce/dataloader", "adventureworks"]

    /// What most of them come to: they are tables, but no lists of a CRM.
    private static let stranger = "refused: no profile knows these columns"

    /// What the others come to.
    private static let outcomes: [String: String] = {
        var outcomes = [
            "adventureworks/DimReseller.csv": "adventureworks customers: 701",
            "adventureworks/SalesPerson.csv": "adventureworks reps: 17",
            "csvkit/empty.csv": "refused: the file has no header line: there is nothing in it but blanks",
            "csvkit/test_geo.csv": "refused: no column for the field 'name'",
            "csvkit/test_geojson.csv": "refused: no column for the field 'customer'",
            "salesforce/dataloader/accountData.csv": "salesforce customers: 423",
            "salesforce/dataloader/error0413060133.csv": "salesforce deals: 11",
            "salesforce/dataloader/opportunityData.csv": "salesforce deals: 38",
            "salesforce/dataloader/success0413060133.csv": "salesforce deals: 9",
        ]
        let headerless = ["adventureworks/SalesTerritory", "adventureworks/Vendor"]
        for name in headerless + ["csvkit/no_header_row", "csvkit/no_header_row2", "csvkit/no_header_row3"] {
            outcomes["\(name).csv"] = "refused: no header row: this row looks like data"
        }
        let accounts = [
            "bulkV2MultipleJobsCsvTemplate": 100, "dateEndingInZ": 1, "dateOnlyWithTimeZone": 2,
            "dateUsingDefaultTimeZone": 1, "dateWithTimeZone": 2, "insertAccountCsv": 100,
            "updateAccountWithExternalIdCsvTemplate": 5, "upsertAccountCsvTemplate": 100,
            "upsertAccountSmallTemplate": 10, "upsertFkAccountNewFormatCsvTemplate": 5,
            "upsertFkAccountOldFormatCsvTemplate": 50, "upsertWithRowOffsetTemplate": 10,
        ]
        for (name, rows) in accounts {
            outcomes["salesforce/dataloader/testfiles/\(name).csv"] = "salesforce customers: \(rows)"
        }
        let plain = [
            "accountsForInsert": 4, "constantMappingInCsv": 2, "constantMappingInCsvClashing": 2,
            "emptyFirstRowFieldValueInCsvTemplate": 2, "oneToManySforceFieldsMappingInCsv": 2,
            "updateAccountCsvTemplate": 100,
        ]
        for (name, rows) in plain {
            outcomes["salesforce/dataloader/testfiles/\(name).csv"] = "generic-en customers: \(rows)"
        }
        return outcomes
    }()

    private static func outcome(_ path: String) -> String {
        do {
            let file = try ExportFile.open(path: TestFiles.samplePath(path), shownAs: path)
            let (records, rejects, _) = try file.readAll()
            let rejected = rejects.isEmpty ? "" : ", \(rejects.count) rejected"
            return "\(file.profile.name) \(file.entity.rawValue): \(records.count)\(rejected)"
        } catch let error as InputError {
            return "refused: \(error.message)"
        } catch {
            return "\(error)"
        }
    }

    private static var paths: [String] {
        folders.flatMap { folder in
            let names = FileManager.default.enumerator(atPath: TestFiles.samplePath(folder))?.compactMap {
                $0 as? String
            }
            return (names ?? []).filter { $0.hasSuffix(".csv") || $0.hasSuffix(".tsv") }.map { "\(folder)/\($0)" }
        }
    }

    @Test("as it stands, without an option")
    func asItStands() {
        let paths = Self.paths
        #expect(Set(Self.outcomes.keys).isSubset(of: paths))
        for path in paths { #expect(Self.outcome(path) == Self.outcomes[path] ?? Self.stranger, "\(path)") }
    }

    @Test(
        "its cells are what they should be, where the user says what it is",
        arguments: [
            ("test_utf16_big.csv", ["1", "2", "3"], ["4", "5", "ʤ"]),
            ("test_utf16_little.csv", ["1", "2", "3"], ["4", "5", "ʤ"]),
            ("test_utf8_bom.csv", ["1", "2", "3"], ["4", "5", "ʤ"]),
            ("test_latin1.csv", ["1", "2", "3"], ["4", "5", "©"]),
            ("mac_newlines.csv", ["1", "2", "3"], ["Once upon\ra time", "5", "6"]),
            ("sniff_limit.csv", ["1", "2", "3"], []), ("dummy.tsv", ["1", "2", "3"], []),
        ])
    func cells(name: String, first: [String], second: [String]) throws {
        var options = ImportOptions(entity: .customers, profile: "generic-en")
        let path = "csvkit/\(name)"
        let header = name.contains("utf8") ? "foo" : "a"
        options.map = [.name: header]
        let (records, _, _) = try ExportFile.open(
            path: TestFiles.samplePath(path), shownAs: path, options: options
        ).readAll()
        #expect(records.first?.cells.strings == first)
        if !second.isEmpty { #expect(records.dropFirst().first?.cells.strings == second) }
    }

    @Test("a zero byte costs its own row")
    func zeroByte() throws {
        let path = "csvkit/null_byte.csv"
        let options = ImportOptions(entity: .customers, profile: "generic-en", map: [.name: "a"])
        let read = try ExportFile.open(path: TestFiles.samplePath(path), shownAs: path, options: options).readAll()
        #expect(read.records.isEmpty)
        #expect(read.rejects.map(\.code) == [.undecodableText])
    }
}
