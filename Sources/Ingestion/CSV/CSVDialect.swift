import Records

/// How a file separates and quotes its cells.
package struct CSVDialect: Sendable, Equatable {
    /// Any one-byte character but a quote or a line break.
    package var delimiter: UInt8
    /// What surrounds a cell that holds delimiters or line breaks; `nil`: quotes are ordinary characters.
    package var quote: UInt8? = UInt8(ascii: "\"")
    /// What stands before a quote inside quotes; `nil`: it is doubled.
    package var escape: UInt8?

    package init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), escape: UInt8? = nil) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
    }

    /// `comma`, `tab` …
    package var delimiterName: String {
        switch delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "|"): "vertical bar"
        case 0x09: "tab"
        default: "'\(Character(Unicode.Scalar(delimiter)))'"
        }
    }

    /// `comma, quotes doubled`.
    package var description: String {
        let quoting =
            quote == nil ? "quotes mean nothing" : escape == nil ? "quotes doubled" : "quotes behind a backslash"
        return "\(delimiterName), \(quoting)"
    }
}
