import Records
import Rules

/// Customers are screened: the first rule whose filter lets one through names who takes turns. What no rule lets through
/// stays in the pool.
package struct Screening: AllocationStrategy {
    package static let name = Strategy.screening
    package private(set) var cursor: RepID?
    private var rules: [(filter: Territory, levels: [Level], reps: Set<String>, teams: Set<String>, turn: Rotation)]
    private var lastRule: Int?

    package init(_ setting: StrategySetting) {
        cursor = setting.cursor
        rules = setting.rules.screening.map { rule in
            var filter = Rep(id: RepID(""), name: "")
            filter.industries = rule.industries
            filter.sizes = rule.sizes
            filter.regions = rule.regions
            filter.needs = rule.needs
            return (
                Territory(of: filter), rule.levels, Set(rule.reps), Set(rule.teams), Rotation(cursor: setting.cursor)
            )
        }
    }

    package mutating func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice] {
        lastRule = rules.firstIndex { rule in
            rule.filter.mismatch(with: customer) == nil
                && (rule.levels.isEmpty || customer.level.map(rule.levels.contains) ?? false)
        }
        guard let lastRule else { return [] }
        let rule = rules[lastRule]
        let takers = eligible.filter { book in
            (rule.reps.isEmpty && rule.teams.isEmpty) || rule.reps.contains(book.rep.id.rawValue)
                || rule.reps.contains(book.rep.name) || (book.rep.team.map(rule.teams.contains) ?? false)
        }
        return takers.isEmpty ? [] : rule.turn.ranked(takers, for: customer)
    }

    package mutating func granted(to rep: RepID) {
        cursor = rep
        if let lastRule { rules[lastRule].turn.granted(to: rep) }
    }
}
