import Records

/// Something that came after a batch and depends on it, so that the batch cannot simply be taken back.
package struct UndoObstacle: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A rep got the customer by a claim, an allocation or a transfer.
        case held
        /// The spell that the batch opened was ended: recycled, released …
        case ended
        /// A person decided whose the customer is.
        case decided
        case reminded
        case retired
        /// A row about the customer was typed in by hand.
        case enteredByHand = "entered_by_hand"
        case claimDecided = "claim_decided"
        /// A later batch replaced rows of this one.
        case replaced
        /// Customers that were merged because of the batch, and it is no longer certain what was whose.
        case merged
        /// A rep of the batch has customers.
        case repInUse = "rep_in_use"
    }

    package var kind: Kind
    /// What it is about: a customer's or a batch's id, or `source:id` of a row.
    package var subject: String
    /// The customer that it keeps from being taken back.
    package var customer: CustomerID?
    package var rep: RepID?
    package var at: Instant?
    /// A spell's kind or end reason, a later batch's file and rows, the id that was merged away.
    package var detail: String

    package init(
        _ kind: Kind, subject: String, customer: CustomerID? = nil, rep: RepID? = nil, at: Instant? = nil,
        detail: String = ""
    ) {
        self.kind = kind
        self.subject = subject
        self.customer = customer
        self.rep = rep
        self.at = at
        self.detail = detail
    }
}

/// Later facts stand in the way; nothing was done.
package struct UndoRefused: Error {
    package var obstacles: [UndoObstacle]
}

/// What undoing a batch did. Ids are sorted.
package struct UndoOutcome: Sendable, Equatable {
    /// Rows that are gone from the store: they were new in the batch.
    package var removedRows = 0
    /// Rows that say again what they said before the batch.
    package var restoredRows = 0
    /// Rows of the batch that stay, since later facts or a retired customer need them; none unless compensated.
    package var keptRows = 0
    /// Rows of other lists that wait again for what they refer to.
    package var waitingRows = 0
    package var removedCustomers: [CustomerID] = []
    package var retiredCustomers: [CustomerID] = []
    /// Customers that were merged away because of the batch and are themselves again.
    package var unmergedCustomers: [CustomerID] = []
    /// Spells that were ended because of the batch and go on.
    package var restoredSpells = 0
    /// Later files of the same list: what they repeated counted as unchanged, so they have to be imported again. Sorted.
    package var repeatingFiles: [String] = []
    /// Customers whose clean record has to be made anew from their records.
    package var touched: [CustomerID] = []

    package init() {}
}
