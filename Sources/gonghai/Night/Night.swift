import Allocation
import Foundation
import Ingestion
import PoolStore
import Records
import Reporting
import Rules

/// The stages of one business date: each reads what it needs from the store, asks a pure stage to decide, and stores
/// what was decided. What each stage means stands in the target that decides it.
final class Night {
    let workspace: Workspace
    let store: any Store
    let date: BusinessDate
    /// T: the end of the business date.
    let asOf: Instant
    /// The date up to which rows may be dated: later than `date` when missed nights are caught up.
    let latestDate: BusinessDate
    let calendar = WorkCalendar.china
    let approvals: Set<Fuse>
    /// `false` in a rehearsal: nothing is written outside the store.
    let writesFiles: Bool
    var record: RunRecord
    /// What this attempt imported, for the summary on the terminal.
    var importedFiles: [FileRows] = []
    var fileErrors: [InputError] = []
    /// What the user should know although the night went on.
    private(set) var warnings: [String] = []
    private var feeds: [FeedStatus] = []
    private var madeReports: (facts: NightFacts, files: [ReportFile])?

    /// The workspace's, but that an approved fuse expects no lists this once.
    var rules: Rules {
        var rules = workspace.rules
        if approvals.contains(.feeds) { rules.feeds.followUps = .none }
        return rules
    }
    var zone: Zone { workspace.zone }

    init(
        workspace: Workspace, date: BusinessDate, latestDate: BusinessDate, approvals: Set<Fuse>, writesFiles: Bool
    ) throws {
        self.workspace = workspace
        store = try workspace.store()
        self.date = date
        self.latestDate = latestDate
        asOf = workspace.zone.end(of: date)
        self.approvals = approvals
        self.writesFiles = writesFiles
        record = RunRecord(date: date, rulesDigest: workspace.rules.digest)
    }

    // MARK: Import

    func importInbox() throws -> [String: Int] {
        let session = ImportSession(workspace: workspace, date: date, at: asOf, asOf: latestDate)
        var paths = try InboxFiles.list(workspace.inbox)
        let completed = OwnershipDecisions.split(&paths, shownBy: workspace.shown)
        let (files, errors) = try session.run(paths, options: ImportOptions())
        let decided = try OwnershipDecisions(workspace: workspace, date: date, at: asOf, by: "inbox").take(completed)
        for file in decided where !file.rejects.isEmpty {
            warnings.append(
                "\(file.table.shownAs): \(Console.count(file.rejects.count, "decision")) could not be carried out; "
                    + "see rejects/\(file.rejectsFile.name)")
        }
        fileErrors = errors
        warnings += files.flatMap(\.warnings)
        importedFiles = files
        if writesFiles {
            try RejectFiles.write(importedFiles, to: workspace.rejects)
            for file in decided.map(\.rejectsFile) {
                try RejectFiles.replace(workspace.rejects.appending(path: file.name), by: file.bytes)
            }
        }
        return [
            "files": files.count, "refused_files": errors.count,
            "read": importedFiles.reduce(0) { $0 + $1.counts.read },
            "rejected": importedFiles.reduce(0) { $0 + $1.counts.rejected },
        ]
    }

    func resolveReferences() throws -> [String: Int] {
        let waiting = try store.resolvePending(makeFormerReps: true, date: date, at: asOf)
        return Dictionary(uniqueKeysWithValues: waiting.map { ($0.key.rawValue, $0.value) })
    }

    // MARK: Recycle

    /// Stops the night where no follow-up list can be trusted and customers would go back to the pool because of it.
    func checkFeeds() throws {
        feeds = Freshness.judge(try feedFacts(), rules: rules.feeds, date: date, zone: zone, calendar: calendar)
        guard try !store.completedStages(of: date).contains(.recycle) else { return }
        let plan = try recyclePlan()
        let suspended = plan.decisions.count { $0.reason == .feedSuspended }
        guard plan.areAllFeedsAffected, suspended > 0 else { return }
        throw FuseStop(
            fuse: .feeds,
            message: """
                the night for \(date) stopped before recycling: no follow-up list is fresh, and \(suspended) \
                customers would have gone back to the pool for it.
                \(feeds.isEmpty ? "No list of follow-ups ever came." : feeds.map(\.sentence).joined(separator: "\n"))
                What was imported is kept. Put the follow-ups into inbox/ and run again, or, if they are right as they \
                are:
                    gonghai run --date \(date) --approve feeds
                Where follow-ups are only typed in, say so in gonghai.yaml:  feeds: { follow_ups: none }
                """)
    }

    func recycle() throws -> [String: Int] {
        let plan = try recyclePlan()
        try store.apply(plan.decisions, date: date, at: asOf)
        try store.save(plan.feeds, date: date, at: asOf)
        for feed in plan.feeds where feed.suspendedSpells > 0 {
            warnings.append(
                "\(feed.sentence) \(Console.count(feed.suspendedSpells, "overdue customer")) of it stay with their owners."
            )
        }
        let unknownYears = calendar.uncoveredYears(in: date...(date + 60))
        if !unknownYears.isEmpty {
            warnings.append(
                "the holidays of \(unknownYears.map(String.init).joined(separator: ", ")) are not known; Monday to Friday is assumed."
            )
        }
        try store.save(plan.reminders, date: date, at: asOf)
        return [
            "recycled": plan.decisions.count(where: \.isGranted), "kept": plan.decisions.count { !$0.isGranted },
            "reminded": plan.reminders.count, "suspended": plan.decisions.count { $0.reason == .feedSuspended },
        ]
    }

