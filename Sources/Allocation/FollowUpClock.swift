import Records
import Rules

/// By when an owner must have followed up.
///
/// Reminders, recycling, obligations, `explain` and exports all ask here, so that nobody is recycled by another
/// deadline than the one they were shown (EDGE-CASES.md, "Reminder = recycle").
package enum FollowUpClock {
    /// The last day on which a follow-up keeps the customer.
    ///
    /// Day 0 is the local day of the later of the spell's start and the owner's last follow-up that counts; the deadline
    /// is so many calendar or working days after it as the rules say for this `customer` (`nil`: for one that no exception
    /// is about) before and after the first follow-up. Other people's follow-ups, edits and re-imports do not come in here,
    /// so they cannot restart the clock.
    ///
    /// `lastFollowUpAt` is the owner's; without one, or with one before the start, the clock runs from the start.
    ///
    /// Rules that changed while the clock ran leave at least the new number of days from the day of the change:
    /// max(by the new rule, change + N). A deadline that had passed by then stays passed, unless the new rule is later.
    /// Changes after `date` (`nil`: none are) do not count yet. Who held the customer before go-live has the grace of the
    /// rules.
    ///
    /// - Source: SPEC.md, "Deadline"; EDGE-CASES.md, "Rule change mid-period".
    package static func deadline(
        spellStartedAt start: Instant, lastFollowUpAt: Instant?, rules: FollowUpRules, calendar: WorkCalendar,
        zone: Zone, customer: CustomerSummary? = nil, on date: BusinessDate? = nil
    ) -> Deadline {
        let isFollowedUp = lastFollowUpAt.map { $0 > start } ?? false
        let clock = Clock(
            startedOn: zone.date(of: start), day0: zone.date(of: max(start, lastFollowUpAt ?? start)),
            origin: isFollowedUp ? .followUp : .start, duty: .followUp, customer: customer, on: date)
        return clock.deadline(rules, calendar) { isFollowedUp ? $0.withinDays : $0.firstWithinDays }
            ?? Deadline(clockStart: clock.day0, date: clock.day0, origin: clock.origin)
    }

    /// The deadline of a spell that is open now: the earliest of the follow-up, the open deal and the won deal that the
    /// rules ask for.
    package static func deadline(
        of holding: Holding, rules: FollowUpRules, calendar: WorkCalendar, zone: Zone, on date: BusinessDate? = nil
    ) -> Deadline {
        let start = holding.clockFrom ?? holding.spell.startedAt
        let followUp = deadline(
            spellStartedAt: start, lastFollowUpAt: holding.lastFollowUpAt, rules: rules, calendar: calendar, zone: zone,
            customer: holding.customer, on: date)
        let startedOn = zone.date(of: start)
        func clock(_ duty: Deadline.Duty) -> Clock {
            Clock(
                startedOn: startedOn, day0: startedOn, origin: .start, duty: duty, customer: holding.customer, on: date)
        }
        let opportunity =
            holding.hasOpenDeal
            ? nil : clock(.opportunity).deadline(rules, calendar) { $0.opportunityWithinDays }
        let deal = clock(.deal).deadline(rules, calendar) { $0.dealWithinDays }
        // Of two on one day the follow-up is named: it is what the owner can do at once.
        return [opportunity, deal].compactMap { $0 }.reduce(followUp) { $1.date < $0.date ? $1 : $0 }
    }

    /// The business date whose run recycles what has this deadline: the deadline itself or, where `recycle_on` is
    /// `working`, the first working day from it on.
    package static func recycleDate(of deadline: Deadline, rules: FollowUpRules, calendar: WorkCalendar) -> BusinessDate
    {
        rules.recycleOn == .working ? calendar.nextWorkday(onOrAfter: deadline.date) : deadline.date
    }

    /// The deadline with what it was computed from, for whoever has to explain it.
    package static func duty(
        with deadline: Deadline, rules: FollowUpRules, calendar: WorkCalendar
    ) -> DecisionDetail.Duty {
        let isWorking = rules.dayKind == .working && deadline.origin != .goLive
        let days =
            isWorking
            ? calendar.workdays(after: deadline.clockStart, through: deadline.date)
            : deadline.date - deadline.clockStart
        return DecisionDetail.Duty(deadline: deadline, days: days, areWorkingDays: isWorking)
    }
}

