import Records

/// The text of a configuration file, checked as far as a YAML parser should not have to, and by line for error messages.
///
/// What a person's editor does to a file is met here: a byte order mark, another encoding, tabs, a stray control
/// character; and what would keep a parser busy for ever: a huge file, references that unfold into gigabytes.
package struct ConfigurationText: Sendable {
    package let file: String
    /// Without a byte order mark.
    package let text: String
    private let lines: [Substring]

    static let maximumBytes = 250_000
    /// Longer lines are not shown.
    private static let maximumExcerpt = 200

    /// - Throws: `InputError` for text that is not UTF-8, or that no YAML parser should be given.
    package init(bytes: some Collection<UInt8>, file: String) throws(InputError) {
        self.file = file
        guard bytes.count <= Self.maximumBytes else {
            throw InputError(
                file: file,
                message: "the file has \(bytes.count) bytes; a configuration has \(Self.maximumBytes) at most",
                advice: ["Is this the right file?"])
        }
        let content = Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        guard let text = String(validating: content, as: UTF8.self) else {
            throw InputError(
                file: file, line: Self.firstUndecodableLine(of: content), message: "the text is not UTF-8",
                advice: ["Save the file as UTF-8; in Windows Notepad: Save as, Encoding, UTF-8."])
        }
        self.text = text
        lines = Self.split(text)
        try refuseUnreadableCharacters()
        try refuseTabs()
        try refuseReferences()
    }

    /// The line's text; empty where there is none.
    func line(_ number: Int) -> Substring { lines.indices.contains(number - 1) ? lines[number - 1] : "" }

    var lineCount: Int { lines.count }

    /// An error at a place in the file, with its line as the excerpt; `scalarColumn` is 1-based and in Unicode scalars,
    /// as YAML counts.
    func error(
        line noticed: Int, scalarColumn: Int, length: Int = 1, _ message: String, advice: [String] = []
    ) -> InputError {
        // What is missing at the end of the file is noticed behind it.
        let number = min(noticed, lines.count)
        let line = line(number)
        let column = String(line.unicodeScalars.prefix(max(0, scalarColumn - 1))).count + 1
        let isShown = line.count <= Self.maximumExcerpt
        return InputError(
            file: file, line: number, column: column, length: max(1, length), message: message,
            excerpt: isShown ? Self.visible(line) : nil, advice: advice)
    }

    /// Every character of the line in one column: a tab as an arrow, what a terminal would act on as a replacement.
    private static func visible(_ line: Substring) -> String {
        String(
            line.map { character in
                if character == "\t" { return "→" }
                return character.unicodeScalars.contains { isUnreadable($0) || $0.properties.isBidiControl }
                    ? "\u{FFFD}" : character
            })
    }

    /// Lines as YAML counts them: LF, CR, CR LF, NEL, LS and PS end one.
    private static func split(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != "\u{0B}" && $0 != "\u{0C}" }
    }

    private static func firstUndecodableLine(of bytes: [UInt8]) -> Int? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }

    /// What YAML 1.1 leaves out of its character set.
    private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
            false
        default: true
        }
    }

    private func refuseUnreadableCharacters() throws(InputError) {
        guard text.unicodeScalars.contains(where: Self.isUnreadable) else { return }
        for (index, line) in lines.enumerated() {
            var column = 1
            for scalar in line.unicodeScalars {
                if Self.isUnreadable(scalar) {
                    let code = String(scalar.value, radix: 16, uppercase: true)
                    throw error(
                        line: index + 1, scalarColumn: column,
                        "an invisible control character (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))",
                        advice: ["Delete it, or type the line anew."])
                }
                column += 1
            }
        }
    }

    private func refuseTabs() throws(InputError) {
        for (index, line) in lines.enumerated() {
            let indentation = line.prefix { $0 == " " || $0 == "\t" }
            guard let tab = indentation.firstIndex(of: "\t") else { continue }
            throw error(
                line: index + 1, scalarColumn: line.distance(from: line.startIndex, to: tab) + 1,
                "a tab at the start of a line", advice: ["YAML wants blanks: put two of them for each level."])
        }
    }

    /// An anchor that an alias refers to: never needed here, and a few lines of them unfold into gigabytes.
    private func refuseReferences() throws(InputError) {
        var anchors: Set<Substring> = []
        for (index, line) in lines.enumerated() {
            for word in line.split(whereSeparator: { " \t[]{},:".contains($0) }) {
                if word.first == "&", word.count > 1 { anchors.insert(word.dropFirst()) }
                guard word.first == "*", anchors.contains(word.dropFirst()) else { continue }
                let column = line.unicodeScalars.distance(from: line.startIndex, to: word.startIndex) + 1
                throw error(
                    line: index + 1, scalarColumn: column, length: word.count,
                    "references (&name and *name) are not read here",
                    advice: ["Write the value out, or put it in quotes if it is a text."])
            }
        }
    }
}
