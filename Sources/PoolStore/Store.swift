import Records
import Rules

/// What the pipeline asks of a store. SQLite is one; every implementation passes the same contract tests.
///
/// Methods are synchronous and belong to one thread. Each one is atomic by itself; `transaction` makes several so.
/// Lists come back in the order that each method states, which ends in a unique key: never in table order.
package protocol Store: OutboxStore {
    // MARK: Transactions

    /// Commits what `body` did, or, when it throws, nothing of it. May be nested: an inner one is a savepoint.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result
    /// The same for much at once, such as a whole migration, where a store can do that faster.
    func bulkTransaction<Result>(_ body: () throws -> Result) throws -> Result
    /// Runs `body` and takes everything back, for `--dry-run`. Transactions inside it see each other's work.
    func rehearsal<Result>(_ body: () throws -> Result) throws -> Result

    // MARK: Run ledger

    func completedStages(of date: BusinessDate) throws -> Set<Stage>
    func complete(_ stage: Stage, of date: BusinessDate, counts: [String: Int]) throws
    /// One of the counts with which a stage was completed, of the last `nights` nights before `date`, newest first; 0 where a
    /// night did not count it.
    func counts(_ name: String, of stage: Stage, before date: BusinessDate, nights: Int) throws -> [Int]
    /// The latest date whose `deliver` stage is done.
    func lastCompletedNight() throws -> BusinessDate?
    /// Whether any night has recycled, claimed or allocated: from then on ownership is not settled by imports.
    func isLive() throws -> Bool

    // MARK: Rules

    /// What nights ran under, oldest first.
    func ruleVersions() throws -> [KeptRules]
    /// Keeps a file that differs from the last one as the next version, from the business date `date` on, with an event.
    func keepRules(_ yaml: [UInt8], digest: String, date: BusinessDate, at: Instant) throws

    // MARK: Event ledger

    /// Appends after sorting by (at, kind, customer, rep, payload), so that numbers do not depend on processing order.
    func append(_ events: [Event]) throws
    /// In the order of their numbers.
    func forEachEvent(_ visit: (NumberedEvent) throws -> Void) throws

    // MARK: Files

    func importSummary(of batch: BatchID) throws -> ImportSummary?
    /// Saves or replaces the batch, and an `imported` event where it is new. A file that comes again and brings neither new
    /// nor updated rows leaves its summary, with its date, as it is; as a feed it has come all the same.
    func save(_ summary: ImportSummary, date: BusinessDate, at: Instant) throws
    /// Batches of business dates after `after` (`nil`: since ever) up to `date`, sorted by file, entity, id.
    func imports(after: BusinessDate?, through date: BusinessDate) throws -> [ImportSummary]

    // MARK: Customers

    /// Begins to take the customers of one import in, within a transaction of the caller.
    func intake(date: BusinessDate, at: Instant) throws -> any CustomerIntake
    /// Every source record of these customers, sorted by key.
    func records(of customers: [CustomerID]) throws -> [CustomerID: [Row<CustomerRecord>]]
    /// Replaces the clean record; an event where it differs from the stored one.
    func update(_ customers: [CustomerID: Customer], date: BusinessDate, at: Instant) throws

    // MARK: Classification

    /// Keeps what a person said of a customer's industry, with an event that says who; `code` empty: takes it back. Returns
    /// whether it changed anything. The caller makes the clean record anew.
    func decide(_ decision: IndustryDecision, date: BusinessDate, at: Instant) throws -> Bool
    /// The last word that a person said about each of these customers, sorted by customer. `nil`: about any.
    func industryDecisions(of customers: [CustomerID]?) throws -> [IndustryDecision]
    /// The customers after `after` in the order of their ids, `limit` at most: to go through all of them.
    func customers(after: CustomerID?, limit: Int) throws -> [CustomerID]
    /// Replaces the values of stored records whose classes changed. Returns the customers whose clean record has to be made
    /// anew by the caller, sorted; one of one record that nobody decided about says what that says, with an event.
    func reclassify(_ rows: [Row<CustomerRecord>], date: BusinessDate, at: Instant) throws -> [CustomerID]
    /// Visits customers whose industry is not known, sorted by id.
    func forEachUnclassified(_ visit: (CustomerID, Customer) throws -> Void) throws
    /// What `classify --learn` learnt, as bytes; `nil`: nothing yet.
    func learnedIndustries() throws -> [UInt8]?
    /// Keeps it, with an event that says from what.
    func saveLearnedIndustries(_ model: [UInt8], facts: [String: String], date: BusinessDate, at: Instant) throws

    // MARK: Matching

    /// The model by which records were linked last, as text, with the version of the keys; `nil`: none was yet.
    func matchModel() throws -> (keyVersion: Int, text: String)?
    func saveMatchModel(keyVersion: Int, text: String) throws
    /// Pairs that wait for a person, the likeliest first, then by record key.
    func openMatches() throws -> [OpenMatch]
    /// A person says that two customers are one: the older survives and absorbs the other. Returns the survivor, of which
    /// the caller makes the clean record anew.
    func merge(_ one: CustomerID, _ other: CustomerID, by: String, date: BusinessDate, at: Instant) throws -> CustomerID
    /// A person says that two customers are two: nobody asks again, and no import joins them. Returns whether that is new.
    func keepApart(_ one: CustomerID, _ other: CustomerID, by: String, date: BusinessDate, at: Instant) throws -> Bool
    /// A person takes a part of a customer out of it: a merge apart, or a record that an import joined to it, which becomes
    /// a customer of its own in the pool. The two stay apart, rows of lists go to whom they name, and the caller makes both
    /// clean records anew. Returns the customer of the part; `nil`: there is no such part, or too much has happened since to
    /// say what was whose.
    func unmerge(
        _ part: MergedPart, of survivor: CustomerID, by: String, date: BusinessDate, at: Instant
    ) throws -> CustomerID?

    // MARK: Ownership of migrated customers

    /// Customers that a migration may still settle: with no spell but, before the first night, an `opening` one that is
    /// open. `among`: only these. Sorted by customer. `recent` starts the twelve months of payments.
    func ownershipCases(among: [CustomerID]?, recent: Instant) throws -> [OwnershipCase]
    /// Opens opening spells (ending a differing one as `undone`), sets holds, appends `ownership_settled` where something changed.
    func apply(_ decisions: [OwnershipDecision], goLive: Instant, date: BusinessDate, at: Instant) throws
    /// The latest decision of each customer that is `disputed`, sorted by customer.
    func disputes() throws -> [OwnershipDecision]
    /// Carries out what a person decided about a disputed customer and keeps it over re-imports (`rule` is `decided`); an
    /// event says who. Returns whether it changed anything. Throws `StoreConflict` where the customer is somebody's by now.
    func decide(_ decision: OwnershipDecision, by: String, goLive: Instant, date: BusinessDate, at: Instant) throws
        -> Bool
    /// Records of a source that name another owner than the pool has, sorted by record. `externalIDs`: only of these.
    func ownershipConflicts(source: String, externalIDs: [String]?) throws -> [OwnershipConflict]
    /// Keeps conflicts for a person to decide, until `decide` or until the record names the owner that the pool has.
    func ask(_ conflicts: [OwnershipConflict]) throws
    /// Owned customers about which a source asks, and what their records say; sorted by customer.
    func ownershipQuestions(recent: Instant) throws -> [OwnershipCase]
    /// Moves an owned customer to another rep; an event says why. Throws `StoreConflict` where nobody holds it.
    func transfer(
        _ customer: CustomerID, to rep: RepID, reason: String, by: String, date: BusinessDate, at: Instant) throws

    // MARK: What the lists bring. One outcome per row, in the order of the rows.

    func save(_ batch: BatchRows<Rep>, date: BusinessDate, at: Instant) throws -> [SaveOutcome]
    func save(_ batch: BatchRows<Contact>, date: BusinessDate, at: Instant) throws -> [SaveOutcome]
    func save(_ batch: BatchRows<FollowUp>, date: BusinessDate, at: Instant) throws -> [SaveOutcome]
    func save(_ batch: BatchRows<Deal>, date: BusinessDate, at: Instant) throws -> [SaveOutcome]
    func save(_ batch: BatchRows<Payment>, date: BusinessDate, at: Instant) throws -> [SaveOutcome]
    func save(_ batch: BatchRows<Claim>, date: BusinessDate, at: Instant) throws -> [SaveOutcome]
    /// Tries every open reference again; events of rows that resolve are appended now.
    ///
    /// `makeFormerReps`: a rep that is still unknown becomes an inactive former rep, `source:text` (at night, when all
    /// lists are in). Returns how many rows wait, per entity.
    func resolvePending(makeFormerReps: Bool, date: BusinessDate, at: Instant) throws -> [Entity: Int]

    /// Rows that wait for something they refer to, per entity; entities without any are left out. By day that may be a rep
    /// alone; after a night it is only what nobody knows and what may mean several.
    func pendingCounts() throws -> [Entity: Int]

    // MARK: Looking up

    func resolveCustomer(_ reference: Reference, from source: String?) throws -> Resolution<Customer>
    func resolveRep(_ reference: Reference, from source: String?) throws -> Resolution<Rep>
    /// Sorted by id, former reps included.
    func reps() throws -> [Rep]
    /// Which reps are somebody else, as a person said, sorted by alias.
    func repAliases() throws -> [RepAlias]
    /// Everybody of any list or of history who is not somebody else, sorted by id; who of them is known from history only;
    /// and the pairs, each sorted, of which a person said that they are two.
    func people() throws -> (reps: [Rep], former: Set<RepID>, refused: Set<[RepID]>)
    /// Makes `alias` another id of `rep`, with everything that was the alias's, and for whatever names it later. Returns
    /// whether that is new. Throws `RepAliasRefused` where it is somebody else's already.
    func join(_ alias: RepID, to rep: RepID, by: String, date: BusinessDate, at: Instant) throws -> Bool
    /// Takes that back: what came from the alias is its own again. Returns whose it was; `nil`: it was nobody's.
    func separate(_ alias: RepID, by: String, date: BusinessDate, at: Instant) throws -> RepID?
    /// Keeps that the two are not one person. Returns whether that is new.
    func refuse(_ alias: RepID, as rep: RepID, by: String, at: Instant) throws -> Bool
    /// Every rep with what counts against limits: starts of spells from `windowStart` up to and including `until`, and what
    /// was held at `heldAt` (`nil`: what is held now) and counts by `rules`. Sorted by id.
    func standings(windowStart: Instant, until: Instant, heldAt: Instant?, rules: ClaimRules) throws -> [RepStanding]
    /// Sorted by id; ids that were merged away are followed.
    func summaries(of customers: [CustomerID]) throws -> [CustomerSummary]
    /// Every customer, sorted by id.
    func summaries() throws -> [CustomerSummary]
    /// What these customers are called; one that was merged away by the name of its survivor's id alone.
    func names(of customers: [CustomerID]) throws -> [CustomerID: String]
    /// Who holds each of these customers, by an open spell.
    func owners(of customers: [CustomerID]) throws -> [CustomerID: RepID]
    /// The customers in the pool, sorted by id.
    func pool() throws -> [CustomerSummary]
    func dossier(of customer: CustomerID) throws -> Dossier?

    // MARK: Offers

    /// Gives each customer of the pool that has none yet its place in the order of offers. `place` is told when it entered
    /// the pool, its value and its level, and says the same of the same for ever; a change of these makes it asked again.
    /// `order` names what `place` counts by: where that is another than before, all are asked again.
    func placePool(by order: String, _ place: (CustomerSummary) throws -> Double) throws
    /// Customers of the pool that have a place and entered the pool by `enteredBy`, in their order; those after `last`,
    /// `limit` at most.
    func offers(after last: OfferPlace?, enteredBy: Instant, limit: Int) throws -> [OfferPlace]
    /// How many customers of the pool entered it by `enteredBy` and are not on hold on `date`.
    func offerCount(enteredBy: Instant, on date: BusinessDate) throws -> Int

    // MARK: The night

    /// Open spells of customers that are not won (prospects), sorted by customer, with what is known of them up to `asOf`.
    /// `horizon`: only these; follow-ups after `asOf` and those that do not count are none.
    func holdings(asOf: Instant, within horizon: DueHorizon?) throws -> [Holding]
    /// How many there are without a horizon.
    func holdingCount(asOf: Instant) throws -> Int
    /// Claims that are not decided yet, both sides known, requested at or before `until`; sorted by (requestedAt, id).
    func claimRequests(until: Instant) throws -> [ClaimRequest]
    /// One per source that ever delivered follow-ups, sorted by source. "Known at the last night" is up to its import stage.
    /// Follow-ups dated after `asOf` are not the newest of anything: a mistyped year must not make a list look fresh for ever.
    func feeds(asOf: Instant) throws -> [FeedFacts]
    /// Carries out granted decisions (opens and ends spells, marks requests decided) and keeps all of them with their
    /// reasons. Throws `StoreConflict` if a granted claim or allocation finds the customer owned, retired or gone.
    func apply(_ decisions: [Decision], date: BusinessDate, at: Instant) throws
    /// Keeps how the follow-up lists stood, with a `recycling_suspended` event for each that is not fresh and protects spells.
    func save(_ feeds: [FeedStatus], date: BusinessDate, at: Instant) throws
    /// Sorted by source.
    func feedStatuses(of date: BusinessDate) throws -> [FeedStatus]
    func save(_ reminders: [Reminder], date: BusinessDate, at: Instant) throws
    func save(_ tiers: [TierAssignment], date: BusinessDate, at: Instant) throws
    /// The tiers of the month that starts on `month`, sorted by rep.
    func tiers(of month: BusinessDate) throws -> [TierAssignment]
    /// Won deals and revenue between two moments (first included, second not), credited to the owner at that time.
    func sales(from: Instant, until: Instant, revenueFrom: Rules.RevenueSource, currency: String) throws
        -> [RepID: (wonDeals: Int, revenue: Money)]
    /// Spells that were resolved by `until`, added up per owner at the time, segment and attempt; sorted by these. A spell is
    /// resolved at the customer's first win in it or at its end; merged and undone ones, and what was won before, are left out.
    func conversionCounts(until: Instant) throws -> [ConversionCount]
    /// What reps got by claim or allocation after `after`, up to and including `until`, sorted by rep; values in `currency`.
    func receipts(after: Instant, until: Instant, currency: String) throws -> [Receipt]
    /// Keeps what kept customers in the pool on `date`, in this order, in place of what was kept of it before.
    func save(_ bottlenecks: [Bottleneck], date: BusinessDate) throws
    func bottlenecks(of date: BusinessDate) throws -> [Bottleneck]
    func rotationCursor() throws -> RepID?
    func saveRotationCursor(_ rep: RepID) throws

    // MARK: Undo

    /// The batch, also one that was undone.
    func batch(_ id: BatchID) throws -> ImportBatch?
    /// What keeps the batch from being undone, sorted by kind, subject, time; empty where nothing does.
    func undoObstacles(of batch: BatchID) throws -> [UndoObstacle]
    /// Restores the state before the batch. The caller makes the clean records of `touched` anew and settles ownership
    /// again where no night has run. Throws `UndoRefused` where later facts depend on the batch.
    func undo(_ batch: BatchID, by: String, date: BusinessDate, at: Instant) throws -> UndoOutcome
    /// Takes back what nothing depends on, without removing a customer: those that only the batch knows are retired, and
    /// what `undoObstacles` names stays as it is.
    func compensate(_ batch: BatchID, by: String, date: BusinessDate, at: Instant) throws -> UndoOutcome
    /// Puts the customers of the batch on hold. Returns those that were not yet, sorted; doing it twice does nothing.
    func quarantine(_ batch: BatchID, by: String, date: BusinessDate, at: Instant) throws -> [CustomerID]
    /// Lifts it: holds are as they were. Returns the customers whose hold changed, sorted.
    func liftQuarantine(of batch: BatchID, by: String, date: BusinessDate, at: Instant) throws -> [CustomerID]

    // MARK: By hand (the commands of one customer)

    /// Ends the open spell; throws `StoreConflict` where `rep` does not hold the customer.
    func endSpell(
        of customer: CustomerID, heldBy rep: RepID, reason: Spell.EndReason, date: BusinessDate, at: Instant, by: String
    )
        throws

    /// Moves an owned customer to another rep; with `keepsClock` its deadline goes on as it was. Throws `StoreConflict`
    /// where nobody holds it, or `rep` does.
    func handOver(
        _ customer: CustomerID, to rep: RepID, keepsClock: Bool, reason: String, by: String, date: BusinessDate,
        at: Instant) throws
    /// Locks a customer through the end of a day; `nil` ends a lock. Throws `StoreConflict` where another hold is on it.
    func lock(
        _ customer: CustomerID, until: BusinessDate?, reason: String, by: String, date: BusinessDate, at: Instant)
        throws
    /// Takes a customer out for good. Throws `StoreConflict` where it is already.
    func retire(_ customer: CustomerID, reason: String, by: String, date: BusinessDate, at: Instant) throws
    /// Gives a customer to a rep who had it before, from the pool or from whoever has it, and grants what appeals wait.
    /// `clockFrom`: from when its clock runs; `nil`: anew.
    func reinstate(
        _ customer: CustomerID, to rep: RepID, clockFrom: Instant?, reason: String, by: String, date: BusinessDate,
        at: Instant) throws
    /// Keeps an appeal; one about a customer of the pool puts it on hold. Returns whether it is new: a rep has one open
    /// appeal about a customer at most.
    func appeal(_ appeal: Appeal, by: String, date: BusinessDate, at: Instant) throws -> Bool
    /// Turns down what waits about a customer and ends its hold; returns how many there were.
    func rejectAppeals(about customer: CustomerID, by: String, date: BusinessDate, at: Instant) throws -> Int
    /// Sorted by customer, rep, time.
    func openAppeals() throws -> [Appeal]
    /// Recycled spells that ended from `start` on, with follow-ups of their owners up to `asOf` inside them that nobody knew
    /// of then. Of each rep the last one; sorted by customer.
    func lateFollowUps(recycledFrom start: Instant, asOf: Instant) throws -> [LateFollowUp]
    func delegate(_ delegation: Delegation, by: String, date: BusinessDate, at: Instant) throws
    /// Sorted by rep, start, deputy.
    func delegations() throws -> [Delegation]
    /// What a rep holds, sorted by customer.
    func book(of rep: RepID) throws -> [LeaversCustomer]

    // MARK: Reports and exports

    /// One per rep with follow-ups dated in the period, sorted by rep; those written down more than `lateDays` afterwards count
    /// as backdated.
    func followUpQuality(from start: Instant, until: Instant, lateDays: Int) throws -> [FollowUpQuality]

    /// How good the customers of each source are, as its lists gave them and as they are known now; sorted by source.
    func customerQuality() throws -> [SourceQuality]
    /// Spells that started at or before `until` and are not `undone`, as they stood then; sorted by start, customer, rep.
    func histories(until: Instant, revenueFrom: Rules.RevenueSource, currency: String) throws -> [SpellHistory]
    /// In the order in which they were saved.
    func decisions(of date: BusinessDate) throws -> [Decision]
    func reminders(of date: BusinessDate) throws -> [Reminder]
    /// Customers in the pool at `until`, as known now, sorted by id.
    func pool(at until: Instant) throws -> [CustomerSummary]
    /// The same, counted; `date` is that of `until`.
    func poolFacts(at until: Instant, on date: BusinessDate, zone: Zone) throws -> PoolFacts
    /// Whether any customer came, went or changed hands after `moment`.
    func hasMoved(since moment: Instant) throws -> Bool
    /// The pool first, then each rep that held, took or lost anything, sorted by id; from just after `opening` to `closing`.
    func flows(opening: Instant, closing: Instant) throws -> [Flow]
    /// What is known of these customers, for those who are about to call them.
    func backgrounds(of customers: [CustomerID], until: Instant) throws -> [CustomerID: CustomerBackground]
    /// The beginning of each id, without its `C`, that no other customer's has; `Claimable.shortestCode` long at least.
    func codes(of customers: [CustomerID]) throws -> [CustomerID: String]
    /// Customers in the pool whose id begins so after its `C`, sorted; six at most.
    func pooledCustomers(withCode code: String) throws -> [CustomerID]
    /// Deals closed after `after`, up to and including `through`, sorted by time, rep, outcome.
    func closedDeals(after: Instant, through: Instant) throws -> [ClosedDeal]
    /// How the pool's size changed after `opening`, up to and including `closing`: one entry a moment, oldest first.
    func poolChanges(after opening: Instant, through closing: Instant) throws -> [(at: Instant, change: Int)]
    /// Refused claims of these business dates by reason, most frequent first, ties by code.
    func refusals(from: BusinessDate, through: BusinessDate) throws -> [(reason: ReasonCode, count: Int)]
    /// What a stage counted when it was completed, by date.
    func counts(of stage: Stage, from: BusinessDate, through: BusinessDate) throws -> [BusinessDate: [String: Int]]
    /// Every customer with what `source` calls it, sorted by id and by that.
    func forEachCustomer(knownTo source: String, _ visit: (HeldCustomer) throws -> Void) throws
    /// The systems that lists of `entity` came from, sorted. `profile`: only those that were read by it.
    func sources(of entity: Entity, profile: String?) throws -> [String]
    /// Records whose customer's owner, as recorded, is another one at `through` than at `after`, sorted by record. What
    /// an opening spell took from the record itself is left out.
    func ownerChanges(after: Instant, through: Instant) throws -> [OwnerChange]
    /// Rows of an export in the column order of SPEC.md, contract 3; text cells as they are (the writer neutralises).
    func forEachRow(of table: ExportTable, zone: Zone, _ visit: ([String]) throws -> Void) throws
    /// Records an export in the access log, which is no part of the event ledger: looking changes nothing.
    func logAccess(to table: ExportTable, by: String, at: Instant) throws
    /// Oldest first.
    func accesses() throws -> [Access]

    // MARK: Verify

    /// Each broken invariant, missing event or damaged page, in words; empty when all is well.
    func verify() throws -> [String]
}

