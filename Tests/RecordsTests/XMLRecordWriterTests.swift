import Foundation
import Records
import Testing

@Suite("XMLRecordWriter")
struct XMLRecordWriterTests {
    private func text(
        _ record: String, _ columns: [XMLRecordWriter.Column], _ rows: [[String]], keepsEmpty: Bool = false
    ) -> String {
        var writer = XMLRecordWriter(record: record, columns: columns, keepsEmpty: keepsEmpty)
        writer.begin()
        for row in rows { writer.append(row) }
        writer.end()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("elements, attributes and what tells an element from its like stand where their paths say")
    func paths() {
        let columns = [
            XMLRecordWriter.Column("@id"), .init("field[@name='name']"), .init("field[@name='owner']/@value"),
            .init("field[@name='owner']/@entity", isFixed: true), .init("address/city"),
            .init("field[@name='company']/@eval", isFixed: true),
        ]
        let written = text(
            "odoo/data/record[@model='res.partner']", columns,
            [["a", "公海", "7", "user", "", "1"], ["b", "x", "", "user", "苏州", "1"]])
        #expect(
            written == """
                <?xml version="1.0" encoding="UTF-8"?>
                <odoo>
                  <data>
                    <record model="res.partner" id="a">
                      <field name="name">公海</field>
                      <field name="owner" value="7" entity="user"/>
                      <field name="company" eval="1"/>
                    </record>
                    <record model="res.partner" id="b">
                      <field name="name">x</field>
                      <address>
                        <city>苏州</city>
                      </address>
                      <field name="company" eval="1"/>
                    </record>
                  </data>
                </odoo>

                """)
    }

    @Test("an empty cell is no element, or an empty one where every row shows every column")
    func empty() {
        let columns = [XMLRecordWriter.Column("a"), .init("b")]
        #expect(text("t/row", columns, [["", "1"]]).contains("<row>\n    <b>1</b>\n  </row>"))
        #expect(text("t/row", columns, [["", "1"]], keepsEmpty: true).contains("<a/>\n    <b>1</b>"))
        #expect(text("t/row", columns, []).hasSuffix("<t>\n</t>\n"))
    }

    @Test(
        "no value breaks out of its element or attribute",
        arguments: [
            ("]]>", "]]&gt;"), ("<a b=\"c\">&amp;", "&lt;a b=&quot;c&quot;&gt;&amp;amp;"),
            ("a\0b\u{1B}", "a\u{FFFD}b\u{FFFD}"),
            ("\u{FFFE}\u{FFFF}\u{FEFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FEFF}\u{FFFD}"), ("\r\n", "&#13;\n"),
            (String(decoding: [0x61, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self), "a\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("𠮷‮", "𠮷‮"),
        ])
    func hostile(value: String, written: String) {
        #expect(text("t/r", [.init("v")], [[value]]).contains("<v>\(written)</v>"))
        let attribute = written.replacingOccurrences(of: "\n", with: "&#10;")
        #expect(text("t/r", [.init("@v")], [[value]]).contains("<r v=\"\(attribute)\"/>"))
    }
}
