import Records

/// The statements of a profile that say how a list is written as a table.
enum TableStatements {
    static let words = ["columns", "form", "delimiter", "row_end", "escape", "quote", "comment", "skip", "continue"]

    struct Mistake: Error {
        var message: String
    }

    static func read(_ word: String, _ rest: String, into table: inout Profile.TableForm) throws(Mistake) {
        if rest.isEmpty { throw Mistake(message: "something follows '\(word)'") }
        switch word {
        case "columns":
            table.columns = parts(rest, " | ").map { $0 == "-" ? "" : $0 }
        case "form":
            let (columns, name) = rest.split(atFirst: " = ")
            guard let kind = Profile.ColumnForm.Kind(rawValue: name) else {
                let known = Profile.ColumnForm.Kind.allCases.map(\.rawValue)
                throw Mistake(
                    message: "expected 'form COLUMN, COLUMN = KIND'; a KIND is \(known.joined(separator: ", "))")
            }
            table.forms += parts(columns, ", ").map { Profile.ColumnForm(column: Profile.ColumnName($0), kind: kind) }
        case "delimiter": table.delimiter = try mark(rest)
        case "row_end": table.rowEnd = try mark(rest)
        case "escape":
            guard rest == "backslash" else { throw Mistake(message: "only a 'backslash' escapes") }
            table.hasBackslashes = true
        case "quote":
            guard rest == "none" else { throw Mistake(message: "'quote' can only be 'none'") }
            table.hasNoQuotes = true
        case "comment": table.comment = Array(rest.utf8)
        case "continue": table.continued += parts(rest, ", ").map { Profile.ColumnName($0) }
        default: table.skips.append(try skip(rest))
        }
    }

    private static func skip(_ text: String) throws(Mistake) -> Profile.Skip {
        let (column, words) = text.split(atFirst: " = ")
        guard !column.isEmpty, !words.isEmpty else { throw Mistake(message: "expected 'skip COLUMN = WORD | WORD'") }
        return Profile.Skip(
            column: column == "*" ? nil : Profile.ColumnName(column),
            words: try parts(words, " | ").map { (word: String) throws(Mistake) in
                let isPrefix = word.count > 1 && word.hasSuffix("*")
                let text = isPrefix ? String(word.dropLast()) : word
                let folded = Folding.folded(text)
                if folded.isEmpty { throw Mistake(message: "expected a word, found '\(word)'") }
                return Profile.Skip.Word(text: text, folded: folded, isPrefix: isPrefix)
            })
    }

    /// A delimiter or the end of a row: what cannot be mistaken for a quote or a line break.
    private static func mark(_ text: String) throws(Mistake) -> [UInt8] {
        guard let mark = CSVDialect.mark(named: text) else {
            throw Mistake(
                message: "'\(text)' cannot separate cells: it holds a quote, a line break or more than 8 bytes")
        }
        return mark
    }

    private static func parts(_ text: String, _ separator: String) -> [String] {
        text.split(separator: separator).map(\.trimmed)
    }
}
