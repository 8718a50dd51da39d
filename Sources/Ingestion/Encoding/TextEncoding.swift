import Records

/// The encodings that exports are read in.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case big5 = "Big5"
    case shiftJIS = "Shift_JIS"
    case windows1252 = "Windows-1252"
    case windows1251 = "Windows-1251"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
    case utf32LE = "UTF-32LE"
    case utf32BE = "UTF-32BE"

    /// What iconv calls it. Microsoft's supersets are meant where exports come from Windows.
    var iconvName: String {
        switch self {
        case .big5: "CP950"
        case .shiftJIS: "CP932"
        case .windows1252: "CP1252"
        case .windows1251: "CP1251"
        default: rawValue
        }
    }

    /// Bytes of the smallest unit: what is skipped where a sequence means nothing.
    var unitSize: Int {
        switch self {
        case .utf16LE, .utf16BE: 2
        case .utf32LE, .utf32BE: 4
        default: 1
        }
    }

    /// The encoding that people call `name`: case, hyphens and underscores do not matter.
    package static func named(_ name: String) -> TextEncoding? {
        let wanted = key(name)
        return allCases.first { key($0.rawValue) == wanted } ?? aliases.first { $0.key == wanted }?.value
    }

    /// What to say where there is no encoding called `name`.
    static func unknown(_ name: String, file: String) -> InputError {
        let names = allCases.map(\.rawValue) + ["GBK", "GB2312", "Latin1", "ISO-8859-1", "UTF-16", "Shift-JIS"]
        let meant = Nearest.match(to: name, among: names).map { ["Did you mean '\($0)'?"] } ?? []
        return InputError(
            file: file, message: "there is no encoding '\(name)'",
            advice: meant + ["Known: \(allCases.map(\.rawValue).joined(separator: ", ")).", nothingImported])
    }

    private static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static let aliases: KeyValuePairs<String, TextEncoding> = [
        "usascii": .utf8, "ascii": .utf8, "utf8sig": .utf8, "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030,
        "big5hkscs": .big5, "cp950": .big5, "sjis": .shiftJIS, "cp932": .shiftJIS, "windows31j": .shiftJIS,
        "cp1252": .windows1252, "latin1": .windows1252, "iso88591": .windows1252, "cp1251": .windows1251,
        "utf16": .utf16LE, "utf32": .utf32LE,
    ]
}

/// Which encoding a file is read in, how sure that is, and why.
package struct EncodingGuess: Sendable, Equatable {
    package var encoding: TextEncoding
    /// 0-1.
    package var confidence: Double
    /// How it was found, in words.
    package var reason: String
    /// Bytes of a byte order mark, which are no text.
    var markLength = 0
    /// The encoding of those lines that are no UTF-8, in a file that mixes both; `nil`: there are none.
    package internal(set) var lineEncoding: TextEncoding?

    /// `UTF-8`, `GB18030` …
    package var name: String {
        lineEncoding.map { "\(encoding.rawValue) with lines in \($0.rawValue)" } ?? encoding.rawValue
    }
}
