import Records

/// What a classifier looks at in a customer's texts: pieces of the name, words that are telling by themselves, a text of the
/// industry column that no table knows, the ending of the web domain.
struct IndustryTraits {
    struct Trait: Sendable, Equatable {
        var number: UInt16
        var value: Float
    }

    /// Which text a trait is of; the same letters elsewhere are another trait.
    private enum Place: UInt64 {
        case name = 0x11, nameEnd = 0x23, industry = 0x37, given = 0x49, domain = 0x5B
    }

    private(set) var traits: [Trait] = []
    /// The texts of the traits that `wanted` names by their place, in their order.
    private(set) var texts: [String] = []
    private let wanted: [Int]

    /// `words`: of name and notes, as evidence; `wanted`: the places of traits of which the texts are kept.
    init(_ texts: IndustryTexts, words: [Evidence], wanted: [Int] = []) {
        self.wanted = wanted
        traits.reserveCapacity(texts.nameKey.utf8.count + 16)
        addPieces(of: Array(texts.nameKey.unicodeScalars), .name, end: .nameEnd)
        for text in texts.unread {
            let letters = Folding.scalars(text)
            add(letters[...], .given, shown: text)
            addPieces(of: letters, .industry, end: .industry)
        }
        for text in texts.given { add(Folding.scalars(text)[...], .given, shown: text) }
        if let domain = texts.domain { add(Array(domain.ending.unicodeScalars)[...], .domain, shown: domain.ending) }
        // A long name says more than a short one, but not as much more as it is longer.
        let share = 1.5 / Float(max(traits.count, 1)).squareRoot()
        for index in traits.indices { traits[index].value = share }
        append(Trait(number: 0, value: 1), shown: "")
        for (place, word) in words.enumerated() {
            guard let code = Self.wordCodes[String(word.speaksFor.prefix(3))] else { continue }
            let isLast = word.field == .name && !words[(place + 1)...].contains { $0.field == .name }
            let kind = word.field == .notes ? 2 : isLast ? 1 : 0
            append(
                Trait(number: UInt16(1 + kind * Self.wordCodes.count + code), value: Float(word.weight)),
                shown: word.found)
        }
    }

    private mutating func append(_ trait: Trait, shown: @autoclosure () -> String) {
        if wanted.contains(traits.count) { texts.append(shown()) }
        traits.append(trait)
    }

    /// Pairs and triples of ideographs, words of letters and the fours of letters in long ones; those at the end once more,
    /// since names end in the trade.
    private mutating func addPieces(of letters: [Unicode.Scalar], _ place: Place, end: Place) {
        var index = 0
        while index < letters.count {
            let start = index
            let isIdeographs = Folding.isIdeograph(letters[index])
            while index < letters.count, letters[index] != " ",
                Folding.isIdeograph(letters[index]) == isIdeographs
            {
                index += 1
            }
            if isIdeographs {
                for size in 2...3 where index - start >= size {
                    for first in start...(index - size) { add(letters[first..<(first + size)], place) }
                }
                if index == letters.count {
                    for size in 2...4 where index - start >= size { add(letters[(index - size)..<index], end) }
                }
            } else if index > start {
                add(letters[start..<index], place)
                if index == letters.count { add(letters[start..<index], end) }
                if index - start >= 6 {
                    for first in start...(index - 4) { add(letters[first..<(first + 4)], place, within: true) }
                }
            }
            while index < letters.count, letters[index] == " " { index += 1 }
        }
    }

    private mutating func add(
        _ letters: ArraySlice<Unicode.Scalar>, _ place: Place, within: Bool = false, shown: String? = nil
    ) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ place.rawValue &* 0x9E37_79B9_7F4A_7C15 ^ (within ? 0x5555 : 0)
        for letter in letters { hash = (hash ^ UInt64(letter.value)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 29
        hash = hash &* 0xBF58_476D_1CE4_E5B9
        let places = UInt64(IndustryModel.traits - Self.ownPlaces)
        append(
            Trait(number: UInt16(truncatingIfNeeded: UInt64(Self.ownPlaces) + (hash >> 32) % places), value: 1),
            shown: shown ?? String(String.UnicodeScalarView(letters)))
    }

    /// Sections and divisions that a word can speak for, by their place.
    private static let wordCodes: [String: Int] = {
        let codes = IndustryDivisions.sections.map(\.letter) + IndustryDivisions.codes
        return Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    }()

    /// Traits that no hash gets: one that everybody has, and what words speak for.
    private static let ownPlaces = 512
}
