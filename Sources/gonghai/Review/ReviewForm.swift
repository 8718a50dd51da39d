import Normalization
import PoolStore
import Records

/// One thing that waits for a person's decision.
struct ReviewItem: Encodable {
    /// What is asked: a kind of `ReviewForm.kinds`.
    var kind: String
    var customerID: String
    var customer: String
    /// What speaks for something, in words.
    var found: String
    /// What is likeliest; empty where nothing is.
    var suggestion: String
    /// How likely, 0 to 1.
    var confidence: Double

    enum CodingKeys: String, CodingKey {
        case kind, customer, found, suggestion, confidence
        case customerID = "customer_id"
    }
}

/// The list of what waits, surest suggestions first, and the form of it that a person completes: review.csv.
enum ReviewForm {
    /// `decision` is for the person: `yes` for the suggestion, or what is right instead.
    static let columns = [
        "kind", "customer_id", "customer", "found", "suggestion", "confidence", "decision",
    ]

    /// What is asked, and who lists it. A further kind is a line here and one in `ReviewAnswers`.
    static var kinds: [(name: String, list: (Workspace, Int) throws -> (waiting: Int, items: [ReviewItem]))] {
        [(name: IndustryReview.kind, list: IndustryReview.list), (name: MatchReview.kind, list: MatchReview.list)]
    }

    static func bytes(_ items: [ReviewItem]) -> [UInt8] {
        var writer = CSVWriter(bom: true)
        writer.append(columns)
        for item in items {
            writer.append(
                [
                    item.kind, item.customerID, item.customer, item.found, item.suggestion,
                    fourDecimals(item.confidence), "",
                ], neutralising: [false, false, true, true, false])
        }
        return writer.bytes
    }

    static func fourDecimals(_ share: Double) -> String {
        let scaled = Int((share * 10_000).rounded())
        return "\(scaled / 10_000).\(padded(scaled % 10_000, 4))"
    }
}
