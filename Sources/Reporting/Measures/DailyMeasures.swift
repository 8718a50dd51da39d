import Records

/// What happened on each of the last days, as known at T: what trends, changes and periods are made from.
struct DailyMeasures: Sendable {
    struct Day: Sendable, Equatable {
        var date: BusinessDate
        /// Spells that began, by kind.
        var claimed = 0
        var allocated = 0
        var transferred = 0
        /// Spells that ended so.
        var recycled = 0
        var released = 0
        /// Different customers whose first win was on the day, inside a spell.
        var won = 0
        /// Duties with their deadline on the day.
        var duties = Proportion(0, of: 0)
        /// The pool at the end of the day, where it is known.
        var poolSize: Int?

        var handedOut: Int { claimed + allocated }
    }

    /// Oldest first; the last is the business date.
    let days: [Day]
    /// The first day on which a spell began under these rules; `nil` before.
    let liveSince: BusinessDate?

    /// Days of a trend; a few more are kept, to compare with.
    static let trendDays = 28
    static let keptDays = 36

    init(_ facts: NightFacts, spells: SpellWindow, days count: Int = keptDays) {
        let first = facts.date - (count - 1)
        let index = DayIndex(first: first, count: count, zone: spells.zone)
        var days = (0..<count).map { Day(date: first + $0, poolSize: facts.poolSizes[first + $0]) }
        var won: [(day: Int, customer: CustomerID)] = []
        for history in spells.all {
            let spell = history.spell
            if let day = index[spell.startedAt] {
                switch spell.kind {
                case .claim: days[day].claimed += 1
                case .allocation: days[day].allocated += 1
                case .transfer: days[day].transferred += 1
                case .opening, .reinstatement: break
                }
            }
            if let endedAt = spell.endedAt, let day = index[endedAt] {
                if spell.endReason == .recycled { days[day].recycled += 1 }
                if spell.endReason == .released { days[day].released += 1 }
            }
            if let wonAt = history.wonInside, let day = index[wonAt] { won.append((day, spell.customer)) }
        }
        var counted: Set<CustomerID> = []
        for win in won where counted.insert(win.customer).inserted { days[win.day].won += 1 }
        for duty in facts.obligations where duty.outcome == .met || duty.outcome == .missed {
            let day = duty.deadline.date - first
            if days.indices.contains(day) { days[day].duties.add(duty.outcome == .met) }
        }
        self.days = days
        liveSince = spells.acquired.map(\.spell.startedAt).min().map(spells.zone.date(of:))
    }

    var today: Day { days.last ?? Day(date: BusinessDate(dayNumber: 0)) }

    /// The days of the trend.
    var trend: ArraySlice<Day> { days.suffix(Self.trendDays) }

    /// What the same weekday of the last four weeks usually brought, the median; `nil` before there were four.
    func usual(_ number: KeyPath<Day, Int>) -> Double? {
        guard let liveSince, let today = days.last?.date, liveSince <= today - 28 else { return nil }
        let before = days.filter { [7, 14, 21, 28].contains(today - $0.date) }
        return before.count == 4 ? before.map { Double($0[keyPath: number]) }.median : nil
    }

    /// The share in time over the seven days up to each day of the trend; `nil` where nothing was due.
    var weeklyCompliance: [Double?] {
        days.indices.suffix(Self.trendDays).map { end in
            days[max(0, end - 6)...end].reduce(into: Proportion(0, of: 0)) { $0.add($1.duties) }.value
        }
    }
}

/// Finds the day of a moment among consecutive days, without asking the time zone for each.
struct DayIndex: Sendable {
    private let starts: [Instant]

    init(first: BusinessDate, count: Int, zone: Zone) {
        starts = (0...max(0, count)).map { zone.start(of: first + $0) }
    }

    /// 0 for the first day; `nil` before it and after the last.
    subscript(moment: Instant) -> Int? {
        guard let first = starts.first, let end = starts.last, moment >= first, moment < end else { return nil }
        // Days differ from 86,400 seconds by an hour at most, so the guess is one off at most.
        var day = min(Int((moment - first) / 86_400), starts.count - 2)
        while starts[day] > moment { day -= 1 }
        while starts[day + 1] <= moment { day += 1 }
        return day
    }
}

extension Proportion {
    mutating func add(_ other: Proportion) {
        count += other.count
        total += other.total
    }
}

extension Array where Element == Double {
    /// The middle one, or the mean of the two in the middle; `nil` where there is none.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = self.sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}
