import Records

/// A cluster as one key sees it: what it says beside the key, and its credit codes.
struct Profile: Hashable {
    /// The qualifiers that the cluster's records carry with the key; empty: they say nothing that could differ.
    var qualifiers: Set<String>
    var codes: Set<String>
}

/// Whether two clusters that share a key may be one customer.
///
/// Where one cluster fits two that do not fit each other, it joins neither: to choose would be a guess, and would make
/// the result depend on the order of the rows.
enum JoinRule {
    /// The sets of profiles (by index) that become one cluster each.
    static func components(of profiles: [Profile], rule: MatchKey.Rule) -> [[Int]] {
        let hasHead = profiles.contains { $0.qualifiers.isEmpty }
        var neighbours = profiles.map { _ in [Int]() }
        for left in profiles.indices {
            for right in profiles.indices.dropFirst(left + 1)
            where fits(profiles[left], profiles[right], rule: rule, hasHead: hasHead) {
                neighbours[left].append(right)
                neighbours[right].append(left)
            }
        }
        let isAmbiguous = neighbours.map { around in
            around.indices.contains { first in
                around[(first + 1)...].contains {
                    !fits(profiles[around[first]], profiles[$0], rule: rule, hasHead: hasHead)
                }
            }
        }
        // What fits an unambiguous profile fits everything else that fits it, so these are whole components.
        var seen: Set<Int> = []
        var components: [[Int]] = []
        for start in profiles.indices where !isAmbiguous[start] && !seen.contains(start) {
            let component = [start] + neighbours[start].filter { !isAmbiguous[$0] }
            seen.formUnion(component)
            components.append(component)
        }
        return components
    }

    private static func fits(_ left: Profile, _ right: Profile, rule: MatchKey.Rule, hasHead: Bool) -> Bool {
        // Clusters never join two credit codes; one that has several already, from a corrected row, may meet them again.
        guard left.codes.isSubset(of: right.codes) || right.codes.isSubset(of: left.codes) else { return false }
        switch rule {
        case .creditCode:
            // With the head office among the holders the code is the head office's, and each branch is by itself;
            // without it, the holders are one branch, however its name is written.
            if left.qualifiers.isEmpty || right.qualifiers.isEmpty { return left.qualifiers == right.qualifiers }
            return !hasHead || !left.qualifiers.isDisjoint(with: right.qualifiers)
        case .fullName: return anyPair(left, right, fits: isSamePlace)
        case .coreNameAndPhone, .coreNameAndDomain, .coreNameAndEmail:
            return anyPair(left, right) { $0.utf8.starts(with: $1.utf8) || $1.utf8.starts(with: $0.utf8) }
        }
    }

    /// Whether any two qualifiers go together; a cluster without any goes with everything.
    private static func anyPair(_ left: Profile, _ right: Profile, fits: (String, String) -> Bool) -> Bool {
        if left.qualifiers.isEmpty || right.qualifiers.isEmpty { return true }
        return left.qualifiers.contains { one in right.qualifiers.contains { fits(one, $0) } }
    }

    /// Whether country, province and city agree wherever both are known.
    private static func isSamePlace(_ left: String, _ right: String) -> Bool {
        zip(
            left.split(separator: "|", omittingEmptySubsequences: false),
            right.split(separator: "|", omittingEmptySubsequences: false)
        ).allSatisfy { $0.isEmpty || $1.isEmpty || $0 == $1 }
    }
}
