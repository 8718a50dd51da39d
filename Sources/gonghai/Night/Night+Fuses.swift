import Allocation
import Records

/// What a night asks itself before it does what cannot be taken back. Everything before a stop is kept.
extension Night {
    /// Stops the night where no follow-up list can be trusted and customers would go back to the pool because of it.
    func checkFeeds() throws {
        feeds = Freshness.judge(try feedFacts(), rules: rules.feeds, date: date, zone: zone, calendar: calendar)
        guard try !store.completedStages(of: date).contains(.recycle) else { return }
        let plan = try planRecycling()
        let suspended = plan.decisions.count { $0.reason == .feedSuspended }
        guard plan.areAllFeedsAffected, suspended > 0 else { return }
        throw FuseStop(
            fuse: .feeds,
            message: """
                the night for \(date) stopped before recycling: no follow-up list is fresh, and \(suspended) \
                customers would have gone back to the pool for it.
                \(feeds.isEmpty ? "No list of follow-ups ever came." : feeds.map(\.sentence).joined(separator: "\n"))
                What was imported is kept. Put the follow-ups into inbox/ and run again, or, if they are right as they \
                are:
                    gonghai run --date \(date) --approve feeds
                Where follow-ups are only typed in, say so in gonghai.yaml:  feeds: { follow_ups: none }
                """)
    }

    /// Stops the night where far more customers would go back than usual: a wrong rule or half a list looks like that.
    func checkBlastRadius() throws {
        guard rules.mode == .live, !approvals.contains(.recycling),
            try !store.completedStages(of: date).contains(.recycle)
        else { return }
        let plan = try planRecycling()
        let most = BlastRadius.limit(
            held: plan.held, lastNights: try lastNights("recycled", of: .recycle), rules: rules.followUp)
        let going = plan.decisions.count(where: \.isGranted)
        guard let most, going > most else { return }
        throw FuseStop(
            fuse: .recycling,
            message: """
                the night for \(date) stopped before recycling: \(going) of \(plan.held) customers would go back to the pool; \
                more than \(most) is out of the ordinary.
                What was imported is kept. See who would lose what with  gonghai run --date \(date) --dry-run --approve recycling
                and, if it is right:
                    gonghai run --date \(date) --approve recycling
                """)
    }

    /// Stops the night where its lists joined or rejected far more rows than usual: a column that moved looks like that, and
    /// what depends on them would go wrong too.
    func checkImports() throws {
        guard try !store.completedStages(of: date).contains(.recycle) else { return }
        try check(
            .merges, "merged", of: .importing,
            "rows of the imported lists were taken for customers who are known already",
            hint: "Look at them with  gonghai export customers, and take a list back with  gonghai undo BATCH")
        try check(
            .rejects, "rejected", of: .importing, "rows of the imported lists could not be used",
            hint: "They stand in rejects/, each with its reason. Correct the list and put it into inbox/ again")
    }

    private func check(_ fuse: Fuse, _ count: String, of stage: Stage, _ what: String, hint: String) throws {
        guard !approvals.contains(fuse), let most = BlastRadius.limit(lastNights: try lastNights(count, of: stage)),
            let now = try store.counts(count, of: stage, before: date + 1, nights: 1).first, now > most
        else { return }
        throw FuseStop(
            fuse: fuse,
            message: """
                the night for \(date) stopped before recycling: \(now) \(what); more than \(most) is out of the ordinary.
                \(hint); or, if it is right:
                    gonghai run --date \(date) --approve \(fuse.rawValue)
                """)
    }

    /// Stops a night that would give away far more customers than any of the last four weeks: a quota with a digit too many
    /// looks like that.
    func checkAllocation(_ granted: Int) throws {
        guard !approvals.contains(.allocation),
            let most = BlastRadius.limit(lastNights: try lastNights("allocated", of: .allocate)), granted > most
        else { return }
        throw FuseStop(
            fuse: .allocation,
            message: """
                the night for \(date) stopped before allocating: \(granted) customers would be given to salespeople; more than \
                \(most) is out of the ordinary.
                Recycling and claims are done. See who would get what with
                    gonghai run --date \(date) --dry-run --approve allocation
                and, if it is right:
                    gonghai run --date \(date) --approve allocation
                """)
    }

    private func lastNights(_ count: String, of stage: Stage) throws -> [Int] {
        try store.counts(count, of: stage, before: date, nights: BlastRadius.nights)
    }
}
