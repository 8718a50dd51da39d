import Records
import Rules

extension DueHorizon {
    /// The open spells about which `Recycling.plan` says anything on `date`; `nil`: it has to see all of them.
    ///
    /// No deadline is nearer than the shortest time that the rules, or those of before, give to anybody: working days are
    /// calendar days at least, and a change of the rules or going live only adds to it.
    package init?(rules: Rules, date: BusinessDate) {
        // Shares of books are counted over the whole of them.
        guard !Recycling.isStaggered(rules, on: date) else { return nil }
        let latest = date + max(0, rules.followUp.remindDaysBefore)
        let states = rules.followUp.former.map(\.rules) + [rules.followUp]
        func moment(_ days: [Int?]) -> Instant? {
            days.compactMap { $0 }.min().map { rules.zone.start(of: latest - max(0, $0) + 1) }
        }
        let clock = moment(
            states.flatMap { state in
                [state.withinDays, state.firstWithinDays]
                    + state.exceptions.flatMap { [$0.withinDays, $0.firstWithinDays] }
            })
        guard let clock else { return nil }
        self.init(
            clockBefore: clock,
            startBefore: moment(
                states.flatMap { state in
                    [state.opportunityWithinDays, state.dealWithinDays]
                        + state.exceptions.flatMap { [$0.opportunityWithinDays, $0.dealWithinDays] }
                }))
    }
}
