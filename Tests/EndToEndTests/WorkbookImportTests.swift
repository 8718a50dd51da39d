import Foundation
import TestSupport
import Testing

@Suite("Workbooks are imported sheet by sheet")
struct WorkbookImportTests {
    private static func fixture(_ name: String) throws -> Data {
        try Data(contentsOf: Paths.root.appending(path: "Tests/IngestionTests/Fixtures/\(name)"))
    }

    /// Excel's XML of 2003, with a sheet of customers for each name; the second row of each has no name.
    private static func book(_ sheets: [String]) -> String {
        let tables = sheets.enumerated().map { number, name in
            let rows = [
                ["客户编号", "客户名称", "手机", "城市"], ["\(number)1", "第\(number)公司", "1380013800\(number)", "苏州"],
                ["\(number)2", "", "1390013900\(number)", "上海"],
            ]
            let cells = rows.map { row in
                "<Row>\(row.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined())</Row>"
            }
            return "<Worksheet ss:Name=\"\(name)\"><Table>\(cells.joined())</Table></Worksheet>"
        }
        return "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
            + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(tables.joined())</Workbook>"
    }

    @Test("one list as CSV in two encodings, XML, Excel's XML of 2003 and XLSX makes the same pool")
    func samePool() throws {
        let files: [(name: String, data: Data)] = [
            ("list.csv", Data(SameList.csv.utf8)),
            ("list.csv", try #require(SameList.csv.data(using: .utf16))),
            ("list.xml", Data(SameList.xml.utf8)), ("list.xml", Data(SameList.spreadsheetML.utf8)),
            ("list.xlsx", try Self.fixture("list.xlsx")),
        ]
        let pools = try files.map { file in
            let folder = try TemporaryFolder()
            _ = try folder.gonghai("init")
            try folder.write(file.data, to: file.name)
            let result = try folder.gonghai("import", "--as", "customers", file.name)
            #expect(result.errors.isEmpty)
            return try folder.gonghai("export", "customers", "--raw").output
        }
        #expect(pools[0].split(separator: "\r\n").count == 4)
        #expect(Set(pools).count == 1)
    }

    @Test("the customers and the contacts of one file are in the pool, and coming again they change nothing")
    func lists() throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        try folder.write(Self.fixture("openpyxl.xlsx"), to: "名单.xlsx")
        let first = try folder.gonghai("import", "名单.xlsx", "--json")
        #expect(first.status == 1, "\(first.errors)")
        #expect(first.errors.contains("名单.xlsx: hidden sheets were left out: 旧客户; import one with --sheet NAME"))
        let lines = first.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("\"file\":\"名单.xlsx[客户]\"") == true, "\(first.output)")
        #expect(lines.first?.contains("\"new\":4") == true, "\(first.output)")
        #expect(lines.last?.contains("\"entity\":\"contacts\"") == true, "\(first.output)")
        let customers = try folder.gonghai("export", "customers", "--raw").output
        #expect(customers.contains("深圳庚辛公司"))
        #expect(!customers.contains("旧客户公司"))
        let again = try folder.gonghai("import", "名单.xlsx", "--json")
        #expect(!again.output.contains("\"new\":1"), "\(again.output)")
        #expect(again.output.contains("\"unchanged\":4"), "\(again.output)")
        #expect(try folder.gonghai("import", "--sheet", "旧客户", "名单.xlsx").status == 0)
        #expect(try folder.gonghai("export", "customers", "--raw").output.contains("旧客户公司"))
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("each sheet has rejects of its own, which are accepted once corrected")
    func rejects() throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        try folder.write(Self.book(["华东", "华北*"]), to: "客户.xml")
        let result = try folder.gonghai("import", "客户.xml")
        #expect(result.status == 1, "\(result.errors)")
        #expect(folder.exists("rejects/客户[华东].rejects.csv"))
        let text = try folder.text("rejects/客户[华北%42%].rejects.csv")
        #expect(text.contains("客户.xml[华北*],3,"), "\(text)")
        try folder.write(text.replacing(",12,,", with: ",12,第三公司,"), to: "corrected.csv")
        let corrected = try folder.gonghai("import", "corrected.csv")
        #expect(corrected.status == 0, "\(corrected.errors)\(corrected.output)")
        #expect(try folder.gonghai("export", "customers").output.contains("第三公司"))
    }

    @Test("inspect shows every sheet")
    func inspect() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.fixture("openpyxl.xlsx"), to: "a.xlsx")
        let result = try folder.gonghai("inspect", "a.xlsx")
        #expect(result.status == 0, "\(result.errors)")
        for line in ["a.xlsx[客户]: customers, by the profile", "a.xlsx[联系人]: contacts, by the profile"] {
            #expect(result.output.contains(line), "\(result.output)")
        }
        #expect(try folder.gonghai("inspect", "a.xlsx", "--sheet", "旧客户").output.contains("the sheet '旧客户'"))
    }
}
