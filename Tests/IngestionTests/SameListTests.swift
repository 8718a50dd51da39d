import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("One list, whatever it is written in")
struct SameListTests {
    private static let header = ["客户编号", "客户名称", "手机", "年营收", "城市", "创建时间", "备注"]
    private static let rows = [
        ["K001", "苏州甲乙有限公司", "13800138000", "1200000", "苏州", "2026-03-05", "说 \"好\", 再联系"],
        ["0042", "上海丙丁（集团）有限公司", "13900139000", "1234.56", "", "2025-12-31", ""],
        ["K003", "北京戊己 & 庚辛 <公司>", "", "", "北京", "", "第一行\n第二行"],
    ]

    private static var csv: String {
        ([header] + rows).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// An empty value has no element; the city stands in another one, and the order of the elements changes.
    private static var xml: String {
        let records = rows.enumerated().map { number, row in
            var values = zip(header, row).filter { !$1.isEmpty }.map { name, value in
                let element = "<\(name)>\(escaped(value))</\(name)>"
                return name == "城市" ? "<地址>\(element)</地址>" : element
            }
            if number == 1 { values.reverse() }
            return "<客户>\(values.joined(separator: "\n  "))</客户>"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<客户列表>\(records.joined(separator: "\n"))</客户列表>\n"
    }

    private static var spreadsheetML: String {
        let rows = ([header] + rows).map { row in
            let cells = row.enumerated().filter { !$0.element.isEmpty }.map { column, value in
                "<Cell ss:Index=\"\(column + 1)\"><Data ss:Type=\"String\">\(escaped(value).replacing("\n", with: "&#10;"))</Data></Cell>"
            }
            return "<Row>\(cells.joined())</Row>"
        }
        return """
            <?xml version="1.0"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="客户"><Table>\(rows.joined())</Table></Worksheet></Workbook>
            """
    }

    private func texts(_ bytes: FileBytes) throws -> [[String]] {
        let file = try ExportFile.open(bytes, options: ImportOptions())
        #expect(file.entity == .customers)
        #expect(file.profile.name == "generic-zh")
        let (records, rejects, _) = try file.readAll()
        #expect(rejects == [])
        return records.map { record in
            // The columns of XML have an order of their own.
            record.texts.fields.sorted { $0.rawValue.isOrderedBefore($1.rawValue) }.map {
                "\($0.rawValue)=\(record.texts[$0] ?? "")"
            }
        }
    }

    @Test("as CSV in three encodings, XML, Excel's XML of 2003 and XLSX the rows have the same texts by field")
    func same() throws {
        let plain = try texts(TestFiles.bytes(Self.csv))
        #expect(plain.count == 3)
        #expect(
            plain.first == [
                "city=苏州", "created_at=2026-03-05", "id=K001", "mobile=13800138000", "name=苏州甲乙有限公司",
                "notes=说 \"好\", 再联系", "revenue=1200000",
            ])
        for encoding in [TextEncoding.gb18030, .utf16LE, .utf16BE] {
            let mark = encoding == .gb18030 ? "" : "\u{FEFF}"
            let bytes = try TestFiles.transcode(mark + Self.csv, to: encoding)
            #expect(try texts(TestFiles.bytes(bytes)) == plain, "\(encoding)")
        }
        #expect(try texts(TestFiles.bytes(Self.xml, name: "list.xml")) == plain)
        #expect(try texts(TestFiles.bytes(Self.spreadsheetML, name: "list.xls")) == plain)
        #expect(try texts(fixture("list.xlsx")) == plain)
    }
}
