import Records

/// A night's customers and reps as the numbers of a `MatchingProblem`, and back.
struct MatchTable {
    /// A rep who may get customers tonight.
    struct Taker {
        /// The place of the rep's book.
        var book: Int
        var rep: RepID
        var room: Int
        var floor: Int
    }

    struct Candidate {
        /// Place in the pool.
        var index: Int
        /// freshness × re-contact: what the chance of a fresh customer is multiplied by.
        var prospects: Double
        /// `prospects` × value^alpha.
        var weight: Double
        /// Takers who may not have it although its segment would do.
        var barred: [Int] = []
    }

    /// Customers whom every rep ranks alike, best first.
    struct Segment {
        var section: String?
        var size: Size.Class
        var customers: [Candidate]
        /// Per taker the chance for a fresh customer; `nil`: takes none of these.
        var chances: [Double?]
    }

    struct Grant {
        var segment: Int
        /// Place in the segment.
        var place: Int
        var taker: Int
    }

    private static let next = 8

    let takers: [Taker]
    private(set) var segments: [Segment]

    /// Keeps of each segment what can be part of the best assignment, as many as places and as many more as anybody is
    /// barred from; and a few beyond, so that it can be said who came next.
    init(takers: [Taker], segments: [Segment], places: Int) {
        self.takers = takers
        self.segments = segments.map { segment in
            var kept = min(places, segment.customers.count)
            while true {
                var barred = [Int](repeating: 0, count: takers.count)
                for customer in segment.customers.prefix(kept) {
                    for taker in customer.barred { barred[taker] += 1 }
                }
                let needed = min(places + (barred.max() ?? 0), segment.customers.count)
                if needed <= kept { break }
                kept = needed
            }
            kept = min(kept + Self.next, segment.customers.count)
            var segment = segment
            segment.customers.removeLast(segment.customers.count - kept)
            return segment
        }
    }

    /// What an assignment brings, and what one more place would: of each taker, and of the total.
    struct Solution {
        var grants: [Grant] = []
        var objective = 0.0
        var gains: (takers: [Double], total: Double) = ([], 0)
    }

    /// The best assignment of at most `total` customers, those in `taken` (segment, place) and takers without `room` left
    /// out; with the gains of one more place where `asksGains`.
    func solve(
        among isTaker: (Int) -> Bool, rooms: [Int], total: Int, without taken: Set<[Int]> = [], asksGains: Bool = false
    ) -> Solution {
        let places = segments.indices.map { segment in
            segments[segment].customers.indices.filter { taken.isEmpty || !taken.contains([segment, $0]) }
        }
        let rates = MatchingProblem.scaled(
            takers.indices.map { taker in segments.map { $0.chances[taker] ?? -1 } }, to: MatchingProblem.largestRate)
        let weights = MatchingProblem.scaled(
            segments.indices.map { segment in places[segment].map { segments[segment].customers[$0].weight } },
            to: MatchingProblem.largestWeight)
        var barred: Set<MatchingProblem.Pair> = []
        for segment in segments.indices {
            for (index, place) in places[segment].enumerated() {
                for taker in segments[segment].customers[place].barred {
                    barred.insert(MatchingProblem.Pair(taker: taker, segment: segment, index: index))
                }
            }
        }
        let problem = MatchingProblem(
            takers: takers.indices.map { taker in
                MatchingProblem.Taker(
                    capacity: isTaker(taker) ? rooms[taker] : 0, floor: takers[taker].floor, rates: rates[taker])
            },
            weights: weights, barred: barred, total: total)
        let (matching, gains) =
            asksGains ? MatchingSolver.solveWithGains(problem) : (MatchingSolver.solve(problem), MatchingGains())
        var solution = Solution()
        for segment in segments.indices {
            for (index, taker) in matching.takers[segment].enumerated() {
                guard let taker else { continue }
                let grant = Grant(segment: segment, place: places[segment][index], taker: taker)
                solution.grants.append(grant)
                solution.objective += score(of: grant)
            }
        }
        if matching.objective > 0 {
            let unit = solution.objective / Double(matching.objective)
            solution.gains = (gains.takers.map { Double($0) * unit }, Double(gains.total) * unit)
        }
        return solution
    }

    /// chance × freshness × re-contact × value^alpha.
    func score(of grant: Grant) -> Double {
        let segment = segments[grant.segment]
        return (segment.chances[grant.taker] ?? 0) * segment.customers[grant.place].weight
    }
}
