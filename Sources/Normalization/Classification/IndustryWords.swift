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
            let match = words.longest(in: scalars, at: index) { length, _ in
                Folding.isWord(scalars, index..<(index + length))
            }
            guard let match else {
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

    /// What the words of a name and of notes and a domain speak for.
    static func evidence(ofName name: [Word], notes: [Word], domain: DomainEnding?) -> [Evidence] {
        evidence(of: name, field: .name, share: 1) + evidence(of: notes, field: .notes, share: 0.4)
            + [domain?.evidence].compactMap(\.self)
    }

    /// Words as evidence, each with `share` of its weight.
    ///
    /// What comes last in a name says what the company does (电子贸易 trades), so a word that an equally telling one follows
    /// says next to nothing. Words that a legal form or a bank branch holds are words like others.
    static func evidence(of found: [Word], field: Field, share: Double) -> [Evidence] {
        found.enumerated().map { place, word in
            let isFollowed =
                field == .name && found[(place + 1)...].contains { $0.points >= 4 && $0.code != word.code }
            let weight = weights[min(max(Int(word.points), 0), 10)] * share * (isFollowed ? 0.15 : 1)
            return Evidence(
                kind: .keyword, field: field, found: word.text, speaksFor: word.code,
                weight: (weight * 10_000).rounded() / 10_000)
        }
    }

    /// How often a word of so many points is right about the section, by itself in a name: measured on company names with
    /// known industries (Benchmarks/README.md, "Industries").
    private static let weights = [0, 0.08, 0.15, 0.3, 0.5, 0.6, 0.85, 0.9, 0.94, 0.96, 0.98]
}
