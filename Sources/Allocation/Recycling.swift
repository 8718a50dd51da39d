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
    /// Prospects held before it.
    package var held: Int
}

/// Returns customers that were not followed up in time to the pool.
package enum Recycling {
    /// The plan of the run for `date`, whose end is T. Holdings are as they stand at T.
    ///
    /// A spell is overdue when its deadline is on or before `date` and no follow-up came by T (a later one would have
    /// moved the deadline). It stays, with one reason, where the first of these holds: an exemption; no working day
    /// today and recycling waits for one; a feed that its follow-ups might be missing from; no earlier list that named
    /// its present deadline; the share of a book that goes back in one night when the pool goes live; nights that only
    /// observe. Everything that may still be recycled is listed for the next day, so that a deadline that moved, or a list
    /// that never went out, costs a night and not a customer.
    ///
    /// `holdings` may leave out what lies beyond the `DueHorizon`; `held` then says how many there are (`nil`: these).
    package static func plan(
        holdings: [Holding], held: Int? = nil, reps: [Rep], feeds: [FeedStatus], rules: Rules, calendar: WorkCalendar,
        date: BusinessDate
    ) -> RecyclePlan {
        let judge = Judge(
            owners: Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            suspension: FeedSuspension(feeds: feeds, rules: rules.feeds), rules: rules, calendar: calendar, date: date)
        var plan = RecyclePlan(
            decisions: [], reminders: [], feeds: feeds, areAllFeedsAffected: judge.suspension.areAllAffected,
            held: held ?? holdings.count)
        var suspended: [String: Int] = [:]
        let sorted = holdings.sorted(by: isOrderedBefore)
        var judgements = sorted.map(judge.judge)
        if rules.mode == .live {
            Stagger(rules: rules, date: date)?.hold(&judgements, of: sorted)
        } else {
            for index in judgements.indices { judgements[index].keep(.observed, because: .observed) }
        }
        for judgement in judgements {
            if let decision = judgement.decision { plan.decisions.append(decision) }
            if let reminder = judgement.reminder { plan.reminders.append(reminder) }
            for source in judgement.suspendedBy { suspended[source, default: 0] += 1 }
        }
        for index in plan.feeds.indices { plan.feeds[index].suspendedSpells = suspended[plan.feeds[index].source] ?? 0 }
        return plan
    }

    /// Whether books from before going live are still taken back step by step.
    static func isStaggered(_ rules: Rules, on date: BusinessDate) -> Bool {
        rules.mode == .live && Stagger(rules: rules, date: date) != nil
    }

    private static func isOrderedBefore(_ left: Holding, _ right: Holding) -> Bool {
        (left.spell.customer, left.spell.rep, left.spell.startedAt)
            < (right.spell.customer, right.spell.rep, right.spell.startedAt)
    }
}

/// What the night says about one open spell.
private struct Judgement {
    var decision: Decision?
    /// On the owner's list of the coming day; also where it goes back, should something else keep it.
    var reminder: Reminder?
    var suspendedBy: [String] = []
    var deadline: Deadline

    /// Keeps what would go back, with another reason, and lists it.
    mutating func keep(_ reason: ReasonCode, because cause: DecisionDetail.Cause) {
        guard var decision, decision.isGranted, case .recycling(let duty, _) = decision.detail, let rep = decision.rep
        else { return }
        decision.isGranted = false
        decision.reason = reason
        decision.detail = .recycling(duty, cause)
        self.decision = decision
        reminder = Reminder(customer: decision.customer, rep: rep, deadline: deadline.date)
    }
}

private struct Judge {
    var owners: [RepID: Rep]
    var suspension: FeedSuspension
    var rules: Rules
    var calendar: WorkCalendar
    var date: BusinessDate

