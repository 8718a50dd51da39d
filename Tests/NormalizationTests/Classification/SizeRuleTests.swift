import Records
import Testing

@testable import Normalization

@Suite("SizeRule")
struct SizeRuleTests {
    /// A line of the rule of 2017: an industry of it, and the lower bounds of large, medium and small.
    struct Line: Sendable, CustomTestStringConvertible {
        var code: String
        var employees: [Int64]?
        var revenue: [Int64]?
        var assets: [Int64]?
        var testDescription: String { code }
    }

    /// Typed in from the published table, not from the embedded one.
    static let lines = [
        Line(code: "A01", revenue: [20_000, 500, 50]),
        Line(code: "C39", employees: [1000, 300, 20], revenue: [40_000, 2000, 300]),
        Line(code: "E47", revenue: [80_000, 6000, 300], assets: [80_000, 5000, 300]),
        Line(code: "F51", employees: [200, 20, 5], revenue: [40_000, 5000, 1000]),
        Line(code: "F52", employees: [300, 50, 10], revenue: [20_000, 500, 100]),
        Line(code: "G54", employees: [1000, 300, 20], revenue: [30_000, 3000, 200]),
        Line(code: "G592", employees: [200, 100, 20], revenue: [30_000, 1000, 100]),
        Line(code: "G60", employees: [1000, 300, 20], revenue: [30_000, 2000, 100]),
        Line(code: "H61", employees: [300, 100, 10], revenue: [10_000, 2000, 100]),
        Line(code: "H62", employees: [300, 100, 10], revenue: [10_000, 2000, 100]),
        Line(code: "I63", employees: [2000, 100, 10], revenue: [100_000, 1000, 100]),
        Line(code: "I65", employees: [300, 100, 10], revenue: [10_000, 1000, 50]),
        Line(code: "K701", revenue: [200_000, 1000, 100], assets: [10_000, 5000, 2000]),
        Line(code: "K702", employees: [1000, 300, 100], revenue: [5000, 1000, 500]),
        Line(code: "L72", employees: [300, 100, 10], assets: [120_000, 8000, 100]),
        Line(code: "M74", employees: [300, 100, 10]),
    ]

    static let classes: [Size.Class] = [.large, .medium, .small, .micro]

    /// A customer of an industry; revenue and assets in 10,000 yuan, less some hundredths.
    func customer(
        _ code: String, _ employees: Int64? = nil, revenue: Int64? = nil, assets: Int64? = nil, less: Int64 = 0
    ) -> Customer {
        var customer = Customer(name: "x")
        let evidence = Evidence(kind: .industryCode, field: .industryCode, found: code, speaksFor: code, weight: 0.98)
        customer.industry = IndustryClassifier().industry(from: [evidence])
        customer.employees = employees.map { Band(Int($0)) }
        customer.revenue = revenue.map { Money(minorUnits: $0 * 1_000_000 - less, currency: "CNY") }
        customer.assets = assets.map { Money(minorUnits: $0 * 1_000_000 - less, currency: "CNY") }
        return customer
    }

    func size(_ line: Line, at index: Int) -> Size.Class {
        let subject = customer(
            line.code, line.employees?[index], revenue: line.revenue?[index], assets: line.assets?[index])
        return SizeRule.size(of: subject).sizeClass
    }

