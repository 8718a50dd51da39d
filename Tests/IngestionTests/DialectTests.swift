import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Files that are written in unusual ways")
struct DialectTests {
    static let bulk = CSVDialect(delimiter: Array("+|".utf8), quote: nil, rowEnd: Array("&|".utf8))

    @Test("several bytes separate cells and rows; parts of them and line breaks belong to the cells")
    func longMarks() throws {
        let text = "1+|a+b|c+|x&y&|\r\n2+|two\nlines+|&|3+|+|z"
        #expect(
            try CSVReader.rows(text, Self.bulk, width: 3) == [
                .cells(1, ["1", "a+b|c", "x&y"]), .cells(2, ["2", "two\nlines", ""]), .cells(3, ["3", "", "z"]),
            ])
    }

    @Test("they are found wherever a chunk cuts them")
    func cutMarks() throws {
        let text = "1+|a+|x&|\r\n2+|b+|+y&|\n3+|c+|z&|\n"
        let whole = try CSVReader.rows(text, Self.bulk, width: 3)
        #expect(whole.count == 3)
        for size in 1...12 {
            #expect(try CSVReader.rows(TestFiles.bytes(text, chunkSize: size), Self.bulk, width: 3) == whole)
        }
    }

    @Test("quotes work between long delimiters too")
    func quotedBetweenLongMarks() throws {
        let dialect = CSVDialect(delimiter: Array("||".utf8))
        #expect(try CSVReader.rows("\"a||b\"||c|d\n", dialect) == [.cells(1, ["a||b", "c|d"])])
    }

    @Test("without quotes a backslash keeps delimiters and line breaks in the cell, and stays before anything else")
    func bareEscapes() throws {
        let dialect = CSVDialect(delimiter: 0x09, quote: nil, escape: UInt8(ascii: "\\"))
        let text = "a\\\tb\tc\\\nd\t\\N\\\\\n\"x\ty\tz\n"
        let whole: [SeenRow] = [.cells(1, ["a\tb", "c\nd", "\\N\\"]), .cells(3, ["\"x", "y", "z"])]
        for size in [1, 2, 3, 100] {
            #expect(try CSVReader.rows(TestFiles.bytes(text, chunkSize: size), dialect, width: 3) == whole)
        }
    }

    @Test("lines that begin as remarks are no rows, yet count as lines")
    func comments() throws {
        let dialect = CSVDialect(delimiter: [UInt8(ascii: ",")], comment: Array("//".utf8))
        let text = "//,\"x\na,b\n// c\r\n/1,2\n//"
        for size in [1, 2, 5, 100] {
            #expect(
                try CSVReader.rows(TestFiles.bytes(text, chunkSize: size), dialect, width: 2) == [
                    .cells(2, ["a", "b"]), .cells(4, ["/1", "2"]),
                ])
        }
    }

    @Test("a byte order mark before any row is no text")
    func marks() throws {
        let text = "\u{FEFF}a,b\n\u{FEFF}\"c\",d\n\u{FEFF}\u{FEFF}e,f\ng,\u{FEFF}h\n"
        #expect(
            try CSVReader.rows(text, width: 2) == [
                .cells(1, ["a", "b"]), .cells(2, ["c", "d"]), .cells(3, ["e", "f"]), .cells(4, ["g", "\u{FEFF}h"]),
            ])
    }

    @Test("a mark of several bytes is found where every row has as many cells by it")
    func detectsLongMarks() {
        let detected = { (text: String) in DialectDetection.detect(Array(text.utf8), isWhole: true) }
        #expect(detected("a||b||c\n1||||3\n|4||5||6\n").dialect.delimiter == Array("||".utf8))
        #expect(detected("a|b|c\n1||3\n4|5|6\n").dialect.delimiter == [UInt8(ascii: "|")])
        #expect(detected("a^b\n1^2\n").dialect.delimiter == [UInt8(ascii: "^")])
        #expect(detected("a^2,b\n1,2\n").dialect.delimiter == [UInt8(ascii: ",")])
    }

    @Test("what is found is found with a confidence and a reason")
    func confidence() {
        let clear = DialectDetection.detect(Array("a;b\n1;2\n3;4\n".utf8), isWhole: true)
        #expect(clear.confidence > 0.9)
        #expect(clear.reason == "3 of the first 3 rows have 2 cells by it")
        let ragged = DialectDetection.detect(Array("a;b\n1;2;3\n3\n4;5\n".utf8), isWhole: true)
        #expect(ragged.confidence <= 0.6)
        #expect(DialectDetection.detect(Array("a\nb\n".utf8), isWhole: true).reason.hasPrefix("no delimiter gives"))
    }

    @Test("the user's word goes before what is found")
    func options() throws {
        let text = "title;x\n\nid;'name';phone\n1;'A;B';2\n"
        let options = ImportOptions(entity: .customers, delimiter: ";", quote: "'", headerLine: 3)
        let file = try ExportFile.open(text, options: options)
        #expect(file.header == ["id", "name", "phone"])
        #expect(file.headerConfidence?.reason == "the options say so")
        #expect(try file.readAll().records.map { $0.texts[.name] } == ["A;B"])
        #expect(
            message { _ = try ExportFile.open(text, options: ImportOptions(headerLine: 2)) }?.hasPrefix(
                "customers.csv:2: no header begins on this line\n") == true)
        #expect(
            message { _ = try ExportFile.open(text, options: ImportOptions(delimiter: "\"")) }?.hasPrefix(
                "customers.csv: '\"' cannot separate cells\n") == true)
        #expect(
            message { _ = try ExportFile.open(text, options: ImportOptions(quote: "ab")) }?.hasPrefix(
                "customers.csv: 'ab' cannot surround cells\n") == true)
    }

    @Test("a file without a header is read by the numbers of its columns where the user says so")
    func numbered() throws {
        let options = ImportOptions(
            entity: .customers, profile: "generic-en", map: [.id: "1", .name: "2"], hasNoHeader: true)
        let file = try ExportFile.open("7,A,x\n8,B,y\n9,C\n", options: options)
        let (records, rejects, _) = try file.readAll()
        #expect(file.header == ["1", "2", "3"])
        #expect(file.headerLine == 0)
        #expect(records.map { $0.texts[.name] } == ["A", "B"])
        #expect(records.map(\.position.line) == [1, 2])
        #expect(rejects.map(\.position.line) == [3])
    }

    @Test("a file that mixes encodings by line is decoded by line, and says so")
    func mixedEncodings() throws {
        let utf8 = "客户编号,客户名称,手机\n1,宁波甲贸易有限公司,13800138000\n2,宁波乙贸易有限公司,13800138001\n"
        let foreign = "3,上海丙电子有限公司,13800138002\n4,plain,13800138003\n5,广州丁物流有限公司,13800138004\n"
        let bytes = Array(utf8.utf8) + (try TestFiles.transcode(foreign, to: .gb18030))
        for size in [1, 7, 64, 1_000] {
            let file = try ExportFile.open(
                TestFiles.bytes(bytes, name: "客户.csv", chunkSize: size), options: ImportOptions())
            #expect(file.encoding.name == "UTF-8 with lines in GB18030")
            let (records, rejects, summary) = try file.readAll()
            #expect(rejects.isEmpty)
            #expect(
                records.map { $0.texts[.name] } == [
                    "宁波甲贸易有限公司", "宁波乙贸易有限公司", "上海丙电子有限公司", "plain", "广州丁物流有限公司",
                ])
            #expect(
                summary.warnings == [
                    "客户.csv: 2 lines were read as GB18030, the others as UTF-8: the file mixes encodings by line"
                ])
        }
    }

    @Test("a damaged row of UTF-8 is rejected, and not read as something else")
    func damage() throws {
        var bytes = Array("客户编号,客户名称,手机\n1,宁波甲贸易有限公司,1\n2,宁波乙".utf8)
        bytes += [0xE6, 0x98] + Array("贸易有限公司,2\n3,宁波丙贸易有限公司,3\n".utf8)
        let (records, rejects, _) = try ExportFile.open(
            TestFiles.bytes(bytes, name: "客户.csv"), options: ImportOptions()
        ).readAll()
        #expect(records.map { $0.texts[.id] } == ["1", "3"])
        #expect(rejects.map(\.code) == [.undecodableText])
        #expect(rejects.map(\.position.line) == [3])
    }

    @Test("no input takes longer than its length deserves: an open quote, a huge row, rows as long as many chunks")
    func linear() throws {
        let clock = ContinuousClock()
        let open = "a,b\n1,\"2\n" + String(repeating: "3,4\n", count: 300_000)
        let wide = String(repeating: "x,", count: 100_000) + "x\n"
        let long = (0..<20).map { _ in "1,\"" + String(repeating: "line\n", count: 900) + "\"\n" }.joined()
        let quotes = String(repeating: "\"a,\"\n", count: 100_000)
        var seen: [Int] = []
        let time = try clock.measure {
            for (text, width, size) in [(open, 2, 4_096), (wide, 100_001, 64), (long, 2, 64), (quotes, 2, 4_096)] {
                seen.append(try CSVReader.rows(TestFiles.bytes(text, chunkSize: size), width: width).count)
            }
        }
        #expect(seen[0] == 300_002)
        #expect(seen[1...2] == [1, 20])
        // Seconds in a debug build; hours where a row is begun again for each chunk.
        #expect(time < .seconds(60))
    }
}
