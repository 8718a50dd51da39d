/// What a night's reports are made from: the state at T and what the night did. Nothing here depends on when it is asked.
package struct NightFacts: Sendable {
    package var date: BusinessDate
    /// T: the last second of `date` in the workspace's zone.
    package var asOf: Instant
    package var reps: [RepStanding]
    /// Every spell that started at or before T, sorted by start, customer, rep; ends after T are not yet known.
    package var spells: [SpellHistory]
    /// In the order of the spells.
    package var obligations: [Obligation]
    /// The night's decisions, in the order in which they were taken.
    package var decisions: [Decision]
    /// What kept customers in the pool, as the night's plan has it.
    package var bottlenecks: [Bottleneck]
    package var reminders: [Reminder]
    package var tiers: [TierAssignment]
    package var pool: PoolFacts
    /// Names of the customers that decisions, reminders and spells speak of.
    package var names: [CustomerID: String]
    /// The files that came in since the night before, in file order.
    package var imports: [ImportSummary]
    package var feeds: [FeedStatus]
    package var flows: [Flow]
    /// Two systems name different owners and no rule decides.
    package var disputes: [OwnershipDecision]
    /// What a person has to decide about owners, sorted by customer.
    package var ownershipCases: [OwnershipCase]
    /// Records whose owner is another one than a night ago, sorted by record.
    package var ownerChanges: [OwnerChange]
    /// Rows that wait for something they refer to, per entity.
    package var pending: [Entity: Int]
    /// What each rep may ask for on the morning after, in the order of the offer.
    package var claimable: [RepID: [Claimable]]
    /// Of customers that somebody is about to call: due soon, received on the date, or claimable.
    package var backgrounds: [CustomerID: CustomerBackground]
    /// Deals that were won or lost in the last months, sorted by time, rep, outcome.
    package var closedDeals: [ClosedDeal]
    /// Which hours are worked; `nil`: not known, and nothing is said in working hours.
    package var workingTime: WorkingTime?
    /// How many customers were in the pool at the end of each of the last days, as far as it is known.
    package var poolSizes: [BusinessDate: Int]
    /// How good the sources' customers are, sorted by source; empty where no list of customers came.
    package var quality: [SourceQuality]
    /// The numbers that the first report of each date gave, by their names; a closed date keeps them.
    package var reported: [BusinessDate: [String: Int]]

    package init(date: BusinessDate, asOf: Instant) {
        self.date = date
        self.asOf = asOf
        reps = []
        spells = []
        obligations = []
        decisions = []
        bottlenecks = []
        reminders = []
        tiers = []
        pool = PoolFacts()
        names = [:]
        imports = []
        feeds = []
        flows = []
        disputes = []
        ownershipCases = []
        ownerChanges = []
        pending = [:]
        claimable = [:]
        backgrounds = [:]
        closedDeals = []
        poolSizes = [:]
        quality = []
        reported = [:]
    }
}

/// A file and what became of its rows.
package struct ImportSummary: Sendable, Equatable {
    package var batch: ImportBatch
    package var counts: ImportCounts

    package init(batch: ImportBatch, counts: ImportCounts) {
        self.batch = batch
        self.counts = counts
    }
}

/// How a source's follow-up list stands: it decides whether the source's customers may be recycled.
package struct FeedStatus: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case fresh
        /// No file came.
        case missing
        /// A file came without a usable row.
        case empty
        /// The newest follow-up is older than the one known before, or too old.
        case stale
        /// The files hold far fewer rows than usual: a list that was cut off.
        case short
    }

    package var source: String
    package var state: State
    /// Newest follow-up known at T; `nil`: none ever came.
    package var newestAt: Instant?
    /// Open spells that are not recycled because of it.
    package var suspendedSpells: Int

    package init(source: String, state: State, newestAt: Instant?, suspendedSpells: Int = 0) {
        self.source = source
        self.state = state
        self.newestAt = newestAt
        self.suspendedSpells = suspendedSpells
    }
}

/// Opening + in − out = closing, for the pool or for one rep's book, over one business date (SPEC.md, invariant 3).
package struct Flow: Sendable, Equatable {
    /// `nil`: the pool.
    package var rep: RepID?
    package var opening: Int
    /// What came in, by how: `imported`, `opening`, `claim`, `allocation`, `recycled`, `released` …
    package var incoming: [String: Int]
    /// What went out, by how.
    package var outgoing: [String: Int]
    package var closing: Int

    package init(rep: RepID?, opening: Int, incoming: [String: Int], outgoing: [String: Int], closing: Int) {
        self.rep = rep
        self.opening = opening
        self.incoming = incoming
        self.outgoing = outgoing
        self.closing = closing
    }

    package var isBalanced: Bool {
        opening + incoming.values.reduce(0, +) - outgoing.values.reduce(0, +) == closing
    }
}