    @Test("all indicators at a lower bound are of its class", arguments: lines)
    func atBounds(line: Line) {
        for index in 0..<3 { #expect(size(line, at: index) == Self.classes[index]) }
    }

    @Test("one indicator just below its bound takes the company one class down", arguments: lines)
    func belowBounds(line: Line) {
        for index in 0..<3 {
            let at = customer(
                line.code, line.employees?[index], revenue: line.revenue?[index], assets: line.assets?[index])
            let expected = Self.classes[index + 1]
            if let employees = line.employees {
                var below = at
                below.employees = Band(Int(employees[index]) - 1)
                #expect(SizeRule.size(of: below).sizeClass == expected)
            }
            if let revenue = at.revenue {
                var below = at
                below.revenue = Money(minorUnits: revenue.minorUnits - 1, currency: "CNY")
                #expect(SizeRule.size(of: below).sizeClass == expected)
            }
            if let assets = at.assets {
                var below = at
                below.assets = Money(minorUnits: assets.minorUnits - 1, currency: "CNY")
                #expect(SizeRule.size(of: below).sizeClass == expected)
            }
        }
    }

    @Test(
        "one tiny indicator makes a company micro, however large the others",
        arguments: lines.filter { $0.employees != nil && $0.revenue != nil })
    func worstCounts(line: Line) {
        #expect(SizeRule.size(of: customer(line.code, 1, revenue: 999_999)).sizeClass == .micro)
        #expect(SizeRule.size(of: customer(line.code, 1)).sizeClass == .micro)
    }

    @Test("with an indicator missing nothing but micro is certain, and the reason says what remains")
    func missing() {
        let size = SizeRule.size(of: customer("C39", 500))
        #expect(size.sizeClass == .unknown)
        #expect(size.reason == "工业: employees 500, revenue not known; possible: micro, small, medium")
        #expect(SizeRule.size(of: customer("C39")).reason.hasSuffix("possible: micro, small, medium, large"))
    }

    @Test("a band decides only where both ends give one class")
    func bands() {
        var subject = customer("M74")
        subject.employees = Band(low: 11, high: 50)
        #expect(SizeRule.size(of: subject).sizeClass == .small)
        subject.employees = Band(low: 51, high: 200)
        #expect(SizeRule.size(of: subject).sizeClass == .unknown)
        #expect(SizeRule.size(of: subject).reason.hasSuffix("possible: small, medium"))
        subject.employees = Band(low: 500, high: nil)
        #expect(SizeRule.size(of: subject).sizeClass == .large)
        subject.employees = Band(low: 200, high: nil)
        #expect(SizeRule.size(of: subject).reason.hasSuffix("possible: medium, large"))
    }

    @Test("amounts of another currency are not converted")
    func currency() {
        var subject = customer("C39", 2000)
        subject.revenue = Money(minorUnits: 8_480_000_000_000, currency: "USD")
        let size = SizeRule.size(of: subject)
        #expect(size.sizeClass == .unknown)
        #expect(size.reason.contains("revenue in USD, the rule needs yuan"))
    }

    @Test(
        "industries that the rule does not cover have no size",
        arguments: ["G53", "J66", "P83", "Q84", "S92", "T97", "K704"])
    func notCovered(code: String) {
        #expect(SizeRule.size(of: customer(code, 5000, revenue: 999_999, assets: 999_999)).sizeClass == .unknown)
    }

    @Test("loading is transport, storing is storage; without the group both must agree")
    func storage() {
        #expect(SizeRule.size(of: customer("G591", 250, revenue: 30_000)).sizeClass == .small)
        #expect(SizeRule.size(of: customer("G592", 250, revenue: 30_000)).sizeClass == .large)
        #expect(SizeRule.size(of: customer("G59", 250, revenue: 30_000)).sizeClass == .unknown)
        #expect(SizeRule.size(of: customer("G59", 1000, revenue: 30_000)).sizeClass == .large)
    }

    @Test("a section decides where all its lines agree")
    func sections() {
        #expect(SizeRule.size(of: customer("C", 1000, revenue: 40_000)).sizeClass == .large)
        #expect(SizeRule.size(of: customer("F", 3, revenue: 10)).sizeClass == .micro)
        #expect(SizeRule.size(of: customer("F", 40, revenue: 6000)).sizeClass == .unknown)
        #expect(SizeRule.size(of: customer("K70", 5000, revenue: 999_999)).sizeClass == .unknown)
    }

    @Test("without an industry there is no size")
    func noIndustry() {
        var subject = Customer(name: "x")
        subject.employees = Band(5)
        #expect(SizeRule.size(of: subject) == Size(sizeClass: .unknown, reason: "the industry is not known"))
    }
}
