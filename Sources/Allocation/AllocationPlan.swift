import Records
import Rules

/// What a night's allocation rests on beside limits and customers.
package struct AllocationFacts: Sendable {
    /// Resolved spells, added up: what chances are estimated from.
    package var counts: [ConversionCount]
    /// What each rep got in the last `Self.days` days; a rep without one got nothing.
    package var receipts: [Receipt]
    /// Chances that are known: a simulation's yardstick; `nil`: they are estimated.
    package var known: ConversionEstimate?

    package init(counts: [ConversionCount] = [], receipts: [Receipt] = [], known: ConversionEstimate? = nil) {
        self.counts = counts
        self.receipts = receipts
        self.known = known
    }

    /// How far back receipts go: 20 working days.
    package static let days = 28
}

/// What a night allocates.
package struct AllocationPlan: Sendable {
    /// One per customer that was given, in the order of giving, and per customer that stayed, best first, as far as they
    /// are explained one by one.
    package var decisions: [Decision] = []
    /// The rep who got the last customer, to keep for the next night.
    package var cursor: RepID?
    /// Customers who stayed without a decision of their own: nobody had room any more when their turn came.
    package var unreached = 0
    /// `need_match`: what the best assignment without value floors would bring, per what this one brings, less 1.
    package var floorCost: Double?
    /// What kept customers in the pool: first what did, by customers, then whose limit, by worth.
    package var bottlenecks: [Bottleneck] = []

    package init(cursor: RepID? = nil) { self.cursor = cursor }

    /// Gives nothing away: what would be given stays in the pool and is told with the rep who would have it. The turn
    /// stays where it was.
    package mutating func onlyObserve() {
        for index in decisions.indices where decisions[index].isGranted {
            decisions[index].isGranted = false
            decisions[index].reason = .observed
        }
        cursor = nil
    }
}
