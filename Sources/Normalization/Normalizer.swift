import Records
import Rules

/// Makes clean values out of the rows of one file: the same row, rules and conventions give the same value.
///
/// A row is rejected only where it has no usable identity or breaks its shape. Anything optional that cannot be
/// understood is left empty, flagged, and stays raw in the row's cells. Rows go through it one at a time: threads that
/// share one wait for each other, so each takes its own.
package final class Normalizer: Sendable {
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
    let industries: IndustryClassifier
    let sizes: SizeClassifier
    let levels: LevelRule
    let humanChannels: Set<String>
    let humanOutcomes: Set<String>
    /// The first moment that is in the future.
    let future: Instant
    private let memory: SharedMemory

    /// - Parameters:
    ///   - rules: the workspace's zone, currency, needs, and what follow-ups count.
    ///   - conventions: how the file writes what can be read in two ways.
    ///   - asOf: later dates are in the future, and flagged; nothing here reads the clock.
    ///   - industries: what is known of industries, built in and learnt.
    package init(
        rules: Rules, conventions: ValueConventions, asOf: BusinessDate,
        industries: IndustryClassifier = IndustryClassifier()
    ) {
        self.rules = rules
        self.conventions = conventions
        self.asOf = asOf
        zone = conventions.zone ?? rules.zone
        currency = conventions.currency ?? rules.currency
        dates = DateReader(order: conventions.dateOrder)
        money = MoneyReader(separator: conventions.decimalSeparator)
        bands = BandReader(separator: conventions.decimalSeparator)
        needs = NeedsReader(rules.needs)
        self.industries = industries
        sizes = SizeClassifier(rules.size)
        levels = LevelRule(rules, date: asOf)
        humanChannels = Set(rules.followUp.humanChannels.map { Folding.string($0) })
        humanOutcomes = Set(rules.followUp.humanOutcomes.map { Folding.string($0) })
        future = zone.start(of: asOf + 1)
        memory = SharedMemory(zone: zone)
    }

    /// What reads the dates of a column that has conventions of its own.
    func dates(_ column: ColumnConventions) -> DateReader {
        DateReader(order: column.dateOrder ?? conventions.dateOrder, form: column.dateForm)
    }

    func money(of field: Field) -> MoneyReader {
        if conventions.columns.isEmpty { return money }
        return MoneyReader(separator: conventions.columns[field]?.decimalSeparator ?? conventions.decimalSeparator)
    }

    func bands(of field: Field) -> BandReader {
        if conventions.columns.isEmpty { return bands }
        return BandReader(separator: conventions.columns[field]?.decimalSeparator ?? conventions.decimalSeparator)
    }

    /// Reads a row's fields where they lie.
    func read<Value>(
        _ record: SourceRecord, _ body: (inout RowReader) -> RowOutcome<Value>
    ) -> RowOutcome<Value> {
        memory.withLock { memory in
            defer { memory.forgetRow() }
            return record.texts.withUnsafeTexts { texts in
                var reader = RowReader(record, texts: texts, memory: memory, normalizer: self)
                return body(&reader)
            }
        }
    }
}
