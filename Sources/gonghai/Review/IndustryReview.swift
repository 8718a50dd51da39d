import Normalization
import PoolStore
import Records

/// Customers whose industry is not known: which it is likeliest, and why.
enum IndustryReview {
    static let kind = "industry"

    /// The `limit` of them that are nearest to being known.
    static func list(_ workspace: Workspace, _ limit: Int) throws -> (waiting: Int, items: [ReviewItem]) {
        let industries = try workspace.industries()
        var waiting = 0
        var items: [ReviewItem] = []
        func keepBest() {
            items.sort {
                $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.customerID < $1.customerID
            }
            items.removeLast(max(0, items.count - limit))
        }
        try workspace.store().forEachUnclassified { id, customer in
            waiting += 1
            items.append(item(id, customer, industries))
            if items.count >= 2 * limit + 1_000 { keepBest() }
        }
        keepBest()
        return (waiting, items)
    }

    private static func item(_ id: CustomerID, _ customer: Customer, _ industries: IndustryClassifier) -> ReviewItem {
        let evidence = customer.industry.evidence
        let suggestion = industries.suggestion(from: evidence)
        return ReviewItem(
            kind: kind, customerID: id.rawValue, customer: customer.name,
            found: evidence.map { "\($0.found) → \($0.speaksFor)" }.joined(separator: "; "),
            suggestion: suggestion?.code ?? "", confidence: suggestion?.probability ?? 0)
    }
}
