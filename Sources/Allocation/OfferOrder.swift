import Foundation
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
        let worth = Worth(date: date, zone: zone, recontact: estimate.recontact)
        let offers = indices.map { index in
            switch order {
            case .score: Offer(index: index, score: score(of: pool[index], by: worth))
            case .expected: Offer(index: index, score: expected(of: pool[index], by: estimate, worth))
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
        score(of: customer, by: Worth(date: date, zone: zone))
    }

    static func score(of customer: CustomerSummary, by worth: Worth) -> Double {
        rounded(worth.freshness(of: customer) * worth.value(of: customer) * weight(of: customer.level))
    }

    private static func weight(of level: Level?) -> Double {
        switch level {
        case .a: 1.5
        case .b, nil: 1.0
        case .c: 0.7
        }
    }

    // MARK: Places

    /// A customer's place among those of the pool, lower first, which stays right from night to night: all of them lose
    /// freshness alike. It asks about the entry to the pool, value and level alone. `nil`: the order has no places that last.
    ///
    /// Of `score` it is the logarithm to the base of 2 of what the score is but for the date, negative.
    package static func place(
        of customer: CustomerSummary, by order: AllocationRules.Order, zone: Zone
    ) -> Double? {
        let since = customer.poolSince.map { Double($0.epochSeconds) }
        switch order {
        case .expected: return nil
        case .newestFirst: return since.map { -$0 } ?? .greatestFiniteMagnitude
        case .oldestFirst: return since ?? .greatestFiniteMagnitude
        case .score:
            // What entered at an unknown moment is fresh on every date.
            guard let poolSince = customer.poolSince else { return -.greatestFiniteMagnitude }
            let day = zone.date(of: poolSince)
            let worth = Worth(date: day, zone: zone).value(of: customer) * weight(of: customer.level)
            return -Double(day.dayNumber) / 30 - max(-1_000_000, log2(worth))
        }
    }

    /// No customer at this place or a later one has a higher score on `date`.
    static func highestScore(at place: Double, on date: BusinessDate) -> Double {
        // More than what the logarithm loses, and far less than what tells two customers apart.
        rounded(exp2(-place - Double(date.dayNumber) / 30) * (1 + 1e-9))
    }

    /// The chance with anybody × freshness × re-contact × √value.
    private static func expected(
        of customer: CustomerSummary, by estimate: ConversionEstimate, _ worth: Worth
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
