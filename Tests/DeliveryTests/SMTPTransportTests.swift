import Foundation
import Rules
import TestSupport
import Testing

@testable import Delivery

/// Against a real server that fails as it is told.
@Suite("Mails over SMTP")
struct SMTPTransportTests {
    /// What became of each mail, and which reached the server; `ended`: how often the last byte was announced.
    private struct Run {
        var outcomes: [DeliveryOutcome] = []
        var ended = 0
    }

    private static func transport(
        to server: MailServer, password: String = "geheim", _ change: (inout SMTPRules) -> Void = { _ in }
    ) throws -> SMTPTransport {
        var rules = SMTPRules(host: "localhost")
        rules.port = server.port
        rules.user = "gonghai"
        rules.authoritiesFile = MailServer.authority
        rules.timeoutSeconds = 20
        change(&rules)
        return try #require(SMTPTransport(rules: rules, ehloName: "example.com", password: password))
    }

    private static func mail(_ number: Int = 1, text: String = "你好") throws -> OutgoingMail {
        let message = try MailFixtures.message(text: text)
        return OutgoingMail(
            name: "\(number).eml", from: try MailAddress("pool@example.com"),
            to: try MailAddress("rep\(number)@example.com"), bytes: message.bytes())
    }

    private static func send(_ count: Int, over transport: SMTPTransport) throws -> Run {
        var run = Run()
        for number in 1...count {
            run.outcomes.append(try transport.send(try mail(number)) { run.ended += 1 })
        }
        return run
    }

    @Test("the server has the very bytes, over STARTTLS and over implicit TLS, by each way to log in")
    func sends() throws {
        for tls in ["starttls", "tls"] {
            for authentication in SMTPRules.Authentication.allCases {
                var options = MailServer.Options()
                options.tls = tls
                options.mechanisms = [authentication.rawValue.uppercased()]
                let server = try MailServer(options)
                let transport = try Self.transport(to: server) {
                    $0.security = tls == "tls" ? .tls : .starttls
                    $0.authentication = authentication
                }
                let mail = try Self.mail(text: "一行\n.\n..\n结束")
                guard case .sent(let reply) = try transport.send(mail, beforeLastByte: {}) else {
                    Issue.record("\(tls) \(authentication) did not send")
                    continue
                }
                #expect(reply.hasPrefix("250"))
                #expect(try server.received().map(\.bytes) == [mail.bytes])
                #expect(try server.received().first?.to == "rep1@example.com")
            }
        }
    }

    @Test("lines that are or begin with a dot arrive as they are")
    func dots() throws {
        let server = try MailServer()
        var mail = try Self.mail()
        mail.bytes = Array("Subject: x\r\n\r\n.\r\n..\r\n.a\r\n\r\n.\r\n".utf8)
        _ = try Self.transport(to: server).send(mail, beforeLastByte: {})
        #expect(try server.received().map(\.bytes) == [mail.bytes])
    }

    @Test("many mails share one connection")
    func oneConnection() throws {
        let server = try MailServer()
        let run = try Self.send(20, over: try Self.transport(to: server))
        #expect(run.ended == 20)
        #expect(try server.received().map(\.connection) == Array(repeating: 1, count: 20))
        #expect(try server.log().count { $0.tried != nil } == 1)
    }

