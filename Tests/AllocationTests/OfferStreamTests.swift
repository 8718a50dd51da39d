import Records
import Rules
import TestSupport
import Testing

@testable import Allocation

@Suite("Offers that are read in pieces")
struct OfferStreamTests {
    let date = day("2026-11-20")

    /// A pool of customers alike and different, new and old.
    func pool(_ generator: inout SeededGenerator) -> [CustomerSummary] {
        (0..<Int.random(in: 0...1_500, using: &generator)).map { number in
            makeCustomer("C\(10_000 + number)") {
                let days = Int64.random(in: 0...(Bool.random(using: &generator) ? 40 : 1_500), using: &generator)
                if number % 50 > 0 {
                    $0.poolSince =
                        shanghai.end(of: date) + -(days * 86_400 + Int64.random(in: 0...80_000, using: &generator))
                }
                $0.level = [.a, .b, .c, nil].randomElement(using: &generator) ?? nil
                $0.value = [nil, 0, 1_000, 500_000, Int64.random(in: 1...90_000_000, using: &generator)]
                    .randomElement(using: &generator)?.map { Money(minorUnits: $0, currency: "CNY") }
            }
        }
    }

    /// What a store does with places.
    func stream(_ pool: [CustomerSummary], by order: AllocationRules.Order) throws -> OfferStream {
        let places = try pool.map {
            OfferPlace(customer: $0, place: try #require(OfferOrder.place(of: $0, by: order, zone: shanghai)))
        }.sorted { ($0.place, $0.customer.id) < ($1.place, $1.customer.id) }
        return OfferStream(by: order, date: date, zone: shanghai) { last, limit in
            let rest = places.drop { place in
                last.map { (place.place, place.customer.id) <= ($0.place, $0.customer.id) } ?? false
            }
            return Array(rest.prefix(limit))
        }
    }

    @Test(
        "they come in the order and with the scores of the whole pool, ties and roundings included",
        arguments: [AllocationRules.Order.score, .newestFirst, .oldestFirst])
    func sameOrder(_ order: AllocationRules.Order) throws {
        var generator = SeededGenerator(seed: 20_261_120)
        for _ in 0..<40 {
            let pool = pool(&generator)
            let expected = OfferOrder.sorted(pool, by: order, date: date, zone: shanghai)
            var stream = try stream(pool.shuffled(using: &generator), by: order)
            for offer in expected {
                let next = try #require(try stream.next())
                #expect(next.customer == offer.customer)
                #expect(next.score == offer.score)
            }
            #expect(try stream.next() == nil)
        }
    }

    @Test("a night by offers decides as one that looks at the whole pool, and reads no more than it needs")
    func sameDecisions() throws {
        var generator = SeededGenerator(seed: 7)
        for round in 0..<20 {
            let pool = pool(&generator).map { customer in
                var customer = customer
                if Int.random(in: 0..<20, using: &generator) == 0 { customer.hold = .disputed }
                return customer
            }
            let rules = makeRules {
                $0.allocation.strategy = round % 2 == 0 ? .rotation : .loadBalanced
                $0.allocation.perNight = round % 3 == 0 ? 40 : nil
            }
            let standings = (1...5).map { makeStanding("crm:\($0)", intake: $0) }
            func planner() -> Planner { Planner(rules: rules, standings: standings, tiers: [:], date: date) }
            var whole = planner()
            let expected = whole.allocate(pool: pool, cursor: RepID("crm:2"), explaining: 30)
            var (byOffers, offers) = (planner(), try stream(pool, by: .score))
            let plan = try byOffers.allocate(&offers, cursor: RepID("crm:2"), explaining: 30) {
                pool.count { $0.hold == nil }
            }
            #expect(plan.decisions == expected.decisions)
            #expect(plan.cursor == expected.cursor)
            #expect(plan.unreached == expected.unreached)
        }
    }
}

@Suite("Spells that may be due")
struct DueHorizonTests {
    @Test("what lies beyond the horizon would have changed nothing")
    func sameRecycling() throws {
        var generator = SeededGenerator(seed: 5)
        let date = day("2026-11-20")
        var leftOut = 0
        for _ in 0..<400 {
            func random() -> FollowUpRules {
                var rules = FollowUpRules()
                rules.withinDays = Int.random(in: 1...40, using: &generator)
                rules.firstWithinDays = Bool.random(using: &generator) ? Int.random(in: 1...50, using: &generator) : nil
                rules.dealWithinDays = Bool.random(using: &generator) ? Int.random(in: 5...90, using: &generator) : nil
                rules.opportunityWithinDays =
                    Bool.random(using: &generator) ? Int.random(in: 5...90, using: &generator) : nil
                rules.dayKind = Bool.random(using: &generator) ? .working : .calendar
                rules.remindDaysBefore = Int.random(in: -1...5, using: &generator)
                rules.requireReminder = .none
                if Bool.random(using: &generator) {
                    var exception = FollowUpRules.Exception()
                    exception.customers.levels = [.a]
                    exception.withinDays = Int.random(in: 1...20, using: &generator)
                    rules.exceptions = [exception]
                }
                return rules
            }
            let rules = makeRules {
                $0.followUp = random()
                if Bool.random(using: &generator) {
                    $0.followUp.former = [
                        .init(rules: random(), replacedOn: date - Int.random(in: 0...9, using: &generator))
                    ]
                }
                $0.feeds.followUps = .none
            }
            let horizon = try #require(DueHorizon(rules: rules, date: date))
            let holdings = (0..<30).map { number in
                makeHolding(
                    "C\(100 + number)", start: moment("2026-08-01") + Int64.random(in: 0...9_500_000, using: &generator)
                ) {
                    $0.customer.level = Bool.random(using: &generator) ? .a : .b
                    $0.hasOpenDeal = Bool.random(using: &generator)
                    if Bool.random(using: &generator) {
                        $0.lastFollowUpAt = $0.spell.startedAt + Int64.random(in: 0...5_000_000, using: &generator)
                    }
                    if Int.random(in: 0..<4, using: &generator) == 0 {
                        $0.clockFrom = $0.spell.startedAt + -Int64.random(in: 0...500_000, using: &generator)
                    }
                }
            }
            let within = holdings.filter { holding in
                let start = holding.clockFrom ?? holding.spell.startedAt
                return max(start, holding.lastFollowUpAt ?? start) < horizon.clockBefore
                    || horizon.startBefore.map { start < $0 } ?? false
            }
            leftOut += holdings.count - within.count
            func plan(_ holdings: [Holding]) -> RecyclePlan {
                Recycling.plan(
                    holdings: holdings, held: 30, reps: [makeRep("crm:anna")], feeds: [], rules: rules,
                    calendar: .china, date: date)
            }
            #expect(plan(within) == plan(holdings))
        }
        #expect(leftOut > 1_000)
    }

    @Test("while books from before go-live go back step by step, all of them are looked at")
    func staggered() {
        let rules = makeRules { $0.followUp.grace = .init(goLive: day("2026-11-02"), until: day("2026-11-16")) }
        #expect(DueHorizon(rules: rules, date: day("2026-11-20")) == nil)
        #expect(DueHorizon(rules: rules, date: day("2027-03-01")) != nil)
    }
}
