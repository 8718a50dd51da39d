/// `mail:` who gets what, and how it leaves.
package struct MailRules: Sendable, Equatable {
    package enum Transport: String, Sendable, CaseIterable {
        /// Files in outbox/.
        case eml
        /// The system's `sendmail`.
        case sendmail
        /// A server, by `smtp`.
        case smtp
    }

    /// What to do with a mail of which nobody knows whether it arrived.
    package enum AfterDot: String, Sendable, CaseIterable {
        /// Send it again: its reader may have it twice, under one Message-ID.
        case resend
        /// Leave it for a person.
        case hold
    }

    /// Which of several nights that are caught up at once are mailed.
    package enum CatchUp: String, Sendable, CaseIterable { case latest, each }

    /// When those who lead reps are mailed about them.
    package enum Coaching: String, Sendable, CaseIterable {
        /// With the night of the Sunday that ends a week.
        case weekly
        case daily, none
    }

    /// `from`
    package var from = "gonghai@localhost"
    /// `managers`: get the management report.
    package var managers: [String] = []
    /// `worklists`: whether each rep with an e-mail gets the own worklist.
    package var sendsWorklists = true
    /// `coaching`: to the `manager_email` of the roster, where one of their reps stands out.
    package var coaching = Coaching.weekly
    /// `administrators`: are told when a night fails or mails stay undelivered.
    package var administrators: [String] = []
    /// `transport`
    package var transport = Transport.eml
    /// `smtp`; present where the transport is smtp.
    package var smtp: SMTPRules?
    /// `sendmail`: the program.
    package var sendmailPath = "/usr/sbin/sendmail"
    /// `domains`: mail goes to these only; empty: to any.
    package var domains: [String] = []
    /// `maximum_recipients` of one sending; more are a fuse.
    package var maximumRecipients = 500
    /// `per_minute`: mails a minute at most; `nil` (`none`): as fast as it goes.
    package var perMinute: Int?
    /// `retry_minutes`: how long a mail waits after its first, second, … refusal; the last holds from then on.
    package var retryMinutes = [1, 2, 4, 8, 15, 30]
    /// `retry_until`: in seconds of the day; what is refused for now at this time of day or later is given up.
    package var retryUntilSecondOfDay = 10 * 3600
    /// `after_dot`
    package var afterDot = AfterDot.resend
    /// `catch_up`
    package var catchUp = CatchUp.latest
    /// `keep_days`: how long the bytes of sent mails are kept.
    package var keepDays = 30

    package init() {}
}

/// `mail.smtp:` the server. Its password stands elsewhere: in the environment, a file of its own or a systemd credential.
package struct SMTPRules: Sendable, Equatable {
    package enum Security: String, Sendable, CaseIterable {
        /// Encrypted after STARTTLS, which the server must offer.
        case starttls
        /// Encrypted from the first byte.
        case tls
    }

    package enum Authentication: String, Sendable, CaseIterable { case plain, login, xoauth2 }

    /// `host`
    package var host: String
    /// `security`
    package var security = Security.starttls
    /// `port`: 587, or 465 with `tls`.
    package var port = 587
    /// `user`; `nil`: without logging in.
    package var user: String?
    /// `auth`
    package var authentication = Authentication.plain
    /// `password_file`: readable by its owner only.
    package var passwordFile: String?
    /// `ca_file`: certificates to trust instead of the system's.
    package var authoritiesFile: String?
    /// `timeout_seconds`: for each answer of the server.
    package var timeoutSeconds = 600

    package init(host: String) { self.host = host }
}
