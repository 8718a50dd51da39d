import Records
import Rules

/// What the night does about open spells: what goes back to the pool, what stays although overdue, and who is reminded.
package struct RecyclePlan: Sendable, Equatable {
    /// One per overdue spell: granted where it is recycled, otherwise with the reason why not. Sorted by customer, rep.
    package var decisions: [Decision]
    /// What the owners' lists of the coming day name. Sorted by customer, rep.
    package var reminders: [Reminder]
    /// The feeds with the number of overdue spells that each keeps from being recycled.
    package var feeds: [FeedStatus]
    /// No feed is fresh, or none is known where the rules expect files: nothing was recycled, and somebody must know.
    package var areAllFeedsAffected: Bool
}

/// Returns customers that were not followed up in time to the pool.
package enum Recycling {
    /// The plan of the run for `date`, whose end is T. Holdings are as they stand at T.
    ///
    /// A spell is overdue when its deadline is on or before `date` and no follow-up came by T (a later one would have
    /// moved the deadline). It stays, with one reason, where the first of these holds: an exemption; no working day
    /// today and recycling waits for one; a feed that its follow-ups might be missing from; no earlier list that named
    /// its present deadline. Everything that may still be recycled is listed for the next day, so that a deadline that
    /// moved, or a list that never went out, costs a night and not a customer.
    package static func plan(
        holdings: [Holding], reps: [Rep], feeds: [FeedStatus], rules: Rules, calendar: WorkCalendar, date: BusinessDate
    ) -> RecyclePlan {
        let night = Night(
            owners: Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            suspension: FeedSuspension(feeds: feeds, rules: rules.feeds), rules: rules, calendar: calendar, date: date)
        var plan = RecyclePlan(
            decisions: [], reminders: [], feeds: feeds, areAllFeedsAffected: night.suspension.areAllAffected)
        var suspended: [String: Int] = [:]
        for holding in holdings.sorted(by: isOrderedBefore) {
            let judgement = night.judge(holding)
            if let decision = judgement.decision { plan.decisions.append(decision) }
            if let reminder = judgement.reminder { plan.reminders.append(reminder) }
            for source in judgement.suspendedBy { suspended[source, default: 0] += 1 }
        }
        for index in plan.feeds.indices { plan.feeds[index].suspendedSpells = suspended[plan.feeds[index].source] ?? 0 }
        return plan
    }

    private static func isOrderedBefore(_ left: Holding, _ right: Holding) -> Bool {
        (left.spell.customer, left.spell.rep, left.spell.startedAt)
            < (right.spell.customer, right.spell.rep, right.spell.startedAt)
    }

    private struct Judgement {
        var decision: Decision?
        var reminder: Reminder?
        var suspendedBy: [String] = []
    }

    private struct Night {
        var owners: [RepID: Rep]
        var suspension: FeedSuspension
        var rules: Rules
        var calendar: WorkCalendar
        var date: BusinessDate

        func judge(_ holding: Holding) -> Judgement {
            let followUp = rules.followUp
            let deadline = FollowUpClock.deadline(of: holding, rules: followUp, calendar: calendar, zone: rules.zone)
            guard deadline.date - date <= max(0, followUp.remindDaysBefore) else { return Judgement() }
            let exemption = Exemption.of(holding, owner: owners[holding.spell.rep], rules: followUp, date: date)
            let reminder = Reminder(customer: holding.spell.customer, rep: holding.spell.rep, deadline: deadline.date)
            guard deadline.date <= date else {
                return exemption == nil ? Judgement(reminder: reminder) : Judgement()
            }

            let isFollowedUp = holding.lastFollowUpAt.map { $0 > holding.spell.startedAt } ?? false
            let duty = FollowUpClock.duty(with: deadline, isFollowedUp: isFollowedUp, rules: followUp)
            func decision(_ reason: ReasonCode, _ cause: DecisionDetail.Cause) -> Decision {
                Decision(
                    kind: .recycle, customer: holding.spell.customer, rep: holding.spell.rep,
                    isGranted: reason == .overdue, reason: reason, detail: .recycling(duty, cause))
            }
            if let exemption {
                return Judgement(decision: decision(exemption.reason, exemption.cause(in: rules.zone)))
            }
            if followUp.recycleOn == .working, !calendar.isWorkday(date) {
                let next = calendar.nextWorkday(onOrAfter: date)
                return Judgement(decision: decision(.dueLater, .dayOff(date, next: next)), reminder: reminder)
            }
            if suspension.isNoFeedKnown {
                return Judgement(decision: decision(.feedSuspended, .noFeed), reminder: reminder)
            }
            let affected = suspension.feeds(affecting: holding.customer.sources)
            if !affected.isEmpty {
                return Judgement(
                    decision: decision(.feedSuspended, .feeds(affected)), reminder: reminder,
                    suspendedBy: affected.map(\.source))
            }
            if followUp.requireReminder == .listed, holding.remindedDeadline != deadline.date {
                let cause = DecisionDetail.Cause.notReminded(listed: holding.remindedDeadline)
                return Judgement(decision: decision(.notReminded, cause), reminder: reminder)
            }
            return Judgement(decision: decision(.overdue, .noFollowUp(by: date)))
        }
    }
}
