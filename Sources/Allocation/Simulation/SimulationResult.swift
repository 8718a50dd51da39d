import Records

/// What half a year under a policy came to.
package struct SimulationResult: Sendable, Equatable {
    package var conversions: Int
    /// Of the won customers, in major units.
    package var revenue: Double
    package var claims: Int
    /// Won of those who came at least `Self.grownDays` working days before the end; those who came later had no time.
    package var cohortConversion: Double
    /// Of the same customers those nobody was ever in touch with.
    package var neverContacted: Double
    /// Of claims and allocations.
    package var recycled: Double
    package var perClaim: Double
    /// Working days from arrival to the first follow-up, of those who had one.
    package var medianDaysToFollowUp: Double
    /// Of the visible value that reps got per day at work.
    package var gini: Double
    /// Of the visible value that reps got, per customer that they can follow up on a day (SIMULATION.md, value/capacity).
    package var giniPerCapacity: Double
    /// The least of any rep, in proportion to an equal share of value per day at work.
    package var leastShare: Double
    package var leastClaimsPerWeek: Double
    /// What reps who started later got and won per day at work, in proportion to the others from the same day on.
    package var newcomerClaims: Double
    package var newcomerConversions: Double

    init(records: [SimulatedRecord], customers: [SimulatedCustomer], world: World) {
        let working = zip(records, world.people).filter { $0.0.daysAtWork > 0 }
        claims = records.reduce(0) { $0 + $1.received.count }
        conversions = records.reduce(0) { $0 + $1.won }
        revenue = records.reduce(0) { $0 + $1.revenue }
        let cohort = customers.filter { $0.arrivedOn <= World.days - Self.grownDays }
        cohortConversion = Double(cohort.count { $0.wonBy != nil }) / Double(max(1, cohort.count))
        neverContacted = Double(cohort.count { $0.firstTouched == nil }) / Double(max(1, cohort.count))
        recycled = Double(records.reduce(0) { $0 + $1.recycled }) / Double(max(1, claims))
        perClaim = Double(conversions) / Double(max(1, claims))
        let waits = customers.compactMap { customer in customer.firstTouched.map { $0 - customer.arrivedOn } }.sorted()
        medianDaysToFollowUp = waits.isEmpty ? 0 : Double(waits[waits.count / 2])
        let values = working.map { record, _ in record.received.reduce(0) { $0 + $1.value } }
        let income = zip(values, working).map { $0 / Double($1.0.daysAtWork) }
        gini = Self.gini(income)
        giniPerCapacity = Self.gini(zip(values, working).map { $0 / max(0.01, $1.1.diligence * $1.1.capacity) })
        let mean = income.reduce(0, +) / Double(max(1, income.count))
        leastShare = mean > 0 ? (income.min() ?? 0) / mean : 0
        leastClaimsPerWeek =
            working.map { record, _ in Double(record.received.count) * 5 / Double(record.daysAtWork) }.min() ?? 0
        let late = world.people.map(\.startDay).max() ?? 0
        func perDay(_ count: (Int) -> Int, isNew: Bool) -> Double {
            let chosen = world.people.indices.filter { (world.people[$0].startDay > 0) == isNew }
            let days = chosen.reduce(0) { $0 + World.days - max(late, world.people[$1].startDay) }
            return Double(chosen.reduce(0) { $0 + count($1) }) / Double(max(1, days))
        }
        func ratio(_ count: (Int) -> Int) -> Double {
            let veterans = perDay(count, isNew: false)
            return veterans > 0 ? perDay(count, isNew: true) / veterans : 0
        }
        newcomerClaims = ratio { person in records[person].received.count { $0.day >= late } }
        newcomerConversions = ratio { person in records[person].winDays.count { $0 >= late } }
    }

    private static let grownDays = 20

    private static func gini(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let total = sorted.reduce(0, +)
        guard total > 0 else { return 0 }
        let ranked = sorted.enumerated().reduce(0) { $0 + Double(2 * ($1.offset + 1) - sorted.count - 1) * $1.element }
        return ranked / (Double(sorted.count) * total)
    }
}
