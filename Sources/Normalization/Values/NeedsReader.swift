import Records
import Rules

/// Finds the workspace's needs by their names and synonyms.
struct NeedsReader: Sendable {
    private let byKey: [String: String]
    private let phrases: PhraseTable<String>

    init(_ needs: [Rules.Need]) {
        var byKey: [String: String] = [:]
        for need in needs {
            for word in [need.name] + need.synonyms {
                let key = Folding.string(word)
                if !key.isEmpty, byKey[key] == nil { byKey[key] = need.name }
            }
        }
        self.byKey = byKey
        phrases = PhraseTable(byKey.sorted { $0.key.isOrderedBefore($1.key) }.map { ($0.key, $0.value) })
    }

    /// The needs that a list names, sorted, and the parts that name none.
    struct List: Sendable {
        var needs: [String] = []
        var unknown: [String] = []
    }

    func read(list: String) -> List {
        var needs: Set<String> = []
        var unknown: [String] = []
        for part in list.listParts([";", ",", "、", "|", "/"]) {
            let found = byKey[Folding.string(part)].map { [$0] } ?? mentioned(in: part)
            if found.isEmpty { unknown.append(part) }
            needs.formUnion(found)
        }
        return List(needs: needs.sorted { $0.isOrderedBefore($1) }, unknown: unknown)
    }

    /// The needs that a text mentions, each once, in the order of the text; words of letters only as whole words.
    func mentioned(in text: String) -> [String] { text.withBytes(mentioned) }

    func mentioned(in text: Bytes) -> [String] {
        guard !byKey.isEmpty, !text.isEmpty else { return [] }
        return Folding.scalars(text).withUnsafeBufferPointer { scalars in
            var found: [String] = []
            var index = 0
            while index < scalars.count {
                guard let match = phrases.longest(in: scalars, at: index),
                    Folding.isWord(scalars, index..<(index + match.length))
                else {
                    index += 1
                    continue
                }
                if !found.contains(match.payload) { found.append(match.payload) }
                index += match.length
            }
            return found
        }
    }
}
