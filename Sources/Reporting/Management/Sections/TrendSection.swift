import Records

/// The key figures of the last days, one line a day: what the small lines of the first page are drawn from.
enum TrendSection: ManagementSection {
    static let name = "trend"

    static func view(_ page: Page) -> ViewObject {
        ["days": page.dayTable(Array(page.night.daily.trend)).view]
    }
}

extension Page {
    /// Days, latest first, with what their first report said where that was something else.
    func dayTable(_ days: [DailyMeasures.Day]) -> Table {
        table(
            "days",
            [
                ("day", .date), ("claimed", .number), ("allocated", .number), ("recycled", .number),
                ("released", .number), ("won", .number), ("met_of_due", .number), ("compliance", .number),
                ("pool_size", .number), ("first_reported", .detail),
            ],
            days.reversed().map { day in
                [
                    Table.Cell("\(day.date) \(words("weekday.\(day.date.weekday)"))"),
                    Table.Cell(count("day_claimed", day.claimed)), Table.Cell(count("day_allocated", day.allocated)),
                    Table.Cell(count("day_recycled", day.recycled)), Table.Cell(count("day_released", day.released)),
                    Table.Cell(count("day_won", day.won)), metOfDue(day.duties),
                    Table.Cell(percent("day_compliance", day.duties.value)),
                    Table.Cell(day.poolSize.map(format.count) ?? ""), Table.Cell(firstReported(of: day)),
                ]
            })
    }

    /// What the first report of a day said otherwise than is known now; empty where it said the same.
    private func firstReported(of day: DailyMeasures.Day) -> String {
        guard let then = night.facts.reported[day.date] else { return "" }
        var differences: [String] = []
        func compare(_ name: String, _ label: String, _ now: Int?) {
            guard let before = then[name], let now, before != now else { return }
            differences.append("\(words("column.\(label)")) \(format.count(before))")
        }
        compare("handed_out", "handed_out", day.handedOut)
        compare("recycled", "recycled", day.recycled)
        compare("won_today", "won", day.won)
        if let met = then["day_duties_met"], let due = then["day_duties_due"], Proportion(met, of: due) != day.duties {
            differences.append("\(words("column.met_of_due")) \(format.count(met)) / \(format.count(due))")
        }
        compare("pool_size", "pool_size", day.poolSize)
        return differences.joined(separator: words("list.separator"))
    }
}
