import Foundation
import PoolStore
import Records
import TestSupport
import Testing

/// A workspace whose night has mails for a server on loopback.
struct MailedWorkspace {
    let folder: TemporaryFolder
    static let password = "geheim-4711"

    init(_ server: MailServer, mail: String = "") throws {
        folder = try SampleWorkspace.make()
        try write(port: server.port, mail: mail)
        try secret(Self.password)
    }

    /// gonghai.yaml of the sample company, its mails going to this port.
    func write(port: Int, mail: String = "", user: Bool = true) throws {
        let rules = try String(contentsOf: SampleWorkspace.source.appending(path: "gonghai.yaml"), encoding: .utf8)
        let login = user ? ", user: gonghai, password_file: secret" : ""
        try folder.write(
            rules + """
                  transport: smtp
                  administrators: [it@lanhai.example]
                  retry_minutes: [0]
                  smtp: {host: localhost, port: \(port), ca_file: "\(MailServer.authority)"\(login)}
                \(mail.isEmpty ? "" : "  \(mail)\n")
                """, to: "gonghai.yaml")
    }

    func secret(_ text: String, mode: Int = 0o600) throws {
        try folder.write(text + "\n", to: "secret")
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: folder.url.appending(path: "secret").path)
    }

    func night() throws -> CommandLineTool.Result { try folder.gonghai("run", "--date", SampleWorkspace.date) }

    /// How many mails are in each state.
    func states() throws -> [OutboxMail.State: Int] {
        let store = try SQLiteStore(path: folder.url.appending(path: "pool.sqlite").path)
        return try store.outboxCounts(of: try #require(BusinessDate(iso: SampleWorkspace.date)))
    }
}

