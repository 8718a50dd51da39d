import Records
import Rules

/// Gives customers a level by the points of gonghai.yaml, where no list gives one.
package struct LevelRule: Sendable {
    private let rules: LevelRules?
    private let date: BusinessDate
    private let zone: Zone

    /// - Parameters:
    ///   - rules: the workspace's; without a level rule nothing gets points.
    ///   - date: the day from which the last follow-up is counted back.
    package init(_ rules: Rules, date: BusinessDate) {
        self.rules = rules.level
        self.date = date
        zone = rules.zone
    }

    /// Settles the level of a customer whose size is known as far as it can be. One that a list gave stays; a customer of
    /// whom nothing is known that gives points gets none.
    package func settle(_ customer: inout Customer, lastFollowUpAt: Instant?) {
        guard customer.level == nil || customer.levelReason != nil else { return }
        (customer.level, customer.levelReason) = (nil, nil)
        guard let rules else { return }
        let parts = parts(of: rules, customer, lastFollowUpAt)
        guard parts.contains(where: \.isKnown) else { return }
        let points = parts.reduce(0) { $0 + $1.points }
        customer.level = points >= rules.pointsForA ? .a : points >= rules.pointsForB ? .b : .c
        customer.levelReason =
            "\(points) points (A from \(rules.pointsForA), B from \(rules.pointsForB)): "
            + parts.map { "\($0.text) \($0.points)" }.joined(separator: ", ")
    }

    private struct Part {
        var text: String
        var points: Int
        var isKnown: Bool
    }

    /// One for each kind of step that the rule has.
    private func parts(of rules: LevelRules, _ customer: Customer, _ lastFollowUpAt: Instant?) -> [Part] {
        [
            amount(customer.value, "value", rules.value), amount(customer.revenue, "revenue", rules.revenue),
            size(customer.size.sizeClass, rules.size), recency(lastFollowUpAt, rules.lastFollowUp),
        ].compactMap(\.self)
    }

    private func amount(_ money: Money?, _ name: String, _ steps: [LevelRules.AmountStep]) -> Part? {
        guard let first = steps.first else { return nil }
        let known = SizeIndicator.amount(money, name, in: first.minimum.currency)
        let step = steps.first { known.isAtLeast($0.minimum.minorUnits) == .yes }
        return Part(text: known.text, points: step?.points ?? 0, isKnown: known.isKnown)
    }

    private func size(_ size: Size.Class, _ steps: [LevelRules.SizeStep]) -> Part? {
        guard !steps.isEmpty else { return nil }
        let step = steps.first { $0.sizes.contains(size) }
        let isKnown = size != .unknown
        return Part(
            text: isKnown ? "size \(size.rawValue)" : "size not known", points: step?.points ?? 0, isKnown: isKnown)
    }

    private func recency(_ at: Instant?, _ steps: [LevelRules.RecencyStep]) -> Part? {
        guard !steps.isEmpty else { return nil }
        guard let at else { return Part(text: "last follow-up not known", points: 0, isKnown: false) }
        let day = zone.date(of: at)
        let step = steps.first { date - day <= $0.days }
        return Part(text: "last follow-up \(day)", points: step?.points ?? 0, isKnown: true)
    }
}
