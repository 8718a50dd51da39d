import Allocation
import Records
import Rules

extension CustomerStory {
    /// `holding`: how the customer is held now, where somebody holds it as a prospect.
    init(_ dossier: Dossier, holding: Holding?, reps: [Rep], rules: Rules, calendar: WorkCalendar, asOf: Instant) {
        let spells = dossier.spells.sorted { $0.startedAt > $1.startedAt }.prefix(2)
        let clocks = spells.compactMap { spell -> Clock? in
            let duty =
                if let holding, spell.endedAt == nil {
                    FollowUpClock.duty(
                        with: FollowUpClock.deadline(
                            of: holding, rules: rules.followUp, calendar: calendar, zone: rules.zone),
                        rules: rules.followUp, calendar: calendar)
                } else {
                    Self.lastDuty(of: spell, dossier)
                }
            guard let duty else { return nil }
            let end = spell.endedAt.map(rules.zone.date(of:)) ?? duty.deadline.date
            return Clock(spell: spell, duty: duty, days: Self.days(of: duty, until: end, calendar))
        }
        self.init(dossier: dossier, reps: reps, clocks: clocks, asOf: asOf)
    }

    /// By which a night judged it last.
    private static func lastDuty(of spell: Spell, _ dossier: Dossier) -> DecisionDetail.Duty? {
        for (_, decision) in dossier.decisions where decision.rep == spell.rep {
            guard case .recycling(let duty, _) = decision.detail,
                decision.basis?.startedAt ?? spell.startedAt == spell.startedAt
            else { continue }
            return duty
        }
        return nil
    }

    private static func days(
        of duty: DecisionDetail.Duty, until end: BusinessDate, _ calendar: WorkCalendar
    ) -> [Day] {
        var number = 0
        let start = duty.deadline.clockStart
        return (0...max(0, max(end, duty.deadline.date) - start)).map { offset in
            let date = start + offset
            let isWorkday = calendar.isWorkday(date)
            let counts = offset > 0 && (isWorkday || !duty.areWorkingDays)
            if counts { number += 1 }
            return Day(date: date, isWorkday: isWorkday, number: offset == 0 ? 0 : counts ? number : nil)
        }
    }
}
