import Records

/// The size class of a customer by the National Bureau of Statistics' 统计上大中小微型企业划分办法（2017）.
///
/// A company is of the highest class whose lower bounds it reaches in all indicators of its industry; otherwise it is
/// micro. Each indicator that is a range, or not known at all, leaves a range of classes; the lowest of them all is the
/// company's. Only where that is one class is it stated.
package enum SizeRule {
    /// Judges a customer by its industry, employees, revenue and assets.
    ///
    /// Bounds are in yuan: amounts of another currency are not converted, and count as not known.
    package static func size(of customer: Customer) -> Size { size(of: customer, in: Scope(customer.industry)) }

    /// The lines of the rule that may hold for an industry.
    struct Scope: Sendable {
        /// `nil`: the industry is not known.
        fileprivate var code: String?
        fileprivate var rules: [SizeTable.Rule] = []

        init(_ industry: Industry) {
            code = SizeRule.industryCode(of: industry)
            rules = code.map { SizeTable.shared.rules(for: $0) } ?? []
        }
    }

    static func size(of customer: Customer, in scope: Scope) -> Size {
        guard let code = scope.code else {
            return Size(sizeClass: .unknown, reason: "the industry is not known")
        }
        let rules = scope.rules
        if rules.count == 1 { return verdict(of: rules[0], customer).size }
        let verdicts = rules.map { verdict(of: $0, customer) }
        guard let first = verdicts.first else {
            return Size(sizeClass: .unknown, reason: "the rule of 2017 has no line for \(code)")
        }
        // Several lines are possible: decided where all of them decide alike.
        if let decided = first.decided, verdicts.allSatisfy({ $0.decided == decided }) {
            let names = rules.map(\.name).joined(separator: ", ")
            return Size(sizeClass: decided, reason: "\(first.size.reason); the same as any of \(names)")
        }
        let names = rules.map { $0.isCovered ? $0.name : "not covered" }.joined(separator: ", ")
        return Size(sizeClass: .unknown, reason: "\(code) leaves open which line of the rule of 2017 holds: \(names)")
    }

    /// The finest code that is sure: a group where a code or a picklist says so, since real estate and storage need it.
    fileprivate static func industryCode(of industry: Industry) -> String? {
        guard let section = industry.section else { return nil }
        guard let division = industry.division else { return section }
        let code = section + division
        let groups = Set(industry.evidence.map(\.speaksFor).filter { $0.utf8.count > 3 && $0.hasPrefix(code) })
        return groups.count == 1 ? groups.first ?? code : code
    }

    private struct Verdict {
        var size: Size
        var decided: Size.Class? { size.sizeClass == .unknown ? nil : size.sizeClass }
    }

    private static func verdict(of rule: SizeTable.Rule, _ customer: Customer) -> Verdict {
        guard rule.isCovered else {
            return Verdict(size: Size(sizeClass: .unknown, reason: "the rule of 2017 does not cover this industry"))
        }
        var (lowest, highest) = (Size.Class.large, Size.Class.large)
        var reason = rule.name
        reason.reserveCapacity(96)
        var separator = ": "
        // What is not known stands behind what is.
        var missing = ""
        for bounds in rule.bounds {
            let indicator = indicator(bounds.indicator, customer)
            if let low = indicator.low {
                lowest = min(lowest, bounds.size(of: low))
                highest = min(highest, indicator.high.map(bounds.size(of:)) ?? .large)
                reason += separator + indicator.text
                separator = ", "
            } else {
                lowest = .micro
                missing += missing.isEmpty ? indicator.text : ", " + indicator.text
            }
        }
        if !missing.isEmpty { reason += separator + missing }
        if lowest == highest { return Verdict(size: Size(sizeClass: lowest, reason: reason)) }
        let possible = SizeTable.order.filter { lowest <= $0 && $0 <= highest }.map(\.rawValue)
        reason += "; possible: \(possible.joined(separator: ", "))"
        return Verdict(size: Size(sizeClass: .unknown, reason: reason))
    }

    private static func indicator(_ indicator: SizeTable.Indicator, _ customer: Customer) -> SizeIndicator {
        switch indicator {
        case .employees: .employees(customer.employees)
        case .revenue: .amount(customer.revenue, "revenue", in: "CNY", called: "yuan")
        case .assets: .amount(customer.assets, "assets", in: "CNY", called: "yuan")
        }
    }
}

extension Size.Class {
    fileprivate static func <= (left: Self, right: Self) -> Bool { rank(left) <= rank(right) }
    fileprivate static func < (left: Self, right: Self) -> Bool { rank(left) < rank(right) }

    private static func rank(_ size: Self) -> Int { SizeTable.order.firstIndex(of: size) ?? -1 }
}

private func min(_ left: Size.Class, _ right: Size.Class) -> Size.Class { right < left ? right : left }
