import Records
import Rules
import Testing

@testable import Normalization

@Suite("LevelRule")
struct LevelRuleTests {
    private static let yaml = """
        level:
          value: [{at_least: 100000, points: 3}, {at_least: 10000, points: 1}]
          size: [{sizes: [large, medium], points: 2}]
          last_follow_up: [{within_days: 7, points: 2}, {within_days: 30, points: 1}]
          a: 5
          b: 2
        """

    private func rule(_ yaml: String = yaml) throws -> LevelRule {
        LevelRule(
            try Rules(yaml: yaml, file: "gonghai.yaml"), date: try #require(BusinessDate(iso: "2026-11-23")))
    }

    private func customer(value: Int64? = nil, size: Size.Class = .unknown, currency: String = "CNY") -> Customer {
        var customer = Customer(name: "x")
        customer.value = value.map { Money(minorUnits: $0 * 100, currency: currency) }
        customer.size = Size(sizeClass: size, reason: "")
        return customer
    }

    private func settled(_ customer: Customer, _ followedUp: String? = nil) throws -> Customer {
        var customer = customer
        let at = try followedUp.map { try moment($0, 43_200) }
        try rule().settle(&customer, lastFollowUpAt: at)
        return customer
    }

    @Test("points of what is known add up, the first step of a kind that holds counts, and the reason says all of it")
    func points() throws {
        let best = try settled(customer(value: 100_000, size: .large), "2026-11-16")
        #expect(best.level == .a)
        #expect(
            best.levelReason
                == "7 points (A from 5, B from 2): value CNY 100000.00 3, size large 2, last follow-up 2026-11-16 2")
        #expect(try settled(customer(value: 99_999, size: .large), "2026-11-15").level == .b)
        let lowest = try settled(customer(value: 9_999))
        #expect(lowest.level == .c)
        #expect(
            lowest.levelReason
                == "0 points (A from 5, B from 2): value CNY 9999.00 0, size not known 0, last follow-up not known 0")
    }

    @Test("an amount of another currency gives no points and is said")
    func currency() throws {
        let settled = try settled(customer(value: 1_000_000, size: .small, currency: "USD"))
        #expect(settled.level == .c)
        #expect(settled.levelReason?.contains("value in USD, the rule needs CNY 0") == true)
    }

    @Test("of whom nothing is known there is no level")
    func nothing() throws {
        let settled = try settled(customer())
        #expect(settled.level == nil && settled.levelReason == nil)
    }

    @Test("a level that a list gave wins, whatever the points")
    func given() throws {
        var customer = customer(value: 1_000_000, size: .large)
        customer.level = .c
        let settled = try settled(customer)
        #expect(settled.level == .c && settled.levelReason == nil)
    }

    @Test("settling again follows what changed, and without a rule nothing is left of it")
    func again() throws {
        var customer = try settled(customer(value: 100_000, size: .large))
        #expect(customer.level == .a)
        customer.value = nil
        try rule().settle(&customer, lastFollowUpAt: nil)
        #expect(customer.level == .b)
        let once = customer
        try rule().settle(&customer, lastFollowUpAt: nil)
        #expect(customer == once)
        try rule("").settle(&customer, lastFollowUpAt: nil)
        #expect(customer.level == nil && customer.levelReason == nil)
    }

    @Test("rows get their level on the way in")
    func rows() throws {
        let normalizer = try normalizer { rules in rules.level = (try? Rules(yaml: Self.yaml, file: "x"))?.level }
        func level(_ texts: KeyValuePairs<Field, String>) throws -> Customer {
            try accepted(normalizer.customer(record(.customers, texts))).value.customer
        }
        let scored = try level([.name: "甲", .value: "120000", .lastFollowUpAt: "2026-11-20"])
        #expect(scored.level == .a && scored.levelReason?.hasPrefix("5 points") == true)
        let given = try level([.name: "甲", .value: "120000", .level: "C"])
        #expect(given.level == .c && given.levelReason == nil)
    }
}
