/// What a page about one customer tells: who had it when, the clock of the last owners day by day, and every decision.
package struct CustomerStory: Sendable {
    package var dossier: Dossier
    package var reps: [Rep]
    /// Of the last two owners, the latest first.
    package var clocks: [Clock]
    /// Up to when things are known.
    package var asOf: Instant

    package init(dossier: Dossier, reps: [Rep], clocks: [Clock], asOf: Instant) {
        self.dossier = dossier
        self.reps = reps
        self.clocks = clocks
        self.asOf = asOf
    }

    /// A spell with the deadline that it is, or was last, judged by.
    package struct Clock: Sendable {
        package var spell: Spell
        package var duty: DecisionDetail.Duty
        /// From the day on which the clock started to the deadline, or to the end of the spell where that is later.
        package var days: [Day]

        package init(spell: Spell, duty: DecisionDetail.Duty, days: [Day]) {
            self.spell = spell
            self.duty = duty
            self.days = days
        }
    }

    package struct Day: Sendable, Equatable {
        package var date: BusinessDate
        package var isWorkday: Bool
        /// Which of the rule's days it is; 0: the day on which the clock started, `nil`: one that does not count.
        package var number: Int?

        package init(date: BusinessDate, isWorkday: Bool, number: Int?) {
            self.date = date
            self.isWorkday = isWorkday
            self.number = number
        }
    }
}
