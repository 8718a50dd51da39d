import Foundation
import Records
import TestSupport
import Testing

@testable import Delivery

@Suite struct MailMessageTests {
    @Test("the same message gives the same bytes, which are these")
    func isDeterministic() throws {
        let first = try MailFixtures.message().bytes()
        #expect(try MailFixtures.message().bytes() == first)
        #expect(Identity.digest(first).prefix(16) == "d08f058b72490a57")
    }

    @Test("the head has exactly the headers that are meant, in their order")
    func headers() throws {
        let header = MailFixtures.header(try MailFixtures.message().bytes())
        #expect(header.map { String($0.prefix { $0 != ":" }) } == MailFixtures.headerNames)
        #expect(header[0] == "Date: Mon, 23 Nov 2026 23:59:59 +0800")
        #expect(header[3].hasSuffix("@example.com>") && header[3].hasPrefix("Message-ID: <"))
        #expect(header[6] == "Auto-Submitted: auto-generated")
        #expect(header[7] == "List-Id: <management.example.com>")
    }

    @Test("hostile names, subjects and file names add no header and no long line")
    func hostileNames() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1_000 {
            let name = MailFixtures.hostileName(&random)
            let message = try MailFixtures.message(
                name: name, subject: MailFixtures.hostileName(&random), text: "", html: "",
                attachments: [.init(name: MailFixtures.hostileName(&random), mediaType: name, bytes: [])])
            let bytes = message.bytes()
            let header = MailFixtures.header(bytes)
            #expect(header.map { String($0.prefix { $0 != ":" }) } == MailFixtures.headerNames)
            for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
                guard line.count <= 78, line.last == 0x0D, !line.dropLast().contains(0x0D),
                    line.allSatisfy({ $0 < 0x80 && $0 != 0 })
                else {
                    Issue.record("a bad line: \(String(decoding: line, as: UTF8.self))")
                    return
                }
            }
        }
    }

    @Test("another key is another Message-ID; the same key is the same, whatever the text")
    func messageID() throws {
        var message = try MailFixtures.message()
        let first = message.messageID
        message.text = "anders"
        #expect(message.messageID == first)
        message.key = "2026-11-24/management/wang@example.com"
        #expect(message.messageID != first)
    }

    @Test("a name of blanks is left out")
    func blankName() throws {
        let header = MailFixtures.header(try MailFixtures.message(name: " \t").bytes())
        #expect(header[2] == "To: wang@example.com")
    }

    @Test("a mail without attachments still closes its parts")
    func noAttachments() throws {
        let text = String(decoding: try MailFixtures.message(attachments: []).bytes(), as: UTF8.self)
        #expect(text.hasSuffix("--\r\n"))
        #expect(text.components(separatedBy: "Content-Type: ").count == 5)
    }

    @Test("Python's parser finds no defect and reads back every name, text and file", .enabled(if: Python.isPresent))
    func pythonReadsItBack() throws {
        let long = String(repeating: "销售日报与明细", count: 12) + ".csv"
        let payload = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let message = try MailFixtures.message(
            name: "王, \"小\" 明 𠮷", text: "一行\n.\n" + String(repeating: "长", count: 2000), html: "<p>你好 & 再见</p>",
            attachments: [
                .init(name: "销售日报_2026-11-23.csv", mediaType: "text/csv; charset=utf-8", bytes: Array("a\r\n".utf8)),
                .init(name: long, mediaType: "application/octet-stream", bytes: payload),
            ])
        let answer = try Python.run(Python.mailReader, input: message.bytes())
        let fields = answer.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
        #expect(
            fields == [
                "0", message.subject, "王, \"小\" 明 𠮷", "wang@example.com", "公海", message.text, message.html,
                "销售日报_2026-11-23.csv", "610d0a", long, Identity.hex(payload),
            ])
    }

    @Test("Python reads hostile names back, their line breaks as blanks", .enabled(if: Python.isPresent))
    func pythonReadsHostileNames() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<12 {
            let subject = MailFixtures.hostileName(&random) + "终"
            let answer = try Python.run(Python.mailReader, input: try MailFixtures.message(subject: subject).bytes())
            let fields = answer.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
            #expect(fields[0] == "0")
            #expect(Array(fields[1].utf8) == Array(HeaderText.oneLine(subject).utf8))
        }
    }
}

/// A Python interpreter, where the machine has one.
enum Python {
    static let path =
        ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        } ?? onPath

    private static var onPath: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    static var isPresent: Bool { path != nil }

    /// Prints defects, subject, names, texts and attachments, with U+0001 between them.
    static let mailReader = """
        import sys, email
        from email import policy
        m = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
        defects = sum(len(p.defects) for p in m.walk()) + sum(len(v.defects) for p in m.walk() for v in p.values())
        to, sender = m['to'].addresses[0], m['from'].addresses[0]
        text = m.get_body(('plain',)).get_content()
        html = m.get_body(('html',)).get_content()
        out = [str(defects), m['subject'], to.display_name, to.addr_spec, sender.display_name,
               text.replace('\\r\\n', '\\n'), html.replace('\\r\\n', '\\n')]
        for a in m.iter_attachments():
            c = a.get_payload(decode=True)
            out += [a.get_filename(), c.hex()]
        sys.stdout.buffer.write('\\x01'.join(out).encode('utf-8'))
        """

    static func run(_ program: String, input: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = ["-c", program]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input))
        try stdin.fileHandleForWriting.close()
        let data = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
