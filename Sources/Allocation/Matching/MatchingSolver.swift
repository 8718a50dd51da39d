/// Solves a `MatchingProblem` exactly: a maximum-profit flow from takers to customers by successive shortest paths with
/// potentials (Dijkstra on reduced costs, as in Ahuja, Magnanti, Orlin, "Network Flows", 9.7).
///
/// The network has one node per taker and per customer, but arcs are never stored. A path goes from a taker with room to a
/// customer; where somebody has it, on to that taker, who takes another instead. Of the free customers of a segment only
/// the best can end a path. So a search looks at takers, at customers already given and at one free customer per segment.
///
/// A path is added as long as it gains: the objective is the maximum over all numbers of customers up to the total. A unit
/// of a floor gains a bonus above any sum of profits, which makes floors as full as they can be, and exact.
package struct MatchingSolver {
    private let takers: Int
    private let segments: Int
    private let total: Int
    /// As it was asked for, also where the capacities allow no more.
    private let askedTotal: Int
    private let capacities: [Int]
    private let floors: [Int]
    /// As they were asked for, also where nobody can fill them.
    private let askedFloors: [Int]
    private let rates: [Int64]
    /// Segments in which each taker takes customers.
    private let open: [[Int]]
    /// Where each segment's customers begin in the arrays below.
    private let starts: [Int]
    private let weights: [Int64]
    private let isBarredForSome: [Bool]
    private let barred: Set<UInt64>

    /// Per customer the taker, or -1.
    private var holders: [Int32]
    /// Per customer what one more of it would be worth: what it brings its taker above what that could have instead. Far
    /// above everything while nobody has the customer, so that nobody looks for its taker.
    private var prices: [Int64]
    /// Per taker its customers.
    private var held: [[Int]]
    /// Per segment, its first free customer, and one after the last that is given.
    private var firstFree: [Int]
    private var frontiers: [Int]
    /// An upper bound of what one more customer brings each taker; tight along every path that was used.
    private var potentials: [Int64]
    /// What the last customer brought that was given: one fewer in all would cost as much. Far above everything while
    /// floors are filled.
    private var lastGain = MatchingSolver.unpriced
    /// Takers from whom no free customer can be reached any more.
    private var isExhausted: [Bool]

    // One search.
    private var distances: [Int64]
    private var isDone: [Bool]
    /// The customer through which each taker was reached, -1: from the source; and the taker that would get it.
    private var reachedBy: [Int]
    private var reachedFrom: [Int]
    private var reached: [Int] = []

    private static let bonus: Int64 = 1 << 60
    private static let unreached = Int64.max
    private static let unpriced = Int64.max / 2

    package init(_ problem: MatchingProblem) {
        takers = problem.takers.count
        segments = problem.weights.count
        let customers = problem.weights.reduce(0) { $0 + $1.count }
        let capacities = problem.takers.map { min(max(0, $0.capacity), customers) }
        self.capacities = capacities
        askedFloors = problem.takers.map(\.floor)
        floors = zip(problem.takers, capacities).map { min($0.floor, $1) }
        rates = problem.takers.flatMap(\.rates)
        open = problem.takers.map { taker in
            taker.rates.indices.filter { taker.rates[$0] >= 0 && !problem.weights[$0].isEmpty }
        }
        var starts = [0]
        for segment in problem.weights { starts.append(starts[starts.count - 1] + segment.count) }
        self.starts = starts
        weights = problem.weights.flatMap { $0 }
        var isBarred = [Bool](repeating: false, count: weights.count)
        var barred: Set<UInt64> = []
        for pair in problem.barred {
            let customer = starts[pair.segment] + pair.index
            isBarred[customer] = true
            barred.insert(UInt64(pair.taker) << 32 | UInt64(customer))
        }
        isBarredForSome = isBarred
        self.barred = barred
        askedTotal = problem.total ?? .max
        total = min(askedTotal, capacities.reduce(0, +), weights.count)
        holders = [Int32](repeating: -1, count: weights.count)
        prices = [Int64](repeating: Self.unpriced, count: weights.count)
        held = [[Int]](repeating: [], count: takers)
        firstFree = Array(starts.dropLast())
        frontiers = firstFree
        potentials = [Int64](repeating: 0, count: takers)
        isExhausted = [Bool](repeating: false, count: takers)
        distances = [Int64](repeating: Self.unreached, count: takers)
        isDone = [Bool](repeating: false, count: takers)
        reachedBy = [Int](repeating: -1, count: takers)
        reachedFrom = [Int](repeating: -1, count: takers)
        for taker in 0..<takers {
            let best = open[taker].compactMap { bestFree(for: taker, in: $0)?.profit }.max()
            potentials[taker] = best ?? 0
            isExhausted[taker] = best == nil
        }
    }

    package static func solve(_ problem: MatchingProblem) -> Matching {
        var solver = MatchingSolver(problem)
        solver.fill()
        return solver.result()
    }

    /// The same with what one more place would bring: the dual values.
    package static func solveWithGains(_ problem: MatchingProblem) -> (matching: Matching, gains: MatchingGains) {
        var solver = MatchingSolver(problem)
        solver.fill()
        return (solver.result(), solver.gains())
    }

    // MARK: The flow

    private mutating func fill() {
        var number = 0
        while number < total, let path = nextPath() {
            lastGain = isBelowFloor(path.first) ? Self.unpriced : potentials[path.first]
            augment(along: path)
            number += 1
        }
    }

    /// The path that gains most; `nil`: none gains, or nobody has room.
    private mutating func nextPath() -> Path? {
        while let taker = mostPromising() {
            guard let path = search(from: taker) else {
                isExhausted[taker] = true
                continue
            }
            for reached in reached where distances[reached] < path.distance {
                lower(reached, by: path.distance - distances[reached])
            }
            // What others might gain is an upper bound: whoever still comes first now gains most.
            if mostPromising() == taker { return path }
        }
        return nil
    }

    private mutating func lower(_ taker: Int, by difference: Int64) {
        potentials[taker] -= difference
        for customer in held[taker] { prices[customer] += difference }
    }

    /// The taker with room whose next customer may gain most; of equal ones who got fewer, then the first.
    private func mostPromising() -> Int? {
        var first: Int?
        var most = Int64.min
        for taker in 0..<takers where held[taker].count < capacities[taker] && !isExhausted[taker] {
            let gain = gainAtSource(of: taker) + potentials[taker]
            if gain > most || (gain == most && first.map { held[taker].count < held[$0].count } ?? true) {
                (first, most) = (taker, gain)
            }
        }
        return most > 0 ? first : nil
    }

    private func gainAtSource(of taker: Int) -> Int64 { isBelowFloor(taker) ? Self.bonus : 0 }

    private func isBelowFloor(_ taker: Int) -> Bool { held[taker].count < floors[taker] }

    private struct Path {
        var distance: Int64
        var first: Int
        var last: Int
        var customer: Int
    }

    private mutating func augment(along path: Path) {
        var (taker, customer) = (path.last, path.customer)
        let segment = segment(of: customer)
        frontiers[segment] = max(frontiers[segment], customer + 1)
        while true {
            holders[customer] = Int32(taker)
            prices[customer] = profit(of: customer, with: taker) - potentials[taker]
            held[taker].append(customer)
            let next = reachedBy[taker]
            guard next >= 0 else { break }
            held[taker].removeAll { $0 == next }
            (taker, customer) = (reachedFrom[taker], next)
        }
        while firstFree[segment] < frontiers[segment], holders[firstFree[segment]] >= 0 { firstFree[segment] += 1 }
    }

    private func profit(of customer: Int, with taker: Int) -> Int64 {
        rates[taker * segments + segment(of: customer)] * weights[customer]
    }

    private func segment(of customer: Int) -> Int {
        var (low, high) = (0, segments)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= customer { low = middle } else { high = middle }
        }
        return low
    }

    // MARK: The search

    /// The best path from `start`, as if it had room, to a free customer; `nil`: there is none.
    private mutating func search(from start: Int) -> Path? {
        begin(at: start)
        var best: Path?
        while let taker = nearest() {
            let distance = distances[taker]
            if let best, best.distance <= distance { return best }
            isDone[taker] = true
            let base = distance + potentials[taker]
            for segment in open[taker] {
                guard let free = bestFree(for: taker, in: segment) else { continue }
                if best.map({ base - free.profit < $0.distance }) ?? true {
                    best = Path(distance: base - free.profit, first: start, last: taker, customer: free.customer)
                }
            }
            reachHolders(from: taker, base: base, within: best?.distance ?? Self.unpriced)
        }
        return best
    }

    private mutating func begin(at start: Int) {
        for taker in reached {
            distances[taker] = Self.unreached
            isDone[taker] = false
        }
        reached = [start]
        distances[start] = 0
        reachedBy[start] = -1
    }

    /// The taker to go on with: the nearest, of equal ones who got fewer, then the first.
    private func nearest() -> Int? {
        var nearest: Int?
        for taker in reached where !isDone[taker] {
            guard let other = nearest else {
                nearest = taker
                continue
            }
            let (one, two) = (distances[taker], distances[other])
            if one < two || (one == two && (held[taker].count, taker) < (held[other].count, other)) { nearest = taker }
        }
        return nearest
    }

    /// Reaches the holders of customers that `taker` could take instead, where they are nearer than `most`.
    private mutating func reachHolders(from taker: Int, base: Int64, within most: Int64) {
        for segment in open[taker] {
            let rate = rates[taker * segments + segment]
            var customer = starts[segment]
            while let next = nextBelow(most - base, rate: rate, in: customer..<frontiers[segment]) {
                let holder = Int(holders[next])
                customer = next + 1
                // One that is free, since whoever passed it is barred from it, leads to nobody.
                guard holder >= 0 else { continue }
                let distance = base + prices[next] - rate * weights[next]
                if !isDone[holder], distance < distances[holder], !isBarred(taker, next) {
                    if distances[holder] == Self.unreached { reached.append(holder) }
                    distances[holder] = distance
                    reachedBy[holder] = next
                    reachedFrom[holder] = taker
                }
            }
        }
    }

    /// The first of these customers that costs less than `limit` beyond what it brings at `rate`.
    ///
    /// Nearly all the time of a solution is spent here.
    private func nextBelow(_ limit: Int64, rate: Int64, in customers: Range<Int>) -> Int? {
        prices.withUnsafeBufferPointer { prices in
            weights.withUnsafeBufferPointer { weights in
                for customer in customers where prices[customer] &- rate &* weights[customer] < limit {
                    return customer
                }
                return nil
            }
        }
    }

    /// The best free customer that the taker may have.
    private func bestFree(for taker: Int, in segment: Int) -> (customer: Int, profit: Int64)? {
        var customer = firstFree[segment]
        while customer < starts[segment + 1], holders[customer] >= 0 || isBarred(taker, customer) { customer += 1 }
        guard customer < starts[segment + 1] else { return nil }
        return (customer, rates[taker * segments + segment] * weights[customer])
    }

    private func isBarred(_ taker: Int, _ customer: Int) -> Bool {
        isBarredForSome[customer] && barred.contains(UInt64(taker) << 32 | UInt64(customer))
    }

    // MARK: Dual values

    /// What more room would bring, once the flow is full.
    private mutating func gains() -> MatchingGains {
        let isFull = held.reduce(0) { $0 + $1.count } >= askedTotal
        let next = isFull ? nextPath() : nil
        return MatchingGains(
            total: next.map { potentials[$0.first] } ?? 0,
            takers: (0..<takers).map { gain(of: $0, givingUp: isFull ? lastGain : 0) })
    }

    /// What one more place of `start` would bring: along a path to a free customer, at the cost of the one that is given
    /// up for it where the total allows no more; or to a taker above its floor, who gives a customer up to `start`.
    private mutating func gain(of start: Int, givingUp price: Int64) -> Int64 {
        guard held[start].count >= capacities[start] else { return 0 }
        begin(at: start)
        // Ends are left out that cannot bring more than what is found already.
        let reach = potentials[start] - min(0, potentials.min() ?? 0)
        var most: Int64 = 0
        while let taker = nearest(), distances[taker] < reach - most {
            isDone[taker] = true
            let base = distances[taker] + potentials[taker]
            for segment in open[taker] {
                guard let free = bestFree(for: taker, in: segment) else { continue }
                most = max(most, potentials[start] - base + free.profit - price)
            }
            if taker != start, held[taker].count > floors[taker] { most = max(most, potentials[start] - base) }
            reachHolders(from: taker, base: base, within: reach - most)
        }
        return most
    }

    // MARK: The result

    private func result() -> Matching {
        let objective = held.indices.reduce(Int64(0)) { sum, taker in
            held[taker].reduce(sum) { $0 + profit(of: $1, with: taker) }
        }
        return Matching(
            takers: (0..<segments).map { segment in
                (starts[segment]..<starts[segment + 1]).map { holders[$0] < 0 ? nil : Int(holders[$0]) }
            },
            objective: objective,
            missingFloor: zip(askedFloors, held).reduce(0) { $0 + max(0, $1.0 - $1.1.count) })
    }
}
