/// The cleaning that every cell goes through before anything is read from it.
///
/// Full-width forms become half-width, blanks of any kind one blank, blanks at the ends nothing; controls, zero-width
/// marks, byte order marks and marks of writing direction go. Cleaning twice is cleaning once.
enum CleanText {
    static func string(_ utf8: some Collection<UInt8>) -> String { String(decoding: bytes(utf8), as: UTF8.self) }

    /// The cleaned text as UTF-8; bytes that are no UTF-8 become U+FFFD.
    static func bytes(_ utf8: some Collection<UInt8>) -> [UInt8] {
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
    static func isNothing(_ cleaned: Bytes) -> Bool {
        guard let first = cleaned.first else { return true }
        guard cleaned.count <= 9, mayBeginNothing[Int(first)] else { return false }
        return isSpreadsheetError(cleaned) || nothings.contains { cleaned.isEqual(to: $0) }
    }

    private static let nothings: [[UInt8]] =
        spreadsheetErrors
        + [
            "-", "--", "---", "—", "——", "/", "\\", "\\N", "NULL", "null", "(null)", "<null>", "None", "none", "nil",
            "#N/A", "N/A", "n/a", "NA", "nan", "NaN", "NAN", "undefined", "无", "暂无", "未知", "不详", "空", "未填写",
        ].map { Array($0.utf8) }

    /// What a formula leaves that could not be worked out: a value was meant and is lost. `#N/A` is what systems write for
    /// an empty value, too.
    private static let spreadsheetErrors: [[UInt8]] = [
        "#NULL!", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#SPILL!", "#CALC!",
    ].map { Array($0.utf8) }

    /// Whether a formula stood in the cell that could not be worked out; LibreOffice numbers such errors, as `Err:510`.
    static func isSpreadsheetError(_ cell: Bytes) -> Bool {
        if cell.first == UInt8(ascii: "#") { return spreadsheetErrors.contains { cell.isEqual(to: $0) } }
        return cell.count == 7 && cell.begins(with: "Err:") && cell.part(from: 4).allSatisfy(isDigit)
    }

    private static let mayBeginNothing: [Bool] = (0...255).map { byte in
        byte == 0x45 || nothings.contains { $0.first == UInt8(byte) }
    }

    /// Whether cleaning would change nothing, as far as a look at the bytes can tell: printable ASCII, Latin letters,
    /// ideographs and what stands between them in Unicode, without blanks at the ends or in a row.
    static func isClean(_ text: Bytes) -> Bool {
        var wasBlank = true
        var index = 0
        while index < text.count {
            let byte = text[index]
            let length: Int
            switch byte {
            case 0x20:
                if wasBlank { return false }
                wasBlank = true
                index += 1
                continue
            case 0x21...0x7E: length = 1
            case 0xC3...0xD7, 0xD9...0xDF: length = 2
            // All of U+3000 to U+9FFF but the blank U+3000.
            case 0xE3...0xE9: length = 3
            default: return false
            }
            guard index + length <= text.count else { return false }
            for place in (index + 1)..<(index + length) where text[place] & 0xC0 != 0x80 { return false }
            if byte == 0xE3, text[index + 1] == 0x80, text[index + 2] == 0x80 { return false }
            wasBlank = false
            index += length
        }
        return !wasBlank || text.isEmpty
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
