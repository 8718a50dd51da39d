import Matching
import Normalization
import PoolStore
import Records
import Rules

extension ImportSession {
    /// Makes the clean record of each customer anew from all its source records.
    func refresh(_ customers: [CustomerID], in store: any Store) throws {
        let trust = workspace.rules.sources.map(\.name)
        let industries = try workspace.industries()
        let sizes = SizeClassifier(workspace.rules.size)
        let levels = LevelRule(workspace.rules, date: date)
        for chunk in customers.pieces(of: 2_000) {
            var clean: [CustomerID: Customer] = [:]
            let decided = try Dictionary(
                uniqueKeysWithValues: store.industryDecisions(of: Array(chunk)).map { ($0.customer, $0) })
            for (id, rows) in try store.records(of: Array(chunk)) {
                var customer = Survivorship.merge(rows, trust: trust)
                if rows.count > 1 { customer.industry = industries.industry(from: customer.industry.evidence) }
                if let decision = decided[id] {
                    customer.industry = IndustryClassifier.industry(
                        decided: decision.code, by: decision.by,
                        when: workspace.zone.date(of: decision.at).description,
                        evidence: customer.industry.evidence)
                }
                customer.size = sizes.size(of: customer)
                levels.settle(
                    &customer, lastFollowUpAt: rows.compactMap(\.value.ownership.lastFollowUpAt).max())
                clean[id] = customer
            }
            try store.update(clean, date: date, at: at)
        }
    }
}
