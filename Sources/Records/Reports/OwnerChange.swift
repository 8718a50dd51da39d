/// A record of another system whose customer belongs to somebody else than before, so that the system can be told.
package struct OwnerChange: Sendable, Equatable {
    package var record: RecordKey
    package var customer: CustomerID
    package var status: CustomerStatus
    /// `nil`: nobody, the customer is in the pool or retired.
    package var owner: RepID?
    package var previousOwner: RepID?
    /// When the change was recorded; `nil`: the owner never changed.
    package var changedAt: Instant?

    package init(record: RecordKey, customer: CustomerID, status: CustomerStatus, owner: RepID?) {
        self.record = record
        self.customer = customer
        self.status = status
        self.owner = owner
    }

    /// What a list of changes says of each: the record and its owner as the record's own system calls them, then as the
    /// pool does. `owner` is empty where the customer is in the pool, and where the system has ids but none for the rep.
    package static let columns = [
        "source", "external_id", "owner", "previous_owner", "status", "customer_id", "rep_id", "previous_rep_id",
        "changed_at",
    ]

    package func cells(_ reps: RepDirectory, zone: Zone) -> [String?] {
        func called(_ rep: RepID?) -> String? { rep.flatMap { reps.word(for: $0, in: record.source) } }
        return [
            record.source, record.externalID, called(owner), called(previousOwner), status.rawValue,
            customer.rawValue, owner?.rawValue, previousOwner?.rawValue, changedAt.map { zone.iso($0) },
        ]
    }
}

/// What a system calls each rep.
package struct RepDirectory: Sendable {
    private let reps: [RepID: Rep]
    private let nameCounts: [String: Int]
    private let sourcesWithIDs: Set<String>

    package init(_ reps: [Rep]) {
        self.reps = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        nameCounts = Dictionary(reps.map { ($0.name, 1) }, uniquingKeysWith: +)
        let names = reps.flatMap { [$0.id.rawValue] + $0.aliases }
        sourcesWithIDs = Set(names.compactMap { name in name.firstIndex(of: ":").map { String(name[..<$0]) } })
    }

    /// The rep's id in `source`: of its own roster, or by an alias `source:id`; `nil`: that system is not known to know
    /// the rep.
    package func id(of rep: RepID, in source: String) -> String? {
        let prefix = "\(source):"
        if rep.rawValue.hasPrefix(prefix) { return String(rep.rawValue.dropFirst(prefix.count)) }
        let alias = reps[rep]?.aliases.first { $0.hasPrefix(prefix) && $0.utf8.count > prefix.utf8.count }
        return alias.map { String($0.dropFirst(prefix.count)) }
    }

    /// What `source` calls the rep: its id there, or, in a system that is not known to have ids for anybody, the rep's name.
    package func word(for rep: RepID, in source: String) -> String? {
        id(of: rep, in: source) ?? (sourcesWithIDs.contains(source) ? nil : uniqueName(of: rep))
    }

    package func rep(_ id: RepID) -> Rep? { reps[id] }

    /// The rep's name, where nobody else is called so.
    package func uniqueName(of rep: RepID) -> String? {
        reps[rep].flatMap { nameCounts[$0.name] == 1 ? $0.name : nil }
    }
}
