import Records
import Rules

/// What each owner will lose if nobody follows up: the recycling of the coming days, told before it happens.
package struct Forecast: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package var rep: RepID
        /// Prospects held now.
        package var held: Int
        /// Going back in the nights of the next 7, 14 and 30 days, each with those before it.
        package var in7Days: Int
        package var in14Days: Int
        package var in30Days: Int
        /// The night in which most go back, and how many; `nil` where none does.
        package var worstNight: BusinessDate?
        package var worstCount: Int

        /// A fifth of the book, and at least five customers, in one night.
        package var isCliff: Bool { worstCount >= 5 && worstCount * 5 >= held }
    }

    /// Sorted by rep; who holds nothing is left out.
    package var lines: [Line]
    /// What nothing but an exemption keeps, by its reason: it is not in the lines.
    package var exempt: [ReasonCode: Int]

    /// The nights after `date`, under the rules and follow-ups as they are. Feeds are taken to arrive, and reminders to go out.
    package init(
        holdings: [Holding], reps: [Rep], rules: Rules, calendar: WorkCalendar, date: BusinessDate
    ) {
        let owners = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var nights: [RepID: [BusinessDate: Int]] = [:]
        var held: [RepID: Int] = [:]
        exempt = [:]
        for holding in holdings {
            let rep = holding.spell.rep
            held[rep, default: 0] += 1
            let deadline = FollowUpClock.deadline(
                of: holding, rules: rules.followUp, calendar: calendar, zone: rules.zone)
            let due = FollowUpClock.recycleDate(
                of: Deadline(clockStart: deadline.clockStart, date: max(deadline.date, date + 1)),
                rules: rules.followUp, calendar: calendar)
            guard due <= date + 30 else { continue }
            if let exemption = Exemption.of(holding, owner: owners[rep], rules: rules.followUp, date: due) {
                exempt[exemption.reason, default: 0] += 1
            } else {
                nights[rep, default: [:]][due, default: 0] += 1
            }
        }
        lines = held.keys.sorted().map { rep in
            let due = nights[rep] ?? [:]
            func within(_ days: Int) -> Int { due.reduce(0) { $1.key <= date + days ? $0 + $1.value : $0 } }
            // Of two nights with as many the earlier one.
            let worst = due.max { ($0.value, $1.key) < ($1.value, $0.key) }
            return Line(
                rep: rep, held: held[rep] ?? 0, in7Days: within(7), in14Days: within(14), in30Days: within(30),
                worstNight: worst?.key, worstCount: worst?.value ?? 0)
        }
    }
}
