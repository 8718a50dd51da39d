import Records
import Testing

@testable import Reporting

@Suite struct PoolMeasuresTests {
    @Test(
        "days in the pool fall into the buckets of METRICS.md",
        arguments: [
            (0, "0-7"), (7, "0-7"), (8, "8-30"), (30, "8-30"), (31, "31-90"), (90, "31-90"), (91, "91-180"),
            (180, "91-180"),
            (181, ">180"),
        ])
    func buckets(_ days: Int, _ bucket: String) {
        var small = SmallNight()
        var customer = CustomerSummary(id: SmallNight.customer(1), name: "c")
        customer.poolSince = SmallNight.zone.start(of: SmallNight.date - days)
        small.pool([customer])
        #expect(small.night.pool.ages.map(\.key.rawValue) == [bucket])
    }

    @Test("a customer recycled three times is bouncing; holds, worth and unknown ages are counted")
    func pool() {
        var small = SmallNight()
        var customers: [CustomerSummary] = []
        for number in 1...3 {
            var customer = CustomerSummary(id: SmallNight.customer(number), name: "c")
            customer.formerOwners = (0..<number + 1).map { _ in
                .init(rep: SmallNight.rep(1), endedAt: SmallNight.end(9), endReason: .recycled)
            }
            if number == 1 { customer.hold = .locked(until: SmallNight.date) }
            if number == 2 { customer.hold = .locked(until: SmallNight.date - 1) }
            customer.value = Money(minorUnits: 100, currency: number == 3 ? "USD" : "CNY")
            if number > 1 { customer.poolSince = SmallNight.end(number) }
            customers.append(customer)
        }
        small.pool(customers)
        let pool = small.night.pool
        #expect(pool.bouncing.map(\.id) == [SmallNight.customer(3), SmallNight.customer(2)])
        #expect(pool.onHold == 1)
        #expect(pool.values.map(\.minorUnits) == [200, 100])
        #expect(pool.ages == [.unknown: 1, .week: 2])
    }
}
