import Records

extension Profile {
    /// How a system writes one of its lists as a table, where that cannot be seen in every file, and which of its rows
    /// are no records.
    package struct TableForm: Sendable, Equatable {
        /// The columns of a file that has no header, from the left; an empty text is a column without a name. Empty:
        /// the list has a header.
        package var columns: [String] = []
        /// What stands between two cells, one or several bytes; empty: found from the text.
        package var delimiter: [UInt8] = []
        /// What ends a row; empty: a line break.
        package var rowEnd: [UInt8] = []
        /// Whether a backslash stands before a quote, a delimiter or a line break that belongs to the cell.
        package var hasBackslashes = false
        /// Whether quotes are ordinary characters.
        package var hasNoQuotes = false
        /// What a line begins with that is a remark; empty: there are none.
        package var comment: [UInt8] = []
        /// Rows of totals.
        package var skips: [Skip] = []
        /// Columns that a row leaves blank which goes on with what the row above is about.
        package var continued: [ColumnName] = []
        /// What the cells of a column look like, by which a file without a header is recognised.
        package var forms: [ColumnForm] = []

        /// Whether the list is written in a way of its own, which has to be tried beside the usual ones.
        var hasDialect: Bool { !delimiter.isEmpty || !rowEnd.isEmpty || hasBackslashes || hasNoQuotes }
    }

    /// Rows that are counted and left out: totals and subtotals.
    package struct Skip: Sendable, Equatable {
        /// The column that holds the word; `nil`: the first cell of the row that is not blank.
        package var column: ColumnName?
        package var words: [Word]

        package struct Word: Sendable, Equatable {
            package var text: String
            package var folded: [UInt8]
            /// Whether the cell may go on after the word (`合计*`).
            package var isPrefix = false
        }
    }

    /// What every filled cell of a column looks like.
    package struct ColumnForm: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            /// Digits only.
            case integer
            /// Digits with a sign, separators, an exponent.
            case number
            /// A day, with or without a time of day, in digits.
            case date
            case guid, email
            /// Holds a letter or an ideograph.
            case text
            /// Nothing, ever.
            case blank
        }

        package var column: ColumnName
        package var kind: Kind
    }
}
