import Records
import Rules

/// Customers of the pool in the order of the rules, fetched in pieces as far as somebody has room for them.
///
/// They come from the store by `OfferOrder.place`, which says the order but for ties and what rounding makes one: what was
/// fetched waits here until nothing can come that goes before it.
package struct OfferStream {
    private let order: AllocationRules.Order
    private let date: BusinessDate
    private let worth: Worth
    private let fetch: (OfferPlace?, Int) throws -> [OfferPlace]
    private var last: OfferPlace?
    /// First comes last.
    private var waiting: [(customer: CustomerSummary, score: Double?)] = []
    /// The highest score that may still come; `nil`: nothing will.
    private var highest: Double? = .infinity
    private var size = 500

    /// `fetch` gives the customers after a place (`nil`: from the first on), so many at most; fewer: there are no more. The
    /// order has to be one that has places.
    package init(
        by order: AllocationRules.Order, date: BusinessDate, zone: Zone,
        fetch: @escaping (OfferPlace?, Int) throws -> [OfferPlace]
    ) {
        self.order = order
        self.date = date
        worth = Worth(date: date, zone: zone)
        self.fetch = fetch
    }

    /// The next one, with its score where the order has scores; `nil` after the last.
    package mutating func next() throws -> (customer: CustomerSummary, score: Double?)? {
        while let highest, waiting.last.map({ ($0.score ?? .infinity) <= highest }) ?? true { try fetchMore() }
        return waiting.popLast()
    }

    private mutating func fetchMore() throws {
        let piece = try fetch(last, size)
        last = piece.last ?? last
        guard order == .score else {
            // Their places are the order, ids included.
            waiting = piece.reversed().map { ($0.customer, nil) }
            highest = piece.count < size ? nil : -.infinity
            return
        }
        waiting += piece.map { ($0.customer, OfferOrder.score(of: $0.customer, by: worth)) }
        waiting.sort {
            let (left, right) = ($0.score ?? 0, $1.score ?? 0)
            return left == right ? $1.customer.id < $0.customer.id : left < right
        }
        highest = piece.count < size ? nil : piece.last.map { OfferOrder.highestScore(at: $0.place, on: date) }
        // Where thousands are alike, all of them have to be here before the first may go.
        size *= 2
    }
}
