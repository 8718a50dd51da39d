import Records

/// The time from a spell's start to its owner's first follow-up that counts (METRICS.md, 2), by Kaplan–Meier: a spell
/// without one is a wait cut short at its end or at T, never left out.
struct FirstFollowUpMeasures: Sendable {
    let overall: KaplanMeier
    /// As it stood seven days before.
    let weekBefore: KaplanMeier
    /// The same in working hours; `nil` where nobody says which those are.
    let overallWorking: KaplanMeier?
    let byRep: [RepID: KaplanMeier]
    let byTeam: [String: KaplanMeier]

    init(_ spells: SpellWindow, reps: RepIndex, workingTime: WorkingTime?) {
        let counted = spells.acquired.filter { !$0.wasWonBefore }
        let waits = counted.map { (rep: $0.spell.rep, wait: Self.wait($0, asOf: spells.asOf)) }
        let earlier = spells.asOf + -7 * 86_400
        weekBefore = KaplanMeier(
            counted.filter { $0.spell.startedAt <= earlier }.map { Self.wait($0, asOf: earlier) })
        overall = KaplanMeier(waits.map(\.wait))
        overallWorking = workingTime.map { time in
            KaplanMeier(
                zip(counted, waits).map { history, waited in
                    let start = history.spell.startedAt
                    return Wait(
                        time.seconds(from: start, to: start + waited.wait.time), isEvent: waited.wait.isEvent)
                })
        }
        byRep = Dictionary(grouping: waits, by: \.rep).mapValues { KaplanMeier($0.map(\.wait)) }
        byTeam = Dictionary(grouping: waits) { reps.team(of: $0.rep) }.mapValues { KaplanMeier($0.map(\.wait)) }
    }

    static func wait(_ history: SpellHistory, asOf: Instant) -> Wait {
        let start = history.spell.startedAt
        let end = max(start, history.endOrNow(asOf))
        if let first = history.followUps.first(where: { $0 >= start && $0 <= end }) {
            return Wait(first - start, isEvent: true)
        }
        return Wait(end - start, isEvent: false)
    }
}
