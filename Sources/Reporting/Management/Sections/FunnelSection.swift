import Records

/// How far customers come after they were handed out, what closed deals came to, and what a customer brings.
enum FunnelSection: ManagementSection {
    static let name = "funnel"

    static func view(_ page: Page) -> ViewObject {
        [
            "steps": steps(page).view, "win_rate": winRate(page).view, "revenue": revenue(page).view,
            "coverage": coverage(page).view, "books": books(page).view,
            "has_books": .flag(!page.night.coverage.lines.isEmpty),
        ]
    }

    private static func steps(_ page: Page) -> Table {
        let steps = page.night.funnel.steps
        let scale = Page.scale(steps.map(\.share))
        let table = page.table(
            "funnel",
            [
                ("step", .name), ("entered", .number), ("went_on", .number), ("share", .number),
                ("interval", .graphic), ("interval_95", .number),
            ],
            steps.allSatisfy { $0.share.total == 0 }
                ? []
                : steps.map { step in
                    [
                        Table.Cell(
                            page.words("stage.\(step.from.rawValue)") + " → "
                                + page.words("stage.\(step.to.rawValue)")),
                        Table.Cell(page.count("stage_\(step.from.rawValue)_n", step.share.total)),
                        Table.Cell(page.count("stage_\(step.to.rawValue)_reached", step.share.count)),
                        Table.Cell(page.percent("stage_\(step.to.rawValue)_share", step.share.value)),
                        page.mark(step.share, dot: step.share.value, reference: nil, scale: scale),
                        Table.Cell(page.format.interval(step.share.wilson)),
                    ]
                })
        return page.scaled(table, scale)
    }

    private static func winRate(_ page: Page) -> Sentence {
        let rate = page.night.funnel.winRate
        return page.words.sentence(
            rate.total == 0 ? "funnel.win_rate_none" : "funnel.win_rate",
            [
                "share": page.percent("win_rate_closed", rate.value).part,
                "won": page.count("deals_won_90_days", rate.count).part,
                "closed": page.count("deals_closed_90_days", rate.total).part,
                "days": .text(String(FunnelMeasures.closedDays)),
                "low": .text(page.format.interval(rate.wilson)),
            ])
    }

    private static func revenue(_ page: Page) -> Sentence {
        let revenue = page.night.revenue
        func money(_ minorUnits: Double?) -> String {
            minorUnits.map {
                page.format.money(Money(minorUnits: Int64($0.rounded()), currency: revenue.currency))
            } ?? page.format.notApplicable
        }
        func measure(_ name: String, _ minorUnits: Double?) -> Sentence.Part {
            Measure(
                name: name,
                value: minorUnits.map {
                    Money(minorUnits: Int64($0.rounded()), currency: revenue.currency).majorUnits
                } ?? "", text: money(minorUnits)
            ).part
        }
        return page.words.sentence(
            revenue.mature == 0 ? "funnel.revenue_none" : "funnel.revenue",
            [
                "days": .text(String(RevenueMeasures.days)), "n": page.count("revenue_n", revenue.mature).part,
                "mean": measure("revenue_per_customer", revenue.mean),
                "low": measure("revenue_per_customer_low", revenue.interval?.low),
                "high": measure("revenue_per_customer_high", revenue.interval?.high),
                "buyers": page.count("revenue_buyers", revenue.buyers.count).part,
                "median": measure("revenue_median_of_buyers", revenue.medianOfBuyers.map(Double.init)),
                "top": page.percent("revenue_top_share", revenue.topShare).part,
            ])
    }

    private static func coverage(_ page: Page) -> Sentence {
        let share = page.night.coverage.overall
        return page.words.sentence(
            share.total == 0 ? "funnel.coverage_none" : "funnel.coverage",
            [
                "share": page.percent("coverage", share.value).part,
                "covered": page.count("covered", share.count).part, "held": page.count("held_open", share.total).part,
                "days": .text(String(CoverageMeasures.days)),
            ])
    }

    /// Whose book is how full and how much of it is looked after.
    private static func books(_ page: Page) -> Table {
        page.table(
            "books",
            [
                ("rep", .name), ("team", .text), ("held", .number), ("fill", .number), ("covered", .number),
                ("coverage", .number), ("untouched", .number),
            ],
            page.night.coverage.lines.map { line in
                [
                    page.rep(line.rep), page.team(line.rep), Table.Cell(page.count("rep_held_open", line.share.total)),
                    Table.Cell(line.fill.map { page.format.percent($0) } ?? page.words("limit.none")),
                    Table.Cell(page.count("rep_covered", line.share.count)),
                    Table.Cell(page.percent("rep_coverage", line.share.value), bar: line.share.value),
                    Table.Cell(page.count("rep_untouched", line.untouched)),
                ]
            }, limit: 60)
    }
}
