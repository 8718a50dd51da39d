import Foundation
import Testing

@testable import Reporting

@Suite struct JSONTests {
    @Test("any text survives", arguments: ["", "\"\\/", "\u{0}\u{1F}\n\r\t", "王🚀\u{2028}", "</script>"])
    func texts(_ text: String) throws {
        let value = try JSONSerialization.jsonObject(with: Data(JSON.list([.text(text)]).rendered().utf8))
        #expect(value as? [String] == [text])
    }

    @Test("keys stay in their order, and levels are indented")
    func order() {
        let json: JSON = ["b": .number(1), "a": [.flag(true), "x"], "c": [], "d": .object([])]
        #expect(
            json.rendered() == "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    \"x\"\n  ],\n  \"c\": [],\n  \"d\": {}\n}")
    }
}
