import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

/// A workbook that stands beside the tests; `make.py` there wrote it.
func fixture(_ name: String) throws -> FileBytes {
    let path = Paths.root.appending(path: "Tests/IngestionTests/Fixtures/\(name)").path
    return try FileBytes.open(path: path, shownAs: name)
}

/// A list as tests compare it.
private struct Seen {
    var file: ExportFile
    var records: [SourceRecord]
    var summary: ReadSummary

    init(_ file: ExportFile) throws {
        self.file = file
        let read = try file.readAll()
        #expect(read.rejects == [])
        (records, summary) = (read.records, read.summary)
    }

    func row(_ index: Int) -> [String] { records.indices.contains(index) ? records[index].cells.strings : [] }
}

@Suite("Workbooks are read sheet by sheet")
struct WorkbookTests {
    private func lists(_ name: String, _ options: ImportOptions = ImportOptions()) throws -> [Seen] {
        try ExportFile.openAll(fixture(name), options: options).map { try Seen($0) }
    }

    @Test("every sheet that holds a list is one; others and hidden ones are left out, which is said")
    func sheets() throws {
        let lists = try lists("openpyxl.xlsx")
        #expect(lists.map(\.file.shownAs) == ["openpyxl.xlsx[客户]", "openpyxl.xlsx[联系人]"])
        #expect(lists.map(\.file.part) == ["客户", "联系人"])
        #expect(lists.map(\.file.entity) == [.customers, .contacts])
        #expect(lists.map(\.file.container) == [.xlsx, .xlsx])
        #expect(Set(lists.map(\.file.digest)).count == 2)
        let warnings = lists[0].summary.warnings
        #expect(
            warnings.contains(
                "openpyxl.xlsx: hidden sheets were left out: 旧客户; import one with --sheet NAME"))
        #expect(
            warnings.contains { $0.hasPrefix("openpyxl.xlsx[说明]: left out, since it is no list that is known: ") })
        #expect(lists[1].row(0) == ["P1", "K3", "王小明", "13800138001"])
        #expect(lists[1].records[0].position == SourcePosition(file: "openpyxl.xlsx[联系人]", line: 2))
    }

    @Test("merged title rows stand above the header, and rows keep the numbers that they have in the sheet")
    func places() throws {
        let customers = try lists("openpyxl.xlsx")[0]
        #expect(customers.file.headerLine == 4)
        #expect(customers.file.titleLines == 2)
        #expect(customers.records.map(\.position.line) == [5, 6, 8, 9])
        #expect(customers.file.description.contains("  format     XLSX: the sheet '客户'"))
    }

    @Test("cells are what a CSV export of the sheet would hold")
    func cells() throws {
        let customers = try lists("openpyxl.xlsx")[0]
        #expect(
            customers.row(0) == [
                "00123456789012345678", "苏州甲乙有限公司", "13800138000", "13800000000", "2026-03-05", "2026-03-05T14:30:00",
                "苏州", "TRUE",
            ])
        #expect(
            customers.row(1) == [
                "000123", "上海丙丁有限公司", "13900139000", "0.3", "2026-03-05", "2026-03-05T14:30:00", "上海", "#N/A",
            ])
        #expect(customers.row(2) == ["K3", "北京戊己\n有限公司", "", "", "", "", "", ""])
        #expect(customers.row(3) == ["K4", "深圳庚辛公司", "", "", "", "", "", ""])
        #expect(
            customers.summary.warnings.contains(
                "openpyxl.xlsx: 1 cell holds a formula whose result is not in the file, and is empty: open it in Excel or WPS, "
                    + "save it, and import it again"))
    }

    @Test("--sheet takes one, hidden or not, and says which there are")
    func oneSheet() throws {
        let old = try lists("openpyxl.xlsx", ImportOptions(sheet: "旧客户"))
        #expect(old.map(\.file.shownAs) == ["openpyxl.xlsx[旧客户]"])
        #expect(old[0].row(0) == ["K9", "旧客户公司", "13800138009"])
        #expect(
            message { _ = try lists("openpyxl.xlsx", ImportOptions(sheet: "客户表")) } == """
                openpyxl.xlsx: there is no sheet '客户表' in it
                It has: 客户, 联系人, 说明, 旧客户.
                Nothing was imported.
                """)
        #expect(
            message {
                _ = try ExportFile.openAll(TestFiles.bytes("id,name\n1,A\n"), options: ImportOptions(sheet: "x"))
            } == """
                list.csv: there is no sheet 'x' in it
                The file has no sheets.
                Nothing was imported.
                """)
    }

    @Test("days from 1904, texts in several fonts, results of formulas, errors and booleans")
    func from1904() throws {
        let list = try lists("xlsxwriter.xlsx")[0]
        #expect(list.file.shownAs == "xlsxwriter.xlsx")
        #expect(list.file.part == nil)
        #expect(
            list.row(0) == [
                "001x0000002xLCVAA2", "Acme Holding Ltd", "+49 30 1234", "FALSE", "2026-03-05", "#DIV/0!",
            ])
    }

    @Test("how a text is pronounced is no part of it; cells without a reference follow each other; escapes are read")
    func handmade() throws {
        let list = try lists("handmade.xlsx", ImportOptions(entity: .customers))[0]
        #expect(list.file.header == ["id", "name", "phone"])
        #expect(list.row(0) == ["1", "東京 商事", "03-1234"])
        #expect(list.row(1) == ["2", "a\nb_c", ""])
        #expect(list.records.map(\.position.line) == [2, 5])
    }

    @Test(
        "what is no workbook, or none that can be read, says what it is",
        arguments: [
            ("bomb.xlsx", "the workbook is refused: its 'book/texts.xml' unpacks to more than 300 times its size"),
            ("binary.xlsb", "this is a binary Excel workbook (.xlsb), not a CSV, XML or XLSX file"),
            ("open.ods", "this is an OpenDocument file (.ods), not a CSV, XML or XLSX file"),
            ("plain.zip", "this is a ZIP archive, not a CSV, XML or XLSX file"),
        ])
    func refused(name: String, says: String) {
        let text = message { _ = try ExportFile.openAll(fixture(name), options: ImportOptions()) }
        #expect(text?.hasPrefix("\(name): \(says)\n") == true, "\(text ?? "none")")
        #expect(text?.hasSuffix("\nNothing was imported.") == true)
    }

    @Test("a workbook that was cut off, or whose bytes changed, is refused and never traps")
    func damaged() throws {
        guard case .file(let path) = try fixture("openpyxl.xlsx").origin else { return }
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let cut = TestFiles.bytes(Array(bytes.dropLast(40)), name: "a.xlsx")
        let text = message { _ = try ExportFile.openAll(cut, options: ImportOptions()) }
        #expect(text?.hasPrefix("a.xlsx: this ZIP archive, or workbook, cannot be unpacked: ") == true)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<4 {
                changed[Int.random(in: 4..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = message {
                for file in try ExportFile.openAll(TestFiles.bytes(changed, name: "a.xlsx"), options: ImportOptions()) {
                    _ = try file.readAll()
                }
            }
        }
    }

    @Test(
        "real workbooks are no lists of a CRM, and are read where the user says what they are",
        .enabled(if: Paths.samples != nil))
    func samples() throws {
        let options = ImportOptions(entity: .customers, profile: "generic-en", map: [.name: "a"])
        let bytes = try TestFiles.sample("csvkit/dummy.xlsx")
        #expect(
            try ExportFile.open(bytes, options: options).readAll().records.map(\.cells.strings) == [["1", "2", "3"]])
        let text = message { _ = try ExportFile.openAll(bytes, options: ImportOptions()) }
        #expect(text?.hasPrefix("csvkit/dummy.xlsx:1: no profile knows these columns\n") == true, "\(text ?? "none")")
    }
}

