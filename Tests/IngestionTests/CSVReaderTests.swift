import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("CSV is read by its bytes")
struct CSVReaderTests {
    @Test("LF, CRLF, lone CR and a mixture of them end a row, and each is one line")
    func lineEnds() throws {
        #expect(
            try CSVReader.rows("a,b\n1,2\r\n3,4\r5,6") == [
                .cells(1, ["a", "b"]), .cells(2, ["1", "2"]), .cells(3, ["3", "4"]), .cells(4, ["5", "6"]),
            ])
    }

    @Test("line breaks inside quotes are kept, and the next row's line counts them")
    func embeddedLineBreaks() throws {
        #expect(
            try CSVReader.rows("a,b\r\n\"x\r\ny\nz\rw\",2\r\n3,4\r\n", width: 2) == [
                .cells(1, ["a", "b"]), .cells(2, ["x\r\ny\nz\rw", "2"]), .cells(6, ["3", "4"]),
            ])
    }

    @Test("quotes are doubled inside quotes, and mean nothing inside a bare cell")
    func quotes() throws {
        #expect(
            try CSVReader.rows("\"a \"\"b\"\" c\",\"\",\"\"\"\",5\" pipe\n") == [
                .cells(1, ["a \"b\" c", "", "\"", "5\" pipe"])
            ])
    }

    @Test("a quote that is not doubled stays in the cell unless a delimiter follows")
    func strayQuotes() throws {
        #expect(
            try CSVReader.rows("\"the \"best\" one\",2\n3,4\n", width: 2) == [
                .cells(1, ["the \"best\" one", "2"]), .cells(2, ["3", "4"]),
            ])
    }

    @Test("blanks between a closing quote and the delimiter are padding")
    func padding() throws {
        #expect(try CSVReader.rows("\"a, b\"  ,2\n") == [.cells(1, ["a, b", "2"])])
    }

    @Test("backslashes escape quotes where the dialect says so, and only there")
    func backslashes() throws {
        let text = "\"a \\\"b\\\" c\",\"d\\\\\",\"C:\\x\"\n"
        let escaped = CSVDialect(escape: UInt8(ascii: "\\"))
        #expect(try CSVReader.rows(text, escaped) == [.cells(1, ["a \"b\" c", "d\\", "C:\\x"])])
        #expect(try CSVReader.rows("\"C:\\\",2\n") == [.cells(1, ["C:\\", "2"])])
    }

    @Test(
        "any one-byte delimiter separates",
        arguments: [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|"), 0x01])
    func delimiters(delimiter: UInt8) throws {
        let mark = String(Character(Unicode.Scalar(delimiter)))
        let text = ["a", "\"b\(mark)c\"", ""].joined(separator: mark)
        #expect(try CSVReader.rows(text, CSVDialect(delimiter: delimiter)) == [.cells(1, ["a", "b\(mark)c", ""])])
    }

    @Test("a delimiter at the very end leaves an empty last cell")
    func trailingDelimiter() throws {
        #expect(try CSVReader.rows("a,b,") == [.cells(1, ["a", "b", ""])])
    }

    @Test("blank lines are no rows, yet count as lines")
    func blankLines() throws {
        #expect(try CSVReader.rows("\n\na\n \n\nb\n\n") == [.cells(3, ["a"]), .cells(6, ["b"])])
    }

    @Test("an unclosed quote costs its own row only: the next line that is a row is read")
    func unclosedQuote() throws {
        #expect(
            try CSVReader.rows("a,b,c\n1,2,3\n4,\"five,6\n7,8,9\n10,11,12\n", width: 3) == [
                .cells(1, ["a", "b", "c"]), .cells(2, ["1", "2", "3"]),
                .broken(3, .unclosedQuote, field: 2, lines: 3...3, text: "4,\"five,6"), .cells(4, ["7", "8", "9"]),
                .cells(5, ["10", "11", "12"]),
            ])
    }

    @Test("a quote left open is not closed by the next row's quotes, in a file that quotes everything")
    func unclosedAmongQuoted() throws {
        let good = "\"7\",\"8\",\"9\"\n"
        for (field, bad) in [(1, "\"4,5,6\n"), (2, "\"4\",\"5,\"6\"\n"), (3, "\"4\",\"5\",\"6\n")] {
            let rows = try CSVReader.rows("\"a\",\"b\",\"c\"\n" + bad + good + good, width: 3)
            #expect(rows.count == 4, "the quote of field \(field)")
            #expect(rows.dropFirst(2) == [.cells(3, ["7", "8", "9"]), .cells(4, ["7", "8", "9"])])
        }
    }

    @Test("lines that are no rows by themselves are given up together, and their text is kept")
    func resynchronisation() throws {
        #expect(
            try CSVReader.rows("1,\"two,3\nrest of\nthe cell\",4\n5,6,7\n", width: 3) == [
                .cells(1, ["1", "two,3\nrest of\nthe cell", "4"]), .cells(4, ["5", "6", "7"]),
            ])
        #expect(
            try CSVReader.rows("1,\"two\nx\ny\n5,6,7\n", width: 3) == [
                .broken(1, .unclosedQuote, field: 2, lines: 1...3, text: "1,\"two\nx\ny"), .cells(4, ["5", "6", "7"]),
            ])
    }

    @Test("an unclosed quote on the last line is a broken row of its own")
    func unclosedAtEnd() throws {
        #expect(
            try CSVReader.rows("1,2\n3,\"4", width: 2) == [
                .cells(1, ["1", "2"]), .broken(2, .unclosedQuote, field: 2, lines: 2...2, text: "3,\"4"),
            ])
    }

    @Test("a field may have 64 KB; a longer one breaks its row and no other")
    func longField() throws {
        let limit = String(repeating: "x", count: CSVLimits.fieldBytes)
        #expect(try CSVReader.rows("1,\(limit)\n", width: 2) == [.cells(1, ["1", limit])])
        for quote in ["", "\""] {
            let rows = try CSVReader.rows("1,\(quote)\(limit)x\(quote)\n3,4\n", width: 2)
            #expect(rows.count == 2)
            guard case .broken(1, .fieldTooLong, field: 2, lines: 1...1, let text) = rows[0] else {
                Issue.record(Comment(rawValue: String("\(rows[0])".prefix(80))))
                continue
            }
            #expect(text.utf8.count == CSVLimits.fieldBytes)
            #expect(rows[1] == .cells(2, ["3", "4"]))
        }
    }

    @Test("a line longer than any row may be is passed over without being held")
    func endlessLine() throws {
        let rows = try CSVReader.rows(
            String(repeating: "abcdefg,", count: 700_000) + "\n3,4\n", width: 2)
        #expect(rows.count == 2)
        #expect(rows.last == .cells(2, ["3", "4"]))
    }

    @Test("a row may span 1,000 lines; a quote open for longer is not closed")
    func manyLines() throws {
        let lines = String(repeating: "x\n", count: 998)
        #expect(try CSVReader.rows("1,\"\(lines)\"\n3,4\n", width: 2).count == 2)
        let rows = try CSVReader.rows("1,\"\(lines)x\nx\nx\"\n3,4\n", width: 2)
        guard case .broken(1, .unclosedQuote, field: 2, lines: 1...1_001, _) = rows[0] else {
            Issue.record(Comment(rawValue: String("\(rows[0])".prefix(80))))
            return
        }
        #expect(rows.last == .cells(1_002, ["3", "4"]))
    }

    @Test("titles above the header are not held against the header's width")
    func titles() throws {
        #expect(
            try CSVReader.rows(TestFiles.bytes("a \"title\nx,\"y\n1,2\n"), width: 2, headerLine: 3).last
                == .cells(3, ["1", "2"]))
    }

    @Test("the rows are the same wherever chunks of the file end")
    func chunkBoundaries() throws {
        let text =
            "\u{FEFF}名称,b,c\r\n\"x\r\n\"\"y\"\"\",2,3\r4,5,6\n\r\n\"open,1,2\n7,8,9\n1,2\n\"说 \"好\" 的\",b , \"c\"\r\n,,\r\n\"\",\"\",\"\""
        let whole = try CSVReader.rows(TestFiles.bytes(text), width: 3)
        #expect(whole.count == 9)
        for size in 1...64 {
            #expect(try CSVReader.rows(TestFiles.bytes(text, chunkSize: size), width: 3) == whole, "chunks of \(size)")
        }
    }

    @Test("what the writer writes reads back the same, cell by cell")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "", "a", "客户", ",", "\"", "\r", "\n", "\r\n", "'", "=1+1", "＝x", " ", "\t", "𠮷", "\u{FEFF}", "\\", "\"\"",
            ";", "|",
        ]
        var writer = CSVWriter(bom: false)
        var expected: [[String]] = []
        for _ in 0..<2_000 {
            let row = (0..<5).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            expected.append(row)
            writer.append(row)
        }
        let read = try CSVReader.rows(TestFiles.bytes(writer.bytes, chunkSize: 777), width: 5).map { row in
            if case .cells(_, let cells) = row { cells } else { ["broken"] }
        }
        #expect(read == expected)
    }

    @Test("no bytes trap, and every line is in a row or a blank one")
    func hostileBytes() throws {
        var random = SeededGenerator(seed: 11)
        let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x20, 0x00, 0xFF, 0xE4, 0x5C, 0x3B]
        for round in 0..<400 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let dialect = CSVDialect(escape: round % 3 == 0 ? 0x5C : nil)
            let whole = try CSVReader.rows(TestFiles.bytes(bytes), dialect, width: 3)
            let pieces = try CSVReader.rows(TestFiles.bytes(bytes, chunkSize: 1 + round % 7), dialect, width: 3)
            #expect(whole == pieces)
        }
    }
}