    private func recyclePlan() throws -> RecyclePlan {
        Recycling.plan(
            holdings: try store.holdings(asOf: asOf), reps: try store.reps(), feeds: feeds, rules: rules,
            calendar: calendar, date: date)
    }

    /// Follow-ups typed in one by one are no feed: nobody expects a file of them.
    func feedFacts() throws -> [FeedFacts] { try store.feeds(asOf: asOf).filter { $0.source != HandSource.name } }

    // MARK: Tiers, claims, allocation

    func assignTiers() throws -> [String: Int] {
        let month = date.startOfMonth
        guard !rules.tiers.tiers.isEmpty, try store.tiers(of: month).isEmpty else { return ["assigned": 0] }
        let performances = try Book(store: store, rules: rules, calendar: calendar).performance(inMonthOf: month - 1)
        let tiers = Tiering.assign(performances, rules: rules.tiers, month: month, date: date)
        try store.save(tiers, date: date, at: asOf)
        return ["assigned": tiers.count]
    }

    func decideClaims() throws -> [String: Int] {
        let asked = try store.claimRequests(until: asOf)
        let customers = try store.summaries(of: Set(asked.map(\.customer)).sorted())
        let notYetPooled = Set(customers.filter(isPooledLater).map(\.id))
        let requests = asked.filter { !notYetPooled.contains($0.customer) }
        var planner = try planner()
        let decisions = planner.decide(
            claims: requests, customers: Dictionary(uniqueKeysWithValues: customers.map { ($0.id, $0) }),
            owners: try store.owners(of: customers.map(\.id)))
        try store.apply(decisions, date: date, at: asOf)
        return ["granted": decisions.count(where: \.isGranted), "refused": decisions.count { !$0.isGranted }]
    }

    func allocate() throws -> [String: Int] {
        var planner = try planner()
        let (decisions, cursor) = try planner.allocate(
            pool: try store.pool().filter { !isPooledLater($0) }, cursor: try store.rotationCursor())
        try store.apply(decisions, date: date, at: asOf)
        if let cursor { try store.saveRotationCursor(cursor) }
        return ["allocated": decisions.count(where: \.isGranted), "left": decisions.count { !$0.isGranted }]
    }

    /// Whether it came back to the pool after this night's T: a late night must not give it away at a time before that.
    /// It waits for the next night, and so does a claim for it.
    private func isPooledLater(_ customer: CustomerSummary) -> Bool { customer.poolSince.map { $0 > asOf } ?? false }

    func planner() throws -> Planner {
        try Planner(store: store, rules: rules, date: date)
    }

    // MARK: Report and deliver

    func writeReports() throws -> [String: Int] {
        guard writesFiles else { return [:] }
        let (facts, files) = try reports()
        try AtomicFiles.writeFolder(files.map { ($0.name, $0.bytes) }, to: workspace.out(date))
        var counts = Reports.numbers(facts, rules: rules, version: Gonghai.version)
        counts["files"] = files.count
        return counts
    }

    /// The facts of the night and its files, computed once: nothing changes between writing and mailing them.
    private func reports() throws -> (facts: NightFacts, files: [ReportFile]) {
        if let madeReports { return madeReports }
        let reports = NightReports(workspace: workspace, date: date)
        let facts = try reports.facts()
        let made = (facts: facts, files: try reports.render(facts))
        madeReports = made
        return made
    }

    /// The numbers for the terminal, as the reports give them.
    func facts() throws -> NightFacts { try reports().facts }

    func deliver() throws -> [String: Int] {
        guard writesFiles else { return [:] }
        let (facts, files) = try reports()
        let (mails, warnings) = try NightMails(rules: rules, facts: facts, files: files).render()
        self.warnings += warnings
        for mail in mails { try AtomicFiles.write(mail.bytes, to: workspace.outbox.appending(path: mail.name)) }
        return ["mails": mails.count, "without_address": warnings.count]
    }
}

extension Planner {
    /// A planner with the standings of the claim window that holds `date`.
    init(store: any Store, rules: Rules, date: BusinessDate) throws {
        let window = rules.claims.days(around: date)
        // Counted to the window's end: what was given later in it, by hand or before a late night, counts too.
        let standings = try store.standings(
            windowStart: rules.zone.start(of: window.lowerBound), until: rules.zone.end(of: window.upperBound))
        let tiers = try store.tiers(of: date.startOfMonth).map { ($0.rep, $0.tier) }
        self.init(
            rules: rules, standings: standings, tiers: Dictionary(tiers, uniquingKeysWith: { first, _ in first }),
            date: date)
    }
}
