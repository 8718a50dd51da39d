import Foundation
import TestSupport
import Testing

@Suite("Saying and learning what industry customers have")
struct ClassifyTests {
    private func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("time_zone: Asia/Shanghai\nallocation: {strategy: rotation}\n", to: "gonghai.yaml")
        try folder.write(
            "id,name,industry\n1,澄湖科技有限公司,\n2,杭州云栖软件有限公司,\n3,某某集团,47\n", to: "a.csv")
        _ = try run(folder, "import", "a.csv", "--as", "customers", "--source", "crm")
        return folder
    }

    private func run(_ folder: TemporaryFolder, _ arguments: String..., status: Int32? = nil) throws -> String {
        let result = try CommandLineTool.run(arguments, in: folder.url)
        if let status {
            #expect(result.status == status, "\(result.output)\(result.errors)")
        } else {
            #expect(result.status <= 1, "\(result.output)\(result.errors)")
        }
        return result.output + result.errors
    }

    /// Section and division, or nothing.
    private func industry(_ folder: TemporaryFolder, _ customer: String) throws -> String {
        let text = try run(folder, "explain", customer, "--json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try [#require(json["industry_section"] as? String), #require(json["industry_division"] as? String)]
            .joined()
    }

    @Test("what a person says wins, names them, outlasts a changed row, and can be taken back")
    func decides() throws {
        let folder = try make()
        #expect(try industry(folder, "crm:1") == "")
        let said = try run(folder, "classify", "crm:1", "--industry", "批发业", "--by", "王芳")
        #expect(said.contains("industry F51, is kept"))
        #expect(try industry(folder, "crm:1") == "F51")
        #expect(try run(folder, "explain", "crm:1").contains("person in industry: '王芳, "))

        try folder.write("id,name,industry\n1,澄湖科技股份有限公司,Banking\n", to: "b.csv")
        _ = try run(folder, "import", "b.csv", "--as", "customers", "--source", "crm")
        #expect(try industry(folder, "crm:1") == "F51")
        #expect(try run(folder, "explain", "crm:1").contains("澄湖科技股份有限公司"))

        _ = try run(folder, "classify", "crm:1", "--withdraw")
        #expect(try industry(folder, "crm:1") == "J66")
        #expect(try run(folder, "verify", status: 0).isEmpty == false)
    }

    @Test("what waits is listed, its form is completed and imported, and wrong answers come back with their reasons")
    func reviews() throws {
        let folder = try make()
        let list = try run(folder, "review", "--output", "review.csv")
        #expect(list.contains("industry: 2 waiting"))
        var lines = try folder.text("review.csv").split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        for index in 1...2 { lines[index] += lines[index].contains("某某集团") ? "Z99" : "C34" }
        try folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "review.csv")
        let imported = try run(folder, "import", "review.csv", status: 1)
        #expect(imported.contains("review"))
        #expect(try industry(folder, "crm:1") == "C34")
        #expect(try folder.text("rejects/review.rejects.csv").contains("'Z99' is no industry"))
        #expect(try run(folder, "review").contains("industry: 1 waiting"))
    }

    @Test("codes of other classifications are evidence, and explain names them; a wrong one is flagged")
    func crosswalks() throws {
        let folder = try make()
        try folder.write(
            """
            id,name,NAICS Code,SIC Code,NACE,Industry Code
            1,Acme,336111,,,
            2,Bolt,,6021,,
            3,Cord,,,62.01,
            4,Dune,,,,ISIC C29
            5,Echo,000000,,,

            """, to: "codes.csv")
        _ = try run(folder, "import", "codes.csv", "--as", "customers", "--source", "us")
        #expect(try (1...5).map { try industry(folder, "us:\($0)") } == ["C36", "J66", "I65", "C36", ""])
        let told = try run(folder, "explain", "us:1")
        #expect(told.contains("- crosswalk in naics_code: 'NAICS 336111' speaks for C36, weight 0.9500"))
        #expect(try run(folder, "explain", "us:5").contains("! naics_code: '000000' is no code of NAICS"))
        #expect(try run(folder, "classify").contains("0 found, 0 changed, 0 not known any more"))
    }

    @Test(
        "sizes and levels follow gonghai.yaml; a level of a list wins; after a change of the rules classify judges anew"
    )
    func sizesAndLevels() throws {
        let folder = try make()
        let level = "level: {value: [{at_least: 1000, points: 2}], size: [{sizes: [small], points: 1}], a: 3, b: 2}\n"
        try folder.write("time_zone: Asia/Shanghai\nsize: {scheme: eu}\n" + level, to: "gonghai.yaml")
        try folder.write(
            "id,name,employees,value,level\n1,Acme,20,5000,\n2,Bolt,20,5000,C\n3,Cord,,,\n", to: "values.csv")
        _ = try run(folder, "import", "values.csv", "--as", "customers", "--source", "us")
        let told = try run(folder, "explain", "us:1")
        #expect(told.contains("eu: employees 20, revenue not known, assets not known"))
        #expect(told.contains("3 points (A from 3, B from 2): value CNY 5000.00 2, size small 1"))
        #expect(try run(folder, "explain", "us:2").contains("given by a list, which wins over points"))
        #expect(try run(folder, "explain", "us:3").contains("nothing is known that gives points"))
        func levels() throws -> [String] {
            try (1...3).map { number in
                let text = try run(folder, "explain", "us:\(number)", "--json")
                let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
                return try #require(json["level"] as? String) + " " + #require(json["size"] as? String)
            }
        }
        #expect(try levels() == ["A small", "C small", " unknown"])
        let own = "time_zone: Asia/Shanghai\nsize: {scheme: custom, large: {employees: 20}}\n" + level
        try folder.write(own, to: "gonghai.yaml")
        _ = try run(folder, "classify")
        #expect(try levels() == ["B large", "C large", " unknown"])
        #expect(try run(folder, "explain", "us:1").contains("custom: employees 20"))
        #expect(try run(folder, "verify", status: 0).contains("agrees"))
        #expect(try run(folder, "rules").contains("客户分级"))
    }

    @Test("--learn teaches from the workspace's own customers, re-classifies the pool, and later imports use it")
    func learns() throws {
        let folder = try make()
        #expect(try run(folder, "classify", "--learn", status: 2).contains("too little to learn from"))
        let brands = ["长风", "海棠", "青松", "云岭", "星河", "白露", "远山", "晓月"]
        var rows = "id,name,industry_code\n"
        for number in 0..<64 {
            let trade = [("珐琅器", "C24"), ("百汇行", "F52")][number % 2]
            rows += "L\(number),\(brands[number / 8])\(brands[number % 8])\(trade.0)有限公司,\(trade.1)\n"
        }
        try folder.write(rows + "U1,扬帆珐琅器有限公司,\n", to: "labelled.csv")
        _ = try run(folder, "import", "labelled.csv", "--as", "customers", "--source", "erp")
        #expect(try industry(folder, "erp:U1") == "")
        let learned = try run(folder, "classify", "--learn", "--json", status: 0)
        #expect(learned.contains("\"examples\":64") || learned.contains("\"examples\":65"))
        #expect(try industry(folder, "erp:U1") == "C24")

        try folder.write("id,name\nN1,红星百汇行\n", to: "new.csv")
        _ = try run(folder, "import", "new.csv", "--as", "customers", "--source", "erp2")
        #expect(try industry(folder, "erp2:N1") == "F52")
        #expect(try run(folder, "explain", "erp2:N1").contains("learned in name: '"))
        #expect(try run(folder, "verify", status: 0).isEmpty == false)
    }

    @Test("wrong words are refused with what to write instead")
    func refuses() throws {
        let folder = try make()
        #expect(try run(folder, "classify", "crm:1", "--industry", "Q99", status: 64).contains("'Q99' is no industry"))
        #expect(try run(folder, "classify", "crm:1", status: 64).contains("--industry"))
        #expect(try run(folder, "classify", "--industry", "C34", status: 64).contains("Name the customers"))
    }
}
