/// One list of three customers in several containers; `Fixtures/list.xlsx` of IngestionTests is the same one.
package enum SameList {
    private static let header = ["客户编号", "客户名称", "手机", "年营收", "城市", "创建时间", "备注"]
    private static let rows = [
        ["K001", "苏州甲乙有限公司", "13800138000", "1200000", "苏州", "2026-03-05", "说 \"好\", 再联系"],
        ["0042", "上海丙丁（集团）有限公司", "13900139000", "1234.56", "", "2025-12-31", ""],
        ["K003", "北京戊己 & 庚辛 <公司>", "", "", "北京", "", "第一行\n第二行"],
    ]

    package static var csv: String {
        ([header] + rows).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// An empty value has no element; the city stands in another one, and the order of the elements changes.
    package static var xml: String {
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

    package static var spreadsheetML: String {
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
}
