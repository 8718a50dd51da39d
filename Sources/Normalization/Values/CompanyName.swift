import Records

/// A customer's name in the forms that stages use: to read, to compare whole, to compare at its core.
struct CompanyName: Equatable, Sendable {
    /// Cleaned, for people to read.
    var display: String
    /// Folded, without brackets, without the legal form at the end. A branch keeps the form and its mark, so that it is
    /// not its head office. Empty for a damaged name.
    var key: String
    /// What is left of the key without region, industry words and legal form; at least two letters. A branch's mark stays.
    var core: String
    var problem: Problem?

    /// - Parameter display: a cleaned text.
    init(_ display: String) {
        let display = Self.withoutBlanksInside(display)
        self.display = display
        problem = DamagedText.problem(in: display)
        key = ""
        core = ""
        guard problem == nil else { return }
        let key = Self.key(of: Folding.scalars(display))
        self.key = Folding.string(key)
        core = Folding.string(Self.core(of: display))
    }

    /// Ideographs need no blank between them: one that stands there came with a line break or a form field.
    private static func withoutBlanksInside(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let kept = scalars.indices.filter { index in
            guard scalars[index] == " ", index > 0, index + 1 < scalars.count else { return true }
            return !Folding.isIdeograph(scalars[index - 1]) || !Folding.isIdeograph(scalars[index + 1])
        }
        return kept.count == scalars.count ? text : String(String.UnicodeScalarView(kept.map { scalars[$0] }))
    }

    // MARK: Key

    private static func key(of folded: [Unicode.Scalar]) -> [Unicode.Scalar] {
        if branchMark(in: folded) != nil { return withUniformForms(folded) }
        return withoutLegalForm(folded)
    }

    /// Strips legal forms from the end while something is left before them.
    private static func withoutLegalForm(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var name = name
        while let match = suffix(of: name, in: NameWords.legalForms) { name = trimmed(name.dropLast(match.length)) }
        return name
    }

    /// Writes each legal form inside the name of a branch in one way.
    private static func withUniformForms(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < name.count {
            if let match = NameWords.legalForms.longest(in: name, at: index),
                Folding.isWord(name, index..<(index + match.length))
            {
                result += match.payload
                index += match.length
            } else {
                result.append(name[index])
                index += 1
            }
        }
        return result
    }

    // MARK: Core

    private static func core(of display: String) -> [Unicode.Scalar] {
        let folded = Folding.scalars(withoutPlaceBrackets(Array(display.unicodeScalars)))
        guard let mark = branchMark(in: folded) else { return headCore(of: withoutLegalForm(folded)) }
        guard let form = lastLegalForm(in: folded, before: mark) else { return withoutRegion(folded) }
        return headCore(of: trimmed(folded[..<form.lowerBound])) + folded[form.upperBound...]
    }

    /// The distinctive part of a name without legal form.
    private static func headCore(of head: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let local = withoutRegion(head)
        let stripped = withoutWords(local)
        // 青岛啤酒: without the place nothing would be left that tells it from any other brewery.
        if stripped.isEmpty { return head }
        return stripped.count == 1 ? local : stripped
    }

    private static func withoutRegion(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var name = name
        if name.starts(with: "the ".unicodeScalars) { name.removeFirst(4) }
        while let match = NameWords.regions.longest(in: name, at: 0), name.count - match.length >= 2 {
            name = trimmed(name.dropFirst(match.length))
        }
        return name
    }

    /// Strips words of the trade and words that say nothing from the end; everything, if there is nothing else.
    private static func withoutWords(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var name = name
        while let match = suffix(of: name, in: NameWords.common, mayBeAll: true) {
            name = trimmed(name.dropLast(match.length))
        }
        return name
    }

    /// Leaves out brackets that hold a place, a filler or a form of partnership: (中国), (集团), (有限合伙).
    private static func withoutPlaceBrackets(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < name.count {
            if let close = NameWords.brackets[name[index]],
                let end = name[index...].firstIndex(of: close), end > index + 1,
                NameWords.bracketed[Folding.scalars(name[(index + 1)..<end])] != nil
            {
                result.append(" ")
                index = end + 1
            } else {
                result.append(name[index])
                index += 1
            }
        }
        return result
    }

    // MARK: Words

    /// Where a branch's mark begins: 分公司 anywhere, since a remark may follow it, other marks at the end.
    private static func branchMark(in name: [Unicode.Scalar]) -> Int? {
        if let match = suffix(of: name, in: NameWords.branches) { return name.count - match.length }
        return name.indices.dropFirst().first { index in
            NameWords.branchesAnywhere.longest(in: name, at: index).map {
                Folding.isWord(name, index..<(index + $0.length))
            } ?? false
        }
    }

    private static func lastLegalForm(in name: [Unicode.Scalar], before end: Int) -> Range<Int>? {
        for index in stride(from: end, through: 1, by: -1) {
            if let match = NameWords.legalForms.longest(in: name, endingAt: index), match.length < index,
                Folding.isWord(name, (index - match.length)..<index)
            {
                return (index - match.length)..<index
            }
        }
        return nil
    }

    private static func suffix<Payload>(
        of name: [Unicode.Scalar], in table: PhraseTable<Payload>, mayBeAll: Bool = false
    ) -> (length: Int, payload: Payload)? {
        guard let match = table.longest(in: name, endingAt: name.count), mayBeAll || match.length < name.count,
            Folding.isWord(name, (name.count - match.length)..<name.count)
        else { return nil }
        return match
    }

    private static func trimmed(_ name: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var name = Array(name.drop { $0 == " " })
        while name.last == " " { name.removeLast() }
        return name
    }
}
