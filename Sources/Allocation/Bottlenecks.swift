import Records

/// Adds up what keeps customers in the pool, one customer after the other.
struct Bottlenecks {
    private var customers: [ReasonCode: Int] = [:]
    /// Of each customer that only limits keep in the pool: the reps that could have it, by place in `reps`.
    private var waiting: [ReasonCode: [[Int]]] = [:]
    private var waitingFor: [Int: (reason: ReasonCode, customers: Int)] = [:]
    private var reps: [RepID] = []
    private var places: [RepID: Int] = [:]
    /// What one more place adds, as a share: of a rep, and of the night's total.
    private var worth: [RepID: Double] = [:]
    private var worthOfTotal: Double?

    /// A customer whom each rep had to be refused, for these reasons.
    mutating func add(_ rejected: [Decision.Rejection]) {
        var counts: [ReasonCode: Int] = [:]
        for rejection in rejected { counts[rejection.reason, default: 0] += 1 }
        // The one that is asked last; of several limits that of most reps.
        let nearest = counts.max { one, other in
            let (left, right) = (one.key.nearness, other.key.nearness)
            if left != right { return left < right }
            return (one.value, other.key.rawValue) < (other.value, one.key.rawValue)
        }
        guard let constraint = nearest?.key else { return }
        customers[constraint, default: 0] += 1
        guard constraint.isLimit else { return }
        var takers: [Int] = []
        for rejection in rejected where rejection.reason.isLimit {
            let place = place(of: rejection.rep)
            waitingFor[place, default: (rejection.reason, 0)].customers += 1
            if rejection.reason == constraint { takers.append(place) }
        }
        waiting[constraint, default: []].append(takers)
    }

    /// Customers whom somebody could have, but the night gives no more away, or no rule lets them through.
    mutating func add(_ constraint: ReasonCode, customers count: Int = 1) {
        if count > 0 { customers[constraint, default: 0] += count }
    }

    /// What one more place adds to what the night brings, as a share: of each rep, and of the night's total.
    mutating func weigh(_ reps: [(rep: RepID, worth: Double)], total: Double) {
        for (rep, worth) in reps { self.worth[rep] = worth }
        worthOfTotal = total
    }

    /// By customers, most first; then reps, whose one more place is worth most first.
    func list() -> [Bottleneck] {
        let constraints = customers.map { constraint, count in
            Bottleneck(
                constraint: constraint, customers: count,
                gain: constraint.isLimit ? Self.served(waiting[constraint] ?? [], by: reps.count) : nil,
                worth: constraint == .outranked ? worthOfTotal : nil)
        }
        let limits = waitingFor.map { place, waiting in
            Bottleneck(
                constraint: waiting.reason, rep: reps[place], customers: waiting.customers, gain: 1,
                worth: worth[reps[place]])
        }
        return constraints.sorted { ($1.customers, $0.constraint.rawValue) < ($0.customers, $1.constraint.rawValue) }
            + limits.sorted {
                ($1.worth ?? 0, $1.customers, $0.rep ?? RepID("")) < ($0.worth ?? 0, $0.customers, $1.rep ?? RepID(""))
            }
    }

    private mutating func place(of rep: RepID) -> Int {
        if let place = places[rep] { return place }
        places[rep] = reps.count
        reps.append(rep)
        return reps.count - 1
    }

    /// How many customers find somebody where each rep takes one of those waiting: a maximum matching by augmenting paths.
    private static func served(_ waiting: [[Int]], by reps: Int) -> Int {
        var customer = [Int?](repeating: nil, count: reps)
        var count = 0
        for start in waiting.indices {
            var seen = [Bool](repeating: false, count: reps)
            func place(_ index: Int) -> Bool {
                for rep in waiting[index] where !seen[rep] {
                    seen[rep] = true
                    if customer[rep].map(place) ?? true {
                        customer[rep] = index
                        return true
                    }
                }
                return false
            }
            if place(start) { count += 1 }
            if count == reps { break }
        }
        return count
    }
}

extension ReasonCode {
    /// Whether it is a number of customers that more of would have helped.
    var isLimit: Bool {
        switch self {
        case .claimLimit, .intakeLimit, .holdingLimit, .paced: true
        default: false
        }
    }

    /// The later `Eligibility` asks about it, the nearer is the rep to having the customer.
    fileprivate var nearness: Int {
        switch self {
        case .notInPool: 1
        case .industryMismatch: 2
        case .sizeMismatch: 3
        case .regionMismatch: 4
        case .needMismatch: 5
        case .coolingOff: 6
        case .tooEarly: 7
        default: isLimit ? 8 : 0
        }
    }
}
