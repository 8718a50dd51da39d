import Records
import Yams

/// A YAML file as a tree in which every key and value knows its place. Nothing is interpreted yet.
package struct YAMLDocument {
    let text: ConfigurationText
    private let root: Node?

    /// - Throws: `InputError` for text that is not YAML, and for keys that stand twice in one section.
    package init(bytes: some Collection<UInt8>, file: String) throws(InputError) {
        text = try ConfigurationText(bytes: bytes, file: file)
        do {
            root = try Yams.compose(yaml: text.text, .basic, .default, .utf8)
        } catch let error as YamlError {
            throw BrokenYAML.explanation(of: error, in: text)
        } catch {
            throw InputError(file: file, message: "the file cannot be read as YAML: \(error)")
        }
    }

    /// The whole file as a section; one without keys where the file has only comments.
    package func section() throws(InputError) -> Section {
        guard let root else { return Section(document: self, path: "", pairs: []) }
        if case .scalar(let scalar) = root, scalar.string.isEmpty, scalar.style == .plain {
            return Section(document: self, path: "", pairs: [])
        }
        return try Section(Setting(document: self, path: "", key: nil, node: root))
    }

    func error(
        at mark: Mark?, length: Int = 1, _ message: String, advice: [String] = []
    ) -> InputError {
        text.error(line: mark?.line ?? 1, scalarColumn: mark?.column ?? 1, length: length, message, advice: advice)
    }
}

/// What the YAML parser found wrong, in words that somebody who never heard of YAML can act on.
enum BrokenYAML {
    static func explanation(of error: YamlError, in text: ConfigurationText) -> InputError {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return explanation(problem, at: mark, context: context, in: text)
        case .duplicatedKeysInMapping(let keys, let context):
            return repeatedKey(keys.first ?? "", firstAt: context.mark, in: text)
        default:
            return InputError(
                file: text.file, message: "the file cannot be read as YAML: \(error)",
                advice: ["Compare it with what 'gonghai init' writes."])
        }
    }

    private static func explanation(
        _ problem: String, at mark: Mark, context: YamlError.Context?, in text: ConfigurationText
    ) -> InputError {
        let place = self.place(of: problem, at: mark, context: context, in: text)
        let line = text.line(place.line)
        let atMark = line.unicodeScalars.dropFirst(place.column - 1).first
        let (message, advice): (String, String)
        if line.contains("：") {
            (message, advice) = ("a full-width colon '：' is no colon", "Write ':' and a blank.")
        } else if place.line < mark.line, problem.hasPrefix("mapping values") || problem.hasPrefix("could not find") {
            (message, advice) = ("a key without ': ' behind it", "Write the key, ':', a blank, and the value.")
        } else if let sign = atMark, "*&%@`!|>".unicodeScalars.contains(sign) {
            (message, advice) = ("a text that begins with '\(sign)' must stand in quotes", "Write \"\(sign)…\".")
        } else if problem.hasPrefix("mapping values are not allowed") {
            (message, advice) = (
                "a ':' where no key can stand",
                "Put a text with ': ' in quotes, and begin every key in a new line under its neighbours."
            )
        } else if problem.hasPrefix("found unexpected end") {
            (message, advice) = ("a quote that is not closed", "Put the same quote at the end of the text.")
        } else if problem.hasPrefix("did not find expected ','") {
            (message, advice) = (
                "a bracket that is not closed", "Put ',' between the parts and the closing bracket after the last."
            )
        } else if problem.hasPrefix("did not find expected key") || problem.hasPrefix("did not find expected '-'") {
            (message, advice) = (
                "the line does not stand under its neighbours",
                "Indent the keys of one section by the same number of blanks."
            )
        } else if problem.hasPrefix("Maximum nesting level") {
            (message, advice) = ("too many levels", "A configuration has a few. Is this the right file?")
        } else if problem.hasPrefix("but found another document") {
            (message, advice) = ("a second document begins here", "Take the '---' out: the file is one document.")
        } else {
            (message, advice) = ("this is not YAML: \(problem)", "Compare the line with what 'gonghai init' writes.")
        }
        return text.error(line: place.line, scalarColumn: place.column, message, advice: [advice])
    }

    /// Where the fault stands: a missing colon, an open bracket or quote is noticed only behind it.
    private static func place(
        of problem: String, at mark: Mark, context: YamlError.Context?, in text: ConfigurationText
    ) -> (line: Int, column: Int) {
        let noticedLate = [
            "could not find expected ':'", "found unexpected end", "did not find expected ','",
            "did not find expected alphabetic",
        ]
        if noticedLate.contains(where: problem.hasPrefix) {
            return (context?.mark.line ?? mark.line, context?.mark.column ?? mark.column)
        }
        guard problem.hasPrefix("mapping values"),
            let number = (1..<max(1, mark.line)).last(where: { !text.line($0).allSatisfy { $0 == " " } })
        else { return (mark.line, mark.column) }
        let line = text.line(number)
        let content = line.drop { $0 == " " }
        let isKey = content.hasSuffix(":") || content.contains(": ") || "-#".contains(content.first ?? "#")
        return isKey ? (mark.line, mark.column) : (number, line.count - content.count + 1)
    }

    /// The parser names the first place of a key that stands twice; the second is the next line like it.
    private static func repeatedKey(_ key: String, firstAt mark: Mark, in text: ConfigurationText) -> InputError {
        var second: Int?
        if mark.line < text.lineCount {
            second = (mark.line + 1...text.lineCount).first { number in
                let line = text.line(number)
                let start = line.dropFirst(mark.column - 1)
                return line.prefix(mark.column - 1).allSatisfy { $0 == " " || $0 == "-" } && start.hasPrefix(key)
                    && start.dropFirst(key.count).drop { $0 == " " }.first == ":"
            }
        }
        return text.error(
            line: second ?? mark.line, scalarColumn: mark.column, length: key.count,
            second == nil
                ? "the key '\(key)' stands twice"
                : "the key '\(key)' stands here a second time; first in line \(mark.line)",
            advice: ["Keep one of them: it would be a guess which one counts."])
    }
}
