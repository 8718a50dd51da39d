import Records

/// A source record on its way to its customer.
package struct RecordToMatch: Sendable, Equatable {
    package var key: RecordKey
    package var keys: [MatchKey]
    /// The customer that it belongs to already; `nil`: it is new.
    package var stored: CustomerID?

    package init(key: RecordKey, keys: [MatchKey], stored: CustomerID? = nil) {
        self.key = key
        self.keys = keys
        self.stored = stored
    }
}

/// Finds the customers that source records belong to.
package enum Clustering {
    /// The customers of `records`, sorted by id. The order of the records does not matter.
    ///
    /// Rules are applied strongest first, keys in byte order; records and customers that share a key become one where
    /// `JoinRule` lets them. A stored record stays with its customer. Two known customers become one only through a record
    /// of this batch; the older survives, ties by id, and absorbs the other. A new customer gets the id of its smallest
    /// record.
    ///
    /// There is one record per record key; `known` are all customers that have any of the records' keys or any of the
    /// records themselves, each with all its keys; a stored record whose customer is not among them joins nobody. Customers come back with their records of this batch. The rule of a
    /// record is the strongest that joined it to others; it is `nil` for one that stands alone, is the first of a new
    /// customer, or was stored before.
    package static func match(_ records: [RecordToMatch], known: [KnownCustomer]) -> [MatchedCustomer] {
        var graph = ClusterGraph(records: records.sorted { $0.key < $1.key }, known: known.sorted { $0.id < $1.id })
        graph.joinAll()
        return graph.customers()
    }
}
