/// How Chinese characters sound, without tones: each by the reading that a name most likely means.
enum Pinyin {
    /// The letters of the syllables, without blanks; `nil` where a character's reading is not known.
    static func letters(of text: some Sequence<UInt16>) -> [UInt16]? {
        var letters: [UInt16] = []
        for letter in text {
            if letter < 0x80 {
                if letter != 0x20 { letters.append(letter) }
            } else {
                let place = Int(letter) - firstIdeograph
                guard readings.indices.contains(place), readings[place] >= 0 else { return nil }
                letters += syllables[Int(readings[place])]
            }
        }
        return letters
    }

    /// Whether letters of ASCII can be read as syllables, as `huaqiang` can.
    static func isPinyin(_ letters: ArraySlice<UInt16>) -> Bool {
        var reached: Set<Int> = [letters.startIndex]
        for start in letters.indices where reached.contains(start) {
            for length in 1...6 where start + length <= letters.endIndex {
                if syllableSet.contains(Array(letters[start..<(start + length)])) { reached.insert(start + length) }
            }
        }
        return reached.contains(letters.endIndex)
    }

    private static let firstIdeograph = 0x4E00

    private static let table: (syllables: [[UInt16]], readings: [Int16]) = {
        var syllables: [[UInt16]] = []
        var readings = Array(repeating: Int16(-1), count: 0xA000 - firstIdeograph)
        for line in (EmbeddedMatchingFacts.text("pinyin.txt") ?? "").split(separator: "\n")
        where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count == 2 else { continue }
            for letter in parts[1].utf16 { readings[Int(letter) - firstIdeograph] = Int16(syllables.count) }
            syllables.append(Array(parts[0].utf16))
        }
        return (syllables, readings)
    }()

    private static let syllables = table.syllables
    private static let readings = table.readings
    private static let syllableSet = Set(table.syllables)
}