@Suite("The mails of a night")
struct SendingTests {
    @Test("arrive once each, as the very bytes of the dry run, and a second run sends none")
    func wholeNight() throws {
        let server = try MailServer(.init(password: MailedWorkspace.password))
        let workspace = try MailedWorkspace(server, mail: "maximum_recipients: 1")
        // The fuse keeps them back, so that the dry run can be looked at first.
        let stopped = try workspace.night()
        #expect(stopped.status == 3, "\(stopped.errors)")
        #expect(stopped.errors.contains("--approve recipients"))
        let isReport: (MailServer.Received) -> Bool = { $0.to != "it@lanhai.example" }
        let early = try server.received()
        #expect(early.count == 1 && !early.contains(where: isReport), "only the alert is out")
        let preview = try workspace.folder.gonghai("send", "--dry-run", "--output", "preview")
        #expect(preview.status == 0, "\(preview.errors)")
        let sent = try workspace.folder.gonghai("send", "--approve", "recipients")
        #expect(sent.status == 0, "\(sent.errors)")

        let expected = try workspace.folder.files(under: "preview").values.map { Identity.digest($0) }.sorted()
        let received = try server.received().filter(isReport)
        #expect(received.map { Identity.digest($0.bytes) }.sorted() == expected)
        #expect(expected.count > 5 && Set(received.map(\.messageID)).count == expected.count)
        #expect(Set(received.map(\.connection)).count == 1)
        for mail in received { #expect(try !Python.body(of: mail.bytes).isEmpty, "a defect") }
        #expect(try workspace.night().status <= 1)
        #expect(try workspace.folder.gonghai("send").output.contains("none are due"))
        #expect(try server.received().count(where: isReport) == expected.count)
    }

    @Test("refused for now, for good or of unknown fate: each mail ends as it must, and the administrator hears of it")
    func refusals() throws {
        let faults = [
            MailServer.Fault(at: "RCPT", "450 4.2.1 later", times: 2, to: "liu.yang@"),
            MailServer.Fault(at: "RCPT", "550 5.1.1 no such user", to: "he.min@"),
            MailServer.Fault(at: "DOT", "drop", to: "tan.boon@"),
        ]
        let server = try MailServer(.init(password: MailedWorkspace.password, faults: faults))
        let workspace = try MailedWorkspace(server)
        let night = try workspace.night()
        #expect(night.status == 1)
        #expect(night.errors.contains("h***@lanhai.example: dead, 550 5.1.1 no such user"), "\(night.errors)")
        let rest = try workspace.folder.gonghai("send", "--wait")
        #expect(rest.status == 0, "\(rest.errors)")
        let received = try server.received()
        let counts = Dictionary(grouping: received, by: \.to).mapValues(\.count)
        #expect(counts["liu.yang@lanhai.example"] == 1)
        #expect(counts["he.min@lanhai.example"] == nil)
        let twice = received.filter { $0.to == "tan.boon@lanhai.example" }
        #expect(twice.count == 2 && Set(twice.map(\.messageID)).count == 1 && twice[0].bytes == twice[1].bytes)
        #expect(counts["it@lanhai.example"] == 1)
        let alert = try #require(received.first { $0.to == "it@lanhai.example" })
        let text = try Python.body(of: alert.bytes)
        #expect(text.contains("550 5.1.1 no such user") && !text.contains("he.min"))
        #expect(try workspace.states()[.dead] == 1)

        #expect(try workspace.folder.gonghai("send", "--again").status == 0)
        #expect(try server.received().count { $0.to == "he.min@lanhai.example" } == 1)
    }

    @Test("after_dot: hold leaves what may have arrived for a person")
    func hold() throws {
        let server = try MailServer(
            .init(password: MailedWorkspace.password, faults: [.init(at: "DOT", "drop", to: "tan.boon@")]))
        let workspace = try MailedWorkspace(server, mail: "after_dot: hold")
        #expect(try workspace.night().status == 1)
        let again = try workspace.folder.gonghai("send", "--wait")
        #expect(again.status == 1 && again.output.contains("1 of unknown fate"), "\(again.output)")
        #expect(try server.received().count { $0.to == "tan.boon@lanhai.example" } == 1)
    }

    @Test("a wrong password is tried once, stops the sending, loses nothing and stands nowhere")
    func wrongPassword() throws {
        let server = try MailServer(.init(password: "another"))
        let workspace = try MailedWorkspace(server)
        let night = try workspace.night()
        #expect(night.status == 1)
        #expect(night.errors.contains("535"), "\(night.errors)")
        #expect(try server.log().count { $0.tried != nil } == 1)
        #expect(try workspace.folder.gonghai("send").status == 2)
        #expect(try Set(workspace.states().keys) == [.pending])
        let secret = Data(MailedWorkspace.password.utf8)
        for (name, data) in try workspace.folder.files(under: ".") where name != "secret" {
            #expect(data.range(of: secret) == nil, "\(name)")
        }
    }

    @Test("a password that others can read, or none, is refused before anything is sent")
    func secrets() throws {
        let server = try MailServer(.init(password: MailedWorkspace.password))
        let workspace = try MailedWorkspace(server)
        try workspace.secret(MailedWorkspace.password, mode: 0o640)
        let open = try workspace.folder.gonghai("send")
        #expect(open.status == 2 && open.errors.contains("chmod 600 secret"), "\(open.errors)")
        try FileManager.default.removeItem(at: workspace.folder.url.appending(path: "secret"))
        #expect(try workspace.folder.gonghai("send").errors.contains("'secret' cannot be read"))
        let yaml = try workspace.folder.text("gonghai.yaml").replacing(", password_file: secret", with: "")
        try workspace.folder.write(yaml, to: "gonghai.yaml")
        #expect(try workspace.folder.gonghai("send").errors.contains("GONGHAI_SMTP_PASSWORD"))
        try workspace.folder.write(yaml.replacing("user: gonghai", with: "user: g, password: x"), to: "gonghai.yaml")
        let inFile = try workspace.folder.gonghai("send")
        #expect(inFile.status == 2 && inFile.errors.contains("may not stand in this file"))
    }

    @Test("where reminders must be delivered, a mail system that is down takes nobody's customers")
    func deliveredReminders() throws {
        let rules = "follow_up: {within_days: 7, recycle_on: calendar, require_reminder: delivered}\n"
        // Nobody listens there.
        let down = "transport: smtp, smtp: {host: localhost, port: 1}, retry_minutes: [60], retry_until: \"02:30\""
        let workspace = try SmallWorkspace(rules + "mail: {\(down)}")
        func night(_ day: Int) throws {
            let date = "2026-11-\(String(day + 100).dropFirst())"
            let next = "2026-11-\(String(day + 101).dropFirst())"
            let night = try workspace.folder.gonghai(at: "\(next) 02:00:00", "run", "--date", date)
            #expect(night.status <= 1, "\(night.output)\(night.errors)")
        }
        // Due on the 9th, listed from the 7th on.
        for day in 7...8 { try night(day) }
        try workspace.write(rules)
        try night(9)
        #expect(try workspace.owner(1) == "hr:E1")
        #expect(try workspace.gonghai("explain", "crm:1").contains("no mail with it has reached the owner"))
        try night(10)
        #expect(try workspace.state(1).status == "pool")
    }

    @Test("sendmail gets each mail with lines as the system writes them")
    func sendmail() throws {
        let folder = try SampleWorkspace.make()
        let program = folder.url.appending(path: "sendmail.sh")
        try folder.write("#!/bin/sh\nmkdir -p got\ncat > got/\"$5\"\n", to: "sendmail.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
        let rules = try folder.text("gonghai.yaml")
        try folder.write(rules + "  transport: sendmail\n  sendmail: \(program.path)\n", to: "gonghai.yaml")
        let night = try folder.gonghai("run", "--date", SampleWorkspace.date)
        #expect(night.output.contains(" sent."), "\(night.output) \(night.errors)")
        let mail = try folder.text("got/liu.yang@lanhai.example")
        #expect(mail.hasPrefix("Date: Mon, 23 Nov 2026") && !mail.contains("\r"))
    }
}

enum Python {
    /// The plain text of a mail, read by Python's strict parser; a defect is an error.
    static func body(of mail: [UInt8]) throws -> String {
        let program = """
            import sys, email
            from email import policy
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
            assert not any(p.defects for p in m.walk()), [p.defects for p in m.walk()]
            sys.stdout.buffer.write(m.get_body(('plain',)).get_content().encode())
            """
        let process = Process()
        process.executableURL = URL(filePath: MailServer.python)
        process.arguments = ["-c", program]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(mail))
        try input.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
