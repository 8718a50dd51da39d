import Records

/// What reps got from the pool for each day they worked, in value: who is behind the others.
package struct Income: Sendable {
    /// Value in minor units per working day, of every rep who worked one.
    package private(set) var perDay: [RepID: Double] = [:]
    private var mean = 0.0

    /// Over the `AllocationFacts.days` days that end on `date`.
    package init(_ receipts: [Receipt], reps: [Rep], date: BusinessDate, calendar: WorkCalendar) {
        let values = Dictionary(receipts.map { ($0.rep, $0.value.minorUnits) }, uniquingKeysWith: +)
        let workdays = (0..<AllocationFacts.days).map { date - $0 }.filter(calendar.isWorkday)
        for rep in reps where rep.presence(on: date) == .present {
            let days = workdays.count { rep.presence(on: $0) == .present }
            if days > 0 { perDay[rep.id] = Double(values[rep.id] ?? 0) / Double(days) }
        }
        let sorted = perDay.sorted { $0.key < $1.key }
        if !sorted.isEmpty { mean = sorted.reduce(0) { $0 + $1.value } / Double(sorted.count) }
    }

    /// Whether the rep got less than this share of the mean.
    package func isBehind(_ rep: RepID, share: Double) -> Bool {
        guard let own = perDay[rep] else { return false }
        return own < share * mean
    }
}
