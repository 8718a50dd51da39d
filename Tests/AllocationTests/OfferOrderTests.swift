import Records
import Rules
import Testing

@testable import Allocation

@Suite("OfferOrder")
struct OfferOrderTests {
    let date = day("2026-11-20")

    func score(_ change: (inout CustomerSummary) -> Void) -> Double {
        OfferOrder.score(of: makeCustomer("C1", change), date: date, zone: shanghai)
    }

    @Test("the score is freshness × √value × level, with 6 decimals")
    func formula() {
        #expect(score { $0.poolSince = moment("2026-11-20") } == 1)
        #expect(score { $0.poolSince = moment("2026-10-21") } == 0.5)
        #expect(score { $0.poolSince = moment("2026-11-10") } == 0.793701)
        #expect(score { $0.value = Money(minorUnits: 1_000_000, currency: "CNY") } == 100)
        #expect(score { $0.value = Money(minorUnits: 10_000, currency: "JPY") } == 100)
        #expect(score { $0.level = .a } == 1.5)
        #expect(score { $0.level = .c } == 0.7)
        #expect(
            score {
                $0.poolSince = moment("2026-10-21")
                $0.value = Money(minorUnits: 1_000_000, currency: "CNY")
                $0.level = .a
            } == 75)
    }

    @Test("a moment after the business date and a negative value do no harm")
    func oddValues() {
        #expect(score { $0.poolSince = moment("2026-12-20") } == 1)
        #expect(score { $0.value = Money(minorUnits: -1, currency: "CNY") } == 0)
    }

    @Test("each order ends in the id, and an unknown entry comes last")
    func orders() {
        let customers = [
            makeCustomer("C4"), makeCustomer("C3") { $0.poolSince = moment("2026-11-01") },
            makeCustomer("C2") { $0.poolSince = moment("2026-11-10") },
            makeCustomer("C1") { $0.poolSince = moment("2026-11-01") }, makeCustomer("C5"),
        ]
        func ids(_ order: AllocationRules.Order) -> [String] {
            OfferOrder.sorted(customers, by: order, date: date, zone: shanghai).map(\.customer.id.rawValue)
        }
        #expect(ids(.newestFirst) == ["C2", "C1", "C3", "C4", "C5"])
        #expect(ids(.oldestFirst) == ["C1", "C3", "C2", "C4", "C5"])
        #expect(ids(.score) == ["C4", "C5", "C2", "C1", "C3"])
    }
}
