import Records

/// Texts whose letters were lost or mixed up on the way: they tell nothing, and as keys they would join strangers.
enum DamagedText {
    /// What is wrong with a cleaned text, or `nil`.
    static func problem(in text: Bytes) -> Problem? {
        guard mayBeDamaged(text) else { return nil }
        let scalars = text.string.unicodeScalars
        if isFilledUp(text) {
            return Problem(
                .destroyedText,
                "a spreadsheet wrote ### since its column was too narrow; widen the column and export the value again")
        }
        if isDestroyed(scalars) {
            return Problem(
                .destroyedText,
                "letters were replaced by question marks before this file was written; export the value again")
        }
        if isMojibake(Array(scalars)) {
            return Problem(
                .mojibake, "the text was read in a wrong encoding before this file was written; export the value again")
        }
        return nil
    }

    /// Whether a byte is there without which no text is damaged; most texts have none.
    private static func mayBeDamaged(_ text: Bytes) -> Bool {
        for index in 0..<text.count where isTelling[Int(text[index])] {
            switch text[index] {
            // Of ideographs only those with which a marker begins.
            case 0xE4...0xE9:
                guard index + 2 < text.count else { return true }
                let rest = UInt16(text[index + 1]) << 8 | UInt16(text[index + 2])
                if tellingIdeographs.contains(where: { $0.0 == text[index] && $0.1 == rest }) { return true }
            case UInt8(ascii: "#"): if isFilledUp(text) { return true }
            default: return true
            }
        }
        return false
    }

    /// 锟 烫 屯 鏈 鍏
    private static let tellingIdeographs: [(UInt8, UInt16)] = [
        (0xE9, 0x949F), (0xE7, 0x83AB), (0xE5, 0xB1AF), (0xE9, 0x8F88), (0xE9, 0x8D8F),
    ]

    /// What a spreadsheet shows, and saves as text, where a number or a day is wider than its column.
    private static func isFilledUp(_ text: Bytes) -> Bool {
        text.count >= 3 && text.allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// First bytes of U+0080 to U+00FF, of U+FFFD and of the telling ideographs, the question mark and the #.
    private static let isTelling: [Bool] = (0...255).map {
        [0x23, 0x3F, 0xC2, 0xC3, 0xEF, 0xE5, 0xE7, 0xE9].contains($0)
    }

    /// A replacement character, three question marks in a row, or question marks for at least half of the text.
    private static func isDestroyed(_ scalars: String.UnicodeScalarView) -> Bool {
        var (lost, run, total) = (0, 0, 0)
        for scalar in scalars where scalar != " " {
            total += 1
            if scalar == "\u{FFFD}" { return true }
            run = scalar == "?" ? run + 1 : 0
            lost += scalar == "?" ? 1 : 0
            if run >= 3 { return true }
        }
        return lost >= 2 && lost * 2 >= total
    }

    private static let markers = PhraseTable(
        ["锟斤拷", "烫烫烫", "屯屯屯", "鏈夐檺", "鍏徃", "ï¿½", "ï»¿", "â€", "ÓÐÏÞ", "¹«Ë¾"].map { ($0, true) })

    private static func isMojibake(_ scalars: [Unicode.Scalar]) -> Bool {
        for index in scalars.indices {
            if scalars.withUnsafeBufferPointer({ markers.longest(in: $0, at: index) }) != nil { return true }
            let following: Int
            switch scalars[index].value {
            // Â and Ã before a continuation byte: a letter of two bytes of UTF-8, read as Latin-1.
            case 0xC2, 0xC3: following = 1
            case 0xE3...0xE9, 0xEF: following = 2
            case 0xF0: following = 3
            default: continue
            }
            let rest = scalars[(index + 1)...].prefix(following)
            if rest.count == following, rest.allSatisfy(isContinuation) { return true }
        }
        return false
    }

    /// Whether a Latin-1 or Windows-1252 letter stands for a byte 0x80 to 0xBF.
    private static func isContinuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0xBF, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC, 0x2013, 0x2014,
            0x2018...0x201E, 0x2020...0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122:
            true
        default: false
        }
    }
}
