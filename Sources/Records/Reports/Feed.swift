/// What is known of one source's follow-up list: the figures that its freshness is judged by.
package struct FeedFacts: Sendable, Equatable {
    package var source: String
    /// Files of follow-ups since the last completed night, whatever they held.
    package var filesSinceLastNight: Int
    /// Usable rows in them that were not known before.
    package var newRows: Int
    /// Rows in them, known or not.
    package var rows: Int
    /// The newest follow-up of the source known now, and the newest known when the last completed night ran.
    package var newestAt: Instant?
    package var newestAtLastNight: Instant?
    /// The rows that came for each of the last 28 nights that had files, newest first.
    package var formerRows: [Int]

    package init(
        source: String, filesSinceLastNight: Int, newRows: Int, rows: Int, newestAt: Instant?,
        newestAtLastNight: Instant?, formerRows: [Int] = []
    ) {
        self.source = source
        self.filesSinceLastNight = filesSinceLastNight
        self.newRows = newRows
        self.rows = rows
        self.newestAt = newestAt
        self.newestAtLastNight = newestAtLastNight
        self.formerRows = formerRows
    }
}
