import Records
import Rules

/// Which pool a customer falls into, and who may take from it.
package struct Pools: Sendable {
    private let rules: [PoolRule]

    package init(_ rules: [PoolRule]) { self.rules = rules }

    /// The first pool of the list that fits; the last one takes everything. `nil` where there is only one pool.
    package func pool(of customer: CustomerSummary) -> PoolRule? {
        rules.first { $0.customers.fits(customer) }
    }

    /// The pool's name, also where there is only one.
    package func name(of customer: CustomerSummary) -> String { pool(of: customer)?.name ?? Rules.onlyPool }
}

extension PoolRule {
    /// Whether the rep may take from the pool: by team, by name, or by a region that both have, and of a tier that may.
    package func admits(_ rep: Rep, tier: String? = nil) -> Bool {
        guard tiers.isEmpty || tier.map(tiers.contains) ?? false else { return false }
        if isOpenToAll { return true }
        if let team = rep.team, teams.contains(team) { return true }
        let names = [rep.id.rawValue, rep.name, rep.email].compactMap { $0 } + rep.aliases
        if reps.contains(where: names.contains) { return true }
        if let bare = rep.id.rawValue.split(separator: ":", maxSplits: 1).last, reps.contains(String(bare)) {
            return true
        }
        let regions = rep.regions.map(Place.folded)
        return memberRegions.contains { regions.contains(Place.folded($0)) }
    }
}
