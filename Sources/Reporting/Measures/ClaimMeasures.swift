import Records
import Rules

/// Claims (METRICS.md, 1): spells that began on the business date, by kind; and what became of the night's requests.
struct ClaimMeasures: Sendable {
    /// Spells that began on the date, by kind; kinds without any are left out.
    let started: [Spell.Kind: Int]
    /// Different customers among them.
    let customers: Int
    /// Those whose customer had an earlier spell.
    let reclaims: Int
    let granted: [Decision]
    let refused: [Decision]
    /// Refusals by reason, most frequent first.
    let refusals: [(reason: ReasonCode, count: Int)]
    let limits: [RepID: Limits]

    init(_ facts: NightFacts, spells: SpellWindow, rules: Rules) {
        let today = spells.acquired.filter { spells.isToday($0.spell.startedAt) }
        started = today.reduce(into: [:]) { $0[$1.spell.kind, default: 0] += 1 }
        customers = Set(today.map(\.spell.customer)).count
        reclaims = today.count { $0.ordinal > 1 }
        let requests = facts.decisions.filter { $0.kind == .claim }
        granted = requests.filter(\.isGranted)
        refused = requests.filter { !$0.isGranted }
        refusals = refused.map(\.reason).tallied()
        limits = Dictionary(
            facts.reps.map { standing in
                let tier = rules.tiers.tier(named: standing.tier)
                return (standing.rep.id, Limits(rep: standing.rep, tier: tier, rules: rules.claims))
            }, uniquingKeysWith: { first, _ in first })
    }

    func started(_ kind: Spell.Kind) -> Int { started[kind] ?? 0 }
}

extension Sequence where Element: RawRepresentable & Hashable, Element.RawValue == String {
    /// How often each occurs, most frequent first, ties by name.
    func tallied() -> [(reason: Element, count: Int)] {
        reduce(into: [Element: Int]()) { $0[$1, default: 0] += 1 }
            .map { (reason: $0.key, count: $0.value) }
            .sorted {
                $0.count == $1.count
                    ? $0.reason.rawValue.isOrderedBefore($1.reason.rawValue) : $0.count > $1.count
            }
    }
}
