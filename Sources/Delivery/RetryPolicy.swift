import Records
import Rules

/// When a mail is tried again and when no more: what an outcome makes of its row in the outbox. Pure.
package struct RetryPolicy: Sendable {
    let rules: MailRules
    let zone: Zone
    let seed: UInt64

    /// `seed` is that of the jitter, which spreads what was refused at one moment.
    package init(rules: MailRules, zone: Zone, seed: UInt64) {
        self.rules = rules
        self.zone = zone
        self.seed = seed
    }

    /// Whether the mail may be handed over at `now`.
    package func isDue(_ mail: OutboxMail, now: Instant) -> Bool {
        switch mail.state {
        case .pending: true
        case .retry, .unknown: mail.nextAt.map { $0 <= now } ?? false
        case .sending, .sent, .dead: false
        }
    }

    /// Records what became of a mail at `now`.
    ///
    /// `blocked` is no try: the mail waits as it did. One that may have arrived is never dead: it waits for another try
    /// (`after_dot: resend`) or for a person.
    package func record(_ outcome: DeliveryOutcome, in mail: inout OutboxMail, now: Instant) {
        mail.changedAt = now
        switch outcome {
        case .sent(let reply): end(&mail, as: .sent, reply)
        case .refused(let reply): end(&mail, as: .dead, reply)
        case .blocked(let reply): mail.reply = reply
        case .refusedForNow(let reply), .unreachable(let reply):
            postpone(&mail, now)
            mail.state = mail.nextAt == nil ? .dead : .retry
            mail.reply = reply
        case .unknown(let reply):
            postpone(&mail, now)
            if rules.afterDot == .hold { mail.nextAt = nil }
            mail.state = .unknown
            mail.reply = reply
        }
    }

    /// What is made of a mail that is found `sending`: whoever handed it over died before the answer.
    package func recover(_ mail: inout OutboxMail, now: Instant) {
        record(.unknown("the program ended before the answer to the end of the mail"), in: &mail, now: now)
        // The server had its time: there is nothing to wait for.
        if mail.nextAt != nil { mail.nextAt = now }
    }

    private func end(_ mail: inout OutboxMail, as state: OutboxMail.State, _ reply: String) {
        mail.state = state
        mail.attempts += 1
        mail.nextAt = nil
        mail.reply = reply
    }

    /// Sets the next try, or none where that would be past the hour at which a mail is given up.
    private func postpone(_ mail: inout OutboxMail, _ now: Instant) {
        mail.attempts += 1
        let giveUpAt = mail.giveUpAt ?? nextHour(after: now)
        mail.giveUpAt = giveUpAt
        let next = now + delay(afterAttempt: mail.attempts, key: mail.key)
        mail.nextAt = next < giveUpAt ? next : nil
    }

    /// The first `retry_until` after `now` on the workspace's clocks.
    private func nextHour(after now: Instant) -> Instant {
        let today = zone.date(of: now)
        let hour = zone.instant(today, secondOfDay: rules.retryUntilSecondOfDay)
        return hour > now ? hour : zone.instant(today + 1, secondOfDay: rules.retryUntilSecondOfDay)
    }

    /// In seconds: the minutes of the rules and up to a quarter more, the same for the same mail, try and seed.
    package func delay(afterAttempt attempt: Int, key: String) -> Int64 {
        let minutes = rules.retryMinutes[min(max(attempt, 1), rules.retryMinutes.count) - 1]
        let bytes = Identity.digestBytes(Array("\(seed)/\(attempt)/\(key)".utf8))
        let chance = bytes.prefix(4).reduce(0) { $0 << 8 | Int64($1) }
        let seconds = Int64(minutes) * 60
        return seconds + seconds * chance / (4 << 32)
    }
}
