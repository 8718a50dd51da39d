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
    /// `false` where nobody is to be told about the night: one caught up late, a backfill.
    let makesMails: Bool
    var record: RunRecord
    /// What this attempt imported, for the summary on the terminal.
    var importedFiles: [FileRows] = []
    var fileErrors: [InputError] = []
    /// What the user should know although the night went on.
    private(set) var warnings: [String] = []
    /// What became of the mails.
    private(set) var dispatched: DispatchReport?
    /// Too many would have got mail; everything else is done.
    private(set) var mailStop: FuseStop?
    var feeds: [FeedStatus] = []
    /// What recycling would do as things stand, once somebody asked.
    private var recyclePlan: RecyclePlan?
    private var madeReports: (night: Reporting.Night, files: [ReportFile])?

    /// The workspace's, but that an approved fuse expects no lists this once.
    var rules: Rules {
        var rules = workspace.rules
        if approvals.contains(.feeds) { rules.feeds.followUps = .none }
        return rules
    }
    var zone: Zone { workspace.zone }

    init(
        workspace: Workspace, date: BusinessDate, latestDate: BusinessDate, approvals: Set<Fuse>, writesFiles: Bool,
        makesMails: Bool = true
    ) throws {
        self.workspace = workspace
        store = try workspace.store()
        self.date = date
        self.latestDate = latestDate
        asOf = workspace.zone.end(of: date)
        self.approvals = approvals
        self.writesFiles = writesFiles
        self.makesMails = makesMails
        record = RunRecord(date: date, rulesDigest: workspace.rules.digest)
    }

    // MARK: Rules

    /// Keeps the rules that the night runs under, before anything is decided by them.
    func keepRules() throws {
        guard try !store.completedStages(of: date).contains(.recycle) else { return }
        try workspace.keepRules(on: date, at: asOf)
    }

    // MARK: Import

    func importInbox() throws -> [String: Int] {
        let session = ImportSession(workspace: workspace, date: date, at: asOf, asOf: latestDate)
        var paths = try InboxFiles.list(workspace.inbox)
        let forms = CompletedForm.split(&paths, shownBy: workspace.shown)
        let (files, errors) = try session.run(paths, options: ImportOptions())
        let decided = try CompletedForm.take(forms, session, by: "inbox")
        for file in decided where !file.rejects.isEmpty {
            warnings.append(
                "\(file.form.table.shownAs): \(Console.count(file.rejects.count, "decision")) could not be carried out; "
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
            try RepAliasFile.replace(in: workspace)
        }
        return [
            "files": files.count, "refused_files": errors.count,
            "read": importedFiles.reduce(0) { $0 + $1.counts.read },
            "rejected": importedFiles.reduce(0) { $0 + $1.counts.rejected },
            "merged": try earlierMerges() + importedFiles.reduce(0) { $0 + $1.counts.merged },
        ]
    }

    /// What an attempt before this one joined: the rows are unchanged now, and join nothing any more.
    private func earlierMerges() throws -> Int {
        guard try store.completedStages(of: date).contains(.importing) else { return 0 }
        return try store.counts("merged", of: .importing, before: date + 1, nights: 1).first ?? 0
    }

    func resolveReferences() throws -> [String: Int] {
        let waiting = try store.resolvePending(makeFormerReps: true, date: date, at: asOf)
        return Dictionary(uniqueKeysWithValues: waiting.map { ($0.key.rawValue, $0.value) })
    }

    // MARK: Recycle

    /// Gives back what a follow-up would have kept that was written down too late to be known; what somebody else has by
    /// now waits for the manager. Returns how many were given back.
    private func settleLateFollowUps() throws -> Int {
        guard rules.mode == .live else { return 0 }
        let days = rules.followUp.lateRecordingDays
        let late = try store.lateFollowUps(recycledFrom: zone.start(of: date - days - 60), asOf: asOf)
        guard !late.isEmpty else { return 0 }
        let customers = Dictionary(
            try store.summaries(of: Set(late.map(\.spell.customer)).sorted()).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var reinstated = 0
        for followUp in late {
            let customer = followUp.spell.customer
            switch LateRecording.verdict(
                on: followUp, of: customers[customer], rules: rules, calendar: calendar, date: date)
            {
            case nil: continue
            case .reinstate:
                try store.reinstate(
                    customer, to: followUp.spell.rep, clockFrom: followUp.at, reason: "late_follow_up", by: "night",
                    date: date, at: asOf)
                reinstated += 1
            case .appeal:
                _ = try store.appeal(
                    Appeal(
                        customer: customer, rep: followUp.spell.rep, madeAt: followUp.at, cause: .lateFollowUp,
                        reason: "a follow-up in time was written down after the customer had gone to somebody else"),
                    by: "night", date: date, at: asOf)
            }
        }
        return reinstated
    }

    func recycle() throws -> [String: Int] {
        let reinstated = try settleLateFollowUps()
        if reinstated > 0 { recyclePlan = nil }
        let plan = try planRecycling()
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
            "reinstated": reinstated, "reminded": plan.reminders.count,
            "suspended": plan.decisions.count { $0.reason == .feedSuspended },
        ]
    }

    /// The fuses and recycling itself ask about the same books, which are read once.
    func planRecycling() throws -> RecyclePlan {
        if let recyclePlan { return recyclePlan }
        let plan = Recycling.plan(
            holdings: try store.holdings(asOf: asOf, within: DueHorizon(rules: rules, date: date)),
            held: try store.holdingCount(asOf: asOf), reps: try store.reps(), feeds: feeds, rules: rules,
            calendar: calendar, date: date)
        recyclePlan = plan
        return plan
    }

    /// Follow-ups typed in one by one are no feed: nobody expects a file of them.
    func feedFacts() throws -> [FeedFacts] { try store.feeds(asOf: asOf).filter { $0.source != HandSource.name } }

    // MARK: Report and deliver

    /// Writes out/DATE and puts the mails about it into the outbox, in one transaction.
    func writeReports() throws -> [String: Int] {
        guard writesFiles else { return [:] }
        let (night, files) = try reports()
        try AtomicFiles.writeFolder(files.map { ($0.name, $0.bytes) }, to: workspace.out(date))
        var counts = night.numbers
        counts["files"] = files.count
        guard makesMails else { return counts }
        let (mails, warnings) = try NightMails(night: night, files: files).render()
        self.warnings += warnings
        try store.enqueue(mails)
        counts["mails"] = mails.count
        counts["without_address"] = warnings.count
        return counts
    }

    /// The night's numbers and its files, computed once: nothing changes between writing and mailing them.
    private func reports() throws -> (night: Reporting.Night, files: [ReportFile]) {
        if let madeReports { return madeReports }
        let reports = NightReports(workspace: workspace, date: date)
        let night = try reports.night()
        let made = (night: night, files: try reports.render(night))
        madeReports = made
        return made
    }

    /// The numbers for the terminal, as the reports give them.
    func measures() throws -> Reporting.Night { try reports().night }

    /// Sends what is due in the outbox. What stays undelivered is no reason for the night to fail: it waits there.
    func deliver() throws -> [String: Int] {
        guard writesFiles, makesMails else { return [:] }
        do {
            let dispatch = try Dispatch(workspace: workspace, approvals: approvals)
            let report = try Interruption.putOff { try dispatch.round() }
            dispatched = report
            warnings += report.warnings
            if report.waiting > 0 {
                warnings.append(
                    "\(Console.count(report.waiting, "mail")) could not be sent yet. Try again with:  gonghai send --wait"
                )
            }
            try store.forgetMailBytes(sentBefore: Clock.now() + -86_400 * Int64(rules.mail.keepDays))
            return report.counts
        } catch let stop as FuseStop {
            mailStop = stop
        } catch let error as CommandError {
            warnings.append("no mail was sent: \(error.message)\nThe mails wait in the outbox; then:  gonghai send")
        }
        return [:]
    }
}
