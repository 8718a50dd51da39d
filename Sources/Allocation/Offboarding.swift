import Records

/// A customer of somebody who leaves, with what decides where it goes.
package struct LeaverEntry: Sendable, Equatable {
    package var customer: CustomerSummary
    package var isWon: Bool
    package var hasOpenDeal: Bool
    /// Won deals come to more than was paid.
    package var isUnpaid: Bool

    package init(customer: CustomerSummary, isWon: Bool, hasOpenDeal: Bool, isUnpaid: Bool) {
        self.customer = customer
        self.isWon = isWon
        self.hasOpenDeal = hasOpenDeal
        self.isUnpaid = isUnpaid
    }
}

/// Where each customer of a leaver goes: shown before it is done.
package enum Offboarding {
    package enum Destination: Sendable, Equatable {
        case rep(RepID)
        case pool
        /// Nobody may have it, and it must not go to the pool: it stays until somebody is named.
        case stays
    }

    package struct Line: Sendable, Equatable {
        package var customer: CustomerID
        package var destination: Destination
        /// `open_deal`, `unpaid`, `won`, `on_hold`: why it may not go to the pool; `prospect`: it may.
        package var because: String
        /// Why the named successor does not get it.
        package var refused: Decision.Rejection?
    }

    /// One line per entry, sorted by customer.
    ///
    /// A customer that is won, has an open deal or an unpaid receivable, or is on hold never goes to the pool: it goes to the
    /// first of the `heirs` (the named successor, the manager, then colleagues of the team) who may have it. Others go to
    /// the `successor` where one is named, as far as the limits let them, and to the pool otherwise. `rejection` says why a
    /// rep may not have a customer; won ones count against no limit, so only `isPresent` is asked. `gave` is told.
    package static func plan(
        _ entries: [LeaverEntry], successor: RepID?, heirs: [RepID], date: BusinessDate, isPresent: (RepID) -> Bool,
        rejection: (RepID, CustomerSummary) -> Decision.Rejection?, gave: (RepID) -> Void
    ) -> [Line] {
        // Those that must be placed come first, so that others do not take their room.
        let sorted = entries.sorted {
            let (first, second) = (reason($0, on: date) == nil, reason($1, on: date) == nil)
            return first == second ? $0.customer.id < $1.customer.id : second
        }
        let lines = sorted.map { entry -> Line in
            let because = reason(entry, on: date)
            var refused: Decision.Rejection?
            for rep in because == nil ? [successor].compactMap({ $0 }) : heirs where isPresent(rep) {
                if !entry.isWon, let rejection = rejection(rep, entry.customer) {
                    if rep == successor { refused = rejection }
                    continue
                }
                if !entry.isWon { gave(rep) }
                return Line(
                    customer: entry.customer.id, destination: .rep(rep), because: because ?? "prospect",
                    refused: refused)
            }
            return Line(
                customer: entry.customer.id, destination: because == nil ? .pool : .stays,
                because: because ?? "prospect", refused: refused)
        }
        return lines.sorted { $0.customer < $1.customer }
    }

    private static func reason(_ entry: LeaverEntry, on date: BusinessDate) -> String? {
        if entry.hasOpenDeal { return "open_deal" }
        if entry.isUnpaid { return "unpaid" }
        if entry.isWon { return "won" }
        if let hold = entry.customer.hold, hold.lasts(on: date) { return "on_hold" }
        return nil
    }
}
