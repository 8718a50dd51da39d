/// What a report on several days needs beside the facts of its last night.
package struct PeriodFacts: Sendable {
    package var period: Period
    /// Refused claims of the period by reason, most frequent first.
    package var refusals: [(reason: ReasonCode, count: Int)]
    /// From the start of the period to its end: the pool first, then each rep.
    package var flows: [Flow]

    package init(_ period: Period, refusals: [(reason: ReasonCode, count: Int)] = [], flows: [Flow] = []) {
        self.period = period
        self.refusals = refusals
        self.flows = flows
    }
}
