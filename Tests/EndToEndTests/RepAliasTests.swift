import Foundation
import TestSupport
import Testing

@Suite("One rep under several ids")
struct RepAliasTests {
    private func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("time_zone: Asia/Shanghai\nallocation: {strategy: none}\n", to: "gonghai.yaml")
        try folder.write("id,name,email,team\nu-17,李娜,li.na@x.cn,华东\nu-18,王磊,,华东\n", to: "hr.csv")
        try folder.write("id,name,email,team\n44,Li Na,LI.NA@x.cn,\n45,=王磊,,华东\n46,王磊,,华东\n", to: "crm.csv")
        try folder.write("id,name,credit_code,owner\n1,苏州澄湖精密机械有限公司,91320500MA1MTEST0X,u-17\n", to: "a.csv")
        try folder.write("id,name,credit_code,owner\n1,苏州澄湖精密机械有限公司,91320500MA1MTEST0X,44\n", to: "b.csv")
        for (file, entity, source) in [
            ("hr.csv", "reps", "hr"), ("crm.csv", "reps", "crm"), ("a.csv", "customers", "hr"),
            ("b.csv", "customers", "crm"),
        ] {
            let result = try folder.gonghai("import", file, "--as", entity, "--source", source)
            #expect(result.status <= 1, "\(result.output)\(result.errors)")
        }
        return folder
    }

    private func answer(_ folder: TemporaryFolder, _ answers: [String: String]) throws {
        var rows = CSVText.rows(try folder.text("rejects/rep-aliases.csv"))
        for index in rows.indices.dropFirst() {
            rows[index][9] = answers[rows[index][4]] ?? ""
        }
        try folder.write(rows.map(CSVText.row).joined(), to: "answers.csv")
    }

    private func owner(_ folder: TemporaryFolder) throws -> String {
        CSVText.rows(try folder.gonghai("export", "customers", "--raw").output)[1][19]
    }

    @Test("who may be one person is drafted; nobody is joined before somebody says so; what depended on it is settled")
    func drafted() throws {
        let folder = try make()
        let rows = CSVText.rows(try folder.text("rejects/rep-aliases.csv"))
        #expect(
            rows.dropFirst().map { [$0[4], $0[0], $0[8], $0[9]] } == [
                ["hr:u-17", "crm:44", "email", ""], ["hr:u-18", "crm:45", "name_and_team", ""],
                ["hr:u-18", "crm:46", "name_and_team", ""],
            ])
        #expect(rows[2][1] == "'=王磊")
        #expect(folder.exists("rejects/ownership-conflicts.csv"), "two ids were two owners")
        #expect(try owner(folder).isEmpty)

        try answer(folder, ["hr:u-17": "是", "hr:u-18": ""])
        let result = try folder.gonghai("import", "answers.csv", "--json")
        #expect(result.status == 1 && result.output.contains("\"updated\":1"), "\(result.output)\(result.errors)")
        #expect(result.output.contains("\"pending\":2") && result.output.contains("\"entity\":\"rep-aliases\""))
        #expect(try owner(folder) == "crm:44")
        #expect(!folder.exists("rejects/ownership-conflicts.csv"), "one person is one owner")
        #expect(try CSVText.rows(folder.text("rejects/rep-aliases.csv")).count == 3)
        #expect(try folder.gonghai("import", "answers.csv", "--json").output.contains("\"unchanged\":1"))
        let customer = CSVText.rows(try folder.gonghai("export", "customers", "--raw").output)[1][0]
        #expect(try folder.gonghai("explain", customer).output.contains("(crm:44, also hr:u-17)"))
        #expect(try folder.gonghai("export", "reps", "--raw").output.contains(",crm:44\r\n"))
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("a no is kept, a mistake is rejected with its place, and an alias can be taken back")
    func takenBack() throws {
        let folder = try make()
        try answer(folder, ["hr:u-17": "yes", "hr:u-18": "no"])
        #expect(try folder.gonghai("import", "answers.csv").status == 0)
        #expect(!folder.exists("rejects/rep-aliases.csv"), "everything is answered")
        let back = try folder.gonghai("alias", "hr:u-17", "--remove")
        #expect(back.status == 0 && back.output.contains("hr:u-17 is a rep of its own again"), "\(back.errors)")
        #expect(folder.exists("rejects/rep-aliases.csv") && folder.exists("rejects/ownership-conflicts.csv"))
        #expect(try owner(folder).isEmpty)

        try answer(folder, ["hr:u-17": "vielleicht"])
        let refused = try folder.gonghai("import", "answers.csv", "--json")
        #expect(refused.output.contains("\"rejected\":1"), "\(refused.output)\(refused.errors)")
        #expect(try folder.text("rejects/answers.rejects.csv").contains("vielleicht,2,10,unknown_value,"))
        let wrong = try folder.gonghai("alias", "hr:u-71", "--of", "crm:44")
        #expect(wrong.status == 2 && wrong.errors.contains("Did you mean 'hr:u-17'?"), "\(wrong.errors)")
        #expect(try folder.gonghai("alias", "hr:u-17").status == 64)
        let again = try folder.gonghai("alias", "hr:u-17", "--of", "crm:44")
        #expect(again.status == 0 && again.output.contains("hr:u-17 is Li Na (crm:44) from now on."), "\(again.output)")
        #expect(try owner(folder) == "crm:44")
        #expect(try folder.gonghai("verify").status == 0)
    }
}
