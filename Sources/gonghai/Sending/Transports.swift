import Delivery
import Foundation
import Rules

extension Workspace {
    /// The way out that gonghai.yaml names. Secrets are read here, so a missing one stops before anything is sent.
    func transport() throws -> any MailTransport {
        let mail = rules.mail
        switch mail.transport {
        case .eml: return FileTransport(folder: outbox)
        case .sendmail: return SendmailTransport(path: mail.sendmailPath)
        case .smtp:
            guard var smtp = mail.smtp else { throw CommandError("gonghai.yaml: mail.smtp is missing.") }
            if let file = smtp.authoritiesFile, !file.hasPrefix("/") {
                smtp.authoritiesFile = folder.appending(path: file).path
            }
            let sender = try MailAddress(validating: mail.from)
            guard
                let transport = SMTPTransport(
                    rules: smtp, ehloName: sender.domain, password: try password(of: smtp))
            else { throw CommandError("libcurl cannot be used.", status: .inputOutput) }
            return transport
        }
    }

    private func password(of smtp: SMTPRules) throws -> String? {
        guard smtp.user != nil else { return nil }
        if let password = try Secrets(folder: folder).secret("smtp-password", file: smtp.passwordFile) {
            return password
        }
        throw CommandError(
            """
            gonghai.yaml: mail.smtp has a user, but its password is nowhere. Put it into one of
              the environment variable \(Secrets.variable("smtp-password"))
              the systemd credential gonghai-smtp-password
              a file of mode 0600, named in gonghai.yaml:  mail: { smtp: { password_file: smtp-password } }
            """)
    }
}

extension MailAddress {
    /// An address of gonghai.yaml.
    init(validating text: String) throws {
        do {
            try self.init(text)
        } catch {
            throw CommandError("gonghai.yaml: mail.from is no address: \(error.message)")
        }
    }
}

/// Mails as .eml files: writing one twice makes it once.
final class FileTransport: MailTransport {
    private let folder: URL

    init(folder: URL) { self.folder = folder }

    func send(_ mail: OutgoingMail, beforeLastByte: () throws -> Void) throws -> DeliveryOutcome {
        try beforeLastByte()
        try AtomicFiles.write(mail.bytes, to: folder.appending(path: mail.name))
        return .sent("written to \(folder.lastPathComponent)/")
    }
}
