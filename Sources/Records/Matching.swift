/// A value that two records of one customer share and two customers do not, such as a credit code: what matching looks up.
package struct MatchKey: Hashable, Comparable, Sendable {
    /// Strongest first; the raw value is the rule's name in `export sources` and `explain`.
    package enum Rule: String, Sendable, CaseIterable {
        case creditCode = "credit_code"
        case fullName = "full_name"
        case coreNameAndPhone = "core_name_and_phone"
        case coreNameAndDomain = "core_name_and_domain"
        case coreNameAndEmail = "core_name_and_email"
    }

    package var rule: Rule
    package var text: String

    package init(_ rule: Rule, _ text: String) {
        self.rule = rule
        self.text = text
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.rule == right.rule
            ? left.text.isOrderedBefore(right.text) : left.rule.rawValue.isOrderedBefore(right.rule.rawValue)
    }
}

/// A customer of the pool, as far as matching asks about it.
package struct KnownCustomer: Sendable, Equatable {
    package var id: CustomerID
    /// When it was first stored: a merge keeps the older.
    package var storedAt: Instant
    package var keys: [MatchKey]

    package init(id: CustomerID, storedAt: Instant, keys: [MatchKey]) {
        self.id = id
        self.storedAt = storedAt
        self.keys = keys
    }
}

/// How a source record came to its customer.
package struct RecordMatch: Sendable, Equatable {
    package var key: RecordKey
    /// The rule that joined it to other records; `nil`: it stands alone or is the first.
    package var rule: MatchKey.Rule?

    package init(key: RecordKey, rule: MatchKey.Rule?) {
        self.key = key
        self.rule = rule
    }
}

/// One customer after matching: its id, the new records that belong to it, the customers that it takes in.
package struct MatchedCustomer: Sendable, Equatable {
    package var id: CustomerID
    package var isNew: Bool
    /// Sorted by key.
    package var records: [RecordMatch]
    /// Known customers that turned out to be this one, sorted; they are merged into it.
    package var absorbed: [CustomerID]

    package init(id: CustomerID, isNew: Bool, records: [RecordMatch], absorbed: [CustomerID] = []) {
        self.id = id
        self.isNew = isNew
        self.records = records
        self.absorbed = absorbed
    }
}
