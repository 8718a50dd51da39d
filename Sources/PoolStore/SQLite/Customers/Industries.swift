import Foundation
import GRDB
import Records

extension SQLiteStore {
    package func decide(_ decision: IndustryDecision, date: BusinessDate, at: Instant) throws -> Bool {
        try change(date, at) { change in
            let customer = try change.db.survivor(of: decision.customer)
            guard let number = try change.db.number(of: customer) else { return false }
            let isChanged =
                decision.code.isEmpty
                ? try change.db.forgetIndustry(of: number) : try change.db.keep(decision, for: number)
            guard isChanged else { return false }
            change.log(
                .industryDecided, customer: customer, payload: ["industry": decision.code, "by": decision.by])
            return true
        }
    }

    package func industryDecisions(of customers: [CustomerID]?) throws -> [IndustryDecision] {
        try read { db in
            guard let customers else { return try db.industryDecisions(where: "TRUE", []) }
            return try customers.chunks.flatMap { chunk in
                try db.industryDecisions(where: "c.id IN (\(marks(chunk.count)))", Array(chunk))
            }.sorted { $0.customer < $1.customer }
        }
    }

    package func customers(after: CustomerID?, limit: Int) throws -> [CustomerID] {
        try read { db in
            try db.all(
                "SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT ?", [after?.rawValue ?? "", limit]
            ) { $0.id() }
        }
    }

    package func reclassify(
        _ rows: [Records.Row<CustomerRecord>], date: BusinessDate, at: Instant
    ) throws -> [CustomerID] {
        try change(date, at) { change in
            try Set(rows.compactMap { try change.reclassify($0) }).sorted()
        }
    }

    package func forEachUnclassified(_ visit: (CustomerID, Customer) throws -> Void) throws {
        try read { db in
            try db.each(
                """
                SELECT c.id, \(CustomerColumns.clean) FROM customers c
                WHERE c.industry_section IS NULL AND c.status <> 'retired' ORDER BY c.id
                """
            ) { try visit($0.id(), try $0.customer()) }
        }
    }

    package func learnedIndustries() throws -> [UInt8]? {
        try read { try $0.first("SELECT model FROM learned_industries") { $0.bytes() } }
    }

    package func saveLearnedIndustries(
        _ model: [UInt8], facts: [String: String], date: BusinessDate, at: Instant
    ) throws {
        try change(date, at) { change in
            try change.db.run(
                "INSERT INTO learned_industries (only, model) VALUES (1, ?) ON CONFLICT DO UPDATE SET \(replacements(["model"]))",
                [Data(model)])
            change.log(.industriesLearned, payload: facts)
        }
    }
}

extension Change {
    /// Returns the customer, where its clean record is more than this record says.
    fileprivate func reclassify(_ row: Records.Row<CustomerRecord>) throws -> CustomerID? {
        let stored = try db.first(
            """
            SELECT c.number, c.id, (SELECT count(*) FROM source_records o WHERE o.customer = c.number), c.clean IS NULL
            FROM source_records r JOIN customers c ON c.number = r.customer WHERE r.source = ? AND r.external_id = ?
            """, [row.key.source, row.key.externalID]
        ) { (number: $0.integer(), id: $0.id() as CustomerID, records: $0.integer(), isPlain: $0.flag()) }
        guard let stored else { return nil }
        try db.run(
            "UPDATE source_records SET clean = ? WHERE source = ? AND external_id = ?",
            [Data(CustomerCoding.bytes(of: row)), row.key.source, row.key.externalID])
        guard stored.records == 1, stored.isPlain, try !db.isIndustryDecided(of: stored.number) else {
            return stored.id
        }
        if try show(row.value.customer, as: stored.number) { log(.customerUpdated, customer: stored.id) }
        return nil
    }
}

extension Database {
    /// Whether a person said what the industry of a customer is, so that its clean record is more than its records say.
    func isIndustryDecided(of customer: CustomerNumber) throws -> Bool {
        try count(
            """
            SELECT EXISTS (SELECT 1 FROM industry_decisions d JOIN source_records r USING (source, external_id)
                WHERE r.customer = ?)
            """, [customer]) == 1
    }

    fileprivate func industryDecisions(where condition: String, _ arguments: [SQLValue]) throws -> [IndustryDecision] {
        let all = try all(
            """
            SELECT c.id, d.code, d.decided_by, d.decided_at
            FROM industry_decisions d JOIN source_records r USING (source, external_id)
            JOIN customers c ON c.number = r.customer
            WHERE \(condition) ORDER BY c.id, d.decided_at DESC, d.source, d.external_id
            """, arguments
        ) { IndustryDecision(customer: $0.id(), code: $0.text(), by: $0.text(), at: $0.instant()) }
        return all.indices.filter { $0 == 0 || all[$0].customer != all[$0 - 1].customer }.map { all[$0] }
    }

    fileprivate func keep(_ decision: IndustryDecision, for customer: CustomerNumber) throws -> Bool {
        let latest = try industryDecisions(where: "c.number = ?", [customer]).first
        guard latest?.code != decision.code else { return false }
        try run(
            """
            INSERT INTO industry_decisions (source, external_id, code, decided_by, decided_at)
            SELECT source, external_id, ?, ?, ? FROM source_records WHERE customer = ?
            ON CONFLICT DO UPDATE SET \(replacements(["code", "decided_by", "decided_at"]))
            """, [decision.code, decision.by, decision.at, customer])
        return true
    }

    fileprivate func forgetIndustry(of customer: CustomerNumber) throws -> Bool {
        try run(
            """
            DELETE FROM industry_decisions WHERE (source, external_id) IN (
                SELECT source, external_id FROM source_records WHERE customer = ?)
            """, [customer])
        return changesCount > 0
    }
}
