import Records
import Rules

/// Which customers must not be recycled because follow-ups about them may not have arrived.
package struct FeedSuspension: Sendable {
    private var states: [String: FeedStatus.State] = [:]
    private var known: Set<String> = []
    /// No list of follow-ups ever came, from anywhere: nothing can be judged.
    package private(set) var isNoFeedKnown = false
    /// Whether no customer at all can be judged.
    package private(set) var areAllAffected = false

    package init(feeds: [FeedStatus], rules: FeedRules) {
        guard rules.followUps == .files else { return }
        known = Set(feeds.map(\.source))
        isNoFeedKnown = feeds.isEmpty
        for feed in feeds where feed.state != .fresh {
            states[feed.source] = feed.state
        }
        areAllAffected = feeds.allSatisfy { $0.state != .fresh }
    }

    /// The feeds that speak against recycling a customer of these sources; empty: none. Sorted by source.
    ///
    /// A customer depends on those of its sources that deliver follow-ups; one that has none depends on every feed,
    /// because its owner writes follow-ups down somewhere.
    package func feeds(affecting sources: [String]) -> [DecisionDetail.FeedState] {
        let delivering = sources.filter(known.contains)
        let relevant = delivering.isEmpty ? Array(known) : delivering
        return Set(relevant).sorted { $0.isOrderedBefore($1) }.compactMap { source in
            states[source].map { DecisionDetail.FeedState(source: source, state: $0) }
        }
    }
}
