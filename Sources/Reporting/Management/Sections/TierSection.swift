import Records

/// The reps' tiers this month, and the figures behind them.
enum TierSection: ManagementSection {
    static let name = "tiers"

    static func view(_ page: Page) -> ViewObject {
        let tiers = page.night.facts.tiers
        let names = page.night.rules.tiers.tiers.map(\.name)
        let order = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = tiers.sorted {
            let (left, right) = (order[$0.tier] ?? .max, order[$1.tier] ?? .max)
            return left == right ? $0.rep < $1.rep : left < right
        }
        return [
            "tiers": page.table(
                "tiers", [("rep", .name), ("team", .text), ("tier", .text), ("reason", .detail)],
                sorted.map { tier in
                    [
                        page.rep(tier.rep), page.team(tier.rep), Table.Cell(tier.tier),
                        Table.Cell(tier.reason.words(in: page.format.language)),
                    ]
                },
                limit: 60, empty: page.words(names.isEmpty ? "empty.tiers_off" : "empty.tiers")
            ).view
        ]
    }
}
