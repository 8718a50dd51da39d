/// A record of a source that names another owner than the pool has. The pool stands, unless its rules say otherwise.
package struct OwnershipConflict: Sendable, Equatable {
    package var record: RecordKey
    package var customer: CustomerID
    /// The owner as the record has it.
    package var named: String
    /// `nil`: the roster does not know the named owner.
    package var rep: RepID?
    /// Who holds the customer; `nil`: nobody.
    package var owner: RepID?
    package var status: CustomerStatus
    package var hold: Hold?
    /// Whether the record named somebody else before it was last changed.
    package var isChanged: Bool

    package init(
        record: RecordKey, customer: CustomerID, named: String, rep: RepID? = nil, owner: RepID? = nil,
        status: CustomerStatus, hold: Hold? = nil, isChanged: Bool = false
    ) {
        self.record = record
        self.customer = customer
        self.named = named
        self.rep = rep
        self.owner = owner
        self.status = status
        self.hold = hold
        self.isChanged = isChanged
    }
}
