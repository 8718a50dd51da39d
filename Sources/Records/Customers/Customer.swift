/// What is known of a customer: normalised, classified values, each empty where nothing certain is known.
///
/// Normalization makes one from each source record; Matching makes one of all source records of a customer.
/// Whom it belongs to is not part of it: that is `CustomerState`.
package struct Customer: Sendable, Equatable {
    /// The name for people to read, cleaned of width, brackets and blanks; the original stays with the source record.
    package var name: String
    /// What is compared: folded name without legal form; empty where the name must never be a match key.
    package var nameKey: String
    /// The distinctive core of the name: without region, industry words and legal form. Empty like `nameKey`.
    package var nameCore: String
    /// 统一社会信用代码, 18 characters; only with a right check digit.
    package var creditCode: String?
    package var industry: Industry
    package var size: Size
    package var employees: Band?
    /// A year's revenue.
    package var revenue: Money?
    package var assets: Money?
    package var country: String?
    package var province: String?
    package var city: String?
    package var county: String?
    package var address: String?
    package var contact: String?
    /// E.164, such as `+8613800138000`.
    package var mobile: String?
    /// E.164 where possible, with `;ext=` for an extension.
    package var phone: String?
    package var email: String?
    /// The web domain without `www.`, such as `acme.com`.
    package var website: String?
    /// Where the lead came from, as given.
    package var leadSource: String?
    package var level: Level?
    /// What the level rests on where points of the rules gave it; `nil`: a list gave it, or there is none.
    package var levelReason: String?
    /// Names of the workspace's needs vocabulary, sorted.
    package var needs: [String]
    package var tags: [String]
    package var notes: String?
    package var parent: String?
    /// What winning this customer is expected to be worth.
    package var value: Money?
    package var createdAt: Instant?
    package var updatedAt: Instant?

    package init(name: String) {
        self.name = name
        nameKey = ""
        nameCore = ""
        industry = .unknown
        size = .unknown
        needs = []
        tags = []
    }
}

/// A count that may only be known as a range, such as employees `51-200`. A single number has equal ends.
package struct Band: Hashable, Sendable {
    package var low: Int
    /// `nil`: no upper end is known (`500人以上`).
    package var high: Int?

    package init(low: Int, high: Int?) {
        self.low = low
        self.high = high
    }

    package init(_ number: Int) { self.init(low: number, high: number) }

    /// `120`, `51-200`, `500+`: also what `init(text:)` reads.
    package var text: String {
        guard let high else { return "\(low)+" }
        return low == high ? "\(low)" : "\(low)-\(high)"
    }

    package init?(text: String) {
        if text.hasSuffix("+"), let low = Int(text.dropLast()) {
            self.init(low: low, high: nil)
        } else if let number = Int(text) {
            self.init(number)
        } else {
            let ends = text.split(separator: "-")
            guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low <= high else { return nil }
            self.init(low: low, high: high)
        }
    }
}

/// A · B · C.
package enum Level: String, Sendable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
