import Records

/// Words of names and notes that speak for an industry.
enum IndustryWords {
    private struct Word: Sendable {
        var code: String
        /// 1 to 10.
        var points: Double
    }

    private static let words = PhraseTable(
        FactTable.rows("keywords.tsv").compactMap { row -> (String, Word)? in
            guard row.count == 3, let points = Double(row[2]) else { return nil }
            return (row[0], Word(code: row[1], points: points))
        })

    /// The words of a text as evidence, each once, `share` of a full word's weight at most.
    ///
    /// In a Chinese name what comes last says what the company does (电子贸易 trades), so a word that an equally telling one
    /// follows counts half. Words that a legal form or a bank branch holds are words like others.
    static func evidence(in text: String, field: Field, share: Double) -> [Evidence] {
        guard !text.isEmpty else { return [] }
        let scalars = Folding.scalars(text)
        var found: [(word: Word, text: String)] = []
        var index = 0
        while index < scalars.count {
            guard let match = words.longest(in: scalars, at: index),
                Folding.isWord(scalars, index..<(index + match.length))
            else {
                index += 1
                continue
            }
            let word = Folding.string(scalars[index..<(index + match.length)])
            if !found.contains(where: { $0.text == word }) { found.append((match.payload, word)) }
            index += match.length
        }
        return found.enumerated().map { place, item in
            let isFollowed =
                field == .name
                && found[(place + 1)...].contains { $0.word.points >= 4 && $0.word.code != item.word.code }
            let weight = item.word.points / 10 * share * (isFollowed ? 0.5 : 1)
            return Evidence(
                kind: "keyword", field: field, found: item.text, speaksFor: item.word.code,
                weight: (weight * 10_000).rounded() / 10_000)
        }
    }
}
