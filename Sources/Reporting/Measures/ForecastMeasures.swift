import Records

/// How many customers will probably go back to the pool in the coming days: duties that fall due, each with the share
/// that its owner missed lately.
///
/// An expectation, not a promise: a single follow-up moves a duty away, and limits or leave may keep a customer.
struct ForecastMeasures: Sendable {
    struct Day: Sendable, Equatable {
        /// Days after the business date.
        var daysAhead: Int
        var due: Int
        var expected: Double
    }

    let days: [Day]

    static let daysAhead = 7

    init(actions: ActionMeasures, compliance: ComplianceMeasures) {
        let overall = compliance.recent.value ?? compliance.overall.value
        let shares = Dictionary(
            compliance.lines.map { ($0.rep, $0.shrunk ?? overall) }, uniquingKeysWith: { first, _ in first })
        var days = (1...Self.daysAhead).map { Day(daysAhead: $0, due: 0, expected: 0) }
        for due in actions.pending where days.indices.contains(due.daysLeft - 1) {
            days[due.daysLeft - 1].due += 1
            // Without any history nothing is expected; the page says so.
            if let share = shares[due.rep] ?? overall { days[due.daysLeft - 1].expected += 1 - share }
        }
        self.days = days
    }

    var due: Int { days.reduce(0) { $0 + $1.due } }
    var expected: Double { days.reduce(0) { $0 + $1.expected } }
}
