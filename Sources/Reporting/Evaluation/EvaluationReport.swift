import Records
import Rules

/// The monthly page on the rules themselves: what worked, for whom, how sure that is, and what to try next.
struct EvaluationReport {
    let measures: EvaluationMeasures
    let period: PeriodFacts
    let night: Night

    init(_ period: PeriodFacts, night: Night) {
        self.period = period
        self.night = night
        let totals = PeriodMeasures(period, night: night).total
        measures = EvaluationMeasures(night, refusals: period.refusals, granted: totals.claimed)
    }

    /// `evaluation.<language>.html` for each language.
    func pages(_ press: Press) -> [ReportFile] {
        let languages = night.rules.languages.isEmpty ? [.chinese] : night.rules.languages
        return languages.map { language in
            let page = press.page(night, language)
            return ReportFile(
                name: "evaluation.\(language.rawValue).html",
                text: press.print(
                    "evaluation", EvaluationPage(measures: measures, period: period.period, page: page).view))
        }
    }
}

/// The evaluation in one language.
struct EvaluationPage {
    let measures: EvaluationMeasures
    let period: Period
    let page: Page

    private var words: Words { page.words }

    var view: ViewObject {
        var view = page.frame
        let message = message
        view["period_name"] = .text(period.name)
        view["message"] = message.view
        view["message_text"] = .text(message.text)
        view["strategies"] = .list([StrategySection.view(page)])
        view["eras"] = eras.view
        view["owners"] = shares("owners", measures.owners.map { (words("owner.\($0.ordinal)"), $0.won) }).view
        view["sizes"] = shares("sizes", measures.sizes.map { (words("size.\($0.size.rawValue)"), $0.won) }).view
        view["bindings"] = bindings.view
        view["has_suggestions"] = .flag(!measures.suggestions.isEmpty)
        view["suggestions"] = .list(measures.suggestions.map(suggestion))
        return view
    }

    private var message: Sentence {
        let strategies = page.night.strategies
        if let best = strategies.comparisons.first(where: { $0.verdict == .better }) {
            return Sentence(
                words(
                    "evaluation.message_better",
                    ["arm": page.armName(best.arm.name), "reference": page.armName(best.reference.name)]))
        }
        return Sentence(words("evaluation.message_undecided"))
    }

    private func suggestion(_ suggestion: EvaluationMeasures.Suggestion) -> ViewObject {
        [
            "suggestion_text": .text(
                words(
                    "suggestion.\(suggestion.kind.rawValue)",
                    [
                        "key": "\(suggestion.section).\(suggestion.key)", "now": page.named("arm", suggestion.now),
                        "proposed": page.named("arm", suggestion.proposed),
                    ])),
            "suggestion_command": .text(suggestion.command),
        ]
    }

    private var eras: Table {
        func cells(_ share: Proportion) -> [Table.Cell] {
            [Table.Cell(page.format.percent(share.value)), Table.Cell(page.format.interval(share.wilson))]
        }
        return page.table(
            "eras",
            [
                ("era", .name), ("spells", .number), ("won_30", .number), ("interval_95", .number),
                ("recycled_30", .number), ("interval_95", .number), ("compliance", .number), ("interval_95", .number),
            ],
            measures.eras.map { era in
                [
                    Table.Cell(
                        "\(era.from) – \(era.until - 1)" + (era.isBaseline ? " · \(words("evaluation.baseline"))" : "")),
                    Table.Cell(page.format.count(era.won.total)),
                ] + cells(era.won) + cells(era.recycled) + cells(era.duties)
            })
    }

    private func shares(_ id: String, _ lines: [(name: String, share: Proportion)]) -> Table {
        let scale = Page.scale(lines.map(\.share))
        let table = page.table(
            id,
            [
                (id == "owners" ? "owner_number" : "size", .name), ("spells", .number), ("won", .number),
                ("won_30", .number), ("interval", .graphic), ("interval_95", .number),
            ],
            lines.map { line in
                [
                    Table.Cell(line.name), Table.Cell(page.format.count(line.share.total)),
                    Table.Cell(page.format.count(line.share.count)),
                    Table.Cell(page.format.percent(line.share.value)),
                    page.mark(line.share, dot: line.share.value, reference: nil, scale: scale),
                    Table.Cell(page.format.interval(line.share.wilson)),
                ]
            })
        return page.scaled(table, scale)
    }

    private var bindings: Table {
        page.table(
            "bindings", [("limit", .name), ("at_limit", .number), ("reps", .number), ("share", .number)],
            measures.bindings.filter { $0.reps.total > 0 }.map { binding in
                [
                    Table.Cell(words("limit.\(binding.limit.rawValue)")),
                    Table.Cell(page.count("at_limit_\(binding.limit.rawValue)", binding.reps.count)),
                    Table.Cell(page.format.count(binding.reps.total)),
                    Table.Cell(
                        page.percent("at_limit_share_\(binding.limit.rawValue)", binding.reps.value),
                        bar: binding.reps.value),
                ]
            })
    }
}
