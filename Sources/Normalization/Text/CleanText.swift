/// The cleaning that every cell goes through before anything is read from it.
///
/// Full-width forms become half-width, blanks of any kind one blank, blanks at the ends nothing; controls, zero-width
/// marks, byte order marks and marks of writing direction go. Cleaning twice is cleaning once.
enum CleanText {
    static func string(_ utf8: some Collection<UInt8>) -> String { String(decoding: bytes(utf8), as: UTF8.self) }

    /// The cleaned text as UTF-8; bytes that are no UTF-8 become U+FFFD.
    static func bytes(_ utf8: some Collection<UInt8>) -> [UInt8] {
        if isClean(utf8) { return Array(utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var hasBlank = false
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            switch role(of: scalar) {
            case .dropped: continue
            case .blank: hasBlank = !result.isEmpty
            case .text(let clean):
                if hasBlank { result.append(0x20) }
                hasBlank = false
                result.append(contentsOf: UTF8.encode(clean) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return result
    }

    /// Whether the cell says that it has nothing to say: what spreadsheets and databases write for an empty value.
    static func isNothing(_ cleaned: [UInt8]) -> Bool { cleaned.count <= 9 && nothings.contains(cleaned) }

    private static let nothings: Set<[UInt8]> = Set(
        [
            "", "-", "--", "---", "—", "——", "/", "\\", "\\N", "NULL", "null", "(null)", "#N/A", "N/A", "n/a", "#NULL!",
            "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "nan", "NaN", "无", "暂无", "未知", "不详", "空",
        ].map { Array($0.utf8) })

    /// Printable ASCII without blanks at the ends or in a row: most cells, and nothing to do for them.
    private static func isClean(_ utf8: some Collection<UInt8>) -> Bool {
        var wasBlank = true
        for byte in utf8 {
            guard (0x20...0x7E).contains(byte) else { return false }
            let isBlank = byte == 0x20
            if isBlank, wasBlank { return false }
            wasBlank = isBlank
        }
        return !wasBlank || utf8.isEmpty
    }

    private enum Role {
        case text(Unicode.Scalar)
        case blank
        case dropped
    }

    private static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB:
            .dropped
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(Role.text) ?? .dropped
        case 0xFFE5: .text("¥")
        case 0xFFE1: .text("£")
        default: .text(scalar)
        }
    }
}
