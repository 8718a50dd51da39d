import GRDB
import Records

extension SQLiteStore {
    package func save(_ bottlenecks: [Bottleneck], date: BusinessDate) throws {
        try write { db in
            try db.run("DELETE FROM bottlenecks WHERE business_date = ?", [date])
            for (ordinal, bottleneck) in bottlenecks.enumerated() {
                try db.run(
                    "INSERT INTO bottlenecks (business_date, ordinal, \(columns)) VALUES (\(marks(7)))",
                    [
                        date, ordinal, bottleneck.constraint.rawValue, bottleneck.rep, bottleneck.customers,
                        bottleneck.gain, bottleneck.worth,
                    ])
            }
        }
    }

    package func bottlenecks(of date: BusinessDate) throws -> [Bottleneck] {
        try read { db in
            try db.all("SELECT \(columns) FROM bottlenecks WHERE business_date = ? ORDER BY ordinal", [date]) {
                Bottleneck(
                    constraint: try $0.choice(), rep: $0.optionalID(), customers: $0.integer(),
                    gain: $0.optionalInteger(), worth: $0.optionalReal())
            }
        }
    }
}

private let columns = "constraint_code, rep_id, customers, gain, worth"
