import Delivery
import Foundation
import PoolStore
import Records
import Rules

/// Sends what is due in the outbox: each step of a mail is durable before the next, so that whoever comes after a crash
/// knows what happened. Holds the lock of the outbox while it lives.
///
///     pending, retry ── last byte ──> sending ── answer ──> sent | retry | dead
///                                             └─ none ────> unknown
struct Dispatch {
    private let workspace: Workspace
    private let store: any Store
    private let rules: MailRules
    private let transport: any MailTransport
    private let policy: RetryPolicy
    private let lock: FileLock
    private let approvals: Set<Fuse>

    /// After so many mails in a row that no server took, the round ends: the server is away, not the mails.
    private static let unreachableLimit = 3

    /// - Throws: `CommandError` with status 75 where another process is sending.
    init(workspace: Workspace, approvals: Set<Fuse>) throws {
        guard let lock = try FileLock(workspace.folder.appending(path: ".gonghai.send.lock")) else {
            throw CommandError(
                "another gonghai is sending the mails of this workspace; this one leaves them to it.", status: .locked)
        }
        self.lock = lock
        self.approvals = approvals
        self.workspace = workspace
        store = try workspace.store()
        rules = workspace.rules.mail
        transport = try workspace.transport()
        policy = RetryPolicy(rules: rules, zone: workspace.zone, seed: workspace.rules.allocation.seed)
    }

    /// One round over all that is due.
    ///
    /// - Throws: `FuseStop` where too many would get mail; alerts to administrators are out by then.
    func round() throws -> DispatchReport {
        var report = try sendAlerts()
        guard report.blocked == nil else { return report }
        let mails = try dueMails().filter { $0.list != AlertMail.list }
        try checkRecipients(mails)
        try send(mails, &report)
        let dead = report.failures.filter { $0.state == OutboxMail.State.dead.rawValue }
        if !dead.isEmpty, let date = mails.map(\.businessDate).max() {
            try AlertMail(workspace: workspace).undelivered(dead, date: date)
            report.add(try sendAlerts())
        }
        report.countWaiting(try store.outbox(in: [.pending, .retry, .unknown]))
        return report
    }

    /// What administrators are told, and nothing else.
    func sendAlerts() throws -> DispatchReport {
        var report = DispatchReport()
        try recover()
        try send(try dueMails().filter { $0.list == AlertMail.list }, &report)
        report.countWaiting(try store.outbox(in: [.pending, .retry, .unknown]))
        return report
    }

    private func dueMails() throws -> [OutboxMail] {
        let now = Clock.now()
        return try store.outbox(in: [.pending, .retry, .unknown]).filter { policy.isDue($0, now: now) }
    }

    private func recover() throws {
        for var mail in try store.outbox(in: [.sending]) {
            policy.recover(&mail, now: Clock.now())
            // A file that is written again is the same file.
            if rules.transport == .eml { mail.nextAt = mail.changedAt }
            try store.update(mail)
        }
    }

    private func send(_ mails: [OutboxMail], _ report: inout DispatchReport) throws {
        var pace = Pace(perMinute: rules.perMinute)
        let start = ContinuousClock.now
        var unreachable = 0
        for mail in mails {
            guard !Interruption.isRequested else { return }
            Interruption.sleep(seconds: pace.wait(now: (ContinuousClock.now - start).seconds))
            let outcome = try send(mail, &report)
            if case .blocked(let problem) = outcome {
                report.blocked = problem
                return
            }
            if case .unreachable(let problem) = outcome {
                unreachable += 1
                report.unreachable = problem
                if unreachable == Self.unreachableLimit { return }
            } else {
                unreachable = 0
            }
        }
    }

    private func send(_ mail: OutboxMail, _ report: inout DispatchReport) throws -> DeliveryOutcome {
        var mail = mail
        let outcome = try hand(mail)
        policy.record(outcome, in: &mail, now: Clock.now())
        try store.update(mail)
        report.add(mail)
        return outcome
    }

    private func hand(_ mail: OutboxMail) throws -> DeliveryOutcome {
        guard let bytes = try store.mailBytes(of: mail.key), Identity.digest(bytes) == mail.digest else {
            return .refused("its bytes in the store are missing or damaged")
        }
        guard let from = try? MailAddress(mail.from), let to = try? MailAddress(mail.to) else {
            return .refused("its address is none")
        }
        guard rules.domains.isEmpty || rules.domains.contains(to.domain.lowercased()) else {
            return .refused("its domain is not among mail.domains")
        }
        return try transport.send(OutgoingMail(name: mail.name, from: from, to: to, bytes: bytes)) {
            var mail = mail
            mail.state = .sending
            mail.changedAt = Clock.now()
            try store.update(mail)
        }
    }

    private func checkRecipients(_ mails: [OutboxMail]) throws {
        guard !approvals.contains(.recipients), let date = mails.map(\.businessDate).max() else { return }
        let count = Set(mails.map(\.to)).count
        let nights = try store.recipientCounts(before: date, nights: 28)
        guard let reason = RecipientFuse.reason(recipients: count, limit: rules.maximumRecipients, nights: nights)
        else { return }
        throw FuseStop(
            fuse: .recipients,
            message: """
                no mail was sent: \(count) people would get one, \(reason).
                The mails wait in the outbox; `gonghai send --dry-run` shows them. If they are right:
                    gonghai send --approve recipients
                """)
    }
}

/// Whether so many people get mail that something must be wrong.
enum RecipientFuse {
    /// `nil` where all is well. `nights`: the recipients of nights before; compared with after ten of them.
    static func reason(recipients: Int, limit: Int, nights: [Int]) -> String? {
        if recipients > limit { return "more than mail.maximum_recipients, \(limit), allows" }
        guard nights.count >= 10, recipients > 20 else { return nil }
        let usual = nights.sorted()[nights.count / 2]
        return recipients > 2 * usual ? "more than twice as many as usual (\(usual))" : nil
    }
}
