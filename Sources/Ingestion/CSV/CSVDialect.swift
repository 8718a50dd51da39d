import Records

/// How a file separates and quotes its cells.
package struct CSVDialect: Sendable, Equatable {
    /// What stands between two cells: one or several bytes, none of them a quote or a line break; never empty.
    package var delimiter: [UInt8]
    /// What surrounds a cell that holds delimiters or line breaks; `nil`: quotes are ordinary characters.
    package var quote: UInt8?
    /// What stands before a quote inside quotes or, where there are no quotes, before a delimiter or a line break that
    /// belongs to the cell; `nil`: quotes are doubled.
    package var escape: UInt8?
    /// What ends a row; a line break behind it belongs to it. Empty: a line break alone does.
    package var rowEnd: [UInt8]
    /// What a line begins with that is a remark and no row; empty: there are none.
    package var comment: [UInt8]

    package init(
        delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), escape: UInt8? = nil
    ) {
        self.init(delimiter: [delimiter], quote: quote, escape: escape)
    }

    package init(
        delimiter: [UInt8], quote: UInt8? = UInt8(ascii: "\""), escape: UInt8? = nil, rowEnd: [UInt8] = [],
        comment: [UInt8] = []
    ) {
        self.delimiter = delimiter.isEmpty ? [UInt8(ascii: ",")] : delimiter
        self.quote = quote
        self.escape = escape
        self.rowEnd = rowEnd
        self.comment = comment
    }

    /// The bytes of a delimiter or of a row's end as people write it: `tab`, or itself. `nil` for what cannot be one.
    package static func mark(named text: String) -> [UInt8]? {
        let bytes = text == "tab" || text == "\\t" ? [0x09] : Array(text.utf8)
        guard (1...8).contains(bytes.count), !bytes.contains(where: { [0x00, 0x0A, 0x0D, 0x22].contains($0) }) else {
            return nil
        }
        return bytes
    }

    /// `comma`, `tab` …
    package var delimiterName: String {
        switch delimiter {
        case [UInt8(ascii: ",")]: "comma"
        case [UInt8(ascii: ";")]: "semicolon"
        case [UInt8(ascii: "|")]: "vertical bar"
        case [0x09]: "tab"
        default: Self.shown(delimiter)
        }
    }

    /// `comma, quotes doubled`.
    package var description: String {
        var parts = [delimiterName]
        if !rowEnd.isEmpty { parts.append("rows end with \(Self.shown(rowEnd))") }
        if let quote {
            let name = quote == UInt8(ascii: "\"") ? "quotes" : "quotes \(Self.shown([quote]))"
            parts.append(escape == nil ? "\(name) doubled" : "\(name) behind a backslash")
        } else {
            parts.append(escape == nil ? "quotes mean nothing" : "quotes mean nothing, delimiters behind a backslash")
        }
        if !comment.isEmpty { parts.append("lines beginning with \(Self.shown(comment)) are remarks") }
        return parts.joined(separator: ", ")
    }

    /// Bytes for people: control characters by number.
    private static func shown(_ mark: [UInt8]) -> String {
        if let only = mark.first, mark.count == 1, only < 0x20 { return "byte \(only)" }
        return "'\(String(decoding: mark, as: UTF8.self))'"
    }
}
