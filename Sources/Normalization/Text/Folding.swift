/// The form in which texts are compared: lower case, no accents, simplified characters, no punctuation.
///
/// Points and apostrophes vanish (`S.A.` is `sa`), `&` is `and`, other punctuation is a blank; a blank beside an
/// ideograph vanishes. Folding twice is folding once.
enum Folding {
    static func string(_ text: String) -> String { text.isEmpty ? "" : string(scalars(text)) }

    static func string(_ scalars: [Unicode.Scalar]) -> String { scalars.withUnsafeBufferPointer { string($0) } }

    static func string(_ letters: Letters) -> String {
        guard !letters.isEmpty else { return "" }
        return String(unsafeUninitializedCapacity: letters.count * 4) { bytes in
            var count = 0
            for letter in letters {
                let value = letter.value
                // Where most letters of the texts that are compared here are; the others go the long way.
                if value < 0x80 {
                    bytes[count] = UInt8(truncatingIfNeeded: value)
                    count += 1
                } else if value >= 0x800, value < 0x1_0000 {
                    bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
                    bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
                    bytes[count + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                    count += 3
                } else {
                    for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
                        bytes[count] = byte
                        count += 1
                    }
                }
            }
            return count
        }
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] { text.withBytes(scalars) }

    /// Folds UTF-8 as long as it is letters of ASCII and ideographs, which takes no tables; anything else the long way.
    static func scalars(_ text: Bytes) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var hasBlank = false
        // Whether the last letter, if there is one, is told from the next word by a blank.
        var wasWord = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                switch byte {
                case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
                    if hasBlank, wasWord { result.append(" ") }
                    (hasBlank, wasWord) = (false, true)
                    result.append(Unicode.Scalar(byte < 0x41 ? byte : byte | 0x20))
                case 0x27, 0x2E, 0x60: continue
                case 0x26: return scalars(text.string.unicodeScalars)
                default: hasBlank = true
                }
                continue
            }
            guard (0xE3...0xE9).contains(byte), index + 2 < text.count,
                let letter = Unicode.Scalar(
                    UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F))
            else { return scalars(text.string.unicodeScalars) }
            index += 3
            if letter.value >= 0x3400 {
                result.append(simplified(letter))
                (hasBlank, wasWord) = (false, false)
            } else if (0x3001...0x3003).contains(letter.value) || (0x3008...0x3011).contains(letter.value) {
                hasBlank = true
            } else {
                return scalars(text.string.unicodeScalars)
            }
        }
        return result
    }

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
            case 0x3400...0x9FFF, 0x20000...0x3FFFD: append(simplified(scalar))
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
    static func isWord(_ text: Letters, _ range: Range<Int>) -> Bool {
        func joins(_ left: Int, _ right: Int) -> Bool {
            guard left >= 0, right < text.count, left < right else { return false }
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

    private static func simplified(_ ideograph: Unicode.Scalar) -> Unicode.Scalar {
        let place = Int(ideograph.value) - 0x3400
        guard place < hasSimplified.count, hasSimplified[place] else { return ideograph }
        return simplified[ideograph] ?? ideograph
    }

    /// From U+3400 on: whether there is a simplified form; saves the look into the table for almost all ideographs.
    private static let hasSimplified: [Bool] = (0x3400...0x9FFF).map { value in
        Unicode.Scalar(value).map { simplified[$0] != nil } ?? false
    }

    private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for line in FactTable.lines("simplified.txt") {
            let scalars = Array(String(Substring(line)).unicodeScalars)
            for index in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[index]] = scalars[index + 1] }
        }
        return table
    }()
}
