import Records

/// What kept customers in the pool: first each constraint, then each rep whose limit it is.
enum BottleneckTable: DataTable {
    static let name = "bottlenecks"
    static let columns = [
        DataColumn("business_date", .date), DataColumn("constraint", .code), DataColumn("rep_id", .code),
        DataColumn("rep_name", .text), DataColumn("customers", .integer), DataColumn("gain", .integer),
        DataColumn("worth", .number),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.facts.bottlenecks.map { line in
            [night.date.description, line.constraint.rawValue] + night.repColumns(line.rep)
                + [
                    String(line.customers), line.gain.map(String.init), line.worth.map { Format.fixed($0, 6) },
                ]
        }
    }
}
