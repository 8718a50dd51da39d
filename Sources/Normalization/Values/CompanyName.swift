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

    /// The display name, folded: what words of trades are looked for in; empty for a damaged name.
    var folded: [Unicode.Scalar] = []

    /// - Parameter cleaned: a cleaned text.
    init(_ cleaned: Bytes) {
        let whole = Self.withoutBlanksInside(cleaned)
        display = whole ?? cleaned.string
        key = ""
        core = ""
        problem = whole?.withBytes { DamagedText.problem(in: $0) } ?? DamagedText.problem(in: cleaned)
        guard problem == nil else { return }
        folded = whole?.withBytes { Folding.scalars($0) } ?? Folding.scalars(cleaned)
        folded.withUnsafeBufferPointer { readForms(of: $0) }
    }

    private mutating func readForms(of folded: Letters) {
        let mark = Self.branchMark(in: folded)
        let head: Letters? = mark == nil ? Self.withoutLegalForm(folded) : nil
        key = head.map { Folding.string($0) } ?? Folding.string(Self.withUniformForms(folded))
        if let bracketless = Self.withoutPlaceBrackets(display) {
            core = bracketless.withUnsafeBufferPointer { Self.core(of: $0, mark: Self.branchMark(in: $0), head: nil) }
        } else {
            core = Self.core(of: folded, mark: mark, head: head)
        }
    }

    /// Ideographs need no blank between them: one that stands there came with a line break or a form field. `nil`: there
    /// is none.
    private static func withoutBlanksInside(_ text: Bytes) -> String? {
        guard text.indices.contains(where: { mayBeInside(text, $0) }) else { return nil }
        let scalars = Array(text.string.unicodeScalars)
        let kept = scalars.indices.filter { index in
            guard scalars[index] == " ", index > 0, index + 1 < scalars.count else { return true }
            return !Folding.isIdeograph(scalars[index - 1]) || !Folding.isIdeograph(scalars[index + 1])
        }
        return kept.count == scalars.count ? nil : String(String.UnicodeScalarView(kept.map { scalars[$0] }))
    }

    private static func mayBeInside(_ text: Bytes, _ index: Int) -> Bool {
        text[index] == 0x20 && index > 0 && index + 1 < text.count && text[index - 1] >= 0x80 && text[index + 1] >= 0x80
    }

    // MARK: Key

    /// Strips legal forms from the end while something is left before them.
    private static func withoutLegalForm(_ name: Letters) -> Letters {
        var name = name
        while let length = suffix(of: name, in: NameWords.legalForms) {
            name = trimmed(name.part(upTo: name.count - length))
        }
        return name
    }

    /// Writes each legal form inside the name of a branch in one way.
    private static func withUniformForms(_ name: Letters) -> [Unicode.Scalar] {
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

    private static func core(of folded: Letters, mark: Int?, head: Letters?) -> String {
        guard let mark else { return Folding.string(headCore(of: head ?? withoutLegalForm(folded))) }
        guard let form = lastLegalForm(in: folded, before: mark) else { return Folding.string(withoutRegion(folded)) }
        return Folding.string(headCore(of: trimmed(folded.part(upTo: form.lowerBound))))
            + Folding.string(folded.part(from: form.upperBound))
    }

    /// The distinctive part of a name without legal form.
    private static func headCore(of head: Letters) -> Letters {
        let local = withoutRegion(head)
        let stripped = withoutWords(local)
        // 青岛啤酒: without the place nothing would be left that tells it from any other brewery.
        if stripped.isEmpty { return head }
        return stripped.count == 1 ? local : stripped
    }

    private static func withoutRegion(_ name: Letters) -> Letters {
        var name = name
        if name.count >= 4, name[0] == "t", name[1] == "h", name[2] == "e", name[3] == " " { name = name.part(from: 4) }
        while let match = NameWords.regions.longest(in: name, at: 0), name.count - match.length >= 2 {
            name = trimmed(name.part(from: match.length))
        }
        return name
    }

    /// Strips words of the trade and words that say nothing from the end; everything, if there is nothing else.
    private static func withoutWords(_ name: Letters) -> Letters {
        var name = name
        while let length = suffix(of: name, in: NameWords.common, mayBeAll: true) {
            name = trimmed(name.part(upTo: name.count - length))
        }
        return name
    }

    /// The name folded without brackets that hold a place, a filler or a form of partnership: (中国), (集团), (有限合伙).
    /// `nil`: it has no brackets.
    private static func withoutPlaceBrackets(_ display: String) -> [Unicode.Scalar]? {
        guard display.withBytes({ bytes in bytes.contains(where: NameWords.mayBeginBracket) }) else { return nil }
        let name = Array(display.unicodeScalars)
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < name.count {
            if let close = NameWords.brackets[name[index]],
                let end = name[index...].firstIndex(of: close), end > index + 1,
                Folding.scalars(name[(index + 1)..<end]).withUnsafeBufferPointer({ NameWords.bracketed[$0] }) != nil
            {
                result.append(" ")
                index = end + 1
            } else {
                result.append(name[index])
                index += 1
            }
        }
        return Folding.scalars(result)
    }

    // MARK: Words

    /// Where a branch's mark begins: 分公司 anywhere, since a remark may follow it, other marks at the end.
    private static func branchMark(in name: Letters) -> Int? {
        if let length = suffix(of: name, in: NameWords.branches) { return name.count - length }
        for index in stride(from: 1, to: name.count, by: 1) {
            if let match = NameWords.branchesAnywhere.longest(in: name, at: index),
                Folding.isWord(name, index..<(index + match.length))
            {
                return index
            }
        }
        return nil
    }

    private static func lastLegalForm(in name: Letters, before end: Int) -> Range<Int>? {
        for index in stride(from: end, through: 1, by: -1) {
            if let match = NameWords.legalForms.longest(in: name, endingAt: index), match.length < index,
                Folding.isWord(name, (index - match.length)..<index)
            {
                return (index - match.length)..<index
            }
        }
        return nil
    }

    /// The length of the longest word at the end.
    private static func suffix<Payload>(
        of name: Letters, in table: PhraseTable<Payload>, mayBeAll: Bool = false
    ) -> Int? {
        guard let match = table.longest(in: name, endingAt: name.count), mayBeAll || match.length < name.count,
            Folding.isWord(name, (name.count - match.length)..<name.count)
        else { return nil }
        return match.length
    }

    private static func trimmed(_ name: Letters) -> Letters {
        var (lower, upper) = (0, name.count)
        while lower < upper, name[lower] == " " { lower += 1 }
        while lower < upper, name[upper - 1] == " " { upper -= 1 }
        return name.part(lower, upper)
    }
}
