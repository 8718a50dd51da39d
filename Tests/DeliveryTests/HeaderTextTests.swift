import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite struct HeaderTextTests {
    @Test("line breaks, controls and separators become blanks; direction marks go")
    func oneLine() {
        #expect(HeaderText.oneLine("a\r\nBcc: x\0y\u{85}z\u{2028}") == "a  Bcc: x y z ")
        #expect(HeaderText.oneLine("a\u{202E}b\u{2066}c") == "abc")
    }

    @Test("short ASCII stays readable; what a reader could take for an encoded word does not")
    func plain() {
        #expect(HeaderText.unstructured("Daily report", after: 9) == "Daily report")
        #expect(HeaderText.unstructured("=?UTF-8?B?YQ==?=", after: 9).hasPrefix("=?UTF-8?B?PT9VVEY"))
        #expect(HeaderText.phrase("A \"B\" \\", after: 6) == "\"A \\\"B\\\" \\\\\"")
    }

    @Test("10,000 hostile names stay values: every line after the first is a continuation")
    func hostileNames() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<10_000 {
            let name = MailFixtures.hostileName(&random)
            for value in [HeaderText.unstructured(name, after: 9), HeaderText.phrase(name, after: 4)] {
                let lines = value.components(separatedBy: "\r\n")
                #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" =?UTF-8?B?") })
                #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } && $0.utf8.count <= 76 })
            }
        }
    }

    @Test("no encoded word is longer than 75 characters or ends inside a character", arguments: 0..<50)
    func wholeCharacters(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet: [Character] = ["a", "é", "王", "𠮷", "🚀"]
        let text = String((0..<80).map { _ in alphabet[Int.random(in: 0..<5, using: &random)] })
        var decoded = ""
        for (index, word) in HeaderText.unstructured(text, after: 9).components(separatedBy: "\r\n ").enumerated() {
            #expect(word.utf8.count <= 75 && word.utf8.count + (index == 0 ? 9 : 1) <= 76)
            let base64 = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
            let data = try #require(Data(base64Encoded: String(base64)))
            decoded += try #require(String(data: data, encoding: .utf8))
        }
        #expect(decoded == text)
    }
}
