import Records

/// Whether something holds, as far as it is known.
enum Certainty: Int, Sendable {
    case no, maybe, yes

    static func and(_ parts: [Certainty]) -> Certainty { parts.min { $0.rawValue < $1.rawValue } ?? .yes }
    static func or(_ parts: [Certainty]) -> Certainty { parts.max { $0.rawValue < $1.rawValue } ?? .no }
}

/// What is known of a number that a size rule asks about: persons, or minor units of a currency.
struct SizeIndicator: Sendable {
    /// `nil`: nothing is known.
    var low: Int64?
    /// `nil`: no upper end is known.
    var high: Int64?
    /// What is known or missing, in words.
    var text: String

    static func employees(_ band: Band?) -> SizeIndicator {
        guard let band else { return SizeIndicator(text: "employees not known") }
        return SizeIndicator(low: Int64(band.low), high: band.high.map(Int64.init), text: "employees \(band.text)")
    }

    /// An amount in `currency`; one in another is not converted, and counts as not known.
    static func amount(_ money: Money?, _ name: String, in currency: String, called: String? = nil) -> SizeIndicator {
        guard let money else { return SizeIndicator(text: "\(name) not known") }
        guard money.currency == currency else {
            return SizeIndicator(text: "\(name) in \(money.currency), the rule needs \(called ?? currency)")
        }
        return SizeIndicator(
            low: money.minorUnits, high: money.minorUnits, text: "\(name) \(currency) \(money.majorUnits)")
    }

    var isKnown: Bool { low != nil }

    func isAtLeast(_ bound: Int64) -> Certainty {
        guard let low else { return .maybe }
        if low >= bound { return .yes }
        return high.map { $0 < bound ? .no : .maybe } ?? .maybe
    }

    func isAtMost(_ bound: Int64) -> Certainty {
        switch isAtLeast(bound + 1) {
        case .yes: .no
        case .maybe: .maybe
        case .no: .yes
        }
    }
}
