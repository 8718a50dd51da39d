import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("A file's encoding is found from its bytes")
struct EncodingDetectionTests {
    static let simplified = "客户名称,联系人,城市\n华强电子有限公司,王小明,深圳\n苏州澄湖精密机械有限公司,陈静,苏州\n"
    static let traditional = "客戶名稱,聯絡人,城市\n華強電子有限公司,王小明,臺北\n國泰人壽保險股份有限公司,陳靜,高雄\n"
    static let japanese = "会社名,担当者\n株式会社ソニー,山田たろう\nトヨタ自動車株式会社,すずき\n"
    static let western = "Name,Ort\nMüller & Söhne,Köln\nCafé Olé,Zürich\nPeña,São Paulo\n"

    static let cyrillic =
        "Наименование,Контактное лицо,Город\nООО «Ромашка»,Иванов Пётр,Санкт-Петербург\nЗАО Завод № 7,Сидорова Анна,Тверь\n"

    func detect(_ bytes: [UInt8]) throws -> EncodingGuess {
        let file = TestFiles.bytes(bytes)
        return try EncodingDetection.detect(FileSurvey(file), bytes: file)
    }

    @Test(
        "each encoding is told from its text, without a mark (synthetic: transcoded here)",
        arguments: [
            (simplified, TextEncoding.gb18030), (traditional, .big5), (japanese, .shiftJIS), (western, .windows1252),
            (cyrillic, .windows1251),
            (simplified, .utf8), (western, .utf8), (simplified, .utf16LE), (simplified, .utf16BE), (western, .utf16LE),
            (western, .utf32LE), (simplified, .utf32BE), (simplified, .utf32LE),
            (cyrillic, .utf8), (cyrillic, .utf16LE),
        ])
    func looks(text: String, encoding: TextEncoding) throws {
        let bytes = try TestFiles.transcode(text, to: encoding)
        let guess = try detect(bytes)
        #expect(guess.encoding == encoding, "\(guess)")
        #expect(guess.confidence > 0.6, "\(guess)")
        #expect(try TestFiles.decoded(TestFiles.bytes(bytes), encoding) == Array(text.utf8))
    }

    @Test(
        "a byte order mark decides, and is no text",
        arguments: [
            (TextEncoding.utf8, [0xEF, 0xBB, 0xBF] as [UInt8]), (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
            (.utf32LE, [0xFF, 0xFE, 0, 0]), (.utf32BE, [0, 0, 0xFE, 0xFF]),
        ])
    func marks(encoding: TextEncoding, mark: [UInt8]) throws {
        let bytes = try mark + TestFiles.transcode("a,客", to: encoding)
        let guess = try detect(bytes)
        #expect(guess.encoding == encoding)
        #expect(guess.confidence == 1)
        for size in [1, 2, 3, 5, 100] {
            #expect(try TestFiles.decoded(TestFiles.bytes(bytes, chunkSize: size), encoding) == Array("a,客".utf8))
        }
    }

    @Test(
        "a 16-bit mark before 32-bit text is seen through", .enabled(if: Paths.samples != nil),
        arguments: [
            ("csvtext_BOM_UTF32BE", TextEncoding.utf32BE), ("csvtext_BOM_UTF32LE", .utf32LE),
            ("csvtext_BOM_UTF16BE", .utf16BE),
            ("csvtext_BOM_UTF16LE", .utf16LE), ("csvtext_BOM_UTF8", .utf8),
        ])
    func foreignMark(name: String, encoding: TextEncoding) throws {
        let file = try TestFiles.sample("salesforce/dataloader/testfiles/\(name).csv")
        let guess = try EncodingDetection.detect(FileSurvey(file), bytes: file)
        #expect(guess.encoding == encoding)
        var text: [UInt8] = []
        var stream = try TextStream(file, encoding: guess)
        while try stream.append(to: &text) {}
        #expect(String(decoding: text, as: UTF8.self).hasPrefix("\"column1\",\"column2\",\"column3\""))
    }

    @Test("one sign above ASCII is Windows-1252, and not sure")
    func oneSign() throws {
        let guess = try detect([0x61, 0x2C, 0xA9])
        #expect(guess.encoding == .windows1252)
        #expect(guess.confidence < 0.75)
    }

    @Test("a few broken rows do not make UTF-8 another encoding")
    func damagedUTF8() throws {
        let text = String(repeating: Self.simplified, count: 5)
        #expect(try detect(Array(text.utf8) + [0xC4, 0x0A]).encoding == .utf8)
    }

    @Test("one zero byte does not make a text UTF-16")
    func oneZero() throws {
        #expect(try detect(Array("a,b,c\n\0,2,3\n".utf8)).encoding == .utf8)
    }

    @Test(
        "the real Data Loader export is Windows-1252, though a few of its bytes only say so",
        .enabled(if: Paths.samples != nil))
    func accountData() throws {
        let file = try TestFiles.sample("salesforce/dataloader/accountData.csv")
        let guess = try EncodingDetection.detect(FileSurvey(file), bytes: file)
        #expect(guess.encoding == .windows1252)
        #expect(
            guess.reason
                == "it is not UTF-8; of its characters outside ASCII 100 % are common ones in Windows-1252, 0 % in GB18030"
        )
    }

    @Test(
        "names of encodings are known in many spellings",
        arguments: [
            ("utf8", TextEncoding.utf8), ("UTF_8", .utf8), ("gbk", .gb18030), ("GB2312", .gb18030),
            ("latin-1", .windows1252),
            ("ISO-8859-1", .windows1252), ("cp950", .big5), ("Shift-JIS", .shiftJIS), ("utf-16", .utf16LE),
            ("windows-1251", .windows1251), ("cp1251", .windows1251),
        ])
    func spellings(name: String, encoding: TextEncoding) {
        #expect(TextEncoding.named(name) == encoding)
    }
}
