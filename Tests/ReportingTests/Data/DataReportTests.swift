import Foundation
import Records
import Testing

@testable import Reporting

@Suite struct DataReportTests {
    private static let files =
        (try? Reports.render(SampleNight.facts(), rules: SampleNight.rules(), version: "0.1.0")) ?? []

    @Test("every row of every table has a value for each column")
    func shape() {
        let night = Night(SampleNight.facts(), rules: SampleNight.rules(), version: "1")
        for table in DataReport.tables {
            #expect(table.rows(night).allSatisfy { $0.count == table.columns.count }, "\(table.name)")
            #expect(Set(table.columns.map(\.name)).count == table.columns.count)
            #expect(table.columns.allSatisfy { $0.name.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber } })
        }
    }

    @Test("texts that a spreadsheet would evaluate are neutralised, ids and numbers are not")
    func neutralised() {
        var small = SmallNight()
        small.facts.names[SmallNight.customer(1)] = "=1+1"
        small.decide(.claim, 1, granted: false, .claimLimit, detail: .nextAfter(RepID("-5, \"x\"")))
        let csv = String(decoding: NightTable(ClaimTable.self, small.night).bytes, as: UTF8.self)
        #expect(
            csv == "business_date,request,customer_id,customer_name,rep_id,rep_name,decision,reason,detail\r\n"
                + "2026-11-23,,C1,'=1+1,crm:1,Rep 1,refused,claim_limit,\"next_after rep=-5,%20\"\"x\"\"\"\r\n")
    }

    @Test("an immature cell is marked in the table, a mature one is a fraction")
    func conversion() {
        let csv = Self.files.text("conversion.csv")
        #expect(csv.contains(",[immature],"))
        #expect(
            csv.hasPrefix(
                "week,week_start,cohort_size,age_weeks,converted,conversion,estimate,at_risk,cohort_kind\r\n"
                    + "2026-W40,2026-09-28,"))
    }

    @Test("cohorts of the migration stand after the own ones, each row says which it is")
    func cohortKinds() {
        var small = SmallNight()
        small.addSpell(1, kind: .opening, start: 20, won: 15)
        small.addSpell(2, start: 10)
        let rows = ConversionTable.rows(small.night).map { [$0[0], $0[3], $0[4], $0[5], $0[8]].map { $0 ?? "" } }
        #expect(rows.count == 2 * ConversionMeasures.ages.count)
        #expect(rows[0] == ["2026-W46", "1", "0", "0.000000", "own"])
        #expect(rows[7] == ["2026-W45", "1", "1", "1.000000", "migrated"])
        #expect(rows[9] == ["2026-W45", "3", "1", "[immature]", "migrated"])
    }

    @Test("the flows of every book add up in the table")
    func reconciliation() {
        var small = SmallNight()
        small.facts.flows = [
            Flow(rep: nil, opening: 5, incoming: ["recycled": 2, "imported": 1], outgoing: ["claim": 3], closing: 5)
        ]
        let rows = ReconciliationTable.rows(small.night).map { $0.compactMap(\.self).joined(separator: " ") }
        #expect(
            rows == [
                "2026-11-23 pool opening 5 true", "2026-11-23 pool in imported 1 true",
                "2026-11-23 pool in recycled 2 true",
                "2026-11-23 pool out claim 3 true", "2026-11-23 pool closing 5 true",
            ])
    }

    @Test("the package describes every table: its bytes, its hash, its columns in both languages")
    func package() throws {
        let json = try JSONSerialization.jsonObject(with: Data(Self.files.text("datapackage.json").utf8))
        let package = try #require(json as? [String: Any])
        #expect(package["profile"] as? String == "tabular-data-package")
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.count == DataReport.tables.count)
        for (table, resource) in zip(DataReport.tables, resources) {
            let path = try #require(resource["path"] as? String)
            let file = try #require(Self.files.first { $0.name == path })
            #expect(resource["bytes"] as? Int == file.bytes.count)
            #expect(resource["hash"] as? String == "sha256:" + Identity.digest(file.bytes))
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.compactMap { $0["name"] as? String } == table.columns.map(\.name))
            for field in fields {
                let titles = try #require(field["titles"] as? [String: String])
                #expect(titles.values.allSatisfy { !$0.isEmpty && !$0.contains("«") }, "\(field["name"] ?? "")")
            }
        }
    }

    @Test("owners that changed are a file per source, in the source's own words, and described like every table")
    func owners() throws {
        var small = SmallNight()
        let rep = small.facts.reps[0].rep.id
        small.facts.reps[0].rep.aliases = ["纷享:=li"]
        for (source, id) in [("crm", "+7"), ("纷享", "8"), ("SAP/1", "9")] {
            var change = OwnerChange(
                record: RecordKey(source: source, externalID: id), customer: SmallNight.customer(1), status: .prospect,
                owner: rep)
            change.changedAt = small.facts.asOf
            small.facts.ownerChanges.append(change)
        }
        let tables = OwnerTable.tables(small.night)
        #expect(tables.map(\.file) == ["owners-SAP_1-613a3fac.csv", "owners-crm.csv", "owners-纷享.csv"])
        #expect(tables.map(\.name).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && $0 == $0.lowercased() })
        #expect(Set(tables.map(\.name)).count == 3)
        #expect(
            String(decoding: tables[1].bytes, as: UTF8.self)
                == "source,external_id,owner,previous_owner,status,customer_id,rep_id,previous_rep_id,changed_at\r\n"
                + "crm,+7,1,,prospect,C1,crm:1,,2026-11-23T23:59:59+08:00\r\n")
        #expect(String(decoding: tables[2].bytes, as: UTF8.self).contains("纷享,8,'=li,,prospect,C1,crm:1,,"))
    }

    @Test("what a person has to decide about owners is in the package, where there is anything")
    func conflicts() throws {
        var facts = SampleNight.facts()
        let claim = OwnerClaim(record: RecordKey(source: "a", externalID: "1"), rep: nil, named: "@陈")
        facts.ownershipCases = [OwnershipCase(customer: CustomerID("C9"), claims: [claim])]
        facts.names[CustomerID("C9")] = "九"
        let files = try Reports.render(facts, rules: SampleNight.rules(), version: "1")
        #expect(
            files.text("ownership-conflicts.csv").hasSuffix(
                "owned_since,decision\r\nC9,九,a,1,'@陈,,,,,,\r\n"))
        let package = files.text("datapackage.json")
        #expect(package.contains("\"path\": \"ownership-conflicts.csv\"") && package.contains("utf-8-sig"))
        #expect(!package.contains("«"))
        #expect(!Self.files.contains { $0.name == "ownership-conflicts.csv" })
    }
}