    @Test(
        "421 is for now, at whatever step, and nothing was delivered",
        arguments: ["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "DOT"])
    func closing(verb: String) throws {
        let server = try MailServer(.init(faults: [.init(at: verb, "421 4.3.2 closing", times: 9)]))
        let run = try Self.send(1, over: try Self.transport(to: server))
        guard case .refusedForNow(let reply) = run.outcomes[0] else {
            Issue.record("\(run.outcomes[0])")
            return
        }
        #expect(reply.hasPrefix("421 4.3.2 closing"))
        #expect(run.ended == (verb == "DOT" ? 1 : 0))
        #expect(try server.received().isEmpty)
    }

    @Test("a server that closes after some mails is asked again at once, and gets each mail once")
    func closesBetween() throws {
        let server = try MailServer(.init(faults: [.init(at: "MAIL", "421 4.3.2 enough", to: "")]))
        let transport = try Self.transport(to: server)
        // The first mail uses the fault up on a fresh connection; the server then closes again before the third.
        let first = try transport.send(try Self.mail(1), beforeLastByte: {})
        #expect(first == .refusedForNow("421 4.3.2 enough (to MAIL)"))
        let other = try MailServer(.init(faults: [.init(at: "RCPT", "421 4.3.2 enough", to: "rep2")]))
        let run = try Self.send(3, over: try Self.transport(to: other))
        #expect(run.outcomes.allSatisfy { if case .sent = $0 { true } else { false } })
        #expect(try other.received().map(\.to) == ["rep1@example.com", "rep2@example.com", "rep3@example.com"])
        #expect(try other.received().map(\.connection) == [1, 2, 2])
    }

    @Test("450 is for now, 550 for good, to the recipient, the mail and its end; the reply's address is masked")
    func refusals() throws {
        for verb in ["RCPT", "DATA", "DOT"] {
            let faults = [
                MailServer.Fault(at: verb, "450 4.2.1 <rep1@example.com> later", to: "rep1"),
                MailServer.Fault(at: verb, "550 5.1.1 <rep2@example.com> unknown", to: "rep2"),
            ]
            let server = try MailServer(.init(faults: faults))
            let run = try Self.send(3, over: try Self.transport(to: server))
            let step = verb == "DOT" ? "the end of the mail" : verb
            #expect(run.outcomes[0] == .refusedForNow("450 4.2.1 <r***@example.com> later (to \(step))"))
            #expect(run.outcomes[1] == .refused("550 5.1.1 <r***@example.com> unknown (to \(step))"))
            #expect(run.outcomes[2] == .sent("250 2.0.0 taken"))
            #expect(try server.received().map(\.to) == ["rep3@example.com"])
        }
    }

    @Test("a connection lost in the mail means not delivered; lost after the last dot, unknown")
    func lost() throws {
        let cut = try MailServer(.init(faults: [.init(at: "DATA", "cut", times: 2)]))
        // Longer than what buffers between here and there hold, so that the loss is felt within it.
        let transport = try Self.transport(to: cut)
        let mail = try Self.mail(text: String(repeating: "长", count: 4_000_000))
        let outcome = try transport.send(mail, beforeLastByte: {})
        guard case .unreachable = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try cut.received().isEmpty)

        let dropped = try MailServer(.init(faults: [.init(at: "DOT", "drop")]))
        let run = try Self.send(1, over: try Self.transport(to: dropped))
        guard case .unknown = run.outcomes[0] else {
            Issue.record("\(run.outcomes[0])")
            return
        }
        #expect(run.ended == 1)
        #expect(try dropped.received().count == 1, "the mail did arrive: nobody here can know")
    }

    @Test("a slow answer is waited for; one that does not come in time is no delivery, and after the dot unknown")
    func slow() throws {
        let server = try MailServer(.init(faults: [.init(at: "DOT", "sleep 2")]))
        #expect(try Self.send(1, over: try Self.transport(to: server)).outcomes == [.sent("250 2.0.0 taken")])

        for (verb, isUnknown) in [("MAIL", false), ("DOT", true)] {
            let server = try MailServer(.init(faults: [.init(at: verb, "sleep 30")]))
            let run = try Self.send(1, over: try Self.transport(to: server) { $0.timeoutSeconds = 1 })
            switch run.outcomes[0] {
            case .unknown: #expect(isUnknown)
            case .unreachable: #expect(!isUnknown)
            default: Issue.record("\(verb): \(run.outcomes[0])")
            }
        }
    }

    @Test("a wrong password stops everything after one try, and stands in no message")
    func wrongPassword() throws {
        for authentication in SMTPRules.Authentication.allCases {
            let server = try MailServer()
            let transport = try Self.transport(to: server, password: "falsch-4711") {
                $0.authentication = authentication
            }
            let outcome = try transport.send(try Self.mail(), beforeLastByte: {})
            guard case .blocked(let problem) = outcome else {
                Issue.record("\(authentication): \(outcome)")
                continue
            }
            #expect(problem.hasPrefix("535") && !problem.contains("falsch"), "\(problem)")
            #expect(try server.log().count { $0.tried != nil } == 1)
        }
    }

    @Test("without STARTTLS, with an expired or a foreign certificate, or for another name nothing is sent")
    func noTrust() throws {
        var stripped = MailServer.Options()
        stripped.tls = "none"
        var expired = MailServer.Options()
        expired.isExpired = true
        let cases: [(MailServer.Options, (inout SMTPRules) -> Void, String)] = [
            (stripped, { _ in }, "STARTTLS"), (expired, { _ in }, "certificate"),
            (MailServer.Options(), { $0.authoritiesFile = nil }, "certificate"),
            (MailServer.Options(), { $0.host = "127.0.0.2" }, "certificate"),
        ]
        for (options, change, word) in cases {
            let server = try MailServer(options)
            let outcome = try Self.transport(to: server, change).send(try Self.mail(), beforeLastByte: {})
            switch outcome {
            case .blocked(let problem): #expect(problem.contains(word))
            // Where loopback has one address only, nobody listens on the other.
            case .unreachable: #expect(word == "certificate")
            default: Issue.record("\(word): \(outcome)")
            }
            #expect(try server.log().count { $0.tried != nil } == 0, "no password in clear or to strangers")
        }
    }

    @Test("a mail whose step cannot be recorded is not sent")
    func recordFails() throws {
        struct Full: Error {}
        let server = try MailServer()
        let transport = try Self.transport(to: server)
        #expect(throws: Full.self) { try transport.send(try Self.mail()) { throw Full() } }
        #expect(try server.received().isEmpty)
        #expect(try transport.send(try Self.mail(), beforeLastByte: {}) == .sent("250 2.0.0 taken"))
    }

    @Test("nobody listening is no delivery")
    func nobody() throws {
        let port = try MailServer().port
        var rules = SMTPRules(host: "localhost")
        rules.port = port
        let transport = try #require(SMTPTransport(rules: rules, ehloName: "example.com", password: nil))
        guard case .unreachable = try transport.send(try Self.mail(), beforeLastByte: {}) else {
            Issue.record("somebody answered")
            return
        }
    }
}
