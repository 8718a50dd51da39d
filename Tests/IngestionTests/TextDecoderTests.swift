import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Other encodings become UTF-8 piece by piece")
struct TextDecoderTests {
    @Test(
        "characters that the end of a piece cuts are put together again",
        arguments: [
            TextEncoding.gb18030, .big5, .utf16LE, .utf16BE, .utf32LE, .utf32BE,
        ])
    func pieces(encoding: TextEncoding) throws {
        let text = "a,中文,b\r\n電話\n"
        let bytes = try TestFiles.transcode(text, to: encoding)
        for size in 1...9 {
            #expect(
                try TestFiles.decoded(TestFiles.bytes(bytes, chunkSize: size), encoding) == Array(text.utf8), "\(size)")
        }
    }

    @Test("what cannot be decoded leaves its mark, and delimiters after it are seen")
    func undecodable() throws {
        #expect(
            try TestFiles.decoded(TestFiles.bytes([0x61, 0xB0, 0x2C, 0x62, 0x0A]), .gb18030) == [
                0x61, 0xFF, 0x2C, 0x62, 0x0A,
            ])
        #expect(try TestFiles.decoded(TestFiles.bytes([0x61, 0x81, 0x62]), .windows1252) == [0x61, 0xFF, 0x62])
    }

    @Test("a text that ends inside a character ends in a mark")
    func cutOff() throws {
        #expect(try TestFiles.decoded(TestFiles.bytes([0x61, 0xB0]), .gb18030) == [0x61, 0xFF])
        #expect(try TestFiles.decoded(TestFiles.bytes([0x61, 0x00, 0x62]), .utf16LE) == [0x61, 0xFF])
    }

    @Test("the euro sign as Windows writes it is one")
    func euro() throws {
        #expect(try TestFiles.decoded(TestFiles.bytes([0x80, 0x31]), .gb18030) == Array("€1".utf8))
    }

    @Test("GB18030's four-byte characters and those outside Unicode's first plane are read")
    func wideCharacters() throws {
        let text = "𠮷野家 ㄱ é"
        #expect(
            try TestFiles.decoded(TestFiles.bytes(TestFiles.transcode(text, to: .gb18030), chunkSize: 3), .gb18030)
                == Array(text.utf8))
    }

    @Test("no bytes trap, whatever encoding they are taken for", arguments: TextEncoding.allCases)
    func hostileBytes(encoding: TextEncoding) throws {
        var random = SeededGenerator(seed: 3)
        let bytes = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let whole = try TestFiles.decoded(TestFiles.bytes(bytes), encoding)
        #expect(try TestFiles.decoded(TestFiles.bytes(bytes, chunkSize: 7), encoding) == whole)
    }
}

@Suite("UTF-8 is checked byte by byte")
struct UTF8CheckTests {
    func check(_ bytes: [UInt8]) -> UTF8Check {
        var check = UTF8Check()
        bytes.withUnsafeBufferPointer { check.update($0) }
        check.finish()
        return check
    }

    @Test("sequences of every length are counted")
    func sequences() {
        let check = check(Array("aé客𠮷 plain ASCII text\0".utf8))
        #expect(check.sequences == 3)
        #expect(check.errors == 0)
        #expect(check.nuls == 1)
    }

    @Test(
        "overlong forms, surrogates, stray and missing bytes are errors",
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE5, 0xAE],
            [0xFF], [0xE5, 0x2C],
        ] as [[UInt8]])
    func errors(bytes: [UInt8]) {
        #expect(!check(bytes).isValid || check(bytes).errors > 0)
    }

    @Test("it agrees with the standard library on random bytes")
    func agreement() {
        var random = SeededGenerator(seed: 5)
        let alphabet: [UInt8] = [0x41, 0x00, 0xC3, 0xA9, 0xE5, 0xAE, 0xA2, 0xF0, 0xA0, 0xAE, 0xB7, 0xED, 0x80, 0xFF]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            #expect((check(bytes).errors == 0) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }
}
