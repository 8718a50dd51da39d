import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("One list, whatever it is written in")
struct SameListTests {
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
        let plain = try texts(TestFiles.bytes(SameList.csv))
        #expect(plain.count == 3)
        #expect(
            plain.first == [
                "city=苏州", "created_at=2026-03-05", "id=K001", "mobile=13800138000", "name=苏州甲乙有限公司",
                "notes=说 \"好\", 再联系", "revenue=1200000",
            ])
        for encoding in [TextEncoding.gb18030, .utf16LE, .utf16BE] {
            let mark = encoding == .gb18030 ? "" : "\u{FEFF}"
            let bytes = try TestFiles.transcode(mark + SameList.csv, to: encoding)
            #expect(try texts(TestFiles.bytes(bytes)) == plain, "\(encoding)")
        }
        #expect(try texts(TestFiles.bytes(SameList.xml, name: "list.xml")) == plain)
        #expect(try texts(TestFiles.bytes(SameList.spreadsheetML, name: "list.xls")) == plain)
        #expect(try texts(fixture("list.xlsx")) == plain)
    }
}
