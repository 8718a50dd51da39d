import Records
import Rules

/// The order in which pooled customers are offered: the first ones meet the most room.
package enum OfferOrder {
    /// A customer of the pool by its place there, with what it was ordered by.
    package struct Offer: Sendable {
        package var index: Int
        package var score: Double?
    }

    /// The customers of `pool` at `indices` in the order of the rules, with scores for `score` and `expected`. Ties go by id.
    package static func offers(
        of pool: [CustomerSummary], at indices: [Int], by order: AllocationRules.Order, estimate: ConversionEstimate,
        date: BusinessDate, zone: Zone
    ) -> [Offer] {
        var worth = Worth(date: date, zone: zone, recontact: estimate.recontact)
        let offers = indices.map { index in
            switch order {
            case .score: Offer(index: index, score: score(of: pool[index], by: &worth))
            case .expected: Offer(index: index, score: expected(of: pool[index], by: estimate, &worth))
            case .newestFirst, .oldestFirst: Offer(index: index)
            }
        }
        return offers.sorted { left, right in
            if let first = left.score, let second = right.score, first != second { return first > second }
            if order == .newestFirst || order == .oldestFirst {
                let (first, second) = (pool[left.index].poolSince, pool[right.index].poolSince)
                if first != second {
                    return order == .newestFirst
                        ? isBefore(second, first, whereUnknown: false) : isBefore(first, second, whereUnknown: true)
                }
            }
            return pool[left.index].id < pool[right.index].id
        }
    }

    /// `customers` in the order of the rules with their scores.
    package static func sorted(
        _ customers: [CustomerSummary], by order: AllocationRules.Order, date: BusinessDate, zone: Zone
    ) -> [(customer: CustomerSummary, score: Double?)] {
        offers(
            of: customers, at: Array(customers.indices), by: order, estimate: ConversionEstimate([]), date: date,
            zone: zone
        ).map { (customers[$0.index], $0.score) }
    }

    /// freshness × √value × level, rounded to 6 decimals so that equal customers score equally on every machine.
    ///
    /// - freshness: 1 on the day the customer entered the pool, halved every 30 days.
    /// - value: in major units; an unknown one counts as 1, so that it never outranks a known one by chance.
    /// - level: A 1.5, B 1, C 0.7; an unknown level counts as B.
    package static func score(of customer: CustomerSummary, date: BusinessDate, zone: Zone) -> Double {
        var worth = Worth(date: date, zone: zone)
        return score(of: customer, by: &worth)
    }

    private static func score(of customer: CustomerSummary, by worth: inout Worth) -> Double {
        let level =
            switch customer.level {
            case .a: 1.5
            case .b, nil: 1.0
            case .c: 0.7
            }
        return rounded(worth.freshness(of: customer) * worth.value(of: customer) * level)
    }

    /// The chance with anybody × freshness × re-contact × √value.
    private static func expected(
        of customer: CustomerSummary, by estimate: ConversionEstimate, _ worth: inout Worth
    ) -> Double {
        rounded(
            estimate.probability(section: customer.section, size: customer.size) * worth.prospects(of: customer)
                * worth.value(of: customer))
    }

    private static func rounded(_ score: Double) -> Double { (score * 1_000_000).rounded() / 1_000_000 }

    /// Whether `first` is earlier than `second`; an unknown moment comes last in either direction.
    private static func isBefore(_ first: Instant?, _ second: Instant?, whereUnknown isLast: Bool) -> Bool {
        guard let first else { return !isLast }
        guard let second else { return isLast }
        return first < second
    }
}
