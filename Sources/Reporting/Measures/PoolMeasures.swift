import Records

/// The pool at T and how long customers have been in it (METRICS.md, 10).
struct PoolMeasures: Sendable {
    enum Age: String, Sendable, CaseIterable {
        case week = "0-7"
        case month = "8-30"
        case quarter = "31-90"
        case halfYear = "91-180"
        case older = ">180"
        case unknown

        init(days: Int?) {
            switch days {
            case nil: self = .unknown
            case .some(...7): self = .week
            case .some(8...30): self = .month
            case .some(31...90): self = .quarter
            case .some(91...180): self = .halfYear
            default: self = .older
            }
        }
    }

    let size: Int
    let ages: [Age: Int]
    /// Recycled three times or more.
    let bouncing: [CustomerSummary]
    let onHold: Int
    /// What winning them is expected to be worth, by currency, sorted by it; and of how many it is known.
    let values: [Money]
    let valued: Int
    /// The pool at the end of the day before, where the flows say it.
    let opening: Int?

    init(_ facts: NightFacts, zone: Zone) {
        size = facts.pool.count
        ages = facts.pool.reduce(into: [:]) { ages, customer in
            let days = customer.poolSince.map { max(0, facts.date - zone.date(of: $0)) }
            ages[Age(days: days), default: 0] += 1
        }
        bouncing = facts.pool.filter { $0.timesRecycled >= 3 }.sorted {
            $0.timesRecycled == $1.timesRecycled ? $0.id < $1.id : $0.timesRecycled > $1.timesRecycled
        }
        onHold = facts.pool.count { $0.hold?.lasts(on: facts.date) ?? false }
        let amounts = facts.pool.compactMap(\.value)
        valued = amounts.count
        let sums = amounts.reduce(into: [String: Int64]()) { sums, amount in
            let (sum, overflows) = (sums[amount.currency] ?? 0).addingReportingOverflow(amount.minorUnits)
            sums[amount.currency] = overflows ? .max : sum
        }
        values = sums.keys.sorted { $0.isOrderedBefore($1) }.map { Money(minorUnits: sums[$0] ?? 0, currency: $0) }
        opening = facts.flows.first { $0.rep == nil }?.opening
    }
}

extension CustomerSummary {
    /// How often it went back to the pool because nobody followed up in time.
    var timesRecycled: Int { formerOwners.count { $0.endReason == .recycled } }
}
