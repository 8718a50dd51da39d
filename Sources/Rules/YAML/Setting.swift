import Records
import Yams

/// One value of a YAML file with its name and place, read as what is expected or refused with a message that says what is.
///
/// An empty value is never 0, never `none` and never the default: it is an error (EDGE-CASES.md, "Time").
package struct Setting {
    let document: YAMLDocument
    /// Such as `claims.limit` or `languages[2]`.
    package let path: String
    /// `nil` for the file as a whole and for the parts of a list.
    let key: Node.Scalar?
    let node: Node

    /// Whether it says `none`, unquoted.
    package var isNone: Bool { plainText == "none" }

    /// The value as a text, quoted or not. Line breaks are refused: a value may end up in a mail's header.
    package func text() throws(InputError) -> String {
        let scalar = try scalar(expected: "A text is expected.")
        guard !scalar.string.unicodeScalars.contains(where: { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }) else {
            throw wrong("has a line break or control character", expected: "A text of one line is expected.")
        }
        return scalar.string
    }

    /// A whole number in decimal digits; `orNone` makes the message offer `none`, `instead` adds a sentence to it.
    package func integer(
        in range: ClosedRange<Int>, orNone: Bool = false, instead advice: String? = nil
    ) throws(InputError) -> Int {
        let expected =
            "A whole number from \(range.lowerBound) to \(range.upperBound) is expected"
            + (orNone ? ", or none for no limit." : ".") + (advice.map { " \($0)" } ?? "")
        let scalar = try scalar(expected: expected, emptyAdvice: orNone ? "Write none for no limit." : nil)
        guard scalar.style == .plain else { throw wrong("stands in quotes", expected: expected) }
        let digits = scalar.string.hasPrefix("-") ? scalar.string.dropFirst() : scalar.string[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.count == 1 || digits.first != "0"
        else { throw wrong("is \(shown(scalar)), not a whole number", expected: expected) }
        guard let number = Int(scalar.string), range.contains(number) else {
            throw wrong("is \(shown(scalar)), out of range", expected: expected)
        }
        return number
    }

    package func flag() throws(InputError) -> Bool {
        let expected = "true or false is expected."
        let scalar = try scalar(expected: expected)
        switch (scalar.string, scalar.style) {
        case ("true", .plain): return true
        case ("false", .plain): return false
        default: throw wrong("is \(shown(scalar)), neither true nor false", expected: expected)
        }
    }

    package func choice<Choice: RawRepresentable & CaseIterable>(
        orNone: Bool = false
    ) throws(InputError) -> Choice where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue) + (orNone ? ["none"] : [])
        let expected =
            words.count == 1 ? "\(words[0]) is expected." : "One of \(words.joined(separator: ", ")) is expected."
        let scalar = try scalar(expected: expected)
        if let choice = Choice(rawValue: scalar.string) { return choice }
        throw unknown(scalar, among: words, expected: expected)
    }

    /// A calendar day, `YYYY-MM-DD`.
    package func date() throws(InputError) -> BusinessDate {
        let expected = "A day such as 2026-11-23 is expected."
        let scalar = try scalar(expected: expected)
        guard let date = BusinessDate(iso: scalar.string) else {
            throw wrong("is \(shown(scalar)), not a day", expected: expected)
        }
        return date
    }

    /// The parts of a list, `[a, b]` or a line each.
    package func items() throws(InputError) -> [Setting] {
        let expected = "A list is expected: [a, b], or a line '- a' for each part."
        guard case .sequence(let sequence) = node else {
            if isEmpty { throw empty("Write [] for an empty list.") }
            throw wrong("is not a list", expected: expected)
        }
        return sequence.enumerated().map { index, node in
            Setting(document: document, path: "\(path)[\(index + 1)]", key: nil, node: node)
        }
    }

    /// An error at this value: `'claims.limit' <what>`.
    package func wrong(_ what: String, expected: String..., suggestion: String? = nil) -> InputError {
        let advice = (suggestion.map { ["Did you mean '\($0)'?"] } ?? []) + expected
        let subject = path.isEmpty ? "the file" : "'\(path)'"
        return document.error(at: node.mark, length: length, "\(subject) \(what)", advice: advice)
    }

    /// An error for a word that is none of `words`.
    func unknown(_ scalar: Node.Scalar, among words: [String], expected: String) -> InputError {
        let near = Nearest.match(to: String(scalar.string.prefix(60)), among: words)
        return wrong("cannot be \(shown(scalar))", expected: expected, suggestion: near)
    }

    /// The single value; an error for a list, a section, or nothing at all.
    func scalar(expected: String, emptyAdvice: String? = nil) throws(InputError) -> Node.Scalar {
        guard case .scalar(let scalar) = node else {
            throw wrong(node.isMapping ? "is a set of keys" : "is a list", expected: expected)
        }
        if isEmpty { throw empty(emptyAdvice ?? expected) }
        return scalar
    }

    /// `'ten'`, cut where it is long.
    func shown(_ scalar: Node.Scalar) -> String {
        let text = scalar.string.prefix(60).map { $0.isNewline ? " " : $0 }
        return "'\(String(text))\(scalar.string.count > 60 ? "…" : "")'"
    }

    private var plainText: String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        return scalar.string
    }

    private var isEmpty: Bool { ["", "~", "null", "Null", "NULL"].contains(plainText) }

    private func empty(_ advice: String) -> InputError {
        // YAML places what is not there behind the colon or on the next line: the key is what can be seen.
        let place = plainText?.isEmpty == false ? nil : key
        return document.error(
            at: place?.mark ?? node.mark, length: place?.string.count ?? length, "'\(path)' has no value",
            advice: [advice, "Take the line out for the default; 0, none and an empty value are three things."])
    }

    /// Characters to underline.
    private var length: Int {
        guard case .scalar(let scalar) = node else { return 1 }
        switch scalar.style {
        case .plain: return max(1, scalar.string.count)
        case .singleQuoted, .doubleQuoted: return scalar.string.count + 2
        default: return 1
        }
    }
}

extension Node {
    fileprivate var isMapping: Bool {
        if case .mapping = self { return true }
        return false
    }
}
