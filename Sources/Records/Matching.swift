/// What made it plain that a source record belongs to others; the raw value is its name in `export sources` and `explain`.
package enum MatchRule: String, Sendable, CaseIterable {
    case creditCode = "credit_code"
    case fullName = "full_name"
    case coreNameAndPhone = "core_name_and_phone"
    case coreNameAndDomain = "core_name_and_domain"
    case coreNameAndEmail = "core_name_and_email"
    /// Many things together, none of which would do by itself.
    case weights
    /// A person said so.
    case byHand = "by_hand"
}

/// A customer of the pool, as far as matching asks about it.
package struct KnownCustomer: Sendable, Equatable {
    package var id: CustomerID
    /// When it was first stored: a merge keeps the older.
    package var storedAt: Instant

    package init(id: CustomerID, storedAt: Instant) {
        self.id = id
        self.storedAt = storedAt
    }
}

/// How a source record came to its customer.
package struct RecordMatch: Sendable, Equatable {
    package var key: RecordKey
    /// What joined it to other records; `nil`: it stands alone or is the first.
    package var rule: MatchRule?
    /// How likely it was, 0 to 1, when it was joined.
    package var probability: Double?

    package init(key: RecordKey, rule: MatchRule?, probability: Double? = nil) {
        self.key = key
        self.rule = rule
        self.probability = probability
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

/// What is to be taken out of a customer again.
package enum MergedPart: Sendable, Equatable {
    /// What was merged into it last, or the other one of its two records.
    case last
    /// The customer that was merged into it under this id.
    case customer(CustomerID)
    /// The record, or the customer that brought it.
    case record(RecordKey)
}

/// Two records that may be one customer, for a person to say.
package struct MatchQuestion: Sendable, Equatable {
    /// Numbers of records in one store, the smaller first.
    package var left: Int
    package var right: Int
    /// How likely it is, 0 to 1.
    package var probability: Double

    package init(left: Int, right: Int, probability: Double) {
        self.left = left
        self.right = right
        self.probability = probability
    }
}
