import Records

/// A mail, and the bytes that are sent for it: the same message gives the same bytes, always.
///
/// `multipart/mixed { multipart/alternative { text/plain, text/html }, attachments }`, everything in base 64, so that
/// no relay has a reason to change a byte. Lines end in CRLF and have at most 76 characters.
package struct MailMessage: Sendable, Equatable {
    package struct Attachment: Sendable, Equatable {
        package var name: String
        /// Such as `text/csv; charset=utf-8`.
        package var mediaType: String
        package var bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    package var from: Mailbox
    package var to: Mailbox
    package var subject: String
    package var text: String
    package var html: String
    package var attachments: [Attachment]
    /// When it was written; with `zone`, the Date header.
    package var date: Instant
    package var zone: Zone
    /// What makes the message one message, such as run, report and recipient: a message that is sent again under the
    /// same key has the same Message-ID, so that its reader sees it once.
    package var key: String
    /// The list it belongs to, such as `management`.
    package var list: String

    package init(
        from: Mailbox, to: Mailbox, subject: String, text: String, html: String, attachments: [Attachment] = [],
        date: Instant, zone: Zone, key: String, list: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.attachments = attachments
        self.date = date
        self.zone = zone
        self.key = key
        self.list = list
    }

    /// `<hash@domain of from>`.
    package var messageID: String { "<\(Identity.digest(key.utf8).prefix(32))@\(from.address.domain)>" }

    /// The message as it is sent, and as it stands in an .eml file.
    package func bytes() -> [UInt8] {
        let mixed = boundary("mixed")
        var bytes = Array(head(mixed).utf8)
        bytes += Self.line("--\(mixed)")
        bytes += alternative()
        for attachment in attachments {
            bytes += Self.line("--\(mixed)")
            bytes += part(attachment)
        }
        bytes += Self.line("--\(mixed)--")
        return bytes
    }

    // MARK: Head

    private func head(_ boundary: String) -> String {
        let label = Self.label(list)
        return [
            "Date: \(MailDate.text(date, in: zone))", "From: \(Self.mailbox(from, after: 6))",
            "To: \(Self.mailbox(to, after: 4))", "Message-ID: \(messageID)",
            "Subject: \(HeaderText.unstructured(subject, after: 9))", "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated", "List-Id: <\(label).\(from.address.domain)>",
            "Content-Type: multipart/mixed;\r\n boundary=\"\(boundary)\"", "", "",
        ].joined(separator: "\r\n")
    }

    private static func mailbox(_ mailbox: Mailbox, after used: Int) -> String {
        guard let name = mailbox.name, !HeaderText.oneLine(name).allSatisfy({ $0 == " " }) else {
            return mailbox.address.text
        }
        // The address stands on a line of its own, whatever the name's length.
        return "\(HeaderText.phrase(name, after: used))\r\n <\(mailbox.address)>"
    }

    /// Letters, digits and hyphens of a list's name.
    private static func label(_ list: String) -> String {
        let label = String(list.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") })
        return label.isEmpty ? "gonghai" : String(label.prefix(60))
    }

    // MARK: Parts

    private func alternative() -> [UInt8] {
        let boundary = boundary("alternative")
        var bytes = Self.line("Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n")
        for (type, content) in [("text/plain", Self.withCRLF(text)), ("text/html", Self.withCRLF(html))] {
            bytes += Self.line("--\(boundary)")
            bytes += Self.line("Content-Type: \(type); charset=utf-8")
            bytes += Self.line("Content-Transfer-Encoding: base64\r\n")
            bytes += Base64.lines(content)
        }
        bytes += Self.line("--\(boundary)--")
        return bytes
    }

    private func part(_ attachment: Attachment) -> [UInt8] {
        let type = Self.mediaType(attachment.mediaType)
        var bytes = Self.line("Content-Type: \(type)\(ParameterText.ascii(attachment.name, parameter: "name"))")
        bytes += Self.line("Content-Transfer-Encoding: base64")
        bytes += Self.line(
            "Content-Disposition: attachment\(ParameterText.full(attachment.name, parameter: "filename"))\r\n")
        bytes += Base64.lines(attachment.bytes)
        return bytes
    }

    /// The media type, or plain bytes where it has anything that a header would not.
    private static func mediaType(_ type: String) -> String {
        let isPlain = type.utf8.count <= 60 && type.contains("/") && type.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        return isPlain ? type : "application/octet-stream"
    }

    /// Unlike anything in a part, which is base 64 and has no `_`; the same for the same message.
    private func boundary(_ level: String) -> String { "=_\(Identity.digest((level + "\0" + key).utf8).prefix(32))" }

    private static func line(_ text: String) -> [UInt8] { Array(text.utf8) + [0x0D, 0x0A] }

    /// Every line break as CRLF, which is what text in a mail has.
    private static func withCRLF(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: bytes += [0x0D, 0x0A]
            default: bytes.append(byte)
            }
            previous = byte
        }
        return bytes
    }
}
