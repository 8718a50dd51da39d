import GRDB
import Records

extension SQLiteStore {
    package func forEachCustomer(knownTo source: String, _ visit: (HeldCustomer) throws -> Void) throws {
        try read { db in
            try db.each(
                """
                SELECT c.id, r.external_id, c.status, c.hold, s.rep_id, \(CustomerColumns.clean)
                FROM customers c LEFT JOIN source_records r ON r.customer = c.number AND r.source = ?
                LEFT JOIN spells s ON s.customer_id = c.id AND s.ended_at IS NULL ORDER BY c.id, r.external_id
                """, [source]
            ) { row in
                let (id, ownID): (CustomerID, String?) = (row.id(), row.optionalText())
                let (status, hold): (CustomerStatus, String?) = (try row.choice(), row.optionalText())
                var held = HeldCustomer(
                    id: id, ownID: ownID, status: status, owner: row.optionalID(), clean: try row.customer())
                held.hold = hold.flatMap { Hold(text: $0) }
                try visit(held)
            }
        }
    }
}
