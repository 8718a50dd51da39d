/// Phrases with what they mean, found in a text at or before a place: longest first, without making strings.
struct PhraseTable<Payload: Sendable>: Sendable {
    private struct Phrase: Sendable {
        var scalars: [Unicode.Scalar]
        var payload: Payload
    }

    /// By first scalar, longest first; of equal phrases the first one given counts.
    private var byFirst: [Unicode.Scalar: [Phrase]] = [:]
    /// By last scalar, longest first.
    private var byLast: [Unicode.Scalar: [Phrase]] = [:]

    init(_ phrases: some Sequence<(String, Payload)>) {
        var known: Set<String> = []
        for (text, payload) in phrases {
            let phrase = Phrase(scalars: Array(text.unicodeScalars), payload: payload)
            guard let first = phrase.scalars.first, let last = phrase.scalars.last, known.insert(text).inserted else {
                continue
            }
            byFirst[first, default: []].append(phrase)
            byLast[last, default: []].append(phrase)
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
        byLast = byLast.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// The longest phrase that begins at `index`.
    func longest(in text: [Unicode.Scalar], at index: Int) -> (length: Int, payload: Payload)? {
        all(in: text, at: index).first
    }

    /// Every phrase that begins at `index`, longest first.
    func all(in text: [Unicode.Scalar], at index: Int) -> [(length: Int, payload: Payload)] {
        guard text.indices.contains(index), let phrases = byFirst[text[index]] else { return [] }
        let rest = text[index...]
        return phrases.compactMap { rest.starts(with: $0.scalars) ? ($0.scalars.count, $0.payload) : nil }
    }

    /// The longest phrase that ends just before `end`.
    func longest(in text: [Unicode.Scalar], endingAt end: Int) -> (length: Int, payload: Payload)? {
        guard end > 0, end <= text.count, let phrases = byLast[text[end - 1]] else { return nil }
        for phrase in phrases where phrase.scalars.count <= end {
            if text[(end - phrase.scalars.count)..<end].elementsEqual(phrase.scalars) {
                return (phrase.scalars.count, phrase.payload)
            }
        }
        return nil
    }

    /// What the whole text means.
    subscript(text: [Unicode.Scalar]) -> Payload? {
        guard let match = longest(in: text, at: 0), match.length == text.count else { return nil }
        return match.payload
    }
}
