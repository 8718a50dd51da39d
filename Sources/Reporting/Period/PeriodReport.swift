import Records
import Rules

/// The page about several days, and its tables as files: weekly, monthly, or any days.
struct PeriodReport {
    let measures: PeriodMeasures
    let night: Night

    init(_ facts: PeriodFacts, night: Night) {
        measures = PeriodMeasures(facts, night: night)
        self.night = night
    }

    /// `<name>.<language>.html` for each language.
    func pages(named name: String, _ press: Press) -> [ReportFile] {
        let languages = night.rules.languages.isEmpty ? [.chinese] : night.rules.languages
        return languages.map { language in
            let page = press.page(night, language)
            return ReportFile(
                name: "\(name).\(language.rawValue).html",
                text: press.print("period", PeriodPage(measures: measures, page: page).view))
        }
    }

    /// The tables of the page with every row, and what their columns are.
    func data(_ press: Press) -> [ReportFile] {
        let tables = [
            NightTable(name: DayTable.name, columns: DayTable.columns, rows: DayTable.rows(measures.days, night)),
            NightTable(name: "period-reps", columns: Self.columns, rows: rows),
            NightTable(
                name: "refusals", columns: [DataColumn("reason", .code), DataColumn("claims_refused", .integer)],
                rows: measures.facts.refusals.map { [$0.reason.rawValue, String($0.count)] }),
        ]
        return DataPackage(night: night, chinese: press.words(.chinese), english: press.words(.english))
            .files(of: tables)
    }

    private static let columns = [
        DataColumn("rep_id", .code), DataColumn("rep_name", .text), DataColumn("team", .text),
        DataColumn("claimed", .integer), DataColumn("allocated", .integer), DataColumn("transferred", .integer),
        DataColumn("recycled", .integer), DataColumn("released", .integer), DataColumn("won", .integer),
        DataColumn("revenue", .number), DataColumn("currency", .code), DataColumn("duties_due", .integer),
        DataColumn("duties_met", .integer), DataColumn("compliance", .number),
        DataColumn("first_follow_up_spells", .integer), DataColumn("first_follow_up_median_hours", .number),
    ]

    private var rows: [[String?]] {
        measures.lines.map { line in
            let totals = line.totals
            let waits = totals.firstFollowUp
            return night.repColumns(line.rep) + [night.reps.team(of: line.rep)]
                + [
                    totals.claimed, totals.allocated, totals.transferred, totals.recycled, totals.released, totals.won,
                ].map { String($0) }
                + [
                    Money(minorUnits: totals.revenue, currency: night.rules.currency).majorUnits, night.rules.currency,
                    String(totals.duties.total), String(totals.duties.count), fraction(totals.duties.value),
                    String(waits.count), hours(waits.quantile(0.5)),
                ]
        }
    }
}

/// The period in one language.
struct PeriodPage {
    let measures: PeriodMeasures
    let page: Page

    private var words: Words { page.words }
    private var format: Format { page.format }
    private var total: PeriodMeasures.Totals { measures.total }
    private var before: PeriodMeasures.Totals { measures.before }
    private var period: Period { measures.facts.period }

    var view: ViewObject {
        var view = page.frame
        view["period_title"] = .text(words("period.\(period.kind.rawValue)"))
        view["period_name"] = .text(period.kind == .days ? "" : period.name)
        view["period_dates"] = .text("\(period.from) – \(period.to)")
        view["is_unfinished"] = .flag(period.to > page.night.date)
        view["message"] = message.view
        view["message_text"] = .text(message.text)
        view["tiles"] = .list(tiles.map(\.view))
        var tables = [page.periodTable(measures), people("period_teams", "team", teamRows), reps]
        if !measures.facts.refusals.isEmpty { tables.append(refusals) }
        tables.append(page.flowTable(of: measures.facts.flows, limit: 61))
        view["tables"] = .list(tables.map { ["table": $0.view] })
        return view
    }

    private var message: Sentence {
        words.sentence(
            "period.message",
            [
                "handed_out": page.count("period_handed_out", total.handedOut).part,
                "recycled": page.count("period_recycled", total.recycled).part,
                "won": page.count("period_won", total.won).part,
            ])
    }

    // MARK: Key figures

