/// What the night decided about one customer and why: enough to explain it, or to argue with it.
package struct Decision: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case claim, allocation, recycle }

    package var kind: Kind
    package var customer: CustomerID
    /// Who got it (claim, allocation), asked for it (refused claim) or had it (recycle); `nil`: nobody was eligible.
    package var rep: RepID?
    /// Whether ownership changed.
    package var isGranted: Bool
    package var strategy: Strategy?
    package var score: Double?
    /// The winner's place among the eligible, 1-based.
    package var rank: Int?
    package var reason: ReasonCode
    /// The reason's figures, such as 10 of 10 claims this week.
    package var detail: DecisionDetail
    package var eligible: [Candidate]
    package var rejected: [Rejection]
    /// The claim request that was decided, for `kind == .claim`.
    package var request: String?
    /// What a recycling was judged on, for `kind == .recycle`; carrying it out asks whether it still is so.
    package var basis: Basis?

    /// The state of a spell that a recycling rests on.
    package struct Basis: Sendable, Equatable {
        package var startedAt: Instant
        /// The owner's last follow-up that counts.
        package var lastFollowUpAt: Instant?

        package init(startedAt: Instant, lastFollowUpAt: Instant?) {
            self.startedAt = startedAt
            self.lastFollowUpAt = lastFollowUpAt
        }
    }

    package struct Candidate: Sendable, Equatable {
        package var rep: RepID
        package var score: Double?
        package var probability: Double?
        package var value: Money?

        package init(rep: RepID, score: Double? = nil, probability: Double? = nil, value: Money? = nil) {
            self.rep = rep
            self.score = score
            self.probability = probability
            self.value = value
        }
    }

    package struct Rejection: Sendable, Equatable {
        package var rep: RepID
        package var reason: ReasonCode
        package var detail: DecisionDetail

        package init(rep: RepID, reason: ReasonCode, detail: DecisionDetail) {
            self.rep = rep
            self.reason = reason
            self.detail = detail
        }
    }

    package init(
        kind: Kind, customer: CustomerID, rep: RepID?, isGranted: Bool, strategy: Strategy? = nil, score: Double? = nil,
        rank: Int? = nil, reason: ReasonCode, detail: DecisionDetail = .none, eligible: [Candidate] = [],
        rejected: [Rejection] = [], request: String? = nil
    ) {
        self.kind = kind
        self.customer = customer
        self.rep = rep
        self.isGranted = isGranted
        self.strategy = strategy
        self.score = score
        self.rank = rank
        self.reason = reason
        self.detail = detail
        self.eligible = eligible
        self.rejected = rejected
        self.request = request
    }
}

package enum Strategy: String, Sendable, CaseIterable {
    case firstCome = "first_come"
    case rotation
    case loadBalanced = "load_balanced"
    case tierWeighted = "tier_weighted"
    case performanceFirst = "performance_first"
    case screening
    case needMatch = "need_match"
    case experiment
}

/// Why a rep may or may not have a customer, or why it went back. docs/reason-codes.md says each in words.
package enum ReasonCode: String, Sendable, CaseIterable, Hashable {
    // Granted
    case firstCome = "first_come"
    case nextInRotation = "next_in_rotation"
    case onlyEligible = "only_eligible"
    case bestTotal = "best_total"
    case madeGood = "made_good"
    case lightestLoad = "lightest_load"
    case tierTurn = "tier_turn"
    case bestPerformer = "best_performer"

    // The rep may not
    case inactive
    case notStarted = "not_started"
    case left
    case onLeave = "on_leave"
    case claimLimit = "claim_limit"
    case intakeLimit = "intake_limit"
    case holdingLimit = "holding_limit"
    case paced
    case coolingOff = "cooling_off"
    case industryMismatch = "industry_mismatch"
    case sizeMismatch = "size_mismatch"
    case regionMismatch = "region_mismatch"
    case needMismatch = "need_mismatch"
    case notInPool = "not_in_pool"
    case tooEarly = "too_early"

    // The customer may not
    case alreadyOwned = "already_owned"
    case alreadyYours = "already_yours"
    case claimedEarlier = "claimed_earlier"
    case retired
    case onHold = "on_hold"
    case withdrawn

    // Nobody may
    case nobodyEligible = "nobody_eligible"
    case outranked
    case screenedOut = "screened_out"

    // Recycling
    case overdue
    case won
    case openDeal = "open_deal"
    case exemptLevel = "exempt_level"
    case ownerOnLeave = "owner_on_leave"
    case feedSuspended = "feed_suspended"
    case notReminded = "not_reminded"
    case dueLater = "due_later"
    case noOpportunity = "no_opportunity"
    case noDeal = "no_deal"
    case observed
    case staggered
}
