import GRDB
import Records

extension SQLiteStore {
    package func recycledCounts(before date: BusinessDate, nights: Int) throws -> [Int] {
        try read { db in
            try db.all(
                """
                SELECT (SELECT count(*) FROM decisions d WHERE d.business_date = s.business_date AND d.kind = 'recycle'
                    AND d.is_granted = 1)
                FROM stages s WHERE s.stage = 'recycle' AND s.business_date < ? ORDER BY s.business_date DESC LIMIT ?
                """, [date, nights]
            ) { $0.integer() }
        }
    }
}
