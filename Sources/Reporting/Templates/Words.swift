import Mustache
import Records
import Rules

extension String {
    /// The lines, empty ones too, whatever ends them.
    var lines: [Substring] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
}

/// The texts of one language: what Templates/strings.<language>.txt holds.
///
/// A line is `key = text`; `{name}` in a text is a place for a value, `{name|one|many}` for the word that goes
/// with it as a number; a text in quotes keeps the blanks at its ends.
/// A template reads them as `{{words.some.key}}`.
package struct Words: Sendable, Equatable, MustacheParent {
    private var texts: [String: String]
    /// What templates have asked for so far, such as `claims.`.
    private var prefix = ""

    init(_ texts: [String: String]) { self.texts = texts }

    /// Reads a file of strings.
    ///
    /// - Throws: for a line that is not `key = text`, with its place.
    init(text: String, file: String) throws(InputError) {
        texts = [:]
        for (index, content) in text.lines.enumerated() {
            if content.allSatisfy({ $0 == " " }) || content.hasPrefix("#") { continue }
            guard let equals = content.firstRange(of: " = "), equals.lowerBound > content.startIndex else {
                throw InputError(
                    file: file, line: index + 1, column: 1, length: content.count,
                    message: "a line that is not 'key = text'", excerpt: String(content),
                    advice: ["Each line is a key, ' = ' and a text; lines that begin with '#' are comments."])
            }
            texts[String(content[..<equals.lowerBound])] = Self.unquoted(content[equals.upperBound...])
        }
    }

    /// A text in quotes keeps the blanks at its ends.
    private static func unquoted(_ text: Substring) -> String {
        text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
            ? String(text.dropFirst().dropLast()) : String(text)
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.texts == right.texts && left.prefix == right.prefix
    }

    var keys: [String] { texts.keys.sorted { $0.isOrderedBefore($1) } }

    /// The text of `key`; the key itself in guillemets where there is none, so that a gap is seen and harms nothing.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        sentence(key, values.mapValues { .text($0) }).text
    }

    /// The text of `key` with measures in its places.
    func sentence(_ key: String, _ values: [String: Sentence.Part]) -> Sentence {
        guard let text = texts[key] else { return Sentence("«\(key)»") }
        var parts: [Sentence.Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            parts.append(Self.part(name, values) ?? .text("{\(name)}"))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return Sentence(parts)
    }

    /// What stands for a place: the value of `{name}`, or of `{name|one|many}` the word that goes with that number.
    private static func part(_ place: String, _ values: [String: Sentence.Part]) -> Sentence.Part? {
        let choices = place.split(separator: "|", omittingEmptySubsequences: false)
        guard choices.count == 3 else { return values[place] }
        let number: String
        switch values[String(choices[0])] {
        case .text(let text): number = text
        case .measure(_, let value, _): number = value
        case nil: return nil
        }
        return .text(String(number == "1" ? choices[1] : choices[2]))
    }

    func has(_ key: String) -> Bool { texts[key] != nil }

    /// The names in braces of a text, each once, sorted; those of `{name|one|many}` only if `choices`.
    func places(of key: String, choices: Bool = true) -> [String] {
        guard let text = texts[key] else { return [] }
        let names = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            piece.firstIndex(of: "}").map { piece[..<$0] }
        }.filter { choices || !$0.contains("|") }.map { String($0.prefix { $0 != "|" }) }
        return Set(names).sorted { $0.isOrderedBefore($1) }
    }

    /// These with `other`'s texts in place of those of the same key.
    func overridden(by other: Words) -> Words { Words(texts.merging(other.texts) { _, new in new }) }

    package func child(named name: String) -> Any? {
        let key = prefix + name
        if let text = texts[key] { return Readable.text(text) }
        var deeper = self
        deeper.prefix = key + "."
        guard texts.keys.contains(where: { $0.hasPrefix(deeper.prefix) }) else { return "«\(key)»" }
        return deeper
    }
}