    private var tiles: [Tile] {
        let flow = measures.facts.flows.first { $0.rep == nil }
        let money = Money(minorUnits: total.revenue, currency: page.night.rules.currency)
        let moneyBefore = Money(minorUnits: before.revenue, currency: page.night.rules.currency)
        return [
            Tile(
                label: words("tile.pool"), measure: page.count("pool_closing", flow?.closing ?? page.night.pool.size),
                detail: Sentence(words("period.pool.detail", ["opening": format.count(flow?.opening ?? 0)]))),
            Tile(
                label: words("period.handed_out"), measure: page.count("period_handed_out", total.handedOut),
                detail: words.sentence(
                    "period.handed_out.detail",
                    [
                        "claimed": page.count("period_claimed", total.claimed).part,
                        "allocated": page.count("period_allocated", total.allocated).part,
                        "reclaims": page.count("period_reclaims", total.reclaims).part,
                    ]), change: change(format.count(before.handedOut))),
            Tile(
                label: words("tile.recycled"), measure: page.count("period_recycled", total.recycled),
                detail: words.sentence(
                    "period.recycled.detail", ["released": page.count("period_released", total.released).part]),
                change: change(format.count(before.recycled))),
            Tile(
                label: words("tile.compliance"), measure: page.percent("period_compliance", total.duties.value),
                detail: words.sentence(
                    "tile.compliance.detail",
                    [
                        "met": page.count("period_duties_met", total.duties.count).part,
                        "due": page.count("period_duties_due", total.duties.total).part,
                    ]), change: change(format.percent(before.duties.value))),
            firstFollowUpTile,
            Tile(
                label: words("period.won"), measure: page.count("period_won", total.won),
                detail: Sentence(words("period.won.detail")), change: change(format.count(before.won))),
            Tile(
                label: words("period.revenue"),
                measure: Measure(name: "period_revenue", value: money.majorUnits, text: format.money(money)),
                detail: words.sentence(
                    "period.revenue.detail", ["sales": page.count("period_sales", total.sales).part]),
                change: change(format.money(moneyBefore))),
        ]
    }

    private var firstFollowUpTile: Tile {
        let waits = total.firstFollowUp
        return Tile(
            label: words("tile.first_follow_up"),
            measure: page.hours("period_first_follow_up_median_hours", 0.5, of: waits),
            unit: waits.isWatched ? words("hours") : nil,
            detail: words.sentence(
                "tile.first_follow_up.detail", ["n": page.count("period_first_follow_up_n", waits.count).part]),
            change: change(format.hours(0.5, of: before.firstFollowUp)))
    }

    private func change(_ before: String) -> String { words("period.before", ["before": before]) }

    // MARK: Tables

    private var reps: Table {
        people("period_reps", "rep", measures.lines.map { row(page.rep($0.rep), $0.totals) })
    }

    private var teamRows: [[Table.Cell]] {
        measures.teams.map { row(Table.Cell(page.teamName($0.team)), $0.totals) }
    }

    private func people(_ id: String, _ head: String, _ rows: [[Table.Cell]]) -> Table {
        page.table(
            id,
            [
                (head, .name), ("claimed", .number), ("allocated", .number), ("recycled", .number),
                ("released", .number), ("won", .number), ("revenue", .number), ("met_of_due", .number),
                ("compliance", .number), ("median_hours", .number),
            ], rows, limit: 120)
    }

    private func row(_ name: Table.Cell, _ totals: PeriodMeasures.Totals) -> [Table.Cell] {
        [
            name, Table.Cell(format.count(totals.claimed)), Table.Cell(format.count(totals.allocated)),
            Table.Cell(format.count(totals.recycled)), Table.Cell(format.count(totals.released)),
            Table.Cell(format.count(totals.won)),
            Table.Cell(format.money(Money(minorUnits: totals.revenue, currency: page.night.rules.currency))),
            page.metOfDue(totals.duties), Table.Cell(format.percent(totals.duties.value)),
            Table.Cell(format.hours(0.5, of: totals.firstFollowUp)),
        ]
    }

    private var refusals: Table {
        let top = Double(max(1, measures.facts.refusals.first?.count ?? 1))
        return page.table(
            "refusals", [("reason", .text), ("count", .number)],
            measures.facts.refusals.map { entry in
                [
                    Table.Cell(page.reason(entry.reason)),
                    Table.Cell(
                        page.count("period_refused_\(entry.reason.rawValue)", entry.count),
                        bar: Double(entry.count) / top),
                ]
            })
    }
}

extension Page {
    /// The days of a period, or its weeks where it is long.
    fileprivate func periodTable(_ measures: PeriodMeasures) -> Table {
        var table = dayTable(measures.rows)
        guard measures.areWeeks else { return table }
        table.caption = words("table.weeks")
        table.columns[0].title = words("column.week_of")
        for (index, week) in measures.rows.reversed().enumerated() {
            table.rows[index][0] = Table.Cell(format.week(week.date))
            // First reports are of single days.
            table.rows[index][table.columns.count - 1] = Table.Cell("")
        }
        return table
    }
}
