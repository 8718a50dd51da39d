import Records
import TestSupport
import Testing

@testable import Ingestion

/// Gathers the records that a pattern finds in a text.
func records(_ text: String, _ pattern: String, chunkSize: Int = 1 << 18) throws -> (
    header: [String], rows: [[String]], lines: [Int]
) {
    var rows: [[String]] = []
    var lines: [Int] = []
    let collector = RecordCollector(try #require(RecordPattern(pattern)), file: "list.xml") { cells, line in
        rows.append(cells.strings)
        lines.append(line)
    }
    let reader = XMLReader(collector, file: "list.xml")
    let encoding = EncodingGuess(encoding: .utf8, confidence: 1, reason: "")
    try XMLLayout.read(TestFiles.bytes(text, name: "list.xml", chunkSize: chunkSize), encoding, limit: nil) {
        try reader.push($0, isLast: $1)
    }
    return (collector.header, rows, lines)
}

@Suite("Records are gathered from XML")
struct RecordCollectorTests {
    @Test("leaves, nested leaves and attributes are cells under their paths, in the order of first appearance")
    func paths() throws {
        let found = try records(
            """
            <list>
              <c id="1"><name>A &amp; B</name><address kind="x"><city>苏州</city></address></c>
              <c id="2"><phone><![CDATA[<1>]]></phone><name> C </name></c>
            </list>
            """, "c")
        #expect(found.header == ["@id", "name", "address/@kind", "address/city", "phone"])
        #expect(found.rows == [["1", "A & B", "x", "苏州"], ["2", " C ", "", "", "<1>"]])
        #expect(found.lines == [2, 3])
    }

