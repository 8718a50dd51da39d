import Records

/// What a round of sending did, and what it leaves.
struct DispatchReport: Encodable {
    struct Failure: Encodable {
        var mail: String
        var state: String
        var reply: String
    }

    /// By this round.
    var sent = 0
    var retry = 0
    var dead = 0
    var unknown = 0
    /// In the outbox afterwards: waiting for a try, for a person, or not tried because the round ended early.
    var waiting = 0
    var held = 0
    var failures: [Failure] = []
    /// Why nothing more can be sent as things are.
    var blocked: String?
    /// Why the last server that was not reached was not.
    var unreachable: String?
    /// When the next mail is due; not for readers.
    private(set) var nextAt: Instant?

    private enum CodingKeys: String, CodingKey { case sent, retry, dead, unknown, waiting, held, failures, blocked }

    /// Nothing is left that was to be delivered.
    var isClean: Bool { dead == 0 && waiting == 0 && held == 0 && blocked == nil }

    mutating func add(_ mail: OutboxMail) {
        switch mail.state {
        case .sent: sent += 1
        case .retry: retry += 1
        case .dead: dead += 1
        case .unknown: unknown += 1
        case .pending, .sending: break
        }
        guard mail.state != .sent else { return }
        failures.append(
            Failure(
                mail: "\(mail.businessDate) \(mail.list) to \(Masking.email(mail.to))", state: mail.state.rawValue,
                reply: mail.reply))
    }

    mutating func countWaiting(_ mails: [OutboxMail]) {
        held = mails.count { $0.state == .unknown && $0.nextAt == nil }
        waiting = mails.count - held
        nextAt = mails.compactMap(\.nextAt).min()
    }

    /// Adds a later round: what it did is summed, what is left is its own.
    mutating func add(_ later: DispatchReport) {
        sent += later.sent
        retry += later.retry
        dead += later.dead
        unknown += later.unknown
        failures += later.failures
        (waiting, held) = (later.waiting, later.held)
        (blocked, unreachable, nextAt) = (later.blocked, later.unreachable ?? unreachable, later.nextAt)
    }

    var counts: [String: Int] {
        ["sent": sent, "retry": retry, "dead": dead, "unknown": unknown, "waiting": waiting, "held": held]
    }

    /// One line for the terminal.
    var sentence: String {
        let parts = [
            (sent, "sent"), (waiting, "to be tried again"), (dead, "given up"), (held, "of unknown fate"),
        ]
        let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return shown.isEmpty ? "Mails: none are due." : "Mails: \(shown.joined(separator: ", "))."
    }

    /// What a person should know, one sentence each.
    var warnings: [String] {
        var warnings = failures.prefix(10).map { "\($0.mail): \($0.state), \($0.reply)" }
        if failures.count > 10 { warnings.append("… and \(failures.count - 10) more mails.") }
        if let blocked {
            warnings.append(
                "sending stopped at once, so that nothing gets worse: \(blocked). The mails wait in the outbox; "
                    + "mend it, then:  gonghai send")
        }
        return warnings
    }
}
