import Records

/// Claims: whoever asked first gets the customer.
package enum FirstComeFirstServed {
    package static let name = Strategy.firstCome

    /// The requests in the order in which they are decided: earliest first, ties by the request's id.
    package static func inOrder(_ requests: [ClaimRequest]) -> [ClaimRequest] {
        requests.sorted { left, right in
            left.requestedAt == right.requestedAt
                ? left.id.isOrderedBefore(right.id) : left.requestedAt < right.requestedAt
        }
    }
}