extension Store {
    package func holdings(asOf: Instant) throws -> [Holding] { try holdings(asOf: asOf, within: nil) }

    /// Held at `until`, won customers alone left out.
    package func standings(windowStart: Instant, until: Instant) throws -> [RepStanding] {
        try standings(windowStart: windowStart, until: until, heldAt: until, rules: ClaimRules())
    }

    /// What limits are held against on `date`: counted to the window's end, because what was given later in it, by hand or
    /// before a late night, counts too; for the same reason with what is held now.
    package func standings(on date: BusinessDate, rules: Rules) throws -> [RepStanding] {
        let window = rules.claims.days(around: date)
        return try standings(
            windowStart: rules.zone.start(of: window.lowerBound), until: rules.zone.end(of: window.upperBound),
            heldAt: nil, rules: rules.claims)
    }
}

/// A file of rules that nights ran under.
package struct KeptRules: Sendable, Equatable {
    package var version: RuleVersion
    package var yaml: [UInt8]
}

/// A decision met a customer that is not as it was when it was decided. Nothing of it was done.
package struct StoreConflict: Error, Sendable, Equatable {
    package var customer: CustomerID
    package var reason: ReasonCode
    package var detail: String

    package init(customer: CustomerID, reason: ReasonCode, detail: String) {
        self.customer = customer
        self.reason = reason
        self.detail = detail
    }
}

/// Two reps cannot be made one. Nothing was done.
package struct RepAliasRefused: Error, Sendable, Equatable {
    package var message: String

    package init(_ message: String) { self.message = message }
}

/// One export, in the access log.
package struct Access: Sendable, Equatable {
    package var at: Instant
    package var by: String
    package var table: ExportTable

    package init(at: Instant, by: String, table: ExportTable) {
        self.at = at
        self.by = by
        self.table = table
    }
}

/// The tables of `gonghai export`.
package enum ExportTable: String, Sendable, CaseIterable {
    case customers, contacts, reps, assignments, sources, spells, events, pool
    case followUps = "follow-ups"
    case deals, payments, owners

    /// A column: its name, and whether a spreadsheet may take its cells for a formula (`text`) or never (`typed`).
    package struct Column: Sendable, Equatable {
        package enum Kind: Sendable { case text, typed }
        package var name: String
        package var kind: Kind
    }
}
