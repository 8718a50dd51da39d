/// How a rep's follow-ups of a period look, for whoever has to judge whether they were any.
package struct FollowUpQuality: Sendable, Equatable {
    package var rep: RepID
    package var count: Int
    /// With a note of at most four characters, or none.
    package var emptyNotes: Int
    /// With a note that ten others of the rep have too, word for word.
    package var repeatedNotes: Int
    /// The most that are dated in one minute, where a time of day is given.
    package var mostInOneMinute: Int
    /// Written down more than so many days after they happened.
    package var backdated: Int

    package init(
        rep: RepID, count: Int, emptyNotes: Int, repeatedNotes: Int, mostInOneMinute: Int, backdated: Int
    ) {
        self.rep = rep
        self.count = count
        self.emptyNotes = emptyNotes
        self.repeatedNotes = repeatedNotes
        self.mostInOneMinute = mostInOneMinute
        self.backdated = backdated
    }
}
