import Records
import Rules

/// What somebody has to do something about.
struct ActionMeasures: Sendable {
    /// A customer whose owner has to be in touch soon.
    struct Due: Sendable, Equatable {
        var customer: CustomerID
        var rep: RepID
        var deadline: BusinessDate
        /// Days after the business date: 1 is the day on which the report is read.
        var daysLeft: Int
    }

    /// A customer past its deadline that was not recycled.
    struct Kept: Sendable, Equatable {
        var customer: CustomerID
        var rep: RepID?
        var deadline: BusinessDate?
        var reason: ReasonCode
        var detail: DecisionDetail
    }

    /// Every open duty, nearest deadline first.
    let pending: [Due]
    let kept: [Kept]
    let keptByReason: [(reason: ReasonCode, count: Int)]
    let disputes: Int
    let pendingRows: Int
    let rejectedRows: Int
    /// How many days ahead a duty counts as due soon: three, or what the rules remind of, if that is more.
    let soonDays: Int

    init(_ facts: NightFacts, rules: Rules) {
        soonDays = max(3, rules.followUp.remindDaysBefore)
        pending = Self.pending(facts)
        let missed = Deadlines(facts)
        kept = facts.decisions.compactMap { decision in
            guard decision.kind == .recycle, !decision.isGranted, decision.reason != .won else { return nil }
            return Kept(
                customer: decision.customer, rep: decision.rep,
                deadline: missed.deadline(decision.customer, decision.rep), reason: decision.reason,
                detail: decision.detail)
        }
        keptByReason = kept.map(\.reason).tallied()
        disputes = facts.disputes.count
        pendingRows = facts.pending.values.reduce(0, +)
        rejectedRows = facts.imports.reduce(0) { $0 + $1.counts.rejected }
    }

    /// Duties due at most `days` after the business date.
    func due(within days: Int) -> [Due] { pending.filter { $0.daysLeft <= days } }

    /// Open duties and the night's reminders together: each customer of a rep once, by its nearest deadline.
    private static func pending(_ facts: NightFacts) -> [Due] {
        let duties =
            facts.obligations.filter { $0.outcome == .pending }.map { ($0.customer, $0.rep, $0.deadline.date) }
            + facts.reminders.map { ($0.customer, $0.rep, $0.deadline) }
        let dues = duties.filter { $0.2 > facts.date }.map {
            Due(customer: $0.0, rep: $0.1, deadline: $0.2, daysLeft: $0.2 - facts.date)
        }
        let sorted = dues.sorted {
            if $0.deadline != $1.deadline { return $0.deadline < $1.deadline }
            return $0.rep == $1.rep ? $0.customer < $1.customer : $0.rep < $1.rep
        }
        var seen: Set<SpellKey> = []
        return sorted.filter { seen.insert(SpellKey(customer: $0.customer, rep: $0.rep)).inserted }
    }
}

/// A customer with its owner.
struct SpellKey: Hashable, Sendable {
    var customer: CustomerID
    var rep: RepID
}

/// The latest deadline at or before T of each customer and owner.
struct Deadlines: Sendable {
    private let latest: [SpellKey: BusinessDate]

    init(_ facts: NightFacts) {
        latest = facts.obligations.reduce(into: [:]) { latest, obligation in
            guard obligation.deadline.date <= facts.date else { return }
            let key = SpellKey(customer: obligation.customer, rep: obligation.rep)
            latest[key] = max(latest[key] ?? obligation.deadline.date, obligation.deadline.date)
        }
    }

    func deadline(_ customer: CustomerID, _ rep: RepID?) -> BusinessDate? {
        rep.flatMap { latest[SpellKey(customer: customer, rep: $0)] }
    }
}