    func judge(_ holding: Holding) -> Judgement {
        let followUp = rules.followUp
        let deadline = FollowUpClock.deadline(
            of: holding, rules: followUp, calendar: calendar, zone: rules.zone, on: date)
        var judgement = Judgement(deadline: deadline)
        guard deadline.date - date <= max(0, followUp.remindDaysBefore) else { return judgement }
        let exemption = Exemption.of(holding, owner: owners[holding.spell.rep], rules: followUp, date: date)
        let reminder = Reminder(customer: holding.spell.customer, rep: holding.spell.rep, deadline: deadline.date)
        guard deadline.date <= date else {
            judgement.reminder = exemption == nil ? reminder : nil
            return judgement
        }

        let duty = FollowUpClock.duty(with: deadline, rules: followUp, calendar: calendar)
        func decide(_ reason: ReasonCode, _ cause: DecisionDetail.Cause, isGranted: Bool = false) {
            judgement.decision = Decision(
                kind: .recycle, customer: holding.spell.customer, rep: holding.spell.rep, isGranted: isGranted,
                reason: reason, detail: .recycling(duty, cause))
            judgement.decision?.basis = Decision.Basis(
                startedAt: holding.spell.startedAt, lastFollowUpAt: holding.lastFollowUpAt)
        }
        if let exemption {
            decide(exemption.reason, exemption.cause(in: rules.zone))
            return judgement
        }
        let affected = suspension.feeds(affecting: holding.customer.sources)
        if let obstacle = obstacle(to: holding, with: deadline, affected) {
            judgement.reminder = reminder
            judgement.suspendedBy = obstacle.reason == .feedSuspended ? affected.map(\.source) : []
            decide(obstacle.reason, obstacle.cause)
        } else {
            switch deadline.duty {
            case .followUp: decide(.overdue, .noFollowUp(by: date), isGranted: true)
            case .opportunity: decide(.noOpportunity, .noOpenDeal(by: date), isGranted: true)
            case .deal: decide(.noDeal, .notWon(by: date), isGranted: true)
            }
        }
        return judgement
    }

    /// What keeps an overdue customer that nothing exempts, for tonight.
    private func obstacle(
        to holding: Holding, with deadline: Deadline, _ affected: [DecisionDetail.FeedState]
    ) -> (reason: ReasonCode, cause: DecisionDetail.Cause)? {
        let followUp = rules.followUp
        if followUp.recycleOn == .working, !calendar.isWorkday(date) {
            return (.dueLater, .dayOff(date, next: calendar.nextWorkday(onOrAfter: date)))
        }
        if suspension.isNoFeedKnown { return (.feedSuspended, .noFeed) }
        if !affected.isEmpty { return (.feedSuspended, .feeds(affected)) }
        if followUp.requireReminder != .none, holding.remindedDeadline != deadline.date {
            return (.notReminded, .notReminded(listed: holding.remindedDeadline))
        }
        if followUp.requireReminder == .delivered, holding.deliveredDeadline != deadline.date {
            return (.notReminded, .notDelivered)
        }
        return nil
    }
}

/// Going live takes books from before it back step by step, so that no book is emptied in one night.
private struct Stagger {
    var goLive: BusinessDate
    var share: Double

    /// `nil` where every book had its time: after the grace, twice as many nights as the share needs.
    init?(rules: Rules, date: BusinessDate) {
        guard let grace = rules.followUp.grace, rules.goLiveSharePerNight < 1 else { return nil }
        let nights = 2 * Int((1 / rules.goLiveSharePerNight).rounded(.up))
        guard date <= max(grace.until, grace.goLive) + nights else { return nil }
        goLive = grace.goLive
        share = rules.goLiveSharePerNight
    }

    /// Of each owner's customers from before go-live, at most the share goes back, at least one: those overdue longest.
    func hold(_ judgements: inout [Judgement], of holdings: [Holding]) {
        var books: [RepID: (held: Int, due: [Int])] = [:]
        for (index, holding) in holdings.enumerated() where holding.spell.kind == .opening {
            books[holding.spell.rep, default: (0, [])].held += 1
            if judgements[index].decision?.isGranted == true { books[holding.spell.rep]?.due.append(index) }
        }
        for book in books.values {
            let most = max(1, Int((Double(book.held) * share).rounded(.up)))
            let byAge = book.due.sorted {
                let (first, second) = (judgements[$0].deadline, judgements[$1].deadline)
                return (first.date, first.clockStart, $0) < (second.date, second.clockStart, $1)
            }
            for index in byAge.dropFirst(most) { judgements[index].keep(.staggered, because: .staggered(most: most)) }
        }
    }
}
