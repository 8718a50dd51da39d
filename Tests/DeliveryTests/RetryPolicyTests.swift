import Records
import Rules
import Testing

@testable import Delivery

@Suite("Trying a mail again")
struct RetryPolicyTests {
    private static func policy(seed: UInt64 = 1, _ change: (inout MailRules) -> Void = { _ in }) throws -> RetryPolicy {
        var rules = MailRules()
        change(&rules)
        return RetryPolicy(rules: rules, zone: try #require(Zone(named: "Asia/Shanghai")), seed: seed)
    }

    private static func mail() throws -> OutboxMail {
        OutboxMail(
            key: "2026-11-23/worklist/li@example.com", businessDate: try #require(BusinessDate(iso: "2026-11-23")),
            list: "worklist", name: "a.eml", from: "pool@example.com", to: "li@example.com", digest: "",
            changedAt: Instant(epochSeconds: 0))
    }

    private static func at(_ text: String) throws -> Instant {
        try #require(Zone(named: "Asia/Shanghai")?.instant(isoLocal: text))
    }

    @Test("waits 1, 2, 4, 8, 15, 30 minutes and up to a quarter more, until the hour comes")
    func backsOff() throws {
        let policy = try Self.policy()
        var mail = try Self.mail()
        var now = try Self.at("2026-11-24T08:00")
        for minutes in [1, 2, 4, 8, 15, 30] {
            policy.record(.refusedForNow("450"), in: &mail, now: now)
            let next = try #require(mail.nextAt)
            #expect(mail.state == .retry)
            #expect((Int64(minutes) * 60...Int64(minutes) * 75).contains(next - now))
            #expect(!policy.isDue(mail, now: next + -1) && policy.isDue(mail, now: next))
            now = next
        }
        // 09:00 to 09:15 by now: the next two waits pass ten o'clock.
        policy.record(.unreachable("away"), in: &mail, now: now)
        policy.record(.refusedForNow("450 still"), in: &mail, now: try Self.at("2026-11-24T09:45"))
        #expect(mail.state == .dead && mail.nextAt == nil && mail.attempts == 8 && mail.reply == "450 still")
    }

    @Test("the wait depends on mail, try and seed alone")
    func jitter() throws {
        let (one, other) = try (Self.policy(), Self.policy(seed: 2))
        let waits = (0..<200).map { one.delay(afterAttempt: 6, key: "k\($0)") }
        #expect(waits == (0..<200).map { one.delay(afterAttempt: 6, key: "k\($0)") })
        #expect(waits != (0..<200).map { other.delay(afterAttempt: 6, key: "k\($0)") })
        #expect(Set(waits).count > 100 && waits.allSatisfy { (1800...2250).contains($0) })
    }

    @Test("a night by day has until the hour of the next day")
    func afterTheHour() throws {
        var mail = try Self.mail()
        try Self.policy().record(.refusedForNow("450"), in: &mail, now: try Self.at("2026-11-24T14:00"))
        #expect(try mail.giveUpAt == Self.at("2026-11-25T10:00"))
    }

    @Test("5yz is the end; what blocks all mails is no try")
    func ends() throws {
        let (policy, now) = try (Self.policy(), Self.at("2026-11-24T08:00"))
        var mail = try Self.mail()
        policy.record(.blocked("535"), in: &mail, now: now)
        #expect(mail.state == .pending && mail.attempts == 0 && mail.reply == "535")
        policy.record(.refused("550"), in: &mail, now: now)
        #expect(mail.state == .dead && mail.attempts == 1 && !policy.isDue(mail, now: now + 86_400))
        policy.record(.sent("250"), in: &mail, now: now)
        #expect(mail.state == .sent && !policy.isDue(mail, now: now + 86_400))
    }

    @Test("what may have arrived is sent again or held, as the rules say, and is never dead")
    func unknown() throws {
        let now = try Self.at("2026-11-24T08:00")
        var (resent, held) = try (Self.mail(), Self.mail())
        try Self.policy().recover(&resent, now: now)
        try Self.policy { $0.afterDot = .hold }.recover(&held, now: now)
        #expect(resent.state == .unknown && held.state == .unknown)
        #expect(try Self.policy().isDue(resent, now: now))
        #expect(try !Self.policy().isDue(held, now: now + 86_400))
        try Self.policy().record(.unknown("lost"), in: &resent, now: Self.at("2026-11-24T09:59"))
        #expect(resent.state == .unknown && resent.nextAt == nil, "the hour has come: a person decides")
    }

    @Test("mails are spaced evenly")
    func pace() {
        var pace = Pace(perMinute: 60)
        var now = 100.0
        for _ in 0..<1000 { now += pace.wait(now: now) + 0.01 }
        #expect((1098...1100.1).contains(now))
        var free = Pace(perMinute: nil)
        #expect(free.wait(now: 1) == 0 && free.wait(now: 1) == 0)
    }
}
