import Foundation
import Records
import TestSupport
import Testing

@testable import PoolStore

@Suite("JSON of strings")
struct CompactJSONTests {
    @Test("lists and objects are written without blanks, keys in byte order")
    func writes() {
        #expect(CompactJSON.array([]) == "[]")
        #expect(CompactJSON.array(["a", "\"", "\\", "\n", ""]) == #"["a","\"","\\","\u000a",""]"#)
        #expect(CompactJSON.object([:]) == "{}")
        #expect(CompactJSON.object(["é": "1", "b": "2", "Z": "3"]) == #"{"Z":"3","b":"2","é":"1"}"#)
    }

    @Test("what is written is JSON and comes back, whatever the characters", arguments: 1...40 as ClosedRange<UInt64>)
    func roundTrip(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let strings = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...9, using: &generator)).compactMap { _ in
                        let ranges: [ClosedRange<UInt32>] = [0...0x7F, 0x4E00...0x4EFF, 0x1F600...0x1F64F, 0x22...0x22]
                        return Unicode.Scalar(
                            UInt32.random(in: ranges.randomElement(using: &generator) ?? 0...0x7F, using: &generator))
                    }))
        }
        let text = CompactJSON.array(strings)
        #expect(try CompactJSON.strings(text) == strings)
        #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == strings)
        let values = Dictionary(zip(strings, strings.reversed())) { first, _ in first }
        #expect(try CompactJSON.values(CompactJSON.object(values)) == values)
    }

    @Test(
        "a damaged text is an error, never a trap",
        arguments: ["", "[", "[\"a", "[\"a\\", "[\"\\u00", "[\"\\u00zz\"]", "{\"a\":", "{\"a\"}", "[1]", "[\"a\",]"])
    func damaged(_ text: String) {
        #expect(throws: StoreError.self) { try CompactJSON.strings(text) }
        #expect(throws: StoreError.self) { try CompactJSON.values(text) }
    }
}