    @Test("elements that are told apart by an attribute keep it in their path")
    func keyed() throws {
        let found = try records(
            """
            <odoo><data><record id="p1" model="res.partner"><field name="name">甲</field><field name="user_id" ref="u1"/></record>
            <record id="m" model="mail.message"><field name="body">x</field></record></data></odoo>
            """, "record[@model='res.partner']")
        #expect(found.header == ["@id", "@model", "field[@name='name']", "field[@name='user_id']/@ref"])
        #expect(found.rows == [["p1", "res.partner", "甲", "u1"]])
        #expect(
            try records("<a><row no=\"1\"><FL val=\"Phone\">5</FL></row></a>", "row").header == [
                "@no", "FL[@val='Phone']",
            ])
    }

    @Test("an ampersand is decoded once, in an attribute as in a text, wherever chunks of the file end")
    func ampersands() throws {
        let written = "a &amp;amp; b &#38;lt; c"
        let text = "<l><c v=\"\(written)\" w='&amp;&#x26;&lt;&#60;' x='1'><n>\(written)</n></c></l>"
        let found = try records(text, "c")
        #expect(found.header == ["@v", "@w", "@x", "n"])
        #expect(found.rows == [["a &amp; b &lt; c", "&&<<", "1", "a &amp; b &lt; c"]])
        for size in [1, 7, 30] { #expect(try records(text, "c", chunkSize: size) == found) }
        #expect(try records("<l><c v='&amp;#38;'><n>&amp;#38;</n></c></l>", "c").rows == [["&#38;", "&#38;"]])
        let long = String(repeating: "x&amp;", count: 10_000)
        #expect(try records("<l><c v='\(long)'/></l>", "c").rows == [[long.replacing("&amp;", with: "&")]])
    }

    @Test("an element that is told apart by an attribute is told apart by what that means")
    func ampersandsInKeys() throws {
        let found = try records("<l><c><field name='A &amp; B'>1</field></c></l>", "c")
        #expect(found.header == ["field[@name='A & B']"])
        #expect(found.rows == [["1"]])
    }

    @Test("a leaf that occurs again is a column of its own")
    func repeated() throws {
        let found = try records("<l><c><p>1</p><p>2</p></c><c><p>3</p><p/><p>4</p></c></l>", "c")
        #expect(found.header == ["p", "p#2"])
        #expect(found.rows == [["1", "2"], ["3", "4"]])
    }

    @Test("namespace prefixes do not matter, and a record inside its namesake is found by its place")
    func namespaces() throws {
        let found = try records("<w:d xmlns:w='urn:x'><w:d><w:v>1</w:v></w:d><w:d><w:v>2</w:v></w:d></w:d>", "d/d")
        #expect(found.header == ["v"])
        #expect(found.rows == [["1"], ["2"]])
    }

    @Test("the records are the same wherever chunks of the file end")
    func chunks() throws {
        let text =
            "<l>\n<c a='é'><n>客户 &lt;1&gt;</n><!-- x --><m><![CDATA[]]]]><![CDATA[>]]></m></c>\n<c><n>2</n></c></l>"
        let whole = try records(text, "c")
        #expect(whole.rows.count == 2)
        for size in 1...40 { #expect(try records(text, "c", chunkSize: size) == whole, "chunks of \(size)") }
    }

    @Test("no bytes trap")
    func hostile() throws {
        var random = SeededGenerator(seed: 13)
        let pieces = [
            "<c>", "</c>", "<l>", "<", ">", "&amp;", "&", "x", "<!--", "-->", "<![CDATA[", "]]>", "客", " a='1'",
            "<c a='", "?>", "<?x", "\0",
        ]
        for _ in 0..<500 {
            let text = "<l>" + (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            _ = message { _ = try records(text, "c") }
        }
    }
}

@Suite("The record element is found without a profile")
struct RecordDetectionTests {
    func detect(_ bytes: FileBytes) throws -> String? {
        let detection = RecordDetection()
        let reader = XMLReader(detection, file: "x.xml")
        let encoding = EncodingGuess(encoding: .utf8, confidence: 1, reason: "")
        try XMLLayout.read(bytes, encoding, limit: nil) { try reader.push($0, isLast: $1) }
        return detection.record?.description
    }

    @Test(
        "the four real shapes", .enabled(if: Paths.samples != nil),
        arguments: [
            (1, "library/book", 3), (2, "library/book", 3), (3, "library/book", 3), (4, "data/data", 50),
        ])
    func samples(number: Int, record: String, count: Int) throws {
        let file = try TestFiles.sample("xml/openrefine-xml-sample-format-\(number).xml")
        #expect(try detect(file) == record)
        var rows = 0
        let collector = RecordCollector(try #require(RecordPattern(record)), file: "x.xml") { _, _ in rows += 1 }
        let reader = XMLReader(collector, file: "x.xml")
        let encoding = EncodingGuess(encoding: .utf8, confidence: 1, reason: "")
        try XMLLayout.read(file, encoding, limit: nil) { try reader.push($0, isLast: $1) }
        #expect(rows == count)
        if number < 4 { #expect(collector.header == ["@id", "author/author-name", "author/author-dob", "genre"]) }
    }

    @Test("contacts inside customers do not outnumber them, and a header beside the list is not one")
    func nested() throws {
        let text =
            "<x><date>1</date><l><c><n>1</n><p><t>1</t></p><p><t>2</t></p></c><c><n>2</n><p><t>3</t></p></c></l></x>"
        #expect(try detect(TestFiles.bytes(text)) == "x/l/c")
    }

    @Test("records may be attributes only, and a list may hold one")
    func attributesOnly() throws {
        #expect(try detect(TestFiles.bytes("<l><r a='1' b='2'/><r a='3' b='4'/></l>")) == "l/r")
        #expect(try detect(TestFiles.bytes("<l><c><n>1</n></c></l>")) == "l/c")
        #expect(try detect(TestFiles.bytes("<l/>")) == nil)
    }
}

@Suite("Record patterns")
struct RecordPatternTests {
    @Test(
        "a pattern reads back as it was written",
        arguments: [
            "customer", "ufinterface[@roottag='customer']/customer", "record[@model='res.partner']",
        ])
    func reading(text: String) throws {
        #expect(try #require(RecordPattern(text)).description == text)
    }

    @Test("what is no pattern is none", arguments: ["", "a//b", "a[b]", "a[@b=c]", "a[@b='c'"])
    func broken(text: String) {
        #expect(RecordPattern(text) == nil)
    }
}
