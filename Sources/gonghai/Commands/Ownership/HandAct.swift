import Allocation
import ArgumentParser
import PoolStore
import Records
import Rules

/// What every command about one customer begins with: the workspace locked, the moment, the store, who says so.
struct HandAct {
    let workspace: Workspace
    let store: any Store
    let lookup: Lookup
    let at: Instant
    let by: String

    var date: BusinessDate { workspace.zone.date(of: at) }
    var rules: Rules { workspace.rules }

    /// `by`: where nobody is named, for the ledger.
    init(_ options: WorkspaceOptions, _ when: WhenOptions, by: String = "operator") throws {
        workspace = try options.open()
        try workspace.lock()
        at = try when.instant(in: workspace.zone)
        store = try workspace.store()
        lookup = Lookup(store: store)
        self.by = when.by ?? by
    }

    func summary(_ customer: CustomerID) throws -> CustomerSummary {
        guard let summary = try store.summaries(of: [customer]).first else {
            throw CommandError("there is no customer '\(customer)'.")
        }
        return summary
    }

    func names() throws -> RepNames { try RepNames(store: store) }
}

/// Who may have more, and why not: the books of a day with everything that counts against limits.
struct Candidates {
    private(set) var books: [RepID: Allocation.Book]
    private let eligibility: Eligibility

    init(store: any Store, rules: Rules, date: BusinessDate) throws {
        let standings = try store.standings(on: date, rules: rules)
        let tiers = Dictionary(
            try store.tiers(of: date.startOfMonth).map { ($0.rep, $0.tier) }, uniquingKeysWith: { first, _ in first })
        books = Dictionary(
            standings.map { standing in
                let tier = rules.tiers.tier(named: tiers[standing.rep.id] ?? standing.tier)
                return (standing.rep.id, Allocation.Book(standing, tier: tier, rules: rules.claims))
            }, uniquingKeysWith: { first, _ in first })
        eligibility = Eligibility(reps: standings.map(\.rep), rules: rules, date: date)
    }

    /// Why the rep may not be given the customer; `nil`: may.
    func rejection(of rep: RepID, for customer: CustomerSummary) -> Decision.Rejection? {
        guard let book = books[rep] else {
            return Decision.Rejection(rep: rep, reason: .inactive, detail: .notOnRoster)
        }
        return eligibility.rejection(of: book, for: customer, isClaim: false)
    }

    mutating func give(to rep: RepID) { books[rep]?.take(isClaim: false) }
}
