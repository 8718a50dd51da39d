/// The form in which texts are compared: lower case, no accents, simplified characters, no punctuation.
///
/// Points and apostrophes vanish (`S.A.` is `sa`), `&` is `and`, other punctuation is a blank; a blank beside an
/// ideograph vanishes. Folding twice is folding once.
enum Folding {
    static func string(_ text: String) -> String { text.isEmpty ? "" : string(scalars(text)) }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] { scalars(text.unicodeScalars) }

    static func scalars(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var hasBlank = false
        func append(_ scalar: Unicode.Scalar) {
            if hasBlank, let last = result.last, !isIdeograph(last), !isIdeograph(scalar) { result.append(" ") }
            hasBlank = false
            result.append(scalar)
        }
        for scalar in text {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: append(scalar)
            case 0x41...0x5A: append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case 0x27, 0x2E, 0x60, 0xB7, 0x2019, 0x2018, 0x0300...0x036F: continue
            case 0x26:
                hasBlank = true
                for letter in "and".unicodeScalars { append(letter) }
                hasBlank = true
            case 0x00...0x7F: hasBlank = true
            case 0x3400...0x9FFF, 0x20000...0x3FFFD: append(simplified[scalar] ?? scalar)
            default:
                let letters = letters(of: scalar)
                if letters.isEmpty { hasBlank = true }
                letters.forEach(append)
            }
        }
        return result
    }

    /// Folded, and without the word `and`, so that `Food & Beverage`, `FOOD_BEVERAGE` and `food and beverage` are one.
    static func vocabularyKey(_ text: String) -> String {
        string(text).split(separator: " ").filter { $0 != "and" }.joined(separator: " ")
    }

    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFD).contains(scalar.value)
    }

    /// Whether words are told apart by blanks here: everything but ideographs.
    static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool { scalar != " " && !isIdeograph(scalar) }

    /// Whether no letter outside the range goes on with the word that begins or ends it.
    static func isWord(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        func joins(_ left: Int, _ right: Int) -> Bool {
            guard text.indices.contains(left), text.indices.contains(right) else { return false }
            return isWordLetter(text[left]) && isWordLetter(text[right])
        }
        return !joins(range.lowerBound - 1, range.lowerBound) && !joins(range.upperBound - 1, range.upperBound)
    }

    private static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
        if lower.count == 1, let plain = plainLetters[lower[0]] { return plain }
        return lower.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static let plainLetters: [Unicode.Scalar: [Unicode.Scalar]] = {
        let groups = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįı"),
            ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"),
            ("t", "ţťŧț"),
            ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"),
            ("th", "þ"),
        ]
        var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for (plain, accented) in groups {
            for letter in accented.unicodeScalars { table[letter] = Array(plain.unicodeScalars) }
        }
        return table
    }()

    private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for line in FactTable.lines("simplified.txt") {
            let scalars = Array(String(Substring(line)).unicodeScalars)
            for index in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[index]] = scalars[index + 1] }
        }
        return table
    }()
}
