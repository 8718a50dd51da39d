import GRDB
import Records

extension SQLiteStore {
    package func summaries(of customers: [CustomerID]) throws -> [CustomerSummary] {
        try read { db in
            let ids = Set(try customers.map { try db.survivor(of: $0) })
            return try ids.sorted().chunks.flatMap { chunk in
                try db.summaries(where: "id IN (\(marks(chunk.count)))", Array(chunk))
            }
        }
    }

    package func names(of customers: [CustomerID]) throws -> [CustomerID: String] {
        try read { db in
            let ids = Set(try customers.map { try db.survivor(of: $0) })
            let names = try ids.sorted().chunks.flatMap { chunk in
                try db.all("SELECT id, name FROM customers WHERE id IN (\(marks(chunk.count)))", Array(chunk)) {
                    (id: $0.id() as CustomerID, name: $0.text())
                }
            }
            return Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.name) })
        }
    }

    package func summaries() throws -> [CustomerSummary] { try read { try $0.summaries(where: "TRUE") } }

    package func pool() throws -> [CustomerSummary] { try read { try $0.summaries(where: "status = 'pool'") } }

    package func pool(at until: Instant) throws -> [CustomerSummary] {
        try read { db in
            let entries = try db.all(
                """
                SELECT customer_id, max(ended_at) FROM spells WHERE end_recorded_at <= ?
                AND end_reason IN ('recycled', 'released', 'offboarded') GROUP BY customer_id ORDER BY customer_id
                """, [until]
            ) { (customer: $0.id() as CustomerID, at: $0.instant()) }
            let first = try db.all(
                "SELECT id, entered_pool_at FROM customers WHERE stored_at <= ? ORDER BY id", [until]
            ) {
                (customer: $0.id() as CustomerID, at: $0.instant())
            }
            var poolSince = Dictionary(uniqueKeysWithValues: first.map { ($0.customer, $0.at) })
            for entry in entries { poolSince[entry.customer] = entry.at }
            return try db.summaries(
                where: """
                    stored_at <= ? AND (retired_at IS NULL OR retired_at > ?) AND NOT EXISTS (
                        SELECT 1 FROM spells AS held WHERE held.customer_id = customers.id AND held.recorded_at <= ?
                        AND (held.end_recorded_at IS NULL OR held.end_recorded_at > ?))
                    """, [until, until, until, until]
            ).map {
                var summary = $0
                summary.status = .pool
                summary.poolSince = poolSince[summary.id]
                return summary
            }
        }
    }
}

private let summaryColumns = """
    id, name, industry_section, industry_division, size, level, province, city, needs, value_minor, value_currency,
    status, hold, pool_since
    """

extension Database {
    /// The customers for which `condition` (on columns of `customers`) holds, sorted by id.
    func summaries(where condition: String, _ arguments: [SQLValue] = []) throws -> [CustomerSummary] {
        var summaries = try all(
            "SELECT \(summaryColumns) FROM customers WHERE \(condition) ORDER BY id", arguments
        ) { try $0.summary() }
        let chosen = "customer_id IN (SELECT id FROM customers WHERE \(condition))"
        let sources = try all(
            """
            SELECT DISTINCT chosen.id, r.source FROM (SELECT number, id FROM customers WHERE \(condition)) AS chosen
            JOIN source_records r ON r.customer = chosen.number ORDER BY chosen.id, r.source
            """, arguments
        ) { (customer: $0.id() as CustomerID, source: $0.text()) }
        let spells = try all(
            """
            SELECT \(spellColumns) FROM spells WHERE \(chosen) AND ended_at IS NOT NULL AND end_reason <> 'undone'
            ORDER BY customer_id, ended_at, started_at, rep_id, id
            """, arguments
        ) { try $0.spell() }
        var nextSource = sources.startIndex
        var nextSpell = spells.startIndex
        for index in summaries.indices {
            let id = summaries[index].id
            while nextSource < sources.endIndex, sources[nextSource].customer == id {
                summaries[index].sources.append(sources[nextSource].source)
                nextSource += 1
            }
            while nextSpell < spells.endIndex, spells[nextSpell].customer == id {
                if let former = CustomerSummary.FormerOwner(spells[nextSpell]) {
                    summaries[index].formerOwners.append(former)
                }
                nextSpell += 1
            }
        }
        return summaries
    }
}

extension CustomerSummary.FormerOwner {
    fileprivate init?(_ spell: Spell) {
        guard let endedAt = spell.endedAt, let reason = spell.endReason else { return nil }
        self.init(rep: spell.rep, endedAt: endedAt, endReason: reason)
    }
}

extension ColumnReader {
    /// Reads `summaryColumns`.
    fileprivate mutating func summary() throws -> CustomerSummary {
        var summary = CustomerSummary(id: id(), name: text())
        summary.section = optionalText()
        summary.division = optionalText()
        summary.size = try choice()
        summary.level = try optionalChoice()
        summary.province = optionalText()
        summary.city = optionalText()
        summary.needs = try list()
        summary.value = optionalMoney()
        summary.status = try choice()
        summary.hold = optionalText().flatMap { Hold(text: $0) }
        summary.poolSince = optionalInstant()
        return summary
    }
}
