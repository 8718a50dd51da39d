import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("A file that cannot be used says why, where and what to do")
struct BadFileTests {
    func error(_ text: String, name: String, options: ImportOptions = ImportOptions()) -> String? {
        message { _ = try ExportFile.open(text, name: name, options: options).readAll() }
    }

    func error(_ bytes: [UInt8], name: String, options: ImportOptions = ImportOptions()) -> String? {
        message { _ = try ExportFile.open(TestFiles.bytes(bytes, name: name), options: options).readAll() }
    }

    @Test("a path without a file")
    func missing() {
        #expect(
            message { _ = try ExportFile.open(path: "/nowhere/customers.csv", shownAs: "inbox/customers.csv") } == """
                inbox/customers.csv: there is no such file
                Check the path: it is taken from the folder you are in.
                Nothing was imported.
                """)
    }

    @Test("a folder")
    func folder() {
        #expect(
            message { _ = try ExportFile.open(path: NSTemporaryDirectory(), shownAs: "inbox") } == """
                inbox: this is a folder, not a file
                Name the files in it, or give the folder to 'gonghai import'.
                Nothing was imported.
                """)
    }

    @Test("no bytes, and nothing but blanks")
    func empty() {
        #expect(
            error("", name: "a.csv") == """
                a.csv: the file is empty (0 bytes)
                A list needs at least a header line. Export it again.
                Nothing was imported.
                """)
        for text in ["\n", "\u{FEFF}", " \r\n\r\n"] {
            #expect(
                error(text, name: "a.csv") == """
                    a.csv: the file has no header line: there is nothing in it but blanks
                    A list needs at least a header line. Export it again.
                    Nothing was imported.
                    """)
        }
    }

    @Test("an old Excel workbook, one with a password, and a PDF")
    func foreign() {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
        #expect(
            error(compound, name: "a.xls") == """
                a.xls: this is an old Excel workbook (.xls), or one with a password, not a CSV, XML or XLSX file
                In Excel or WPS: File, Save As, 'Excel workbook (*.xlsx)', without a password; import that file.
                Nothing was imported.
                """)
        #expect(
            error(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }, name: "a.xlsx") == """
                a.xlsx: this is an Excel workbook with a password, not a CSV, XML or XLSX file
                Open it in Excel or WPS, save it without a password as .xlsx, and import that file.
                Nothing was imported.
                """)
        #expect(
            error("%PDF-1.7\n", name: "a.csv") == """
                a.csv: this is a PDF document, not a CSV, XML or XLSX file
                Export the list as CSV UTF-8, XLSX or XML.
                Nothing was imported.
                """)
    }

    @Test(
        "archives, pictures and other texts that are no list",
        arguments: [
            ([0x1F, 0x8B, 8], "a gzip archive"), (Array("BZh9".utf8), "a bzip2 archive"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "an xz archive"), ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"), (Array("Rar!\u{1A}\u{7}".utf8), "a RAR archive"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a picture (PNG)"),
            ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
            (Array("{\\rtf1 customer_name}".utf8), "an RTF document"), (Array("[{\"name\":1}]".utf8), "JSON"),
        ] as [([UInt8], String)])
    func signatures(bytes: [UInt8], what: String) {
        let text = error(bytes, name: "a.csv")
        #expect(text?.hasPrefix("a.csv: this is \(what), not a CSV, XML or XLSX file\n") == true, "\(text ?? "none")")
    }

    @Test(
        "a web page, such as the one to sign in",
        arguments: ["<!DOCTYPE html>\n<html>", "\u{FEFF}\n <HTML lang='en'><p>"])
    func webPage(text: String) {
        #expect(
            error(text, name: "a.xml") == """
                a.xml: this is a web page (HTML), not a CSV, XML or XLSX file
                Where it is a page to sign in: sign in, and export again. Where it is a table that a system calls Excel: \
                open it in Excel or WPS, and save it as 'Excel workbook (*.xlsx)'.
                Nothing was imported.
                """)
    }

    @Test("a file full of zero bytes")
    func binary() {
        let bytes = (0..<400).map { (index: Int) -> UInt8 in index % 7 == 3 || index % 5 == 1 ? 0 : 65 }
        let zeros = bytes.count { $0 == 0 }
        let expected = """
            a.csv: this is a binary file, not text: \(zeros) of its 400 bytes are zero
            Export the list as CSV UTF-8, XLSX or XML.
            Nothing was imported.
            """
        #expect(error(bytes, name: "a.csv") == expected)
    }

    @Test("bytes that are no text though none is zero")
    func controlCharacters() {
        let bytes = (0..<400).map { (index: Int) -> UInt8 in index % 8 == 3 ? 0x02 : 65 }
        #expect(
            error(bytes, name: "a.csv") == """
                a.csv: this is a binary file, not text: of its first 400 bytes 50 are control characters
                Export the list as CSV UTF-8, XLSX or XML.
                Nothing was imported.
                """)
    }

    @Test("a header that is longer than is looked at is not called blank")
    func longHeader() {
        let text = (0..<100_000).map { "column\($0)" }.joined(separator: ",") + "\n1\n"
        #expect(
            error(text, name: "a.csv") == """
                a.csv:1: the line of the header is longer than 256 KB, or a quote in it is open
                No export of customers looks like this: check where the file comes from.
                Nothing was imported.
                """)
    }

    @Test("the wrong encoding is doubted where the file is then not understood")
    func wrongEncoding() {
        let text = error("客户编号,客户名称,手机\n1,甲,2\n", name: "a.csv", options: ImportOptions(encoding: "GBK"))
        #expect(
            text?.contains("It was read as GB18030 as --encoding says, but looks like UTF-8: try without --encoding.\n")
                == true)
    }

    @Test("an encoding that does not exist")
    func unknownEncoding() {
        #expect(
            error("a", name: "a.csv", options: ImportOptions(encoding: "GB2321")) == """
                a.csv: there is no encoding 'GB2321'
                Did you mean 'GB2312'?
                Known: UTF-8, GB18030, Big5, Shift_JIS, Windows-1252, Windows-1251, UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE.
                Nothing was imported.
                """)
        #expect(
            error("<?xml version='1.0' encoding='UTF-7'?><a/>", name: "a.xml")?.hasPrefix(
                "a.xml: there is no encoding 'UTF-7'\n") == true)
    }

    @Test("a header without a column for a required field")
    func missingField() {
        #expect(
            error("编号,往来户全名,手机\n1,张三商行,13800138000\n", name: "inbox/customers.csv") == """
                inbox/customers.csv:1:4: no column for the field 'name'
                  |
                1 | 编号,往来户全名,手机
                  |      ^^^^^^^^^^
                The profile 'generic-zh' knows 客户名称, 公司名称 and 企业名称. The closest column is '往来户全名'.
                Map it with:  gonghai import --map name=往来户全名 inbox/customers.csv
                Nothing was imported.
                """)
    }

    @Test("a table without a header", .enabled(if: Paths.samples != nil))
    func noHeader() {
        let path = "adventureworks/SalesTerritory.csv"
        let text = message { _ = try ExportFile.open(path: TestFiles.samplePath(path), shownAs: path) }
        #expect(text?.hasPrefix("\(path):1: no header row: this row looks like data\n") == true)
        #expect(text?.contains("gonghai import --as ENTITY --no-header --map FIELD=NUMBER \(path)\n") == true)
    }

    @Test("XML with a DOCTYPE, wherever it stands before the first element")
    func doctype() {
        #expect(
            error(
                "<?xml version=\"1.0\"?>\n<!-- <!DOCTYPE no> -->\n <!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>",
                name: "a.xml") == """
                    a.xml:3:2: the XML has a DOCTYPE, which is refused: it can make a reader open other files
                    Remove the declaration '<!DOCTYPE …>' if you trust the file; exports do not need it.
                    Nothing was imported.
                    """)
    }

    @Test("XML that ends too early")
    func cutXML() {
        #expect(
            error("<list>\n<customer><name>A</name><phone>1</phone></customer>\n<customer><name>B</na", name: "a.xml")
                == """
                a.xml:3:22: the XML ends too early: 3 elements are still open
                The file was cut off: export or copy it again.
                Nothing was imported.
                """)
    }

    @Test("XML that is not well-formed")
    func malformed() {
        #expect(
            error("<list>\n<customer><name>A</nome></customer></list>", name: "a.xml") == """
                a.xml:2:25: the XML is not well-formed: Opening and ending tag mismatch: name line 2 and nome
                Export it again, or correct the place named.
                Nothing was imported.
                """)
    }

    @Test(
        "XML built to exhaust its reader: each cap refuses with a place",
        arguments: [
            (String(repeating: "<a>", count: 100), "elements are nested deeper than 64 levels"),
            (
                "<a " + (0..<1_001).map { "x\($0)='1'" }.joined(separator: " ") + "/>",
                "an element has more than 1000 attributes"
            ),
            ("<\(String(repeating: "n", count: 1_025))/>", "a name is longer than 1024 bytes"),
            (
                "<a><b><n>\(String(repeating: "x", count: (1 << 20) + 1))</n></b><b><n>1</n></b></a>",
                "the record that begins here has a text longer than 1 MB"
            ),
        ])
    func caps(text: String, reason: String) {
        #expect(
            error(text, name: "a.xml")?.contains(": \(reason)\n") == true, "\(error(text, name: "a.xml") ?? "none")")
    }

    @Test("a comment longer than the parser's buffer")
    func longComment() {
        let text = error("<l><!--\(String(repeating: "x", count: 11_000_000))--></l>", name: "a.xml")
        #expect(text?.contains(": a comment, a tag or a text is longer than 10 MB\n") == true, "\(text ?? "none")")
    }

    @Test("XML that ends behind its declaration")
    func noElement() {
        #expect(
            error("<?xml version=\"1.0\"?>\n", name: "a.xml") == """
                a.xml: the XML has no element: it ends behind its declaration
                The file was cut off: export or copy it again.
                Nothing was imported.
                """)
    }

    @Test("entities that nothing declares")
    func entities() {
        #expect(
            error("<l><c><n>&bomb;</n></c></l>", name: "a.xml")?.hasPrefix(
                "a.xml:1:16: the XML is not well-formed: Entity 'bomb' not defined") == true)
    }
}
