import Normalization
import PoolStore
import Records

/// Classifies every customer again by what is known and ruled now: industry, size and level. What people said stays.
struct Reclassification {
    let session: ImportSession

    struct Counts: Encodable {
        var customers = 0
        /// Whose industry is another now, was found, or is not known any more.
        var changed = 0
        var found = 0
        var lost = 0
    }

    func run(in store: any Store) throws -> Counts {
        let industries = try session.workspace.industries()
        let sizes = SizeClassifier(session.workspace.rules.size)
        let levels = LevelRule(session.workspace.rules, date: session.date)
        var counts = Counts()
        try store.forEachPage { customers in
            counts.customers += customers.count
            let before = try store.industrySections(of: customers)
            var changed: [Row<CustomerRecord>] = []
            for row in try store.records(of: customers).values.joined() {
                var row = row
                let before = row.value.customer
                row.value.customer.industry = industries.industry(of: row)
                row.value.customer.size = sizes.size(of: row.value.customer)
                levels.settle(&row.value.customer, lastFollowUpAt: row.value.ownership.lastFollowUpAt)
                if row.value.customer != before { changed.append(row) }
            }
            guard !changed.isEmpty else { return }
            changed.sort { $0.key < $1.key }
            try session.refresh(
                try store.reclassify(changed, date: session.date, at: session.at), in: store)
            for (customer, section) in try store.industrySections(of: customers) where before[customer] != section {
                switch (before[customer] ?? nil, section) {
                case (nil, _): counts.found += 1
                case (_, nil): counts.lost += 1
                default: counts.changed += 1
                }
            }
        }
        return counts
    }
}

extension Store {
    fileprivate func industrySections(of customers: [CustomerID]) throws -> [CustomerID: String?] {
        Dictionary(
            try summaries(of: customers).map { ($0.id, $0.section) },
            uniquingKeysWith: { first, _ in first })
    }
}
