import Records

/// A source record on its way to its customer.
package struct RecordToMatch: Sendable, Equatable {
    package var key: RecordKey
    /// The customer that it belongs to already; `nil`: it is new.
    package var stored: CustomerID?
    package var rule: MatchRule?
    package var probability: Double?

    package init(key: RecordKey, stored: CustomerID? = nil, rule: MatchRule? = nil, probability: Double? = nil) {
        self.key = key
        self.stored = stored
        self.rule = rule
        self.probability = probability
    }
}

extension MatchedCustomer {
    /// The customer that these records of one import and known customers are, or `nil` without records.
    ///
    /// Of known customers the oldest survives, ties by id, and absorbs the others. A new customer gets the id of its
    /// smallest record, which no rule joined to anything. A stored record keeps no rule either.
    package init?(_ records: [RecordToMatch], known: [KnownCustomer]) {
        let sorted = records.sorted { $0.key < $1.key }
        guard let smallest = sorted.first?.key else { return nil }
        let survivor = known.min { ($0.storedAt, $0.id) < ($1.storedAt, $1.id) }
        let matches = sorted.enumerated().map { place, record in
            let isFirst = survivor == nil && place == 0
            return isFirst || record.stored != nil
                ? RecordMatch(key: record.key, rule: nil)
                : RecordMatch(key: record.key, rule: record.rule, probability: record.probability)
        }
        self.init(
            id: survivor?.id ?? Identity.customer(source: smallest.source, externalID: smallest.externalID),
            isNew: survivor == nil, records: matches, absorbed: known.map(\.id).filter { $0 != survivor?.id }.sorted())
    }
}
