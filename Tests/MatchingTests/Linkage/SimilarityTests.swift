import Foundation
import Testing
import TestSupport

@testable import Matching

@Suite("Similarity")
struct SimilarityTests {
    func withLetters<Result>(_ one: String, _ other: String, _ body: (LetterBuffer, LetterBuffer) -> Result) -> Result {
        Array(one.utf16).withUnsafeBufferPointer { one in
            Array(other.utf16).withUnsafeBufferPointer { other in body(one[...], other[...]) }
        }
    }

    @Test(
        "one letter more, less, other, or two neighbours exchanged are one edit",
        arguments: [
            ("华强电子", "华强电子", true), ("华强电子", "华强电予", true), ("华强电子", "华强子", true), ("华强电子", "华强新电子", true),
            ("华强电子", "强华电子", true), ("华强电子", "电强华子", false), ("华强电子", "华盛电予", false), ("", "华", true),
            ("", "华强", false), ("ab", "ba", true), ("abc", "cba", false),
        ])
    func edits(one: String, other: String, isNear: Bool) {
        #expect(withLetters(one, other, Similarity.isWithinOneEdit) == isNear)
        #expect(withLetters(other, one, Similarity.isWithinOneEdit) == isNear)
    }

    @Test("every single edit of a random name is found to be one")
    func randomEdits() {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let name = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
                UInt16.random(in: 0x4E00...0x4E20, using: &numbers)
            }
            var edited = name
            let place = Int.random(in: 0..<name.count, using: &numbers)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: edited[place] = 0x4F00
            case 1: edited.insert(0x4F00, at: place)
            default: edited.remove(at: place)
            }
            let isNear = name.withUnsafeBufferPointer { one in
                edited.withUnsafeBufferPointer { Similarity.isWithinOneEdit(one[...], $0[...]) }
            }
            #expect(isNear, "\(name) \(edited)")
        }
    }

    @Test(
        "Jaro-Winkler gives the published values",
        arguments: [
            ("MARTHA", "MARHTA", 0.9611), ("DWAYNE", "DUANE", 0.84), ("DIXON", "DICKSONX", 0.8133),
            ("same", "same", 1), ("abc", "xyz", 0), ("", "abc", 0),
        ])
    func jaroWinkler(one: String, other: String, value: Double) {
        #expect(abs(withLetters(one, other, Similarity.jaroWinkler) - value) < 0.0001)
    }

    @Test("phones are near with one digit wrong or two neighbours exchanged")
    func phones() {
        #expect(PhoneDigits.last(of: "+8613800138456") == 138_456)
        #expect(PhoneDigits.last(of: "+8675583210987;ext=801") == 83_210_987)
        for fake in ["+8612345678", "+8611111111", "123", nil] { #expect(PhoneDigits.last(of: fake) == 0) }
        #expect(PhoneDigits.isNear(83_210_987, 83_210_887))
        #expect(PhoneDigits.isNear(83_210_987, 83_201_987))
        #expect(!PhoneDigits.isNear(83_210_987, 83_210_987 + 11))
        #expect(!PhoneDigits.isNear(0, 83_210_987))
    }
}

@Suite("Pinyin")
struct PinyinTests {
    func letters(_ text: String) -> String? {
        Pinyin.letters(of: Array(text.utf16)).map { String(decoding: $0, as: UTF16.self) }
    }

    @Test("characters are read as names have them; what nobody reads gives nothing")
    func reading() {
        #expect(letters("华强") == "huaqiang")
        #expect(letters("绿源A") == "lvyuanA")
        #expect(letters("か") == nil)
    }

    @Test("words that can be read as syllables are told from those that cannot")
    func syllables() {
        for word in ["huaqiang", "xian", "zhuangshuang"] { #expect(Pinyin.isPinyin(Array(word.utf16)[...]), "\(word)") }
        for word in ["smith", "logistics", "hq"] { #expect(!Pinyin.isPinyin(Array(word.utf16)[...]), "\(word)") }
    }

    @Test("the embedded table says what the folder says; if not, run Scripts/embed.sh")
    func current() throws {
        let folder = Paths.root.appending(path: "Facts/matching")
        #expect(EmbeddedMatchingFacts.names == ["pinyin.txt"])
        let text = try String(contentsOf: folder.appending(path: "pinyin.txt"), encoding: .utf8)
        #expect(EmbeddedMatchingFacts.text("pinyin.txt") == text)
        #expect(text.hasPrefix("# "))
    }
}
