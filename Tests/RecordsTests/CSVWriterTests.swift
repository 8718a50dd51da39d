import Records
import Testing

@Suite("CSVWriter")
struct CSVWriterTests {
    func text(bom: Bool = false, _ rows: [[String]], neutralising isText: [Bool] = []) -> String {
        var writer = CSVWriter(bom: bom)
        for row in rows { writer.append(row, neutralising: isText) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("quotes stand where they are needed and are doubled inside")
    func quotes() {
        #expect(text([["a", "b c", "", "公海"]]) == "a,b c,,公海\r\n")
        #expect(text([["a,b", "x\"y", "1\n2", "3\r"]]) == "\"a,b\",\"x\"\"y\",\"1\n2\",\"3\r\"\r\n")
    }

    @Test("a row of one empty cell is a row, not an empty line")
    func loneEmptyCell() {
        #expect(text([[""], ["", ""], ["a"]]) == "\"\"\r\n,\r\na\r\n")
    }

    @Test("a text that begins the file with U+FEFF is not taken for a byte order mark")
    func byteOrderMark() {
        #expect(
            Array(text([["\u{FEFF}a", "\u{FEFF}"], ["\u{FEFF}"]]).utf8).starts(with: Array("\"\u{FEFF}a\",".utf8)))
        var writer = CSVWriter(bom: true)
        writer.append(["\u{FEFF}a"])
        #expect(writer.bytes == Array("\u{FEFF}\"\u{FEFF}a\"\r\n".utf8))
        writer.removeWritten()
        writer.append(["\u{FEFF}b"])
        #expect(writer.bytes == Array("\"\u{FEFF}b\"\r\n".utf8))
    }

    @Test(
        "what a spreadsheet would evaluate gets an apostrophe in columns of text, and only there",
        arguments: ["=1", "+86", "-5", "@x", "\t", "\0=1", "＝1", "＋1", "－1", "＠1"])
    func neutralised(formula: String) {
        #expect(text([[formula, formula]], neutralising: [true]) == "'\(formula),\(formula)\r\n")
        #expect(FormulaText.isEvaluated(formula.utf8))
    }

    @Test("ordinary text is left alone", arguments: ["", "1", "'=1", " =1", "（", "a=1"])
    func ordinary(text: String) { #expect(!FormulaText.isEvaluated(text.utf8)) }
}
