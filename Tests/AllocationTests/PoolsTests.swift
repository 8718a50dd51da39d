import Records
import Rules
import Testing

@testable import Allocation

@Suite("Pools, delays and ties")
struct PoolsTests {
    let east: PoolRule = {
        var pool = PoolRule(name: "east")
        pool.customers.regions = ["江苏"]
        (pool.teams, pool.reps, pool.memberRegions) = (["East"], ["hr:E9", "王敏"], ["上海市"])
        return pool
    }()

    @Test("a customer falls into the first pool that fits; without pools there is one")
    func order() {
        let pools = Pools([east, PoolRule(name: "rest")])
        #expect(pools.name(of: makeCustomer("C1") { $0.province = "江苏省" }) == "east")
        #expect(pools.name(of: makeCustomer("C2") { $0.province = "浙江省" }) == "rest")
        #expect(pools.name(of: makeCustomer("C3")) == "rest", "nothing is known of it")
        #expect(Pools([]).name(of: makeCustomer("C1")) == "default")
    }

    @Test("members are in by team, by name or by region, and a pool without members is everybody's")
    func members() {
        #expect(east.admits(makeRep("hr:1") { $0.team = "East" }))
        #expect(east.admits(makeRep("hr:E9")))
        #expect(east.admits(makeRep("hr:2") { $0.name = "王敏" }))
        #expect(east.admits(makeRep("hr:3") { $0.regions = ["上海"] }))
        #expect(!east.admits(makeRep("hr:4") { $0.team = "West" }))
        #expect(PoolRule(name: "rest").admits(makeRep("hr:4")))
        var best = PoolRule(name: "best")
        best.tiers = ["gold"]
        #expect(best.admits(makeRep("hr:4"), tier: "gold"))
        #expect(!best.admits(makeRep("hr:4"), tier: "silver"))
        #expect(!best.admits(makeRep("hr:4"), tier: nil), "before the first evaluation")
    }

    @Test("neither a claim nor an allocation takes a customer out of a pool that the rep is not in")
    func eligibility() throws {
        let rules = makeRules { $0.pools = [east, PoolRule(name: "rest")] }
        let customer = makeCustomer("C1") { $0.province = "江苏省" }
        var planner = Planner(
            rules: rules, standings: [makeStanding("hr:1"), makeStanding("hr:2") { $0.team = "East" }], tiers: [:],
            date: day("2026-11-20"))
        let claim = planner.decide(
            claims: [makeClaim("c", "C1", by: "hr:1", at: moment("2026-11-20"))], customers: [customer].byID)[0]
        #expect(claim.reason == .notInPool)
        #expect(claim.detail == .notInPool("east"))
        let decisions = planner.allocate(pool: [customer, makeCustomer("C2")], cursor: nil).decisions
        #expect(decisions.first { $0.customer == customer.id }?.rep == RepID("hr:2"))
        #expect(decisions.first { $0.customer == customer.id }?.rejected.map(\.reason) == [.notInPool])
    }

    @Test("a customer may be claimed only so many days after it came to the pool, by a better tier earlier")
    func delay() {
        let rules = makeRules {
            $0.claims.claimDelayDays = 3
            var gold = TierRules.Tier(name: "gold")
            gold.minimumWonDeals = 1
            gold.claimDelayDays = 1
            $0.tiers.tiers = [gold, TierRules.Tier(name: "standard")]
        }
        func decide(_ rep: String, on date: String) -> Decision {
            var planner = Planner(
                rules: rules, standings: [makeStanding("a"), makeStanding("b")],
                tiers: [RepID("a"): "gold", RepID("b"): "standard"], date: day(date))
            let customer = makeCustomer("C1") { $0.poolSince = moment("2026-11-16", hour: 23) }
            return planner.decide(
                claims: [makeClaim("c", "C1", by: rep, at: moment(date))], customers: [customer].byID)[0]
        }
        #expect(decide("b", on: "2026-11-18").reason == .tooEarly)
        #expect(decide("b", on: "2026-11-18").detail == .claimableFrom(day("2026-11-19")))
        #expect(decide("b", on: "2026-11-19").isGranted)
        #expect(decide("a", on: "2026-11-16").reason == .tooEarly)
        #expect(decide("a", on: "2026-11-17").isGranted)
    }

    @Test("of claims of one moment the better tier's comes first where the rules say so, otherwise the smaller id")
    func ties() {
        func winner(_ priority: ClaimRules.TiePriority) -> RepID? {
            let rules = makeRules {
                $0.claims.tiePriority = priority
                var gold = TierRules.Tier(name: "gold")
                gold.minimumWonDeals = 1
                $0.tiers.tiers = [gold, TierRules.Tier(name: "standard")]
            }
            var planner = Planner(
                rules: rules, standings: [makeStanding("a"), makeStanding("b")],
                tiers: [RepID("a"): "standard", RepID("b"): "gold"], date: day("2026-11-20"))
            let claims = [
                makeClaim("1", "C1", by: "a", at: moment("2026-11-20")),
                makeClaim("2", "C1", by: "b", at: moment("2026-11-20")),
            ]
            return planner.decide(claims: claims, customers: [makeCustomer("C1")].byID).first { $0.isGranted }?.rep
        }
        #expect(winner(.none) == RepID("a"))
        #expect(winner(.tier) == RepID("b"))
    }

    @Test("a rolling window is the days up to today, and those that a late night could reach")
    func rolling() {
        var rules = ClaimRules()
        (rules.window, rules.rollingDays) = (.rolling, 7)
        #expect(rules.days(around: day("2026-11-20")) == day("2026-11-14")...day("2026-11-26"))
    }
}
