import Foundation
import TestSupport
import Testing

@Suite("Whose a customer is when lists disagree")
struct OwnershipTests {
    private static let reps = """
        id,name,email,team,active
        E1,陈静,chen@example.com,华东,true
        E2,李娜,li@example.com,华东,true
        E3,李娜,li3@example.com,华北,true

        """

    private func make(_ sources: String = "") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("time_zone: Asia/Shanghai\nallocation: {strategy: none}\n\(sources)", to: "gonghai.yaml")
        try folder.write(Self.reps, to: "reps.csv")
        try folder.write(Self.list(owner: "E1"), to: "a.csv")
        try folder.write(Self.list(owner: "E2"), to: "b.csv")
        return folder
    }

    /// One customer whom both systems know, and one of the first only.
    private static func list(owner: String, extra: String = "") -> String {
        "id,name,credit_code,owner\n1,苏州澄湖精密机械有限公司,91320500MA1MTEST0X,\(owner)\n\(extra)"
    }

    private func importAll(_ folder: TemporaryFolder) throws {
        for arguments in [
            ["import", "reps.csv", "--as", "reps", "--source", "hr"],
            ["import", "a.csv", "--as", "customers", "--source", "a"],
            ["import", "b.csv", "--as", "customers", "--source", "b"],
        ] {
            let result = try CommandLineTool.run(arguments, in: folder.url)
            #expect(result.status <= 1, "\(result.output)\(result.errors)")
        }
    }

    /// The conflict file with one answer in every row.
    private func answer(_ folder: TemporaryFolder, _ answer: String) throws {
        let lines = try folder.text("rejects/ownership-conflicts.csv").split(separator: "\r\n")
        let answered = lines.enumerated().map { $0 == 0 ? String($1) : $1 + answer }
        try folder.write(answered.joined(separator: "\r\n") + "\r\n", to: "ownership-conflicts.csv")
    }

    private func owner(_ folder: TemporaryFolder) throws -> String {
        let lines = try folder.gonghai("export", "customers", "--raw").output.split(separator: "\r\n")
        let line = try #require(lines.first { $0.contains("苏州澄湖") })
        return String(line.split(separator: ",", omittingEmptySubsequences: false)[19])
    }

    @Test("what no rule decides is listed with both claims, and the completed file decides it for good")
    func decided() throws {
        let folder = try make()
        try importAll(folder)
        let listed = try folder.text("rejects/ownership-conflicts.csv").split(separator: "\r\n")
        try #require(listed.count == 3, "\(listed)")
        #expect(listed[1].contains("苏州澄湖精密机械有限公司,a,1,E1,hr:E1,"))
        #expect(listed[2].contains("苏州澄湖精密机械有限公司,b,1,E2,hr:E2,"))

        try answer(folder, "li@example.com")
        let result = try folder.gonghai("import", "ownership-conflicts.csv", "--json")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("\"updated\":2"), "\(result.output)")
        #expect(try owner(folder) == "hr:E2")
        #expect(!folder.exists("rejects/ownership-conflicts.csv"))

        let events = try folder.gonghai("export", "events", "--raw").output
        #expect(events.contains("ownership_settled") && events.contains("decided"))
        let again = try folder.gonghai("import", "ownership-conflicts.csv", "--json")
        #expect(again.output.contains("\"unchanged\":2"), "\(again.output)")
        #expect(try folder.gonghai("export", "events", "--raw").output == events, "idempotent")

        try folder.write(Self.list(owner: "E1", extra: "2,另一家有限公司,,E1\n"), to: "a.csv")
        try importAll(folder)
        #expect(try owner(folder) == "hr:E2")
        #expect(!folder.exists("rejects/ownership-conflicts.csv"), "decided once, it is not asked again")
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("an answer that nobody or several fit is rejected with its place, an empty one waits")
    func refused() throws {
        let folder = try make()
        try importAll(folder)
        try answer(folder, "李娜")
        let ambiguous = try folder.gonghai("import", "ownership-conflicts.csv", "--json")
        #expect(ambiguous.status == 1)
        #expect(ambiguous.output.contains("\"rejected\":2"), "\(ambiguous.output)")
        let rejects = try folder.text("rejects/ownership-conflicts.rejects.csv")
        #expect(rejects.contains(",李娜,2,11,ambiguous_reference,"), "\(rejects)")
        try answer(folder, "王五")
        #expect(try folder.gonghai("import", "ownership-conflicts.csv", "--json").output.contains("\"rejected\":2"))
        #expect(try folder.text("rejects/ownership-conflicts.rejects.csv").contains("unresolved_reference"))
        try answer(folder, "")
        let waiting = try folder.gonghai("import", "ownership-conflicts.csv", "--json")
        #expect(waiting.output.contains("\"pending\":2"), "\(waiting.output)")
        try answer(folder, "pool")
        #expect(try folder.gonghai("import", "ownership-conflicts.csv").status == 0)
        #expect(try owner(folder).isEmpty)
        #expect(!folder.exists("rejects/ownership-conflicts.csv"))
    }

    /// After its first night 陈静 holds the only customer of list a.
    private func live(_ sources: String = "") throws -> TemporaryFolder {
        let folder = try make(sources)
        try folder.write(Self.list(owner: "E1", extra: "2,无人有限公司,,张三\n"), to: "a.csv")
        _ = try folder.gonghai("import", "reps.csv", "--as", "reps", "--source", "hr")
        _ = try folder.gonghai("import", "a.csv", "--as", "customers", "--source", "a")
        let night = try folder.gonghai("run", "--date", "2026-11-23")
        #expect(night.status <= 1, "\(night.errors)")
        try folder.write(Self.list(owner: "E2", extra: "2,无人有限公司,,张三\n"), to: "a.csv")
        return folder
    }

    @Test("after go-live a list takes nobody's customer: what it says is in the conflict ledger")
    func ledger() throws {
        let folder = try live()
        let result = try folder.gonghai("import", "a.csv", "--as", "customers", "--source", "a", "--json")
        #expect(result.output.contains("\"conflicts\":1"), "\(result.output)\(result.errors)")
        #expect(result.output.contains("\"conflicts_file\":\"rejects/a.conflicts.csv\""))
        let lines = try folder.text("rejects/a.conflicts.csv").split(separator: "\r\n").map(String.init)
        try #require(lines.count == 2)
        #expect(
            lines[0].hasSuffix(
                "batch,file,line,source,external_id,customer_id,state,owner_in_list,owner_in_pool,done,reason"))
        #expect(
            lines[1].contains(",2,a,1,C") && lines[1].hasSuffix(",owned,E2,hr:E1,kept,already_owned"),
            "\(lines[1])")
        #expect(try owner(folder) == "hr:E1")
        let again = try folder.gonghai("import", "a.csv", "--as", "customers", "--source", "a", "--json")
        #expect(again.output.contains("\"conflicts\":0"), "it says nothing new: \(again.output)")
        #expect(try folder.text("rejects/a.conflicts.csv").split(separator: "\r\n").map(String.init) == lines)

        try folder.write(Self.list(owner: "E2", extra: "2,无人有限公司,,李四\n3,新来有限公司,,张三\n"), to: "a.csv")
        _ = try folder.gonghai("import", "a.csv", "--as", "customers", "--source", "a")
        let later = try folder.text("rejects/a.conflicts.csv").split(separator: "\r\n").map(String.init)
        try #require(later.count == 3, "only what is new or changed: \(later)")
        #expect(later[1].hasSuffix(",pooled,李四,,left_in_pool,unresolved_owner"), "\(later[1])")
        #expect(later[2].hasSuffix(",new,张三,,left_in_pool,unresolved_owner"), "\(later[2])")
    }

    @Test("a source that may reassign transfers a customer whose owner changed in its list, once")
    func sourceReassigns() throws {
        let folder = try live("sources: [{name: a, files: \"a.csv\", ownership: source}]\n")
        let result = try folder.gonghai("import", "a.csv", "--as", "customers")
        #expect(result.status <= 1, "\(result.output)\(result.errors)")
        #expect(try folder.text("rejects/a.conflicts.csv").contains(",owned,E2,hr:E1,transferred,source_may_reassign"))
        let spells = try folder.gonghai("export", "spells", "--raw").output
        #expect(spells.contains("transferred,opening") && spells.contains(",transfer"), "\(spells)")
        #expect(try folder.gonghai("import", "a.csv", "--as", "customers").status <= 1)
        #expect(try folder.gonghai("export", "spells", "--raw").output == spells, "idempotent")
        #expect(try folder.gonghai("verify").status == 0)
        #expect(try folder.gonghai("rules").output.contains("名单中的负责人"))
    }

    @Test("a source that asks puts its changed owner on the list, and the answer transfers the customer")
    func sourceAsks() throws {
        let folder = try live("sources: [{name: a, files: \"a.csv\", ownership: ask}]\n")
        _ = try folder.gonghai("import", "a.csv", "--as", "customers")
        #expect(try folder.text("rejects/a.conflicts.csv").contains(",owned,E2,hr:E1,asked,source_asks"))
        let listed = try folder.text("rejects/ownership-conflicts.csv")
        #expect(listed.contains(",a,1,E2,hr:E2,") && listed.contains(",pool,C"), "\(listed)")
        #expect(try owner(folder) == "hr:E1")
        try answer(folder, "a:E2")
        #expect(try folder.gonghai("import", "ownership-conflicts.csv").status == 1, "no rep has that id there")
        try answer(folder, "hr:E2")
        let result = try folder.gonghai("import", "ownership-conflicts.csv")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let spells = try folder.gonghai("export", "spells", "--raw").output
        #expect(spells.contains("transferred,opening") && spells.contains(",transfer"), "\(spells)")
        #expect(!folder.exists("rejects/ownership-conflicts.csv"))
        #expect(try folder.gonghai("import", "ownership-conflicts.csv", "--json").output.contains("\"unchanged\":2"))
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("a word that is no ownership is refused with its place")
    func mistyped() throws {
        let folder = try make("sources: [{name: a, ownership: sorce}]\n")
        let result = try folder.gonghai("rules")
        #expect(result.status == 2)
        #expect(
            result.errors.contains("gonghai.yaml:3") && result.errors.contains("Did you mean 'source'?"),
            "\(result.errors)")
    }
}
