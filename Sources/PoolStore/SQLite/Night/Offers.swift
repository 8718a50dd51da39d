import GRDB
import Records

extension SQLiteStore {
    package func placePool(by order: String, _ place: (CustomerSummary) throws -> Double) throws {
        // Reports ask too, while a night may be writing.
        guard try read({ try $0.lacksPlaces(in: order) }) else { return }
        try write { db in
            try db.beginOfferOrder(order)
            while true {
                let missing = try db.all(Self.unplaced) { row in
                    var customer = CustomerSummary(id: CustomerID(""), name: "")
                    let number = row.integer()
                    customer.poolSince = row.optionalInstant()
                    customer.level = try row.optionalChoice()
                    customer.value = row.optionalMoney()
                    return (number: number, place: try place(customer))
                }
                if missing.isEmpty { return }
                for (number, place) in missing {
                    try db.run("UPDATE customers SET offer_place = ? WHERE number = ?", [place, number])
                }
            }
        }
    }

    package func offers(after last: OfferPlace?, enteredBy: Instant, limit: Int) throws -> [OfferPlace] {
        try read { db in
            let places = try db.all(
                """
                SELECT id, offer_place FROM customers INDEXED BY customers_on_offer
                WHERE status = 'pool' AND offer_place IS NOT NULL
                \(last == nil ? "" : "AND (offer_place, id) > (?, ?)") AND (pool_since IS NULL OR pool_since <= ?)
                ORDER BY offer_place, id LIMIT ?
                """, (last.map { [$0.place, $0.customer.id] } ?? []) + [enteredBy, limit]
            ) { (customer: $0.id() as CustomerID, place: $0.real()) }
            let summaries = try places.map(\.customer).sorted().chunks.flatMap { chunk in
                try db.summaries(where: "id IN (\(marks(chunk.count)))", Array(chunk))
            }
            let byID = Dictionary(uniqueKeysWithValues: summaries.map { ($0.id, $0) })
            return places.compactMap { place in
                byID[place.customer].map { OfferPlace(customer: $0, place: place.place) }
            }
        }
    }

    package func offerCount(enteredBy: Instant, on date: BusinessDate) throws -> Int {
        try read { db in
            let entered = "status = 'pool' AND (pool_since IS NULL OR pool_since <= ?)"
            let holds = try db.all("SELECT hold FROM customers WHERE hold IS NOT NULL AND \(entered)", [enteredBy]) {
                $0.optionalText().flatMap { Hold(text: $0) }
            }
            return try db.count(
                "SELECT count(*) FROM customers INDEXED BY customers_pooled WHERE \(entered)", [enteredBy])
                - holds.count { $0?.lasts(on: date) ?? false }
        }
    }

    private static let unplaced = """
        SELECT number, pool_since, level, value_minor, value_currency FROM customers INDEXED BY customers_without_place
        WHERE status = 'pool' AND offer_place IS NULL LIMIT 10000
        """
}

extension Database {
    fileprivate func lacksPlaces(in order: String) throws -> Bool {
        try offerOrder() != order
            || count(
                """
                SELECT EXISTS (SELECT 1 FROM customers INDEXED BY customers_without_place
                    WHERE status = 'pool' AND offer_place IS NULL)
                """) == 1
    }

    private func offerOrder() throws -> String? {
        try first("SELECT value FROM settings WHERE name = 'offer_order'") { $0.text() }
    }

    /// Places of another order are worth nothing.
    fileprivate func beginOfferOrder(_ order: String) throws {
        guard try offerOrder() != order else { return }
        try run("UPDATE customers SET offer_place = NULL WHERE offer_place IS NOT NULL")
        try run(
            """
            INSERT INTO settings (name, value) VALUES ('offer_order', ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, [order])
    }
}
