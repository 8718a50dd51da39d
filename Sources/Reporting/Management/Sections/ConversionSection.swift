import Records

/// What becomes of spells: by the week in which they began, and as ends that compete.
enum ConversionSection: ManagementSection {
    static let name = "conversion"

    /// Weeks shown; the table as a file has all.
    private static let weeks = 12

    static func view(_ page: Page) -> ViewObject {
        let conversion = page.night.conversion
        let day: Int64 = 86_400
        let watchedDays = (conversion.curves.longest ?? 0) / day
        var view: ViewObject = [
            "lead": page.words.sentence(
                conversion.count == 0
                    ? "conversion.none" : watchedDays < 30 ? "conversion.too_early" : "conversion.lead",
                [
                    "n": page.count("conversion_n", conversion.count).part,
                    "converted": page.percent(
                        "incidence_converted_30_days", conversion.curves.incidence(of: .converted, at: 30 * day)
                    ).part,
                    "recycled": page.percent(
                        "incidence_recycled_30_days", conversion.curves.incidence(of: .recycled, at: 30 * day)
                    ).part,
                    "opening": page.count("opening_spells", conversion.openingSpells).part,
                    "days": page.count("longest_spell_days", Int(watchedDays)).part,
                ]
            ).view,
            "has_curves": .flag(watchedDays >= 7),
            "cohorts": cohorts(.own, page).view,
            "has_migrated": .flag(conversion.showsMigrated),
            "has_cohorts": .flag(conversion.showsMigrated || watchedDays >= 7),
            "incidence": incidence(page).view,
            "chart": chart(page).view,
        ]
        if conversion.showsMigrated {
            view["migrated_cohorts"] = cohorts(.migrated, page).view
            view["migrated_lead"] =
                page.words.sentence(
                    "conversion.migrated",
                    [
                        "won": page.count("migrated_won", conversion.migrated.count).part,
                        "n": page.count("migrated_n", conversion.migrated.total).part,
                    ]
                ).view
        } else if conversion.openingSpells > 0, conversion.count > 0 {
            view["has_opening"] = true
            view["opening_note"] =
                page.words.sentence(
                    "conversion.opening", ["opening": page.count("opening_spells", conversion.openingSpells).part]
                ).view
        }
        return view
    }

    private static func cohorts(_ kind: ConversionMeasures.CohortKind, _ page: Page) -> Table {
        let all = page.night.conversion.cohorts(kind)
        let isOwn = kind == .own
        let prefix = isOwn ? "" : "migrated_"
        var table = page.table(
            "\(prefix)cohorts", [(isOwn ? "week" : "week_taken_over", .name), ("spells", .number)], [],
            empty: page.words("empty.cohorts"))
        table.columns += ConversionMeasures.ages.map { age in
            Table.Column(title: page.words("column.age_weeks", ["weeks": String(age)]), kind: .number)
        }
        table.rows = all.suffix(weeks).map { cohort in
            [Table.Cell(page.format.week(cohort.week)), Table.Cell(page.count("\(prefix)cohort_size", cohort.size))]
                + cohort.cells.map { cell($0, "\(prefix)cohort_conversion", size: cohort.size, page: page) }
        }
        table.total = all.count
        if all.count > weeks {
            table.shown = page.words(
                "shown.latest",
                ["shown": String(weeks), "total": page.format.count(all.count), "file": "conversion.csv"])
        }
        return table
    }

    private static func cell(
        _ cell: ConversionMeasures.Cell, _ metric: String, size: Int, page: Page
    ) -> Table.Cell {
        if cell.isMature {
            let share = Proportion(cell.converted, of: size).value
            var mature = Table.Cell(page.percent(metric, share))
            mature.heat = share
            return mature
        }
        guard let estimate = cell.estimate else {
            var empty = Table.Cell("")
            empty.isTentative = true
            return empty
        }
        var tentative = Table.Cell("≈\(page.format.percent(estimate)) (\(cell.atRisk))")
        tentative.isTentative = true
        return tentative
    }

    private static func incidence(_ page: Page) -> Table {
        let conversion = page.night.conversion
        let rows: [[Table.Cell]] = ConversionMeasures.curveDays.map { days in
            let time = Int64(days) * 86_400
            let curves = conversion.curves
            return [
                Table.Cell(page.words("days", ["days": String(days)])),
                Table.Cell(
                    page.percent("incidence_converted_\(days)_days", curves.incidence(of: .converted, at: time))),
                Table.Cell(page.percent("incidence_recycled_\(days)_days", curves.incidence(of: .recycled, at: time))),
                Table.Cell(page.percent("incidence_released_\(days)_days", curves.incidence(of: .released, at: time))),
                Table.Cell(page.percent("incidence_retired_\(days)_days", curves.incidence(of: .retired, at: time))),
                Table.Cell(page.percent("still_open_\(days)_days", curves.stillOpen(at: time))),
            ]
        }
        let watched = (conversion.curves.longest ?? 0) / 86_400
        return page.table(
            "incidence",
            [
                ("after", .name), ("converted", .number), ("recycled_share", .number), ("released_share", .number),
                ("retired_share", .number), ("still_open", .number),
            ],
            conversion.count == 0
                ? []
                : rows.enumerated().filter { Int64(ConversionMeasures.curveDays[$0.offset]) <= watched }.map(\.element))
    }

    private static func chart(_ page: Page) -> StepChart {
        let curves = page.night.conversion.curves
        let end = Double(min(90, max(14, (curves.longest ?? 0) / 86_400 + 1)))
        func points(_ cause: ConversionMeasures.End) -> [(time: Double, height: Double)] {
            curves.steps(of: cause).map { (Double($0.time) / 86_400, $0.incidence) }.filter { $0.time <= end }
        }
        func band(_ cause: ConversionMeasures.End) -> [(time: Double, low: Double, high: Double)] {
            curves.steps(of: cause).map { (Double($0.time) / 86_400, $0.band.low, $0.band.high) }
        }
        let (converted, recycled) = (points(.converted), points(.recycled))
        let highest =
            [ConversionMeasures.End.converted, .recycled].flatMap(band).filter { $0.time <= end }
            .map(\.high).max() ?? 0
        let top = [0.1, 0.2, 0.4, 0.6, 0.8].first { $0 >= highest } ?? 1
        return StepChart(
            title: page.words("conversion.chart"),
            curves: [
                .init(
                    name: label(page, "end.converted", converted), style: "strong", points: converted,
                    band: band(.converted)),
                .init(
                    name: label(page, "end.recycled", recycled), style: "dashed", points: recycled,
                    band: band(.recycled)),
            ],
            end: end, top: top,
            ticks: [0, 7, 14, 30, 60, 90].filter { Double($0) <= end }.map {
                (Double($0), String($0))
            },
            gridlines: (0...4).map { step in
                let height = top * Double(step) / 4
                return (height, Format.fixed(height * 100, top < 0.2 ? 1 : 0) + "%")
            })
    }

    private static func label(_ page: Page, _ key: String, _ points: [(time: Double, height: Double)]) -> String {
        "\(page.words(key)) \(page.format.percent(points.last?.height ?? 0))"
    }
}
