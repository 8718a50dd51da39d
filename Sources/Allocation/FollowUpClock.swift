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
    /// is `within_days` calendar or working days after it. Other people's follow-ups, edits and re-imports do not come
    /// in here, so they cannot restart the clock.
    ///
    /// `lastFollowUpAt` is the owner's; without one, or with one before the start, the clock runs from the start.
    ///
    /// - Source: SPEC.md, "Deadline".
    package static func deadline(
        spellStartedAt start: Instant, lastFollowUpAt: Instant?, rules: FollowUpRules, calendar: WorkCalendar,
        zone: Zone
    ) -> Deadline {
        let clockStart = zone.date(of: max(start, lastFollowUpAt ?? start))
        let days = max(0, rules.withinDays)
        let date =
            switch rules.dayKind {
            case .calendar: clockStart + days
            case .working: calendar.adding(workdays: days, to: clockStart)
            }
        return Deadline(clockStart: clockStart, date: date)
    }

    /// The deadline of a spell that is open now.
    package static func deadline(
        of holding: Holding, rules: FollowUpRules, calendar: WorkCalendar, zone: Zone
    ) -> Deadline {
        deadline(
            spellStartedAt: holding.spell.startedAt, lastFollowUpAt: holding.lastFollowUpAt, rules: rules,
            calendar: calendar, zone: zone)
    }

    /// The business date whose run recycles what has this deadline: the deadline itself or, where `recycle_on` is
    /// `working`, the first working day from it on.
    package static func recycleDate(of deadline: Deadline, rules: FollowUpRules, calendar: WorkCalendar) -> BusinessDate
    {
        rules.recycleOn == .working ? calendar.nextWorkday(onOrAfter: deadline.date) : deadline.date
    }

    /// The deadline with what it was computed from, for whoever has to explain it.
    package static func duty(
        with deadline: Deadline, isFollowedUp: Bool, rules: FollowUpRules
    ) -> DecisionDetail.Duty {
        DecisionDetail.Duty(
            deadline: deadline, days: max(0, rules.withinDays), areWorkingDays: rules.dayKind == .working,
            isFollowedUp: isFollowedUp)
    }
}
