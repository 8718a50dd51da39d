import Records
import Rules

/// Whether a source's follow-ups have arrived, so that silence in them means something.
package enum Freshness {
    /// How each feed stands on `date`, in the order of the facts. Nothing is suspended here: `Recycling` does that.
    ///
    /// Only a working day expects follow-ups: on a weekend or holiday the last working day before it is what they must
    /// reach. A feed whose newest follow-up reaches it is fresh. Otherwise it is `missing` when no file came since the
    /// last night, `empty` when the files held no row, `stale` when they brought nothing newer than what the last night
    /// knew or the newest is more than `maximum_age_days` before `date`, and fresh when it moved on and is recent.
    /// Files of a working day that hold less than `minimum_share` of the median of the nights before are `short`, however new
    /// their newest row is: half a list looks as if nobody had done anything.
    /// Where the rules expect no files, every feed is fresh.
    package static func judge(
        _ facts: [FeedFacts], rules: FeedRules, date: BusinessDate, zone: Zone, calendar: WorkCalendar
    ) -> [FeedStatus] {
        let expected = calendar.lastWorkday(onOrBefore: date)
        return facts.map { feed in
            FeedStatus(
                source: feed.source,
                state: rules.followUps == .none
                    ? .fresh : state(of: feed, expected: expected, rules: rules, date: date, zone: zone),
                newestAt: feed.newestAt)
        }
    }

    private static func state(
        of feed: FeedFacts, expected: BusinessDate, rules: FeedRules, date: BusinessDate, zone: Zone
    ) -> FeedStatus.State {
        let newest = feed.newestAt.map(zone.date(of:))
        if expected == date, isShort(feed, rules) { return .short }
        if let newest, newest >= expected { return .fresh }
        if feed.filesSinceLastNight == 0 { return .missing }
        if feed.rows == 0 { return .empty }
        guard let newest, newest >= date - rules.maximumAgeDays else { return .stale }
        if let before = feed.newestAtLastNight, let now = feed.newestAt, now <= before { return .stale }
        return .fresh
    }

    /// Tested once ten nights had files, and where the usual number is more than chance could halve.
    private static func isShort(_ feed: FeedFacts, _ rules: FeedRules) -> Bool {
        guard let share = rules.minimumShare, feed.rows > 0, feed.formerRows.count >= 10 else { return false }
        let usual = feed.formerRows.sorted()[feed.formerRows.count / 2]
        return usual >= 20 && Double(feed.rows) < share * Double(usual)
    }
}
