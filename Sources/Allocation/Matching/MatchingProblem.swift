/// Who gets which customers, as numbers: reps with slots, and customers in segments within which every rep ranks alike.
///
/// A customer of weight `w` brings rep `r` in segment `g` exactly `rates[r][g] · w`. That product form is what makes
/// the problem small: within a segment only the best `slots + barred` customers can be part of an optimum.
package struct MatchingProblem: Sendable {
    package struct Taker: Sendable, Equatable {
        /// Customers at most.
        package var capacity: Int
        /// Customers that are filled before anybody gets one above the floor.
        package var floor: Int
        /// Per segment, what a customer of weight 1 brings; negative: none of this segment.
        package var rates: [Int64]

        package init(capacity: Int, floor: Int = 0, rates: [Int64]) {
            self.capacity = capacity
            self.floor = floor
            self.rates = rates
        }
    }

    /// A customer that a taker may not have although its segment would do.
    package struct Pair: Hashable, Sendable {
        package var taker: Int
        package var segment: Int
        package var index: Int

        package init(taker: Int, segment: Int, index: Int) {
            self.taker = taker
            self.segment = segment
            self.index = index
        }
    }

    /// In the order in which ties go: of two takers that would do equally well the one with fewer so far, then the first.
    package var takers: [Taker]
    /// Per segment, the weights of its customers, descending, none negative.
    package var weights: [[Int64]]
    package var barred: Set<Pair>
    /// Customers given away at most, all takers together; `nil`: as many as the capacities allow.
    package var total: Int?

    package init(takers: [Taker], weights: [[Int64]], barred: Set<Pair> = [], total: Int? = nil) {
        self.takers = takers
        self.weights = weights
        self.barred = barred
        self.total = total
    }

    /// Rates and weights are scaled below these, so that a product stays below 2^44 and sums of it far below a floor's bonus.
    package static let largestRate: Int64 = 1 << 20
    package static let largestWeight: Int64 = 1 << 24

    /// Whole numbers in proportion to these, the largest of all becoming `largest`; what is above 0 stays above 0.
    package static func scaled(_ values: [[Double]], to largest: Int64) -> [[Int64]] {
        let top = values.lazy.map { $0.max() ?? 0 }.max() ?? 0
        guard top > 0 else { return values.map { $0.map { $0 < 0 ? -1 : 0 } } }
        let factor = Double(largest) / top
        return values.map { row in row.map { $0 < 0 ? -1 : $0 == 0 ? 0 : max(1, Int64(($0 * factor).rounded())) } }
    }
}

/// The best way of giving customers away.
package struct Matching: Sendable, Equatable {
    /// Per segment and customer the taker, `nil` where nobody gets it.
    package var takers: [[Int?]]
    /// The sum of rate × weight over what was given.
    package var objective: Int64
    /// Floors that could not be filled, in customers.
    package var missingFloor: Int
}

/// What one more place would add to the objective of a matching: its dual values.
package struct MatchingGains: Sendable, Equatable {
    /// One more customer of the total; 0 where it is not what keeps takers from more.
    package var total: Int64 = 0
    /// Per taker one more of its capacity; 0 where it has room left.
    package var takers: [Int64] = []
}
