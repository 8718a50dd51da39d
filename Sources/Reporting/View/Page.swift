import Records
import Rules

/// A night in one language: what sections of pages and mails are written from.
struct Page: Sendable {
    let night: Night
    let words: Words
    let format: Format

    // MARK: Numbers

    func count(_ name: String, _ number: Int) -> Measure {
        Measure(name: name, value: String(number), text: format.count(number))
    }

    /// A share in percent; its value is a fraction with six decimals, empty where the denominator is zero.
    func percent(_ name: String, _ share: Double?) -> Measure {
        Measure(name: name, value: share.map { Format.fixed($0, 6) } ?? "", text: format.percent(share))
    }

    /// A quantile of waits in hours; the value is empty where it was not reached.
    func hours(_ name: String, _ share: Double, of waits: KaplanMeier) -> Measure {
        Measure(
            name: name, value: waits.quantile(share).map { Format.fixed(Double($0) / 3600, 4) } ?? "",
            text: format.hours(share, of: waits))
    }

    func decimal(_ name: String, _ number: Double?, digits: Int) -> Measure {
        Measure(
            name: name, value: number.map { Format.fixed($0, 6) } ?? "",
            text: number.map { Format.fixed($0, digits) } ?? format.notApplicable)
    }

    // MARK: Names

    func customer(_ id: CustomerID) -> Table.Cell { Table.Cell(night.name(of: id)) }
    func rep(_ id: RepID?) -> Table.Cell { Table.Cell(id.map(night.reps.name(of:)) ?? "") }
    func team(_ id: RepID?) -> Table.Cell { Table.Cell(id.map(teamName) ?? "") }
    func teamName(_ id: RepID) -> String { teamName(night.reps.team(of: id)) }
    func teamName(_ team: String) -> String { team.isEmpty ? words("team.none") : team }
    func reason(_ code: ReasonCode) -> String { words("reason.\(code.rawValue)") }

    /// A reason's figures in words, with reps by name.
    func detail(_ detail: DecisionDetail) -> Table.Cell {
        Table.Cell(detail.words(in: format.language, naming: night.reps.name(of:)))
    }

    /// A date, or nothing.
    func date(_ date: BusinessDate?) -> Table.Cell { Table.Cell(date?.description ?? "") }

    /// The words for a code that others choose, or the code itself.
    func named(_ group: String, _ code: String) -> String {
        words.has("\(group).\(code)") ? words("\(group).\(code)") : code
    }

    // MARK: Tables

    /// A table with the words of `table.<id>`, `column.<…>` and `empty.<id>`; it shows at most `limit` rows, and what
    /// is left out is counted below it, never cut in silence.
    func table(
        _ id: String, _ columns: [(key: String, kind: Table.Kind)], _ rows: [[Table.Cell]], limit: Int = .max,
        empty: String? = nil
    ) -> Table {
        var table = Table(
            id: id, caption: words("table.\(id)"),
            columns: columns.map { Table.Column(title: words("column.\($0.key)"), kind: $0.kind) },
            rows: Array(rows.prefix(limit)), total: rows.count, empty: empty ?? words("empty.\(id)"))
        if rows.count > limit {
            table.shown = words("shown", ["shown": format.count(limit), "total": format.count(rows.count)])
        }
        return table
    }

    /// How many reps a table leaves out because they are gone and have nothing in it.
    func leftOut(_ number: Int) -> String? {
        number == 0 ? nil : words("left_out", ["count": format.count(number)])
    }

    // MARK: Pages

    /// What every page and mail says about itself.
    var frame: ViewObject {
        var frame: ViewObject = [
            "words": .words(words), "language": .text(format.language.rawValue),
            "date": .text(night.date.description), "date_prose": .text(format.prose(night.date)),
            "as_of": .text(format.time(night.facts.asOf)), "zone": .text(night.zone.name),
            "version": .text(night.version), "rules_digest": .text(String(night.rules.digest.prefix(12))),
        ]
        if !night.rules.company.isEmpty { frame["company"] = .text(night.rules.company) }
        return frame
    }
}

/// A key figure: its name, its value, what it is of, and its change where the facts know it.
struct Tile: Sendable {
    var label: String
    var measure: Measure
    /// Stands small behind the number.
    var unit: String?
    var detail: Sentence
    var change: String?
    var trend: Sparkline?
    /// Where a later report of a closed date gives another number than the first.
    var firstReported: String?

    /// The number with its unit.
    var text: String { unit.map { "\(measure.text) \($0)" } ?? measure.text }

    var view: ViewObject {
        var view: ViewObject = [
            "tile_label": .text(label), "tile_metric": .text(measure.name), "tile_value": .text(measure.value),
            "tile_text": .text(measure.text), "tile_is_empty": .flag(measure.value.isEmpty && unit == nil),
            "tile_detail": detail.view,
        ]
        if let unit { view["tile_unit"] = .text(unit) }
        if let change { view["tile_change"] = .text(change) }
        if let trend { view["tile_trend"] = trend.view }
        if let firstReported { view["tile_first"] = .text(firstReported) }
        return view
    }
}
