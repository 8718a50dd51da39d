/// How one column writes what can be read in more than one way, where its file does not say so for all of them.
///
/// A column is what shows it: `03/04/2026` alone is two days, under forty cells of which one is `25/04/2026` it is one.
package struct ColumnConventions: Sendable, Equatable {
    /// What dates are written as, where not as a day that a person would read.
    package enum DateForm: String, Sendable, CaseIterable {
        /// Seconds since 1970-01-01T00:00:00Z.
        case epochSeconds = "epoch_seconds"
        case epochMilliseconds = "epoch_milliseconds"
        /// Years of the Republic of China: `115/11/23` and `1151123` are 2026-11-23.
        case republican
        /// A spreadsheet's day numbers, of which 1 is 1900-01-01: `45123` is 2023-07-16.
        case excel1900 = "excel_1900"
        /// The same in workbooks of old Excel for the Macintosh, where 0 is 1904-01-01: `43661` is 2023-07-16.
        case excel1904 = "excel_1904"
    }

    /// `nil`: the file's.
    package var dateOrder: ValueConventions.DateOrder?
    /// `nil`: the file's.
    package var decimalSeparator: Character?
    package var dateForm: DateForm?

    package init(
        dateOrder: ValueConventions.DateOrder? = nil, decimalSeparator: Character? = nil, dateForm: DateForm? = nil
    ) {
        self.dateOrder = dateOrder
        self.decimalSeparator = decimalSeparator
        self.dateForm = dateForm
    }
}
