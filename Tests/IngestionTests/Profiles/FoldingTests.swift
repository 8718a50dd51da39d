import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("How words are compared")
struct FoldingTests {
    @Test(
        "case, width, blanks and marks make no difference",
        arguments: [
            ("Account Name", "ACCOUNT_NAME"), ("E-mail:", "ｅｍａｉｌ："), ("*客户名称", "客户名称＊"), ("\u{FEFF}name", "Name"),
            ("客户　名称", "客户\u{A0}名称"), ("a\nb", "AB"),
        ])
    func same(_ left: String, _ right: String) { #expect(Folding.folded(left) == Folding.folded(right)) }

    @Test("different words stay different", arguments: [("名称", "客户名称"), ("A*b", "Ab"), ("é", "e")])
    func different(_ left: String, _ right: String) { #expect(Folding.folded(left) != Folding.folded(right)) }

    @Test("any bytes fold, and fold once")
    func anyBytes() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let folded = Folding.folded(bytes)
            #expect(folded.count <= bytes.count)
        }
    }
}
