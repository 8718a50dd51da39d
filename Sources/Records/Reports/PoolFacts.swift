/// The pool at T, counted: what reports say of it without looking at every customer.
package struct PoolFacts: Sendable, Equatable {
    package var size = 0
    /// Of how many it is not known since when they have been in it.
    package var undated = 0
    /// How many entered it at most so many days before the business date, for each of `ageLimits`.
    package var entered = [Int](repeating: 0, count: ageLimits.count)
    package var onHold = 0
    /// What winning them is expected to be worth in minor units, by currency; a sum too large for a number is the largest
    /// number. And of how many it is known.
    package var values: [String: Int64] = [:]
    package var valued = 0
    /// Those that were recycled `bouncesFrom` times or more, sorted by id.
    package var bouncing: [CustomerSummary] = []

    /// Days; ascending.
    package static let ageLimits = [7, 30, 90, 180]
    package static let bouncesFrom = 3

    package init() {}

    /// Counts customers of the pool, sorted by id, on `date`.
    package init(_ customers: [CustomerSummary], on date: BusinessDate, zone: Zone) {
        size = customers.count
        let starts = Self.starts(on: date, zone: zone)
        for customer in customers {
            if let since = customer.poolSince {
                for index in starts.indices where since >= starts[index] { entered[index] += 1 }
            } else {
                undated += 1
            }
            if customer.hold?.lasts(on: date) ?? false { onHold += 1 }
            if let value = customer.value {
                valued += 1
                add(value.minorUnits, of: value.currency)
            }
        }
        bouncing = customers.filter { $0.timesRecycled >= Self.bouncesFrom }
    }

    /// From when on a customer entered the pool at most so many days ago.
    package static func starts(on date: BusinessDate, zone: Zone) -> [Instant] {
        ageLimits.map { zone.start(of: date - $0) }
    }

    package mutating func add(_ minorUnits: Int64, of currency: String) {
        let (sum, overflows) = (values[currency] ?? 0).addingReportingOverflow(minorUnits)
        values[currency] = overflows ? .max : sum
    }
}

extension CustomerSummary {
    /// How often it went back to the pool because nobody followed up in time.
    package var timesRecycled: Int { formerOwners.count { $0.endReason == .recycled } }
}
