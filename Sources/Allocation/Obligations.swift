import Records
import Rules

/// The duties of a spell, one after the other: what compliance is counted from.
package enum Obligations {
    /// The obligations of a spell as they stand at `asOf`, by deadline.
    ///
    /// The first runs from the spell's start; each follow-up that moves the deadline closes the one before it (in time:
    /// `met`, otherwise `missed`) and opens the next. Follow-ups that leave the deadline where it is, such as a second
    /// one on the same day, change nothing: one obligation is one (spell, deadline).
    ///
    /// Left out: obligations that were met before they were due and are not due yet at `asOf`. They are in neither side
    /// of compliance and nobody has to act on them; they appear as `met` once their deadline has come.
    ///
    /// `exempt`: whatever falls due on or after the day of the win; a deadline on a day of the owner's leave (where the
    /// rules pause on leave), met or not; the running one, where an exemption holds now; and one that the spell's end
    /// overtook (a spell that was recycled on its deadline missed it).
    ///
    /// `customer` is asked for the exceptions of the rules; it can be left out where they have none. `owner` is asked for leave; it is `nil` where the owner is not on the roster. `isExemptNow` says whether a level or
    /// a hold exempts the open spell at `asOf` (`Exemption.of`); an open deal is taken from the history itself.
    ///
    /// - Source: METRICS.md, 3.
    package static func obligations(
        of history: SpellHistory, customer: CustomerSummary? = nil, owner: Rep?, isExemptNow: Bool = false,
        rules: FollowUpRules, calendar: WorkCalendar, zone: Zone, asOf: Instant
    ) -> [Obligation] {
        let spell = history.spell
        let today = zone.date(of: asOf)
        let wonAt = history.wonAt.flatMap { $0 <= asOf ? $0 : nil }
        let endedAt = spell.endedAt.flatMap { $0 <= asOf ? $0 : nil }
        let limit = min(endedAt ?? asOf, wonAt ?? asOf)
        func clock(from followUp: Instant?, on date: BusinessDate) -> Deadline {
            FollowUpClock.deadline(
                spellStartedAt: history.clockFrom ?? spell.startedAt, lastFollowUpAt: followUp, rules: rules,
                calendar: calendar, zone: zone,
                customer: customer, on: date)
        }

        var obligations: [Obligation] = []
        func add(_ deadline: Deadline, _ outcome: Obligation.Outcome, followedUpAt: Instant? = nil) {
            var outcome = outcome
            if outcome == .met, deadline.date > today { return }
            if rules.pausesOnLeave, case .onLeave = owner?.presence(on: deadline.date) { outcome = .exempt }
            obligations.append(
                Obligation(
                    customer: spell.customer, rep: spell.rep, deadline: deadline, outcome: outcome,
                    followedUpAt: outcome == .met ? followedUpAt : nil))
        }

        // Each duty is judged by the rules that were in force when it ended.
        var last: Instant?
        for followUp in history.followUps.sorted() where followUp >= spell.startedAt && followUp <= limit {
            let day = zone.date(of: followUp)
            let (running, next) = (clock(from: last, on: day), clock(from: followUp, on: day))
            if next.date != running.date { add(running, day <= running.date ? .met : .missed, followedUpAt: followUp) }
            last = followUp
        }
        let running = clock(from: last, on: zone.date(of: limit))
        let isExempt = isExemptNow || (rules.exemptsOpenDeals && history.hasOpenDeal)
        add(
            running,
            outcome(
                of: running, wonOn: wonAt.map(zone.date(of:)), endedOn: endedAt.map(zone.date(of:)),
                isRecycled: spell.endReason == .recycled, isExempt: isExempt, today: today))
        return obligations
    }

    /// What became of the last obligation of a spell, which no follow-up met.
    private static func outcome(
        of deadline: Deadline, wonOn: BusinessDate?, endedOn: BusinessDate?, isRecycled: Bool, isExempt: Bool,
        today: BusinessDate
    ) -> Obligation.Outcome {
        if let wonOn, wonOn <= deadline.date { return .exempt }
        if let endedOn {
            // The night recycles at the end of the deadline's day; whoever gave the customer away on it was in time.
            return deadline.date < endedOn || (isRecycled && deadline.date == endedOn) ? .missed : .exempt
        }
        if wonOn != nil { return .missed }
        if isExempt { return .exempt }
        return deadline.date <= today ? .missed : .pending
    }
}
