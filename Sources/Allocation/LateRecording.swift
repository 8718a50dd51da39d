import Records
import Rules

/// What a follow-up changes that was written down after its customer had been taken back.
package enum LateRecording {
    package enum Verdict: Sendable, Equatable {
        /// The customer is in the pool: its owner has it back, and the clock goes on from the follow-up.
        case reinstate
        /// Somebody else has it: the manager decides.
        case appeal
    }

    /// `nil`: nothing. The follow-up would have kept the customer had it been known, and it was written down (or, where
    /// that is not said, has come by the night of `date`) at most `late_recording_days` after it happened.
    package static func verdict(
        on late: LateFollowUp, of customer: CustomerSummary?, rules: Rules, calendar: WorkCalendar, date: BusinessDate
    ) -> Verdict? {
        guard rules.followUp.lateRecordingDays > 0, let endedAt = late.spell.endedAt, late.owner != late.spell.rep
        else {
            return nil
        }
        let zone = rules.zone
        let writtenOn = late.recordedAt.map(zone.date(of:)) ?? date
        guard writtenOn - zone.date(of: late.at) <= rules.followUp.lateRecordingDays else { return nil }
        let deadline = FollowUpClock.deadline(
            spellStartedAt: late.spell.startedAt, lastFollowUpAt: late.at, rules: rules.followUp, calendar: calendar,
            zone: zone, customer: customer, on: zone.date(of: endedAt))
        guard deadline.date > zone.date(of: endedAt) else { return nil }
        return late.owner == nil && late.status == .pool ? .reinstate : .appeal
    }
}
