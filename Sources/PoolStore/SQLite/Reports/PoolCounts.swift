import GRDB
import Records

extension SQLiteStore {
    package func hasMoved(since moment: Instant) throws -> Bool {
        try read { try $0.count("SELECT EXISTS (SELECT 1 FROM movements WHERE at > ?)", [moment]) == 1 }
    }

    package func poolFacts(at until: Instant, on date: BusinessDate, zone: Zone) throws -> PoolFacts {
        // As long as nothing has moved since, who is in the pool now was in it then.
        guard try !hasMoved(since: until) else { return PoolFacts(try pool(at: until), on: date, zone: zone) }
        return try read { db in
            var facts = PoolFacts()
            let starts = PoolFacts.starts(on: date, zone: zone)
            let ages = starts.map { _ in "coalesce(sum(pool_since >= ?), 0)" }.joined(separator: ", ")
            try db.each(
                """
                SELECT value_currency, count(*), count(*) - count(pool_since), count(value_minor),
                    sum(value_minor / 1000000), sum(value_minor % 1000000), \(ages)
                FROM customers INDEXED BY customers_pooled WHERE status = 'pool' GROUP BY value_currency ORDER BY value_currency
                """, starts
            ) { row in
                let currency = row.optionalText()
                facts.size += row.integer()
                facts.undated += row.integer()
                let valued = row.integer()
                let (millions, rest) = (Int64(row.integer()), Int64(row.integer()))
                for index in facts.entered.indices { facts.entered[index] += row.integer() }
                guard let currency, valued > 0 else { return }
                facts.valued += valued
                let (whole, overflows) = millions.multipliedReportingOverflow(by: 1_000_000)
                facts.add(overflows ? .max : whole, of: currency)
                facts.add(rest, of: currency)
            }
            facts.onHold = try db.all("SELECT hold FROM customers WHERE status = 'pool' AND hold IS NOT NULL") {
                $0.optionalText().flatMap { Hold(text: $0) }
            }.count { $0?.lasts(on: date) ?? false }
            let bouncing = try db.all(
                """
                SELECT customer_id FROM spells INDEXED BY spells_recycled WHERE end_reason = 'recycled'
                GROUP BY customer_id HAVING count(*) >= \(PoolFacts.bouncesFrom) ORDER BY customer_id
                """
            ) { $0.id() as CustomerID }
            facts.bouncing = try bouncing.chunks.flatMap { chunk in
                try db.summaries(where: "status = 'pool' AND id IN (\(marks(chunk.count)))", Array(chunk))
            }
            return facts
        }
    }
}
