import Testing

@testable import Ingestion

@Suite("Tags with too many attributes are found before the parser compares them")
struct TagGuardTests {
    static let many = (0...XMLLimits.attributes).map { "a\($0)=\"\"" }.joined(separator: " ")
    static let most = (1...XMLLimits.attributes).map { "a\($0)='='" }.joined(separator: " ")

    func admits(_ text: String, chunk: Int = 7) -> Bool {
        var guardian = TagGuard()
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: chunk).allSatisfy {
            bytes[$0..<min($0 + chunk, bytes.count)].withUnsafeBufferPointer { guardian.admits($0) }
        }
    }

    @Test("one more than the limit is refused, wherever pieces end", arguments: [1, 2, 7, 1 << 20])
    func limit(chunk: Int) {
        #expect(!admits("<l><c \(Self.many)/></l>", chunk: chunk))
        #expect(admits("<l><c \(Self.most)/><c \(Self.most)/></l>", chunk: chunk))
    }

    @Test(
        "what looks like a tag in a comment, CDATA, an instruction or a value is none",
        arguments: [
            "<l><!-- <c X -- > ' --></l>", "<l><![CDATA[<c X ]] > ]]></l>", "<?p <c X > ?><l/>", "<l a='<c X'/>",
        ])
    func notTags(text: String) { #expect(admits(text.replacing("X", with: Self.many.replacing("\"", with: "")))) }

    @Test(
        "a tag behind those is looked at again",
        arguments: ["<!-- it's -->", "<![CDATA[\"]]]>", "<?p '?>", "<!D>", "<b a='>'/>"])
    func behind(text: String) { #expect(!admits("\(text)<c \(Self.many)/>")) }
}
