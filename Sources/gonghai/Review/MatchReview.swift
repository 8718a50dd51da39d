import Foundation
import Matching
import PoolStore
import Records

/// Customers that may be one: how likely it is, and what speaks for it and against it, field by field.
enum MatchReview {
    static let kind = "match"

    /// The `limit` likeliest pairs. A weight is a power of two: +10 makes it a thousand times likelier that the two are
    /// one, -10 a thousand times less; together they are the odds.
    static func list(_ workspace: Workspace, _ limit: Int) throws -> (waiting: Int, items: [ReviewItem]) {
        let store = try workspace.store()
        let open = try store.openMatches()
        let shown = open.prefix(limit)
        let rows = try store.records(of: Set(shown.flatMap { [$0.left.customer, $0.right.customer] }).sorted())
        let customers = Dictionary(
            rows.values.joined().map { ($0.key, $0.value.customer) }, uniquingKeysWith: { first, _ in first })
        let stored = try store.matchModel().flatMap { LinkageModel(CompanyTable.comparisons, text: $0.text) }
        let model = stored ?? LinkageModel(prior: CompanyTable.comparisons)
        let items = shown.compactMap { match -> ReviewItem? in
            guard let left = customers[match.left.record], let right = customers[match.right.record] else { return nil }
            let key = match.right.record
            let weights = model.weights(left, right)
            let found = ["\(key.source):\(key.externalID) \(right.name)", words(weights, match.probability)]
            return ReviewItem(
                kind: kind, customerID: match.left.customer.rawValue, customer: left.name,
                found: found.joined(separator: ": "), suggestion: match.right.customer.rawValue,
                confidence: match.probability)
        }
        return (open.count, items)
    }

    /// The weight of each field, and what is left of the odds: how few of all pairs are one, and how rare the values are.
    private static func words(_ weights: [MatchWeight], _ probability: Double) -> String {
        var words = weights.map { "\(signed($0.bits)) \($0.field) (\($0.agreement))" }
        if probability < 1 {
            let odds = log2(probability / (1 - probability))
            words.append("\(signed(odds - weights.reduce(0) { $0 + $1.bits })) chance and rarity")
        }
        return words.joined(separator: ", ")
    }

    private static func signed(_ bits: Double) -> String {
        let tenths = Int((bits * 10).rounded())
        return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
