import Normalization
import PoolStore
import Records

/// `classify --learn`: what industries the workspace's own customers have, as far as it is known, teaches how to tell those
/// of the others.
struct Learning {
    let workspace: Workspace
    let date: BusinessDate
    let at: Instant

    /// Learns and keeps what was learnt; `nil`: there is too little to learn from.
    func run(in store: any Store) throws -> IndustryLearningReport? {
        var learner = IndustryLearner()
        var decided = try Dictionary(
            uniqueKeysWithValues: store.industryDecisions(of: nil).map { ($0.customer, $0.code) })
        try store.forEachPage { customers in
            let records = try store.records(of: customers)
            for customer in customers {
                // One of each customer: copies would only make it louder.
                let rows = records[customer] ?? []
                let decision = decided.removeValue(forKey: customer)
                if let row = rows.first(where: { decision != nil || IndustryLearner.isLabelled($0) }) {
                    learner.add(row, decided: decision)
                }
            }
        }
        guard let (model, report) = learner.learn() else { return nil }
        try store.saveLearnedIndustries(
            model.bytes,
            facts: [
                "examples": String(report.examples), "decisions": String(report.decisions),
                "sections": String(report.sections),
            ], date: date, at: at)
        workspace.forgetIndustries()
        return report
    }
}

extension Store {
    /// Visits all customers, some thousand at a time, in the order of their ids.
    func forEachPage(_ visit: ([CustomerID]) throws -> Void) throws {
        var last: CustomerID?
        while true {
            let page = try customers(after: last, limit: 2_000)
            guard let end = page.last else { return }
            try visit(page)
            last = end
        }
    }
}
