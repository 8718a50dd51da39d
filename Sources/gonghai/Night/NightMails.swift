import Delivery
import Records
import Reporting
import Rules

/// The mails of a night: the management report to the managers, each rep's worklist to the rep.
struct NightMails {
    let rules: Rules
    let facts: NightFacts
    /// What stands in out/DATE: attachments are those very bytes.
    let files: [ReportFile]

    struct Mail {
        var name: String
        var bytes: [UInt8]
    }

    /// In order of their file names; an address that cannot be one is left out with a warning, and masked in it.
    func render() throws -> (mails: [Mail], warnings: [String]) {
        var mails: [Mail] = []
        var warnings: [String] = []
        let from = Mailbox(name: rules.company.isEmpty ? nil : rules.company, address: try sender())
        func add(_ body: MailBody, list: String, to text: String, name: String?, attachments: [ReportFile]) {
            do {
                let address = try MailAddress(text)
                let message = MailMessage(
                    from: from, to: Mailbox(name: name, address: address), subject: body.subject, text: body.text,
                    html: body.html,
                    attachments: attachments.map {
                        MailMessage.Attachment(name: $0.name, mediaType: mediaType(of: $0.name), bytes: $0.bytes)
                    },
                    date: facts.asOf, zone: rules.zone, key: "\(facts.date)/\(list)/\(text)", list: list)
                mails.append(
                    Mail(name: Outbox.fileName(date: facts.date, list: list, to: address), bytes: message.bytes()))
            } catch {
                warnings.append("no mail was made for \(name ?? "a manager"): \(error.message)")
            }
        }

        let page = "management.\(rules.languages.first?.rawValue ?? "en").html"
        let attachments = files.filter { $0.name == page || $0.name.hasSuffix(".csv") }
        let management = try MailBodies.management(facts, rules: rules, version: Gonghai.version)
        for manager in rules.mail.managers {
            add(management, list: "management", to: manager, name: nil, attachments: attachments)
        }
        if rules.mail.sendsWorklists {
            for worklist in try MailBodies.worklists(facts, rules: rules, version: Gonghai.version)
            where !worklist.isEmpty {
                guard let email = worklist.rep.email else { continue }
                add(
                    worklist.body, list: "worklist", to: email, name: worklist.rep.name,
                    attachments: files.filter { $0.name == worklist.file })
            }
        }
        return (mails.sorted { $0.name.isOrderedBefore($1.name) }, warnings)
    }

    private func sender() throws -> MailAddress {
        do {
            return try MailAddress(rules.mail.from)
        } catch {
            throw CommandError("gonghai.yaml: mail.from is no address: \(error.message)")
        }
    }

    private func mediaType(of name: String) -> String { name.hasSuffix(".csv") ? "text/csv" : "text/html" }
}
