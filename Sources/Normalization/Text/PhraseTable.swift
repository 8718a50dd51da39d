/// Phrases with what they mean, found in a text at or before a place: longest first, without making strings.
struct PhraseTable<Payload: Sendable>: Sendable {
    private struct Phrase: Sendable {
        var start: Int
        var count: Int
        var payload: Payload
    }

    private var letters: [Unicode.Scalar] = []
    /// By first scalar, longest first; of equal phrases the first one given counts.
    private var first: [Phrase] = []
    private var firsts = LetterIndex()
    /// By last scalar, longest first.
    private var last: [Phrase] = []
    private var lasts = LetterIndex()

    init(_ given: some Sequence<(String, Payload)>) {
        var known: Set<String> = []
        var phrases: [Phrase] = []
        for (text, payload) in given where !text.isEmpty && known.insert(text).inserted {
            let start = letters.count
            letters.append(contentsOf: text.unicodeScalars)
            phrases.append(Phrase(start: start, count: letters.count - start, payload: payload))
        }
        (first, firsts) = Self.grouped(phrases) { [letters] in letters[$0.start] }
        (last, lasts) = Self.grouped(phrases) { [letters] in letters[$0.start + $0.count - 1] }
    }

    private static func grouped(
        _ phrases: [Phrase], by letter: (Phrase) -> Unicode.Scalar
    ) -> ([Phrase], LetterIndex) {
        let groups = Dictionary(grouping: phrases, by: letter).sorted { $0.key < $1.key }
        var sorted: [Phrase] = []
        var index = LetterIndex()
        for (letter, group) in groups {
            let start = sorted.count
            sorted += group.sorted { $0.count > $1.count }
            index.add(letter, start..<sorted.count)
        }
        return (sorted, index)
    }

    /// The longest phrase that begins at `index`.
    func longest(in text: Letters, at index: Int) -> (length: Int, payload: Payload)? {
        longest(in: text, at: index) { _, _ in true }
    }

    /// The longest phrase that begins at `index` and that `isFit` takes.
    func longest(
        in text: Letters, at index: Int, where isFit: (Int, Payload) -> Bool
    ) -> (length: Int, payload: Payload)? {
        guard index >= 0, index < text.count else { return nil }
        for place in firsts[text[index]] where isThere(first[place].start, first[place].count, text, at: index) {
            if isFit(first[place].count, first[place].payload) { return (first[place].count, first[place].payload) }
        }
        return nil
    }

    /// The longest phrase that ends just before `end`.
    func longest(in text: Letters, endingAt end: Int) -> (length: Int, payload: Payload)? {
        guard end > 0, end <= text.count else { return nil }
        for place in lasts[text[end - 1]] {
            let count = last[place].count
            if isThere(last[place].start, count, text, at: end - count) { return (count, last[place].payload) }
        }
        return nil
    }

    /// What the whole text means.
    subscript(text: Letters) -> Payload? {
        guard let match = longest(in: text, at: 0), match.length == text.count else { return nil }
        return match.payload
    }

    @inline(__always)
    private func isThere(_ start: Int, _ count: Int, _ text: Letters, at index: Int) -> Bool {
        guard index >= 0, count <= text.count - index else { return false }
        for offset in 0..<count where letters[start + offset] != text[index + offset] { return false }
        return true
    }
}

/// Where in a list the entries of a letter stand: two steps instead of a hash, since most letters of a text have none.
private struct LetterIndex: Sendable {
    /// By the letter's value without its last eight bits: the page, 0 for none.
    private var pages: [UInt16] = []
    /// 256 entries to a page, each the number of a range plus one; the first page is empty.
    private var entries = [UInt16](repeating: 0, count: 256)
    private var ranges: [Range<Int>] = []

    mutating func add(_ letter: Unicode.Scalar, _ range: Range<Int>) {
        let page = Int(letter.value >> 8)
        if page >= pages.count { pages += Array(repeating: 0, count: page + 1 - pages.count) }
        if pages[page] == 0 {
            pages[page] = UInt16(clamping: entries.count / 256)
            entries += Array(repeating: 0, count: 256)
        }
        ranges.append(range)
        entries[Int(pages[page]) * 256 + Int(letter.value & 0xFF)] = UInt16(clamping: ranges.count)
    }

    @inline(__always)
    subscript(letter: Unicode.Scalar) -> Range<Int> {
        let page = Int(letter.value >> 8)
        guard page < pages.count else { return 0..<0 }
        let entry = Int(entries[Int(pages[page]) * 256 + Int(letter.value & 0xFF)])
        return entry == 0 ? 0..<0 : ranges[entry - 1]
    }
}