@Suite("Excel's XML of 2003")
struct SpreadsheetMLTests {
    private func book(_ sheets: String) -> FileBytes {
        TestFiles.bytes(
            """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Styles><Style ss:ID="Default"><Alignment ss:Vertical="Bottom"/></Style></Styles>\(sheets)</Workbook>
            """, name: "导出.xls")
    }

    private func cell(_ text: String, _ type: String = "String", _ attributes: String = "") -> String {
        "<Cell\(attributes)><Data ss:Type=\"\(type)\">\(text)</Data></Cell>"
    }

    @Test("gaps in rows and columns, merged cells, types and remarks")
    func gaps() throws {
        let header = ["客户编号", "客户名称", "手机", "城市", "创建时间"].map { cell($0) }.joined()
        let rows = [
            "<Row>\(cell("客户列表", "String", " ss:MergeAcross=\"4\""))</Row>",
            "<Row ss:Index=\"3\">\(header)</Row>",
            "<Row>\(cell("007"))\(cell("甲公司"))\(cell("1.38E+10", "Number"))"
                + "\(cell("2026-03-05T00:00:00.000", "DateTime", " ss:Index=\"5\""))</Row>",
            "<Row ss:Index=\"9\">\(cell("8"))\(cell("乙<B>公司</B>", "String", " ss:MergeAcross=\"1\""))\(cell("苏州"))"
                + "<Cell><Comment><Data>not me</Data></Comment><Data ss:Type=\"DateTime\">2026-03-05T14:30:00.000</Data></Cell></Row>",
        ]
        let file = try ExportFile.open(
            book("<Worksheet ss:Name=\"客户\"><Table>\(rows.joined(separator: "\n"))</Table></Worksheet>"),
            options: ImportOptions())
        #expect(file.container == .xml)
        #expect(file.headerLine == 3)
        let (records, rejects, _) = try file.readAll()
        #expect(rejects == [])
        #expect(records.map(\.position.line) == [4, 9])
        #expect(
            records.map(\.cells.strings) == [
                ["007", "甲公司", "13800000000", "", "2026-03-05"], ["8", "乙公司", "", "苏州", "2026-03-05T14:30:00"],
            ])
    }

    @Test("several worksheets are several lists, and an empty one is none")
    func worksheets() throws {
        func sheet(_ name: String, _ rows: [[String]]) -> String {
            let rows = rows.map { "<Row>\($0.map { cell($0) }.joined())</Row>" }.joined()
            return "<Worksheet ss:Name=\"\(name)\"><Table>\(rows)</Table></Worksheet>"
        }
        let files = try ExportFile.openAll(
            book(
                sheet("A", [["客户编号", "客户名称", "手机"], ["1", "甲公司", "2"]]) + sheet("B", [])
                    + sheet("C", [["客户编号", "联系人编号", "姓名"], ["1", "P1", "王小明"]])), options: ImportOptions())
        #expect(files.map(\.shownAs) == ["导出.xls[A]", "导出.xls[C]"])
        #expect(files.map(\.entity) == [.customers, .contacts])
        #expect(try files[1].readAll().records.map(\.cells.strings) == [["1", "P1", "王小明"]])
    }
}
