import Delivery
import Records
import Reporting
import Rules

/// The mails of a night: the management report to the managers, coaching to who leads reps, each rep's worklist to the rep.
struct NightMails {
    let night: Reporting.Night
    /// What stands in out/DATE: attachments are those very bytes.
    let files: [ReportFile]

    typealias Mail = (mail: OutboxMail, bytes: [UInt8])

    /// In order of their file names; an address that cannot be one, or one that no mail may go to, is left out with a
    /// warning, and masked in it.
    func render() throws -> (mails: [Mail], warnings: [String]) {
        let rules = night.rules
        var envelopes = MailEnvelopes(rules: rules, date: night.facts.date, at: night.facts.asOf)
        let language = rules.firstLanguage.rawValue
        let pages = ["management", "weekly", "monthly", "evaluation"].map { "\($0).\(language).html" }
        let attachments = files.filter { pages.contains($0.name) || $0.name.hasSuffix(".csv") }
        let management = try MailBodies.management(night)
        for manager in rules.mail.managers {
            try envelopes.add(
                subject: management.subject, text: management.text, html: management.html, list: "management",
                to: manager, files: attachments)
        }
        if rules.mail.sendsWorklists {
            for worklist in try MailBodies.worklists(night) where !worklist.isEmpty {
                guard let email = worklist.rep.email else { continue }
                let body = worklist.body
                try envelopes.add(
                    subject: body.subject, text: body.text, html: body.html, list: "worklist", to: email,
                    rep: worklist.rep,
                    files: files.filter { $0.name == worklist.file })
            }
        }
        if isCoachingDue {
            for coaching in try MailBodies.coaching(night) {
                try envelopes.add(
                    subject: coaching.body.subject, text: coaching.body.text, html: coaching.body.html,
                    list: "coaching",
                    to: coaching.lead, files: [coaching.page])
            }
        }
        return (envelopes.mails.sorted { $0.mail.name.isOrderedBefore($1.mail.name) }, envelopes.warnings)
    }

    private var isCoachingDue: Bool {
        switch night.rules.mail.coaching {
        case .weekly: night.facts.date == Period.week(of: night.facts.date).to
        case .daily: true
        case .none: false
        }
    }
}

/// Puts bodies into finished mails for the outbox.
struct MailEnvelopes {
    let rules: Rules
    let date: BusinessDate
    /// The Date header.
    let at: Instant
    private(set) var mails: [NightMails.Mail] = []
    private(set) var warnings: [String] = []
    private var names: Set<String> = []

    init(rules: Rules, date: BusinessDate, at: Instant) {
        self.rules = rules
        self.date = date
        self.at = at
    }

    /// `key` tells mails of one list to one recipient apart.
    mutating func add(
        subject: String, text: String, html: String, list: String, to recipient: String, rep: Rep? = nil,
        key: String? = nil,
        files: [ReportFile] = []
    ) throws {
        guard let address = address(recipient, of: rep) else { return }
        let parts = [date.description, list, key ?? rep?.id.rawValue, recipient].compactMap { $0 }
        let key = parts.joined(separator: "/")
        let message = MailMessage(
            from: try sender(), to: Mailbox(name: rep?.name, address: address), subject: subject, text: text,
            html: html,
            attachments: files.map {
                MailMessage.Attachment(
                    name: $0.name, mediaType: $0.name.hasSuffix(".csv") ? "text/csv" : "text/html", bytes: $0.bytes)
            },
            date: at, zone: rules.zone, key: key, list: list)
        let bytes = message.bytes()
        mails.append(
            (
                OutboxMail(
                    key: key, businessDate: date, list: list, name: uniqueName(list, address), from: rules.mail.from,
                    to: address.text, rep: rep?.id, digest: Identity.digest(bytes), changedAt: at), bytes
            ))
    }

    private mutating func address(_ text: String, of rep: Rep?) -> MailAddress? {
        let whose = rep?.id.rawValue ?? "a manager"
        do {
            let address = try MailAddress(text)
            let domains = rules.mail.domains
            if domains.isEmpty || domains.contains(address.domain.lowercased()) { return address }
            warnings.append(
                "no mail was made for \(whose): '\(Masking.email(text))' is not in a domain of mail.domains")
        } catch {
            warnings.append("no mail was made for \(whose): \(error.message)")
        }
        return nil
    }

    /// Two reps may share an address.
    private mutating func uniqueName(_ list: String, _ address: MailAddress) -> String {
        var name = Outbox.fileName(date: date, list: list, to: address)
        var number = 2
        while !names.insert(name).inserted {
            name = Outbox.fileName(date: date, list: "\(list)-\(number)", to: address)
            number += 1
        }
        return name
    }

    private func sender() throws -> Mailbox {
        Mailbox(
            name: rules.company.isEmpty ? nil : rules.company, address: try MailAddress(validating: rules.mail.from))
    }
}
