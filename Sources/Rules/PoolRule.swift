import Records

/// One of the `pools`: which customers fall into it, and who may take from it.
package struct PoolRule: Sendable, Equatable {
    /// `name`
    package var name: String
    /// `levels`, `sizes`, `sources`, `industries`, `regions`, `needs`: the customers. The first pool that fits is theirs.
    package var customers = CustomerFilter()
    /// `teams`, `reps`, `member_regions`: who is in it, by any of the three; all of them empty: everybody.
    package var teams: [String] = []
    /// Ids, e-mail addresses or names.
    package var reps: [String] = []
    package var memberRegions: [String] = []
    /// `tiers`: of the members only those of these tiers; empty: of any.
    package var tiers: [String] = []

    package init(name: String) { self.name = name }

    package var isOpenToAll: Bool { teams.isEmpty && reps.isEmpty && memberRegions.isEmpty }
}

extension Rules {
    /// The name of the pool where gonghai.yaml has no `pools`.
    package static let onlyPool = "default"
}
