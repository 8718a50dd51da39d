import Records
import Testing
import TestSupport

@testable import Rules

/// Files that are not YAML, and what a person is told about them.
struct BrokenYAMLTests {
    @Test("a key that stands twice is shown at its second place")
    func repeatedKey() {
        #expect(
            refusal("claims:\n  limit: 10\n  per: week\n  limit: 20\n") == """
                gonghai.yaml:4:3: the key 'limit' stands here a second time; first in line 2
                  |
                4 |   limit: 20
                  |   ^^^^^
                Keep one of them: it would be a guess which one counts.
                """)
        #expect(
            refusal("claims: {limit: 1, limit: 2}")?.hasPrefix("gonghai.yaml:1:10: the key 'limit' stands twice\n")
                == true)
    }

    @Test("a tab at the start of a line is shown as an arrow")
    func tab() {
        #expect(
            refusal("claims:\n\tlimit: 10\n") == """
                gonghai.yaml:2:1: a tab at the start of a line
                  |
                2 | →limit: 10
                  | ^
                YAML wants blanks: put two of them for each level.
                """)
        #expect(
            refusal("# a\n\n  # comment\ncompany: a\tb\n")
                == "gonghai.yaml:4:10: 'company' has a line break or control character\n  |\n4 | company: a→b\n  |          ^^^\nA text of one line is expected."
        )
    }

    @Test("a full-width colon is called one")
    func fullWidthColon() {
        #expect(
            refusal("claims:\n  limit：10\n  per: week\n") == """
                gonghai.yaml:2:3: a full-width colon '：' is no colon
                  |
                2 |   limit：10
                  |   ^
                Write ':' and a blank.
                """)
    }

    @Test(
        "what is broken is named with its place",
        arguments: [
            ("claims:\n  limit:10\n  per: week\n", "2:3: a key without ': ' behind it"),
            ("company: a: b\n", "1:11: a ':' where no key can stand"),
            ("company: \"a\nclaims:\n", "1:10: a quote that is not closed"),
            ("languages: [en\nclaims: {}\n", "1:12: a bracket that is not closed"),
            ("claims:\n    limit: 10\n  per: week\n", "3:3: the line does not stand under its neighbours"),
            ("sources: [{name: a, files: *crm*}]", "1:28: a text that begins with '*' must stand in quotes"),
            ("company: @us", "1:10: a text that begins with '@' must stand in quotes"),
            ("company: a\n---\ncompany: b\n", "2:1: a second document begins here"),
            ("a: &x [1]\nb: *x\n", "2:4: references (&name and *name) are not read here"),
            ("company: a\u{7}b", "1:11: an invisible control character (U+0007)"),
            ("company: a\u{FEFF}b", "1:11: an invisible control character (U+FEFF)"),
        ])
    func brokenPlace(yaml: String, expected: String) {
        let text = refusal(yaml) ?? "it was read"
        #expect(text.hasPrefix("gonghai.yaml:\(expected)\n"), "\(text)")
    }

    @Test("text in another encoding is refused with its line, not guessed")
    func otherEncoding() throws {
        let bytes = Array("company: ".utf8) + [0xC0, 0xBD, 0xBA, 0xA3] + Array("\n".utf8)
        let error = #expect(throws: InputError.self) {
            try Rules(yaml: Array("# a\n".utf8) + bytes, file: "gonghai.yaml")
        }
        #expect(
            error?.rendered == """
                gonghai.yaml:2: the text is not UTF-8
                Save the file as UTF-8; in Windows Notepad: Save as, Encoding, UTF-8.
                """)
    }

    @Test(
        "nesting and size have an end, so that no file keeps the parser busy",
        arguments: [
            ("[", 200_000, "too many levels"), ("{a: ", 20_000, "too many levels"), ("- ", 60_000, "too many levels"),
            ("? ", 60_000, "too many levels"), ("a", 250_001, "the file has 250001 bytes"),
        ])
    func endless(piece: String, count: Int, expected: String) {
        #expect(refusal(String(repeating: piece, count: count))?.contains(expected) == true)
    }

    @Test("a value as deep as the parser allows is refused like any other list")
    func deep() {
        let yaml = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(refusal("company: " + yaml)?.contains("'company' is a list") == true)
    }

    @Test("no bytes at all make the reader trap, and every error knows a line that exists")
    func anyBytes() {
        var generator = SeededGenerator(seed: 20_261_123)
        let template = Array(Rules.template.utf8)
        let pieces = [
            "\u{FEFF}", ": ", "- ", "[", "]", "{", "}", "\"", "'", "\n", "\t", "&a", "*a", "!!int", "? ", "|", ">", "#",
            "：", "\u{85}", "\r", "%", "---", "\\ud800", "\u{0}", "<<",
        ]
        .map { Array($0.utf8) }
        for _ in 0..<400 {
            var bytes = template
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            bytes = Array(bytes[start..<min(bytes.count, start + 900)])
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                case 1: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
                }
            }
            do {
                _ = try Rules(yaml: bytes, file: "gonghai.yaml")
            } catch {
                let lines =
                    bytes.count { $0 == 0x0A || $0 == 0x0D }
                    + String(decoding: bytes, as: UTF8.self).count { "\u{85}\u{2028}\u{2029}".contains($0) }
                #expect((error.line ?? 1) <= lines + 1, "\(error.rendered)")
                #expect(!error.message.isEmpty && error.rendered.count < 3000)
            }
        }
    }
}
