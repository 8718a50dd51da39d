import Records
import Rules

/// Makes clean values out of the rows of one file: the same row, rules and conventions give the same value.
///
/// A row is rejected only where it has no usable identity or breaks its shape. Anything optional that cannot be
/// understood is left empty, flagged, and stays raw in the row's cells.
package struct Normalizer: Sendable {
    let rules: Rules
    let conventions: ValueConventions
    let asOf: BusinessDate
    /// Zone of times that name none.
    let zone: Zone
    /// Currency of amounts that name none.
    let currency: String
    let dates: DateReader
    let money: MoneyReader
    let bands: BandReader
    let needs: NeedsReader
    let humanChannels: Set<String>

    /// - Parameters:
    ///   - rules: the workspace's zone, currency, needs, and what follow-ups count.
    ///   - conventions: how the file writes what can be read in two ways.
    ///   - asOf: later dates are in the future, and flagged; nothing here reads the clock.
    package init(rules: Rules, conventions: ValueConventions, asOf: BusinessDate) {
        self.rules = rules
        self.conventions = conventions
        self.asOf = asOf
        zone = conventions.zone ?? rules.zone
        currency = conventions.currency ?? rules.currency
        dates = DateReader(order: conventions.dateOrder)
        money = MoneyReader(separator: conventions.decimalSeparator)
        bands = BandReader(separator: conventions.decimalSeparator)
        needs = NeedsReader(rules.needs)
        humanChannels = Set(rules.followUp.humanChannels.map { Folding.string($0) })
    }

    func reader(_ record: SourceRecord) -> RowReader { RowReader(record, normalizer: self) }
}
