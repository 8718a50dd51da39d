/// How one column writes what can be read in more than one way, where its file does not say so for all of them.
///
/// A column is what shows it: `03/04/2026` alone is two days, under forty cells of which one is `25/04/2026` it is one.
package struct ColumnConventions: Sendable, Equatable {
    /// What dates are written as, where not as a day that a person would read.
    package enum DateForm: String, Sendable, CaseIterable {
        /// Seconds since 1970-01-01T00:00:00Z.
        case epochSeconds = "epoch_seconds"
        case epochMilliseconds = "epoch_milliseconds"
        /// Years of the Republic of China: `115/11/23` is 2026-11-23.
        case republican
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
