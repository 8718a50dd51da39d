import Records

/// The last weeks day by day, as known now; and what the first report of each day said.
enum DayTable: DataTable {
    static let name = "days"
    static let columns = [
        DataColumn("business_date", .date), DataColumn("claimed", .integer), DataColumn("allocated", .integer),
        DataColumn("transferred", .integer), DataColumn("recycled", .integer), DataColumn("released", .integer),
        DataColumn("won", .integer), DataColumn("duties_due", .integer), DataColumn("duties_met", .integer),
        DataColumn("pool_size", .integer), DataColumn("first_reported_handed_out", .integer),
        DataColumn("first_reported_recycled", .integer), DataColumn("first_reported_won", .integer),
        DataColumn("first_reported_duties_due", .integer), DataColumn("first_reported_duties_met", .integer),
        DataColumn("first_reported_pool_size", .integer),
    ]

    static func rows(_ night: Night) -> [[String?]] { rows(night.daily.days, night) }

    static func rows(_ days: [DailyMeasures.Day], _ night: Night) -> [[String?]] {
        days.map { day in
            let then = night.facts.reported[day.date] ?? (day.date == night.date ? night.numbers : [:])
            let now: [Int?] = [
                day.claimed, day.allocated, day.transferred, day.recycled, day.released, day.won, day.duties.total,
                day.duties.count, day.poolSize,
            ]
            let first = ["handed_out", "recycled", "won_today", "day_duties_due", "day_duties_met", "pool_size"]
            return [day.date.description] + (now + first.map { then[$0] }).map { $0.map { String($0) } }
        }
    }
}
