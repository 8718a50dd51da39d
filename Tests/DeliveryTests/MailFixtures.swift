import Foundation
import Records
import TestSupport

@testable import Delivery

enum MailFixtures {
    static let zone: Zone = Zone(named: "Asia/Shanghai") ?? utc
    private static var utc: Zone { Zone(named: "UTC") ?? zone }

    static func message(
        name: String? = "王小明", subject: String = "公海日报 2026-11-23：今日 12 个客户因超期退回公海，发放 23 个",
        text: String = "你好\n第二行", html: String = "<p>你好</p>",
        attachments: [MailMessage.Attachment] = [
            .init(
                name: "销售日报_2026-11-23.csv", mediaType: "text/csv; charset=utf-8", bytes: Array("a,b\r\n1,2\r\n".utf8))
        ]
    ) throws -> MailMessage {
        MailMessage(
            from: Mailbox(name: "公海", address: try MailAddress("gonghai@example.com")),
            to: Mailbox(name: name, address: try MailAddress("wang@example.com")), subject: subject, text: text,
            html: html,
            attachments: attachments, date: Instant(epochSeconds: 1_795_449_599), zone: zone,
            key: "2026-11-23/management/wang@example.com", list: "management")
    }

    /// The header as unfolded lines.
    static func header(_ bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = text.components(separatedBy: "\r\n\r\n")[0]
        return head.replacingOccurrences(of: "\r\n ", with: " ").components(separatedBy: "\r\n")
    }

    static let headerNames = [
        "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Auto-Submitted", "List-Id", "Content-Type",
    ]

    /// Names of any characters, among them those that end lines, turn directions, and join others.
    static func hostileName(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "\r", "\n", "\r\n", "\0", "\u{202E}", "\u{2028}", "Bcc: x@example.com", "\r\nBcc: x@example.com", "王", "𠮷",
            "👨‍👩‍👧", "\"",
            "\\", "=?UTF-8?B?", "?=", "a", " ", ",", "<", ">", "@", ";", "\u{85}", "e\u{301}", "\t",
        ]
        return (0..<Int.random(in: 0...24, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
    }
}
