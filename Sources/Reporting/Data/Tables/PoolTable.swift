import Records

/// How long the customers of the pool have been in it.
enum PoolTable: DataTable {
    static let name = "pool"
    static let columns = [
        DataColumn("days_in_pool", .code), DataColumn("customers", .integer), DataColumn("share", .number),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        PoolMeasures.Age.allCases.map { age in
            let customers = night.pool.ages[age] ?? 0
            return [age.rawValue, String(customers), fraction(Proportion(customers, of: night.pool.size).value)]
        }
    }
}
