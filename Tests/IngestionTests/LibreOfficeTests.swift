import Records
import TestSupport
import Testing

@testable import Ingestion

/// Files that LibreOffice wrote, all of the same book: two sheets, a merged title row, shared strings, dates, a formula.
@Suite("What LibreOffice writes is read")
struct LibreOfficeTests {
    @Test("a workbook: both sheets, below the merged title, with dates as days and ids as texts")
    func workbook() throws {
        let files = try ExportFile.openAll(fixture("libreoffice.xlsx"), options: ImportOptions())
        #expect(files.map(\.shownAs) == ["libreoffice.xlsx[客户]", "libreoffice.xlsx[联系人]"])
        #expect(files.map(\.entity) == [.customers, .contacts])
        #expect(files[0].headerLine == 3)
        #expect(files[0].titleLines == 1)
        let customers = try files[0].readAll()
        #expect(customers.rejects == [])
        #expect(
            customers.records.map(\.cells.strings) == [
                ["00123", "苏州甲乙有限公司", "13800138000", "1234567.5", "2026-03-05", "2026-03-05T14:30:00", "甲 & 乙"],
                ["919325000000064034", "上海丙丁有限公司", "+8613900139000", "0.1", "1999-12-31", "", "第一行\n第二行"],
                ["7", "苏州甲乙有限公司", "", "2469135", "", "", "1"],
            ])
        #expect(customers.records.map(\.position.line) == [4, 5, 7])
        #expect(try files[1].readAll().records.map(\.cells.strings) == [["P1", "00123", "王小明", "13800138001"]])
    }

    @Test("CSV: the dates are written in American order, which one of them shows")
    func csv() throws {
        let file = try ExportFile.open(fixture("libreoffice.csv"), options: ImportOptions())
        #expect(file.entity == .customers)
        #expect(file.headerLine == 3)
        #expect(file.conventions.dateOrder == .monthDayYear)
        let read = try file.readAll()
        #expect(read.rejects == [])
        #expect(read.records.map { $0.texts[.createdAt] } == ["03/05/2026", "12/31/1999", nil])
        #expect(read.records.map { $0.texts[.id] } == ["00123", "919325000000064034", "7"])
        #expect(read.records[1].texts[.notes] == "第一行\n第二行")
        #expect(read.records.map(\.position.line) == [4, 5, 8])
    }

    @Test("a binary workbook (.xls) is refused, with what to do")
    func binary() throws {
        #expect(
            message { _ = try ExportFile.open(fixture("libreoffice.xls"), options: ImportOptions()) } == """
                libreoffice.xls: this is an old Excel workbook (.xls), or one with a password, not a CSV, XML or XLSX file
                In Excel or WPS: File, Save As, 'Excel workbook (*.xlsx)', without a password; import that file.
                Nothing was imported.
                """)
    }
}
