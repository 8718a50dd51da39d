import Foundation
import PoolStore
import Records
import TestSupport
import Testing

/// Servers that fail and senders that are killed, at every step of a mail, in seeded order.
@Suite("No mail is lost, whatever breaks")
struct FaultSequenceTests {
    private static let count = ProcessInfo.processInfo.environment["GONGHAI_FULL"] == nil ? 50 : 1000
    private static let mailCount = 3

    /// A workspace with nothing in it but mails to send.
    private final class Sequence {
        let folder: TemporaryFolder
        let server: MailServer
        let seed: UInt64
        private(set) var random: SeededGenerator
        /// How often each mail was seen after its last byte without an answer that was kept.
        private(set) var ambiguous: [String: Int] = [:]

        init(seed: UInt64, server: MailServer) throws {
            (self.seed, self.server) = (seed, server)
            random = SeededGenerator(seed: seed)
            folder = try TemporaryFolder()
            // Given up an hour before now: never while this test runs.
            let hour = (Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: Date()).hour ?? 0) + 23
            let clock = hour % 24 < 10 ? "0\(hour % 24):00" : "\(hour % 24):00"
            try folder.write(
                """
                time_zone: UTC
                mail:
                  transport: smtp
                  retry_minutes: [0]
                  retry_until: "\(clock)"
                  smtp: {host: localhost, port: \(server.port), ca_file: "\(MailServer.authority)", timeout_seconds: 20}
                """, to: "gonghai.yaml")
            try makeMails()
        }

        func store() throws -> SQLiteStore { try SQLiteStore(path: folder.url.appending(path: "pool.sqlite").path) }

        private func makeMails() throws {
            let date = try #require(BusinessDate(iso: "2026-11-23"))
            let mails = (0..<FaultSequenceTests.mailCount).map { number in
                let text =
                    "Message-ID: <\(seed)-\(number)@example.com>\r\nSubject: \(number)\r\n\r\n.\r\n..\(random.next())\r\n"
                let bytes = Array(text.utf8)
                let mail = OutboxMail(
                    key: "\(number)", businessDate: date, list: "worklist", name: "\(number).eml",
                    from: "pool@example.com", to: "m\(number)-\(seed)@example.com", digest: Identity.digest(bytes),
                    changedAt: Instant(epochSeconds: 0))
                return (mail: mail, bytes: bytes)
            }
            try store().enqueue(mails)
        }

        /// Sends while something breaks.
        func breakSomething() throws {
            let verbs = ["GREETING", "EHLO", "STARTTLS", "MAIL", "RCPT", "DATA", "DOT", "DOT", "DOT"]
            let verb = verbs[Int(random.next(upperBound: UInt64(verbs.count)))]
            var actions = ["421 4.3.2 closing", "450 4.2.1 later", "drop", "kill", "kill"]
            if verb == "DATA" { actions.append("cut") }
            if verb == "DOT" { actions += ["kill late", "kill late", "sleep 0.02"] }
            let action = actions[Int(random.next(upperBound: UInt64(actions.count)))]
            let isOfMail = ["RCPT", "DATA", "DOT"].contains(verb)
            let victim = isOfMail ? "m\(random.next(upperBound: UInt64(FaultSequenceTests.mailCount)))-" : ""
            try server.set([.init(at: verb, action, to: victim)])
            // Now and then it dies of something else, at any moment.
            let isStruck = random.next(upperBound: UInt64(4)) == 0
            let milliseconds = isStruck ? Int(random.next(upperBound: UInt64(150))) : nil
            let result = try folder.gonghai("send", killedAfter: milliseconds)
            #expect([0, 1, -SIGKILL].contains(result.status), "\(seed): \(result.errors)")
            for mail in try store().outbox(in: [.sending, .unknown]) { ambiguous[mail.key, default: 0] += 1 }
        }

        /// Sends the rest in peace and accounts for every mail.
        func settle() throws {
            try server.set([])
            for _ in 0..<5 where try folder.gonghai("send").status != 0 { usleep(300_000) }
            let left = try store().outbox(in: Set(OutboxMail.State.allCases).subtracting([.sent]))
            #expect(left.isEmpty, "\(seed): \(left.map { "\($0.key) \($0.state) \($0.reply)" })")
        }
    }

    @Test("0 lost; twice only what was cut off after its last byte, under one Message-ID, with the bytes of the outbox")
    func sequences() throws {
        let server = try MailServer(.init(password: nil))
        var copies = 0
        for seed in 1...UInt64(Self.count) {
            let sequence = try Sequence(seed: seed, server: server)
            let preview = try sequence.folder.gonghai("send", "--dry-run", "--output", "preview")
            #expect(preview.status == 0)
            for _ in 0..<(1 + sequence.seed % 3) { try sequence.breakSomething() }
            try sequence.settle()
            let received = try server.received().filter { $0.to.hasSuffix("-\(seed)@example.com") }
            for number in 0..<Self.mailCount {
                let bytes = Array(try Data(contentsOf: sequence.folder.url.appending(path: "preview/\(number).eml")))
                let mine = received.filter { $0.to == "m\(number)-\(seed)@example.com" }
                #expect(
                    (1...1 + (sequence.ambiguous["\(number)"] ?? 0)).contains(mine.count),
                    "seed \(seed), mail \(number)")
                #expect(mine.allSatisfy { $0.bytes == bytes }, "seed \(seed), mail \(number)")
                copies += mine.count - 1
            }
        }
        #expect(copies > 0, "the window after the last byte was never hit: these sequences try nothing")
        print("\(Self.count) fault sequences, \(Self.count * Self.mailCount) mails: 0 lost, \(copies) delivered twice")
    }
}
