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

    init(_ facts: NightFacts) {
        let pool = facts.pool
        size = pool.size
        let entered = [0] + pool.entered + [pool.size - pool.undated]
        let dated = zip(entered, entered.dropFirst()).map { $1 - $0 }
        let counts = zip([Age.week, .month, .quarter, .halfYear, .older, .unknown], dated + [pool.undated])
        ages = Dictionary(uniqueKeysWithValues: counts.filter { $0.1 > 0 })
        bouncing = pool.bouncing.sorted {
            $0.timesRecycled == $1.timesRecycled ? $0.id < $1.id : $0.timesRecycled > $1.timesRecycled
        }
        onHold = pool.onHold
        valued = pool.valued
        values = pool.values.keys.sorted { $0.isOrderedBefore($1) }.map {
            Money(minorUnits: pool.values[$0] ?? 0, currency: $0)
        }
        opening = facts.flows.first { $0.rep == nil }?.opening
    }
}
