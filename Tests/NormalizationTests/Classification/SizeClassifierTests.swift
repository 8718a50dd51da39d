import Records
import Rules
import TestSupport
import Testing

@testable import Normalization

@Suite("SizeClassifier")
struct SizeClassifierTests {
    private func customer(
        _ employees: Band?, revenue: Int64? = nil, assets: Int64? = nil, currency: String = "EUR"
    ) -> Customer {
        var customer = Customer(name: "x")
        customer.employees = employees
        customer.revenue = revenue.map { Money(minorUnits: $0, currency: currency) }
        customer.assets = assets.map { Money(minorUnits: $0, currency: currency) }
        return customer
    }

    private var european: SizeClassifier {
        var rules = SizeRules()
        rules.scheme = .eu
        return SizeClassifier(rules)
    }

    /// Typed in from the recommendation: the most that a class may have, in persons and in cents.
    static let classes: [(size: Size.Class, next: Size.Class, employees: Int, revenue: Int64, assets: Int64)] = [
        (.micro, .small, 9, 200_000_000, 200_000_000), (.small, .medium, 49, 1_000_000_000, 1_000_000_000),
        (.medium, .large, 249, 5_000_000_000, 4_300_000_000),
    ]

    @Test("the European classes end at their bounds, and one of the two amounts is enough")
    func european2003() {
        for line in Self.classes {
            func size(_ employees: Int, _ revenue: Int64?, _ assets: Int64?) -> Size.Class {
                european.size(of: customer(Band(employees), revenue: revenue, assets: assets)).sizeClass
            }
            #expect(size(line.employees, line.revenue, line.assets) == line.size)
            #expect(size(line.employees, line.revenue, 99_000_000_000) == line.size)
            #expect(size(line.employees, 99_000_000_000, line.assets) == line.size)
            #expect(size(line.employees + 1, 0, 0) == line.next)
            #expect(size(line.employees, line.revenue + 1, line.assets + 1) == line.next)
        }
        #expect(european.size(of: customer(Band(3), revenue: 9_900_000_000, assets: 9_900_000_000)).sizeClass == .large)
    }

    @Test("without an amount in euros the employees decide, and what is missing is said")
    func headcount() {
        let alone = european.size(of: customer(Band(120)))
        #expect(alone == Size(sizeClass: .medium, reason: "eu: employees 120, revenue not known, assets not known"))
        let dollars = european.size(of: customer(Band(12), revenue: 1, currency: "USD"))
        #expect(dollars.sizeClass == .small)
        #expect(dollars.reason == "eu: employees 12, revenue in USD, the rule needs EUR, assets not known")
    }

    @Test("one amount above its bound leaves open what the other would say")
    func open() {
        let size = european.size(of: customer(Band(30), revenue: 2_000_000_000))
        #expect(size.sizeClass == .unknown)
        #expect(size.reason == "eu: employees 30, revenue EUR 20000000.00, assets not known; possible: small, medium")
        #expect(european.size(of: customer(Band(low: 5, high: 20))).reason.hasSuffix("possible: micro, small"))
        #expect(european.size(of: customer(Band(low: 300, high: nil))).sizeClass == .large)
        let unknown = european.size(of: customer(nil, revenue: 100))
        #expect(unknown.sizeClass == .unknown && unknown.reason.hasSuffix("possible: micro, small, medium, large"))
        #expect(european.size(of: customer(nil, revenue: 9_900_000_000, assets: 9_900_000_000)).sizeClass == .large)
    }

    @Test("more employees or money never make a customer smaller")
    func monotone() {
        var generator = SeededGenerator(seed: 20_030_361)
        func rank(_ size: Size.Class) -> Int { SizeTable.order.firstIndex(of: size) ?? -1 }
        for _ in 0..<2_000 {
            let (employees, more) = (
                Int.random(in: 0..<400, using: &generator), Int.random(in: 0..<50, using: &generator)
            )
            let (revenue, assets) = (
                Int64.random(in: 0..<8_000_000_000, using: &generator),
                Int64.random(in: 0..<8_000_000_000, using: &generator)
            )
            let one = european.size(of: customer(Band(employees), revenue: revenue, assets: assets)).sizeClass
            let other = european.size(
                of: customer(Band(employees + more), revenue: revenue + Int64(more), assets: assets)
            ).sizeClass
            #expect(one != .unknown && rank(one) <= rank(other))
        }
    }

    private func custom() throws -> SizeClassifier {
        let yaml = """
            size:
              scheme: custom
              large: {employees: 500, revenue: 1000000}
              small: {employees: 10}
            """
        return SizeClassifier(try Rules(yaml: yaml, file: "gonghai.yaml").size)
    }

    @Test("a scheme of the workspace: the first class all of whose bounds are reached, micro otherwise")
    func ownScheme() throws {
        let sizes = try custom()
        func size(_ employees: Int, _ revenue: Int64?) -> Size {
            sizes.size(of: customer(Band(employees), revenue: revenue, currency: "CNY"))
        }
        #expect(size(500, 100_000_000).sizeClass == .large)
        #expect(size(500, 99_999_999).sizeClass == .small)
        #expect(size(499, 100_000_000).sizeClass == .small)
        #expect(size(10, nil) == Size(sizeClass: .small, reason: "custom: employees 10, revenue not known"))
        #expect(size(9, 100_000_000).sizeClass == .micro)
        let open = size(500, nil)
        #expect(open.sizeClass == .unknown && open.reason.hasSuffix("possible: small, large"))
    }

    @Test("the rule of 2017 is the default, and says so")
    func usual() {
        #expect(
            SizeClassifier().size(of: Customer(name: "x"))
                == Size(sizeClass: .unknown, reason: "cn2017: the industry is not known"))
    }

    @Test("rows are sized by the scheme of the rules")
    func rows() throws {
        let normalizer = try normalizer { rules in rules.size.scheme = .eu }
        let row = try accepted(
            normalizer.customer(record(.customers, [.name: "Acme", .employees: "40", .revenue: "EUR 3,000,000"])))
        #expect(row.value.customer.size.sizeClass == .small)
        #expect(row.value.customer.size.reason.hasPrefix("eu: employees 40, revenue EUR 3000000.00"))
    }
}
