import Records

/// What reps achieved in a period: the figures that tiers are read from.
package enum Performance {
    /// One per rep, sorted by rep, zeros included. Of the obligations those due on `days` count, exempt ones do not; the
    /// sales are of the same days, credited to the owner at that time.
    package static func of(
        _ reps: [Rep], obligations: [Obligation], sales: [RepID: (wonDeals: Int, revenue: Money)],
        days: ClosedRange<BusinessDate>, currency: String
    ) -> [RepPerformance] {
        var due: [RepID: Int] = [:]
        var met: [RepID: Int] = [:]
        for obligation in obligations where days.contains(obligation.deadline.date) {
            switch obligation.outcome {
            case .met:
                due[obligation.rep, default: 0] += 1
                met[obligation.rep, default: 0] += 1
            case .missed: due[obligation.rep, default: 0] += 1
            case .pending, .exempt: break
            }
        }
        return reps.sorted { $0.id < $1.id }.map { rep in
            RepPerformance(
                rep: rep, wonDeals: sales[rep.id]?.wonDeals ?? 0,
                revenue: sales[rep.id]?.revenue ?? Money(minorUnits: 0, currency: currency),
                obligationsDue: due[rep.id] ?? 0, obligationsMet: met[rep.id] ?? 0)
        }
    }
}
