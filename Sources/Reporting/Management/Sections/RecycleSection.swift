import Records

/// What went back to the pool.
enum RecycleSection: ManagementSection {
    static let name = "recycle"

    static func view(_ page: Page) -> ViewObject {
        let recycling = page.night.recycling
        return [
            "lead": page.words.sentence(
                recycling.tonight.isEmpty ? "recycle.none" : "recycle.lead",
                ["count": page.count("recycled", recycling.tonight.count).part]
            ).view,
            "cohort": page.words.sentence(
                recycling.cohort.total == 0 ? "recycle.cohort_none" : "recycle.cohort",
                [
                    "share": page.percent("recycle_cohort_rate", recycling.cohort.value).part,
                    "count": page.count("recycle_cohort_recycled", recycling.cohort.count).part,
                    "n": page.count("recycle_cohort_n", recycling.cohort.total).part,
                    "days": .text(String(RecyclingMeasures.cohortDays)),
                ]
            ).view,
            "flow": page.words.sentence(
                recycling.flowPer100Days == nil ? "recycle.flow_none" : "recycle.flow",
                [
                    "rate": page.decimal("recycle_flow_per_100_days", recycling.flowPer100Days, digits: 2).part,
                    "count": page.count("recycle_flow_count", recycling.flowCount).part,
                    "owned": page.count("owned_spell_days", Int(recycling.ownedSeconds / 86_400)).part,
                    "days": .text(String(RecyclingMeasures.flowDays)),
                ]
            ).view,
            "recycled": page.recycledTable(limit: 20).view, "forecast": forecast(page).view,
        ]
    }

    private static func forecast(_ page: Page) -> Sentence {
        let forecast = page.night.forecast
        return page.words.sentence(
            forecast.due == 0
                ? "recycle.forecast_none"
                : page.night.compliance.overall.total == 0 ? "recycle.forecast_unknown" : "recycle.forecast",
            [
                "due": page.count("forecast_due_7_days", forecast.due).part,
                "expected": page.decimal("forecast_recycled_7_days", forecast.expected, digits: 1).part,
                "days": .text(String(ForecastMeasures.daysAhead)),
            ])
    }
}

extension Page {
    func recycledTable(limit: Int) -> Table {
        table(
            "recycled",
            [
                ("customer", .name), ("former_owner", .name), ("team", .text), ("held_since", .date),
                ("deadline", .date),
            ],
            night.recycling.tonight.map { recycled in
                [
                    customer(recycled.customer), rep(recycled.rep), team(recycled.rep),
                    Table.Cell(format.day(recycled.heldSince)), date(recycled.deadline),
                ]
            }, limit: limit)
    }
}
