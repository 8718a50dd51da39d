import Mustache
import TestSupport
import Testing

@testable import Reporting

@Suite struct ReadableTests {
    @Test("ordinary text stays as it is", arguments: ["", "上海恒远 A&B \"x\" <y>", "e\u{301}", "👨‍👩‍👧", "a\tb\nc"])
    func ordinary(_ text: String) { #expect(Readable.text(text) == text) }

    @Test("direction marks and controls are replaced")
    func misleading() {
        #expect(
            Readable.text("a\u{202E}b\u{2069}c\u{0}d\u{85}\u{2028}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}")
    }

    @Test("no text puts a markup character onto the page, whatever stands around it")
    func escapes() throws {
        let template = try MustacheTemplate(string: "{{a}}")
        var random = SeededGenerator(seed: 4)
        let scalars: [Unicode.Scalar] = [
            "<", ">", "&", "\"", "'", "\u{301}", "\u{200D}", "\u{600}", "\u{FE0F}", "a", "王", "\r", "\n", "\u{1F3FB}",
        ]
        for _ in 0..<3000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<6 { text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)]) }
            let html = template.render(ViewObject(["a": .text(String(text))]))
            #expect(!html.unicodeScalars.contains { $0 == "<" || $0 == ">" || $0 == "\"" || $0 == "'" })
        }
    }
}
