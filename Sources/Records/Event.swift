/// One entry of the ledger: what happened, to whom, when. Append-only; every report can be recomputed from it.
package struct Event: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case imported
        case customerCreated = "customer_created"
        case customerUpdated = "customer_updated"
        case customerMerged = "customer_merged"
        case industryDecided = "industry_decided"
        case industriesLearned = "industries_learned"
        case spellStarted = "spell_started"
        case spellEnded = "spell_ended"
        case followedUp = "followed_up"
        case dealRecorded = "deal_recorded"
        case won
        case paid
        case claimRequested = "claim_requested"
        case claimGranted = "claim_granted"
        case claimRefused = "claim_refused"
        case allocated
        case leftUnallocated = "left_unallocated"
        case recycled
        case reminded
        case recyclingSuspended = "recycling_suspended"
        case tierAssigned = "tier_assigned"
        case rulesChanged = "rules_changed"
        case transferred
        case appealed
        case appealSettled = "appeal_settled"
        case reinstated
        case delegated
        case ownershipSettled = "ownership_settled"
        case ownershipConflict = "ownership_conflict"
        case held
        case holdLifted = "hold_lifted"
        case importUndone = "import_undone"
        case customerRemoved = "customer_removed"
        case customerUnmerged = "customer_unmerged"
        case customerRetired = "customer_retired"
        case activityRemoved = "activity_removed"
        case repJoined = "rep_joined"
        case repSeparated = "rep_separated"
    }

    package var businessDate: BusinessDate
    /// When it happened.
    package var at: Instant
    /// When the ledger learnt of it; later than `at` for a follow-up that was written down afterwards.
    package var recordedAt: Instant
    package var kind: Kind
    package var customer: CustomerID?
    package var rep: RepID?
    package var batch: BatchID?
    package var run: String?
    /// Further values; written as a JSON object with sorted keys.
    package var payload: [String: String]

    package init(
        _ kind: Kind, businessDate: BusinessDate, at: Instant, recordedAt: Instant? = nil, customer: CustomerID? = nil,
        rep: RepID? = nil,
        batch: BatchID? = nil, run: String? = nil, payload: [String: String] = [:]
    ) {
        self.kind = kind
        self.businessDate = businessDate
        self.at = at
        self.recordedAt = recordedAt ?? at
        self.customer = customer
        self.rep = rep
        self.batch = batch
        self.run = run
        self.payload = payload
    }
}
