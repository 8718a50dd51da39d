import GRDB
import Records

/// A customer that a rep holds, with what a leaver's plan asks.
package struct LeaversCustomer: Sendable, Equatable {
    package var customer: CustomerSummary
    package var isWon: Bool
    package var hasOpenDeal: Bool
    /// In some currency its won deals come to more than was paid.
    package var isUnpaid: Bool
}

extension SQLiteStore {
    package func book(of rep: RepID) throws -> [LeaversCustomer] {
        try read { db in
            let facts = try db.all(
                """
                SELECT c.id, c.won_at IS NOT NULL,
                    EXISTS (SELECT 1 FROM deals d WHERE d.customer_id = c.id AND d.status = 'open'),
                    EXISTS (SELECT 1 FROM deals w WHERE w.customer_id = c.id AND w.status = 'won'
                        AND w.amount_minor > 0 GROUP BY w.amount_currency HAVING sum(w.amount_minor) > coalesce((
                            SELECT sum(p.amount_minor) FROM payments p WHERE p.customer_id = c.id
                            AND p.amount_currency = w.amount_currency), 0))
                FROM spells s JOIN customers c ON c.id = s.customer_id
                WHERE s.rep_id = ? AND s.ended_at IS NULL ORDER BY c.id
                """, [rep]
            ) { (id: $0.id() as CustomerID, won: $0.flag(), open: $0.flag(), unpaid: $0.flag()) }
            let summaries = try db.summaries(
                where: "id IN (SELECT customer_id FROM spells WHERE rep_id = ? AND ended_at IS NULL)", [rep])
            // Both are sorted by customer, and a customer has one open spell.
            return zip(facts, summaries).map { fact, summary in
                LeaversCustomer(
                    customer: summary, isWon: fact.won, hasOpenDeal: fact.open, isUnpaid: fact.unpaid)
            }
        }
    }
}
