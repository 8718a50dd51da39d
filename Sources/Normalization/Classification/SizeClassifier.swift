import Records
import Rules

/// The size class of a customer by the scheme that the workspace chose. The reason names the scheme first.
package struct SizeClassifier: Sendable {
    private let rules: SizeRules

    package init(_ rules: SizeRules = SizeRules()) { self.rules = rules }

    /// Judges a customer by its employees, revenue and assets, and where the scheme asks for it by its industry.
    package func size(of customer: Customer) -> Size { size(of: customer, in: SizeRule.Scope(customer.industry)) }

    /// `scope`: of the customer's industry.
    func size(of customer: Customer, in scope: SizeRule.Scope) -> Size {
        var size =
            switch rules.scheme {
            case .cn2017: SizeRule.size(of: customer, in: scope)
            case .eu: european(customer)
            case .custom: custom(customer)
            }
        size.reason = "\(rules.scheme.rawValue): \(size.reason)"
        return size
    }

    /// Recommendation 2003/361/EC, article 2 of its annex: fewer employees than the bound, and turnover or balance sheet
    /// total up to theirs. Where neither amount is known, the employees decide.
    private func european(_ customer: Customer) -> Size {
        let employees = SizeIndicator.employees(customer.employees)
        let revenue = SizeIndicator.amount(customer.revenue, "revenue", in: "EUR")
        let assets = SizeIndicator.amount(customer.assets, "assets", in: "EUR")
        let bounds: [(sizeClass: Size.Class, employees: Int64, revenue: Int64, assets: Int64)] = [
            (.micro, 10, 2_000_000, 2_000_000), (.small, 50, 10_000_000, 10_000_000),
            (.medium, 250, 50_000_000, 43_000_000),
        ]
        let isMoneyKnown = revenue.isKnown || assets.isKnown
        let tests = bounds.map { bound in
            // Cents.
            let money = Certainty.or([
                revenue.isAtMost(bound.revenue * 100), assets.isAtMost(bound.assets * 100),
            ])
            return (
                bound.sizeClass,
                Certainty.and([employees.isAtMost(bound.employees - 1), isMoneyKnown ? money : .yes])
            )
        }
        return Self.first(of: tests, otherwise: .large, [employees, revenue, assets])
    }

    /// The first class from the top all of whose bounds are reached.
    private func custom(_ customer: Customer) -> Size {
        let employees = SizeIndicator.employees(customer.employees)
        func amount(_ money: Money?, _ name: String, _ bound: Money) -> SizeIndicator {
            SizeIndicator.amount(money, name, in: bound.currency)
        }
        var asked: [SizeIndicator] = []
        func ask(_ indicator: SizeIndicator, _ bound: Int64) -> Certainty {
            if !asked.contains(where: { $0.text == indicator.text }) { asked.append(indicator) }
            return indicator.isAtLeast(bound)
        }
        let tests = rules.classes.map { sizeClass, bounds in
            let parts = [
                bounds.employees.map { ask(employees, Int64($0)) },
                bounds.revenue.map { ask(amount(customer.revenue, "revenue", $0), $0.minorUnits) },
                bounds.assets.map { ask(amount(customer.assets, "assets", $0), $0.minorUnits) },
            ]
            return (sizeClass, Certainty.and(parts.compactMap(\.self)))
        }
        return Self.first(of: tests, otherwise: .micro, asked)
    }

    /// The first class whose test holds; where one before it may hold too, the size is not known.
    private static func first(
        of tests: [(sizeClass: Size.Class, holds: Certainty)], otherwise: Size.Class, _ indicators: [SizeIndicator]
    ) -> Size {
        var possible: [Size.Class] = []
        for test in tests where test.holds != .no {
            possible.append(test.sizeClass)
            if test.holds == .yes { break }
        }
        let isSettled = tests.first { $0.holds == .yes } != nil
        if !isSettled { possible.append(otherwise) }
        let facts = indicators.filter(\.isKnown) + indicators.filter { !$0.isKnown }
        let reason = facts.map(\.text).joined(separator: ", ")
        if possible.count == 1 { return Size(sizeClass: possible[0], reason: reason) }
        let names = SizeTable.order.filter(possible.contains).map(\.rawValue).joined(separator: ", ")
        return Size(sizeClass: .unknown, reason: "\(reason); possible: \(names)")
    }
}
