import Records
import Rules

/// A pattern that may be a way round the rules. It says what to look at, never what to think of it.
package struct AuditFlag: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A → B → A: a customer came back to a former owner by way of a colleague.
        case roundTrip = "round_trip"
        /// A rep released a customer and claimed it again.
        case reclaimed
        /// Follow-ups mostly in the last tenth of the time that the rules give.
        case lastMinute = "last_minute"
        /// Follow-ups mostly without a word.
        case emptyNotes = "empty_notes"
        /// The same words again and again.
        case repeatedNotes = "repeated_notes"
        /// Ten or more follow-ups in one minute.
        case burst
        /// Follow-ups written down long after they happened.
        case backdated
        /// More prospects than the limit; how they came stands beside it.
        case overHoldingLimit = "over_holding_limit"
    }

    package var kind: Kind
    package var rep: RepID
    /// The customers that show it, sorted; empty where it is about follow-ups as such.
    package var customers: [CustomerID]
    /// What was counted, and of how many.
    package var count: Int
    package var total: Int
    /// For `overHoldingLimit`: open spells by kind, such as `opening 40, claim 12`; for `roundTrip` the colleagues.
    package var detail: String

    package init(
        kind: Kind, rep: RepID, customers: [CustomerID] = [], count: Int, total: Int, detail: String = ""
    ) {
        self.kind = kind
        self.rep = rep
        self.customers = customers
        self.count = count
        self.total = total
        self.detail = detail
    }
}

/// Looks for patterns of METRICS.md, 15.
package enum Audit {
    /// Follow-ups below this number say nothing about a habit.
    package static let leastFollowUps = 10

    /// Sorted by kind in their order, rep, customers. `histories` are those of the period, whole customers at a time.
    package static func flags(
        histories: [SpellHistory], quality: [FollowUpQuality], books: [Book], rules: Rules, calendar: WorkCalendar
    ) -> [AuditFlag] {
        let found =
            circles(histories) + lastMinute(histories, rules: rules, calendar: calendar)
            + quality.flatMap(habits) + overLimit(histories, books)
        let order = Dictionary(uniqueKeysWithValues: AuditFlag.Kind.allCases.enumerated().map { ($1, $0) })
        return found.sorted {
            (order[$0.kind] ?? 0, $0.rep, $0.customers.first ?? CustomerID(""))
                < (order[$1.kind] ?? 0, $1.rep, $1.customers.first ?? CustomerID(""))
        }
    }

    private static func circles(_ histories: [SpellHistory]) -> [AuditFlag] {
        var trips: [RepID: (customers: Set<CustomerID>, by: Set<RepID>)] = [:]
        var reclaims: [RepID: Set<CustomerID>] = [:]
        for (customer, spells) in Dictionary(grouping: histories.map(\.spell), by: \.customer) {
            let chain = spells.sorted { ($0.startedAt, $0.rep) < ($1.startedAt, $1.rep) }
            for (first, second) in zip(chain, chain.dropFirst()) where first.rep == second.rep {
                if first.endReason == .released, second.kind == .claim {
                    reclaims[first.rep, default: []].insert(customer)
                }
            }
            for index in chain.indices.dropLast(2) {
                let (first, second, third) = (chain[index], chain[index + 1], chain[index + 2])
                guard first.rep == third.rep, second.rep != first.rep, third.kind == .claim || third.kind == .transfer
                else { continue }
                trips[first.rep, default: ([], [])].customers.insert(customer)
                trips[first.rep]?.by.insert(second.rep)
            }
        }
        return trips.map { rep, trip in
            AuditFlag(
                kind: .roundTrip, rep: rep, customers: trip.customers.sorted(), count: trip.customers.count,
                total: trip.customers.count, detail: trip.by.sorted().map(\.rawValue).joined(separator: ", "))
        }
            + reclaims.map { rep, customers in
                AuditFlag(
                    kind: .reclaimed, rep: rep, customers: customers.sorted(), count: customers.count,
                    total: customers.count)
            }
    }

    /// In the last tenth of the time, the last day where that is less than a day.
    private static func lastMinute(
        _ histories: [SpellHistory], rules: Rules, calendar: WorkCalendar
    ) -> [AuditFlag] {
        var counts: [RepID: (last: Int, all: Int, customers: Set<CustomerID>)] = [:]
        for history in histories {
            var clockFrom: Instant?
            for followUp in history.followUps.sorted() {
                let deadline = FollowUpClock.deadline(
                    spellStartedAt: history.spell.startedAt, lastFollowUpAt: clockFrom, rules: rules.followUp,
                    calendar: calendar, zone: rules.zone)
                clockFrom = followUp
                let span = deadline.date - deadline.clockStart
                let left = deadline.date - rules.zone.date(of: followUp)
                guard span > 1, left >= 0 else { continue }
                counts[history.spell.rep, default: (0, 0, [])].all += 1
                guard left * 10 < span else { continue }
                counts[history.spell.rep]?.last += 1
                counts[history.spell.rep]?.customers.insert(history.spell.customer)
            }
        }
        return counts.compactMap { rep, count in
            guard count.all >= leastFollowUps, count.last * 2 > count.all else { return nil }
            return AuditFlag(
                kind: .lastMinute, rep: rep, customers: count.customers.sorted(), count: count.last, total: count.all)
        }
    }

    private static func habits(_ quality: FollowUpQuality) -> [AuditFlag] {
        func flag(_ kind: AuditFlag.Kind, _ count: Int, if isFlagged: Bool) -> AuditFlag? {
            isFlagged ? AuditFlag(kind: kind, rep: quality.rep, count: count, total: quality.count) : nil
        }
        let isEnough = quality.count >= leastFollowUps
        return [
            flag(.emptyNotes, quality.emptyNotes, if: isEnough && quality.emptyNotes * 2 > quality.count),
            flag(.repeatedNotes, quality.repeatedNotes, if: isEnough && quality.repeatedNotes * 2 > quality.count),
            flag(.burst, quality.mostInOneMinute, if: quality.mostInOneMinute >= 10),
            flag(.backdated, quality.backdated, if: quality.backdated > 0),
        ].compactMap { $0 }
    }

    private static func overLimit(_ histories: [SpellHistory], _ books: [Book]) -> [AuditFlag] {
        let open = Dictionary(
            grouping: histories.filter { $0.spell.endedAt == nil && $0.wonAt == nil }.map(\.spell), by: \.rep)
        return books.compactMap { book in
            guard let limit = book.limits.holdings, book.holdings > limit else { return nil }
            let spells = open[book.rep.id] ?? []
            let paths = Spell.Kind.allCases.compactMap { kind in
                let number = spells.count { $0.kind == kind }
                return number == 0 ? nil : "\(kind.rawValue) \(number)"
            }
            return AuditFlag(
                kind: .overHoldingLimit, rep: book.rep.id, count: book.holdings, total: limit,
                detail: paths.joined(separator: ", "))
        }
    }
}
