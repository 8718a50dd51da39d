import Allocation
import PoolStore
import Records
import Rules

/// The customers that were in the store's pool at the end of a date, in the order in which the rules offer them.
struct PooledOffers {
    let store: any Store
    let rules: Rules
    let date: BusinessDate

    /// Gives places to those that have none first. For orders that have places.
    func stream() throws -> OfferStream {
        let (order, zone, store) = (rules.allocation.order, rules.zone, store)
        try store.placePool(by: "\(order.rawValue) \(zone.name)") {
            OfferOrder.place(of: $0, by: order, zone: zone) ?? 0
        }
        let asOf = zone.end(of: date)
        return OfferStream(by: order, date: date, zone: zone) { last, limit in
            try store.offers(after: last, enteredBy: asOf, limit: limit)
        }
    }

    /// The first ones that are not on hold on `day`, `count` at most.
    func first(_ count: Int, on day: BusinessDate) throws -> [CustomerSummary] {
        func isFree(_ customer: CustomerSummary) -> Bool { !(customer.hold?.lasts(on: day) ?? false) }
        var first: [CustomerSummary] = []
        if rules.allocation.order != .expected, try !store.hasMoved(since: rules.zone.end(of: date)) {
            var offers = try stream()
            while first.count < count, let offer = try offers.next() {
                if isFree(offer.customer) { first.append(offer.customer) }
            }
        } else {
            let pool = try store.pool(at: rules.zone.end(of: date)).filter(isFree)
            first += OfferOrder.sorted(pool, by: rules.allocation.order, date: date, zone: rules.zone)
                .prefix(count).map(\.customer)
        }
        return first
    }
}
