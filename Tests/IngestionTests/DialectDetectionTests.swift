import TestSupport
import Testing

@testable import Ingestion

@Suite("A CSV file's dialect is found from its first rows")
struct DialectDetectionTests {
    func detect(_ text: String, delimiter: UInt8? = nil) -> CSVDialect {
        DialectDetection.detect(
            Array(text.utf8), isWhole: true, wishes: DialectDetection.Wishes(delimiter: delimiter.map { [$0] })
        ).dialect
    }

    @Test("the delimiter is the one that gives every row as many cells")
    func delimiters() {
        #expect(detect("a;b\n1,5;2\n2,5;3\n").delimiter == [UInt8(ascii: ";")])
        #expect(detect("a\tb\n1, 2\t3\n4\t5, 6, 7\n").delimiter == [0x09])
        #expect(detect("a|b|c\n1|2,3|4\n5|6|7\n").delimiter == [UInt8(ascii: "|")])
        #expect(detect("name,city\n\"x; y; z\",a\n\"u; v\",b\n").delimiter == [UInt8(ascii: ",")])
    }

    @Test("a file of one column is a file of one column")
    func oneColumn() {
        #expect(detect("name\nAcme\nBeta\n") == CSVDialect())
    }

    @Test("backslashes before quotes are seen, and Windows paths are not mistaken for them")
    func escapes() {
        #expect(detect("a,b\n\"x \\\"y\\\", z\",2\n\"u \\\"v\\\", w\",3\n").escape == UInt8(ascii: "\\"))
        #expect(detect("a,b\n\"C:\\\",2\n\"D:\\\",3\n").escape == nil)
    }

    @Test("where quotes are never closed, they mean nothing")
    func noQuotes() {
        #expect(detect("a\tb\n\"x\t2\n\"y\t3\n\"z\t4\n").quote == nil)
    }

    @Test("Excel's own hint is believed")
    func separatorLine() {
        #expect(detect("sep=;\na,b;c\n").delimiter == [UInt8(ascii: ";")])
    }

    @Test("a delimiter that the user names is not looked for")
    func named() {
        #expect(detect("a,b\n1,2\n", delimiter: UInt8(ascii: "^")).delimiter == [UInt8(ascii: "^")])
    }

    @Test(
        "real files", .enabled(if: Paths.samples != nil),
        arguments: [
            ("adventureworks/SalesPerson.csv", UInt8(0x09)), ("adventureworks/DimReseller.csv", UInt8(ascii: "|")),
            ("salesforce/dataloader/accountData.csv", UInt8(ascii: ",")),
            ("csvkit/ks_1033_data.csv", UInt8(ascii: ",")),
        ])
    func real(path: String, delimiter: UInt8) throws {
        let survey = try FileSurvey(TestFiles.sample(path))
        let dialect = DialectDetection.detect(survey.head, isWhole: survey.headIsWhole).dialect
        #expect(dialect == CSVDialect(delimiter: delimiter))
    }
}
