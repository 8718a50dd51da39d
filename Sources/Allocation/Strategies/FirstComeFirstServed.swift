import Records

/// Claims: whoever asked first gets the customer.
package enum FirstComeFirstServed {
    package static let name = Strategy.firstCome

    /// The requests in the order in which they are decided: earliest first, ties by the rep's `rank` (lower first; without
    /// one, all are alike), then by the request's id.
    package static func inOrder(_ requests: [ClaimRequest], rank: [RepID: Int] = [:]) -> [ClaimRequest] {
        requests.sorted { left, right in
            if left.requestedAt != right.requestedAt { return left.requestedAt < right.requestedAt }
            let (first, second) = (rank[left.rep] ?? .max, rank[right.rep] ?? .max)
            return first == second ? left.id.isOrderedBefore(right.id) : first < second
        }
    }
}
