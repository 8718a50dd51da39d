import Foundation
import Records
import Rules

/// The order in which pooled customers are offered: the first ones meet the most room.
package enum OfferOrder {
    /// `customers` in the order of the rules with their scores (only for `score`). Ties go by id.
    package static func sorted(
        _ customers: [CustomerSummary], by order: AllocationRules.Order, date: BusinessDate, zone: Zone
    ) -> [(customer: CustomerSummary, score: Double?)] {
        let offers = customers.map { customer in
            (customer: customer, score: order == .score ? score(of: customer, date: date, zone: zone) : nil)
        }
        return offers.sorted { left, right in
            switch order {
            case .score:
                if let first = left.score, let second = right.score, first != second { return first > second }
            case .newestFirst:
                let (first, second) = (left.customer.poolSince, right.customer.poolSince)
                if first != second { return isBefore(second, first, whereUnknown: false) }
            case .oldestFirst:
                let (first, second) = (left.customer.poolSince, right.customer.poolSince)
                if first != second { return isBefore(first, second, whereUnknown: true) }
            }
            return left.customer.id < right.customer.id
        }
    }

    /// freshness × √value × level, rounded to 6 decimals so that equal customers score equally on every machine.
    ///
    /// - freshness: 1 on the day the customer entered the pool, halved every 30 days.
    /// - value: in major units; an unknown one counts as 1, so that it never outranks a known one by chance.
    /// - level: A 1.5, B 1, C 0.7; an unknown level counts as B.
    package static func score(of customer: CustomerSummary, date: BusinessDate, zone: Zone) -> Double {
        let daysWaiting = customer.poolSince.map { max(0, date - zone.date(of: $0)) } ?? 0
        let value = customer.value.map { max(0, Double($0.minorUnits)) / scale(of: $0.currency) } ?? 1
        let level =
            switch customer.level {
            case .a: 1.5
            case .b, nil: 1.0
            case .c: 0.7
            }
        let score = exp2(-Double(daysWaiting) / 30) * value.squareRoot() * level
        return (score * 1_000_000).rounded() / 1_000_000
    }

    private static func scale(of currency: String) -> Double {
        switch Money.minorDigits(of: currency) {
        case 0: 1
        case 3: 1000
        default: 100
        }
    }

    /// Whether `first` is earlier than `second`; an unknown moment comes last in either direction.
    private static func isBefore(_ first: Instant?, _ second: Instant?, whereUnknown isLast: Bool) -> Bool {
        guard let first else { return !isLast }
        guard let second else { return isLast }
        return first < second
    }
}
