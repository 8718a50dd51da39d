import TestSupport
import Testing

@testable import Normalization

@Suite("CleanText")
struct CleanTextTests {
    @Test(
        "blanks, widths and marks that nobody sees are cleaned",
        arguments: [
            ("  华强 ", "华强"), ("\u{3000}华强\u{3000}电子\u{A0}", "华强 电子"), ("ＡＢＣ（１２３）", "ABC(123)"),
            ("a\u{200B}b\u{FEFF}", "ab"),
            ("\u{FEFF}name", "name"), ("a\r\n\tb", "a b"), ("a\u{0}b\u{7}", "ab"), ("￥５０", "¥50"), ("x\u{202E}y", "xy"),
            ("", ""),
            ("plain text", "plain text"), ("two  blanks", "two blanks"), (" ", ""),
        ])
    func cleans(raw: String, clean: String) {
        #expect(CleanText.string(raw.utf8) == clean)
    }

    @Test("bytes that are no UTF-8 become the replacement character, so that they are seen")
    func replacesBadBytes() {
        #expect(CleanText.string([0x41, 0xFF, 0x42]) == "A\u{FFFD}B")
    }

    @Test(
        "what spreadsheets and databases write for nothing is nothing",
        arguments: ["#N/A", "NULL", "\\N", "-", "无", "", "#REF!"])
    func nothing(text: String) {
        #expect(CleanText.isNothing(CleanText.bytes(text.utf8)))
    }

    @Test("a name that looks a little like nothing is something", arguments: ["Null", "无锡", "0", "N", "A-"])
    func something(text: String) {
        #expect(!CleanText.isNothing(CleanText.bytes(text.utf8)))
    }

    @Test("cleaning and folding twice is doing it once")
    func idempotent() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let raw = HostileText.any(&generator)
            let once = CleanText.bytes(raw)
            #expect(CleanText.bytes(once) == once)
            let folded = Folding.string(String(decoding: once, as: UTF8.self))
            #expect(Folding.string(folded) == folded)
        }
    }
}
