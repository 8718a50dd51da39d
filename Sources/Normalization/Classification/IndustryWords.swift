import Records

/// Words of names and notes that speak for an industry.
enum IndustryWords {
    struct Word: Sendable {
        /// The word's place in the table: what tells it from others at no cost.
        var number: Int32
        /// Folded.
        var text: String
        var code: String
        /// 1 to 10.
        var points: Double
    }

    private static let words: PhraseTable<Word> = {
        var words: [(String, Word)] = []
        for row in FactTable.rows("keywords.tsv") {
            guard row.count == 3, let points = Double(row[2]) else { continue }
            words.append((row[0], Word(number: Int32(words.count), text: row[0], code: row[1], points: points)))
        }
        return PhraseTable(words)
    }()

    /// The words of a folded text, each once, in the order of the text.
    static func words(in scalars: Letters) -> [Word] {
        var found: [Word] = []
        var index = 0
        while index < scalars.count {
            guard let match = words.longest(in: scalars, at: index),
                Folding.isWord(scalars, index..<(index + match.length))
            else {
                index += 1
                continue
            }
            if !found.contains(where: { $0.number == match.payload.number }) { found.append(match.payload) }
            index += match.length
        }
        return found
    }

    static func words(in text: Bytes) -> [Word] {
        text.isEmpty ? [] : Folding.scalars(text).withUnsafeBufferPointer { words(in: $0) }
    }

    static func words(in text: String) -> [Word] { text.withBytes { words(in: $0) } }

    /// Words as evidence, `share` of a full word's weight at most.
    ///
    /// In a Chinese name what comes last says what the company does (电子贸易 trades), so a word that an equally telling one
    /// follows counts half. Words that a legal form or a bank branch holds are words like others.
    static func evidence(of found: [Word], field: Field, share: Double) -> [Evidence] {
        found.enumerated().map { place, word in
            let isFollowed =
                field == .name && found[(place + 1)...].contains { $0.points >= 4 && $0.code != word.code }
            let weight = word.points / 10 * share * (isFollowed ? 0.5 : 1)
            return Evidence(
                kind: "keyword", field: field, found: word.text, speaksFor: word.code,
                weight: (weight * 10_000).rounded() / 10_000)
        }
    }
}
