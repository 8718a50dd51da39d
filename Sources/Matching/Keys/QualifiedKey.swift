import Records

/// A match key whose holders need not be one customer: the qualifier says what must not differ.
///
/// The store looks keys up whole, so a record that has a qualifier carries two keys: the bare one, by which all of that
/// name or number find each other, and the qualified one, which travels with the customer and says which of them it is.
struct QualifiedKey {
    var rule: MatchKey.Rule
    /// What is shared.
    var base: String
    /// What must not differ: a place (full name), the rest of the name (core name), the branch (credit code).
    var qualifier: String?

    init(_ rule: MatchKey.Rule, _ base: String, qualifier: String? = nil) {
        self.rule = rule
        self.base = base
        self.qualifier = qualifier
    }

    /// Reads a key as the store has it.
    init(_ key: MatchKey) {
        rule = key.rule
        let parts = key.text.split(separator: Self.separator, maxSplits: 1, omittingEmptySubsequences: false)
        base = parts.first.map(String.init) ?? ""
        qualifier = parts.count > 1 ? String(parts[1]) : nil
    }

    /// The keys that a record carries for this one.
    var keys: [MatchKey] {
        let bare = MatchKey(rule, base)
        guard let qualifier else { return [bare] }
        return [bare, MatchKey(rule, "\(base)\(Self.separator)\(qualifier)")]
    }

    /// Of what is shared, under the rule.
    var hash: KeyHash {
        let kind: Unicode.Scalar =
            switch rule {
            case .creditCode: "C"
            case .fullName: "F"
            case .coreNameAndPhone: "P"
            case .coreNameAndDomain: "D"
            case .coreNameAndEmail: "E"
            }
        return KeyHash(kind: kind, base)
    }

    /// ASCII's unit separator: cleaned names hold no control characters.
    private static let separator: Character = "\u{1F}"
}