/// One clock of a spell, under the rules as they were one after the other.
private struct Clock {
    var startedOn: BusinessDate
    var day0: BusinessDate
    var origin: Deadline.Origin
    var duty: Deadline.Duty
    var customer: CustomerSummary?
    var on: BusinessDate?

    /// `nil` where no rule asks for it. `days` picks the number of the terms.
    func deadline(
        _ rules: FollowUpRules, _ calendar: WorkCalendar, days: (FollowUpRules.Terms) -> Int?
    ) -> Deadline? {
        var states = rules.former.filter { former in on.map { former.replacedOn <= $0 } ?? true }
        let present = states.count == rules.former.count ? rules : rules.former[states.count].rules
        // The clock began under the last state that was in force on its first day.
        states.removeAll { $0.replacedOn <= day0 }
        var terms = (states.first?.rules ?? present).terms(for: customer)
        var running = deadline(terms, calendar, from: day0, origin, days)
        for (index, state) in states.enumerated() {
            let next = (index + 1 < states.count ? states[index + 1].rules : present).terms(for: customer)
            defer { terms = next }
            guard days(next) != days(terms) || next.conditions != terms.conditions else { continue }
            let isRunning = terms.conditions.isExempt || running.map { $0.date >= state.replacedOn } ?? true
            let byNewRule = deadline(next, calendar, from: day0, origin, days)
            guard let byNewRule else {
                running = nil
                continue
            }
            let floor = isRunning ? deadline(next, calendar, from: state.replacedOn, .ruleChange, days) : running
            running = [byNewRule, floor].compactMap { $0 }.max { $0.date < $1.date }
        }
        return running.map(withGrace(rules.grace))
    }

    private func deadline(
        _ terms: FollowUpRules.Terms, _ calendar: WorkCalendar, from day: BusinessDate, _ origin: Deadline.Origin,
        _ days: (FollowUpRules.Terms) -> Int?
    ) -> Deadline? {
        guard let number = days(terms).map({ max(0, $0) }) else { return nil }
        let date =
            switch terms.conditions.dayKind {
            case .calendar: day + number
            case .working: calendar.adding(workdays: number, to: day)
            }
        return Deadline(clockStart: day, date: date, origin: origin, duty: duty)
    }

    private func withGrace(_ grace: FollowUpRules.Grace?) -> (Deadline) -> Deadline {
        { deadline in
            guard let grace, startedOn < grace.goLive, deadline.date < grace.until else { return deadline }
            return Deadline(clockStart: grace.goLive, date: grace.until, origin: .goLive, duty: duty)
        }
    }
}

extension FollowUpRules {
    /// What the rules ask of one customer's owner.
    struct Terms: Sendable, Equatable {
        var firstWithinDays: Int
        var withinDays: Int
        var opportunityWithinDays: Int?
        var dealWithinDays: Int?
        var conditions: Conditions

        /// What concerns every number of days.
        struct Conditions: Sendable, Equatable {
            var dayKind: DayKind
            /// Whether the level exempts the customer, so that nothing is asked.
            var isExempt: Bool
            var exemptsOpenDeals: Bool
            var pausesOnLeave: Bool
        }
    }

    /// `nil`: a customer that no exception is about.
    func terms(for customer: CustomerSummary?) -> Terms {
        let exception = customer.flatMap { customer in exceptions.first { $0.customers.fits(customer) } }
        let within = exception?.withinDays ?? withinDays
        return Terms(
            firstWithinDays: exception?.firstWithinDays ?? firstWithinDays ?? within, withinDays: within,
            opportunityWithinDays: exception?.opportunityWithinDays ?? opportunityWithinDays,
            dealWithinDays: exception?.dealWithinDays ?? dealWithinDays,
            conditions: Terms.Conditions(
                dayKind: dayKind, isExempt: customer?.level.map(exemptLevels.contains) ?? false,
                exemptsOpenDeals: exemptsOpenDeals, pausesOnLeave: pausesOnLeave))
    }
}
