import Foundation
import TestSupport
import Testing

@Suite("Commands for one customer keep the rules of the night")
struct CommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try SampleWorkspace.afterNight() }

    /// A pooled customer that 李娜, who has no territory, may have.
    private func pooled() throws -> String {
        let rows = try folder.gonghai("export", "pool", "--raw").output.split(separator: "\r\n")
        return String(rows[1].prefix { $0 != "," })
    }

    @Test("a claim is granted at once, a second rep is turned away, and the release refunds nothing")
    func claimAndRelease() throws {
        let customer = try pooled()
        let claim = try folder.gonghai("claim", customer, "--rep", "李娜", "--at", "2026-11-24T09:00")
        #expect(claim.status == 0, "\(claim.output)\(claim.errors)")
        #expect(claim.output.contains("now belongs to 李娜 (hr:E1002)"))

        let second = try folder.gonghai("claim", customer, "--rep", "吴桐", "--at", "2026-11-24T09:01")
        #expect(second.status == 2)
        #expect(second.output.contains("already_owned"))

        let foreign = try folder.gonghai("release", customer, "--rep", "吴桐", "--at", "2026-11-24T09:02")
        #expect(foreign.status == 2)
        #expect(foreign.errors.contains("does not hold it"))

        #expect(try folder.gonghai("release", customer, "--rep", "李娜", "--at", "2026-11-24T10:00").status == 0)
        let again = try folder.gonghai("claim", customer, "--rep", "李娜", "--at", "2026-11-24T11:00")
        #expect(again.output.contains("cooling_off"), "the rep who gave it back waits like every former owner")
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("a follow-up moves the deadline of its customer")
    func followUp() throws {
        let customer = try pooled()
        _ = try folder.gonghai("claim", customer, "--rep", "李娜", "--at", "2026-11-24T09:00")
        let recorded = try folder.gonghai(
            "follow-up", customer, "--rep", "李娜", "--channel", "电话", "--outcome", "有意向", "--at", "2026-11-25T00:30")
        #expect(recorded.status == 0, "\(recorded.errors)")
        let explained = try folder.gonghai("explain", customer, "--json").output
        #expect(explained.contains("\"deadline\":\"2026-12-02\""), "\(explained.prefix(300))")
    }

    @Test("a customer added by hand is cleaned, matched, and added once")
    func add() throws {
        let added = try folder.gonghai("add", "customer", "name=苏州澄湖精密机械有限公司", "mobile=１３８ 0013 8000")
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output.hasPrefix("Added C"))
        let again = try folder.gonghai("add", "customer", "name=苏州澄湖精密机械有限公司", "phone=0512-68000000")
        #expect(again.output.hasPrefix("It is the known customer C"))
        let mistyped = try folder.gonghai("add", "customer", "nmae=x")
        #expect(mistyped.status == 64)
        #expect(mistyped.errors.contains("Did you mean 'name'?"))
    }

    @Test("names that nobody has are refused with the nearest")
    func unknownNames() throws {
        let customer = try pooled()
        let rep = try folder.gonghai("claim", customer, "--rep", "李那")
        #expect(rep.status == 2)
        #expect(rep.errors.contains("Did you mean '李娜'?"))
        #expect(try folder.gonghai("explain", "没有这个客户").status == 2)
        #expect(try folder.gonghai("imprt").errors.contains("Did you mean 'import'?"))
        #expect(try folder.gonghai("export", "custmers").errors.contains("Did you mean 'customers'?"))
    }

    @Test("any table is written as XML too, with every cell of the CSV")
    func xml() throws {
        for table in ["customers", "spells", "events", "follow-ups", "owners"] {
            let xml = try folder.gonghai("export", table, "--format", "xml", "--output", "t.xml")
            #expect(xml.status == 0 && xml.output.isEmpty, "\(xml.errors)")
            let text = try folder.text("t.xml")
            let csv = try folder.gonghai("export", table, "--raw").output
            let header = csv.prefix { $0 != "\r\n" }.split(separator: ",")
            #expect(
                text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(table)>\n  <row>\n    <\(header[0])>"))
            #expect(text.hasSuffix("</row>\n</\(table)>\n"))
            #expect(text.ranges(of: "<row>").count > 2)
        }
        #expect(try folder.gonghai("export", "customers", "--format", "xlm").status == 64)
    }

    @Test("who holds what goes back to its system: all of it, or what changed in some days")
    func owners() throws {
        let night = try folder.text("out/2026-11-23/owners-crm-a.csv")
        let ranged = try folder.gonghai(
            "export", "owners", "--source", "crm-a", "--from", "2026-11-23")
        #expect(ranged.output == night, "\(ranged.errors)")
        #expect(try folder.text("out/2026-11-23/datapackage.json").contains("owners-crm-a.csv"))
        let all = try folder.gonghai("export", "owners", "--source", "crm-a").output.split(separator: "\r\n")
        #expect(all.count > night.split(separator: "\r\n").count)
        #expect(all.dropFirst().allSatisfy { $0.hasPrefix("crm-a,") })
        let unknown = try folder.gonghai("export", "owners", "--source", "crm")
        #expect(unknown.status == 64 && unknown.errors.contains("Known: crm-a, crm-b, erp"), "\(unknown.errors)")
        #expect(try folder.gonghai("export", "owners", "--from", "2026-11-24", "--to", "2026-11-23").status == 64)
        #expect(try folder.gonghai("export", "spells", "--source", "crm-a").status == 64)
    }

    @Test("an unknown key in gonghai.yaml is named with its place and the nearest key")
    func unknownKey() throws {
        try folder.write("claims:\n  limt: 10\n", to: "gonghai.yaml")
        let result = try folder.gonghai("rules")
        #expect(result.status == 2)
        #expect(result.errors.contains("gonghai.yaml:2:3"))
        #expect(result.errors.contains("limit"))
    }
}

@Suite("A real export of another system", .enabled(if: Paths.samples != nil))
struct RealExportTests {
    @Test("423 accounts are 423 customers without any option, and importing them again changes nothing")
    func accounts() throws {
        let file = try #require(Paths.samples).appending(path: "salesforce/dataloader/accountData.csv").path
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        let first = try folder.gonghai("import", "--json", file)
        #expect(first.status == 0, "\(first.errors)")
        for part in [
            "\"read\":423", "\"new\":423", "\"merged\":0", "\"encoding\":\"Windows-1252\"",
            "\"profile\":\"salesforce\"",
        ] {
            #expect(first.output.contains(part), "\(part)")
        }
        let customers = try folder.gonghai("export", "customers", "--raw").output
        #expect(customers.split(separator: "\r\n").count == 424)
        let second = try folder.gonghai("import", "--json", file)
        #expect(second.output.contains("\"unchanged\":423"))
        #expect(try folder.gonghai("export", "customers", "--raw").output == customers)
        #expect(try folder.text("rejects/accountData.problems.csv").contains("destroyed_text"))
        #expect(try folder.gonghai("explain", "salesforce:001x0000002xLCCAA2").status == 0)
    }
}
