import Allocation
import Records
import Rules

/// What every rep may ask for on the morning after a night: customers of the pool in the order in which the rules offer
/// them, those outside the rep's territory or still cooling off left out. Limits do not shorten the list: what is left of
/// them stands beside it.
struct Shortlists {
    let rules: Rules
    /// The night's; the morning is the day after.
    let date: BusinessDate

    /// So many for each rep at most, looked for among so many of the pool.
    static let length = 10
    static let candidates = 400

    /// `offers`: the first `candidates` of the pool that may be offered in the morning.
    func choose(from offers: [CustomerSummary], for reps: [Rep]) -> [RepID: [CustomerID]] {
        let morning = date + 1
        let eligibility = Eligibility(reps: reps, rules: rules, date: morning)
        var lists: [RepID: [CustomerID]] = [:]
        for rep in reps where rep.presence(on: morning) == .present {
            let book = Allocation.Book(RepStanding(rep: rep), tier: nil, rules: ClaimRules.unlimited)
            let list = offers.lazy.filter { eligibility.rejection(of: book, for: $0, isClaim: true) == nil }
                .prefix(Self.length).map(\.id)
            if !list.isEmpty { lists[rep.id] = Array(list) }
        }
        return lists
    }
}

extension ClaimRules {
    /// For books that are asked about everything but their limits.
    fileprivate static var unlimited: ClaimRules {
        var rules = ClaimRules()
        rules.limit = nil
        rules.holdingLimit = nil
        rules.intakeLimit = nil
        return rules
    }
}
