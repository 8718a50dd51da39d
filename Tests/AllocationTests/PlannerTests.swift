import Records
import Rules
import Testing

@testable import Allocation

@Suite("Planner, claims")
struct PlannerClaimsTests {
    let date = day("2026-11-20")
    let customers = [makeCustomer("C1"), makeCustomer("C2"), makeCustomer("C3")]

    func planner(_ standings: [RepStanding], tiers: [RepID: String] = [:], rules: Rules = makeRules()) -> Planner {
        Planner(rules: rules, standings: standings, tiers: tiers, date: date)
    }

    func decide(
        _ claims: [ClaimRequest], standings: [RepStanding], customers: [CustomerSummary]? = nil,
        owners: [CustomerID: RepID] = [:], rules: Rules = makeRules()
    ) -> [Decision] {
        var planner = planner(standings, rules: rules)
        return planner.decide(claims: claims, customers: (customers ?? self.customers).byID, owners: owners)
    }

    @Test("the earliest claim wins, and the loser gets the reason and the winner's time")
    func race() {
        let decisions = decide(
            [
                makeClaim("crm:2", "C1", by: "ben", at: moment("2026-11-20", hour: 10)),
                makeClaim("crm:1", "C1", by: "anna", at: moment("2026-11-20", hour: 9)),
            ], standings: [makeStanding("anna"), makeStanding("ben")])
        #expect(decisions.map(\.rep?.rawValue) == ["anna", "ben"])
        #expect(decisions.map(\.isGranted) == [true, false])
        #expect(decisions.map(\.reason) == [.firstCome, .claimedEarlier])
        #expect(decisions.map(\.strategy) == [.firstCome, .firstCome])
        #expect(decisions.map(\.rank) == [1, nil])
        #expect(decisions.map(\.request) == ["crm:1", "crm:2"])
        #expect(decisions[1].detail.text == "asked_earlier rep=anna at=2026-11-20T09:00:00")
        #expect(decisions[1].rejected.map(\.rep.rawValue) == ["ben"])
    }

    @Test("a claim that is refused burns nothing: the next in time gets the customer, the next claim is granted")
    func refusalBurnsNothing() {
        let rules = makeRules { $0.claims.limit = 1 }
        let decisions = decide(
            [
                makeClaim("1", "C1", by: "anna", at: moment("2026-11-20", hour: 8)),
                makeClaim("2", "C1", by: "ben", at: moment("2026-11-20", hour: 9)),
                makeClaim("3", "C2", by: "anna", at: moment("2026-11-20", hour: 10)),
                makeClaim("4", "C3", by: "anna", at: moment("2026-11-20", hour: 11)),
            ], standings: [makeStanding("anna"), makeStanding("ben")],
            customers: [
                makeCustomer("C1") { $0.formerOwners = [former("anna", "2026-11-10")] }, makeCustomer("C2"),
                makeCustomer("C3"),
            ], rules: rules)
        #expect(decisions.map(\.reason) == [.coolingOff, .firstCome, .firstCome, .claimLimit])
        #expect(decisions[3].detail == .limitReached(.claims(.week), used: 1, limit: 1))
    }

    @Test("granted claims count against claim, intake and holding limit within the night")
    func counts() {
        let claims = ["C1", "C2", "C3"].enumerated().map {
            makeClaim("\($0)", $1, by: "anna", at: moment("2026-11-20", hour: $0))
        }
        func reasons(_ change: (inout Rules) -> Void) -> [ReasonCode] {
            decide(
                claims, standings: [makeStanding("anna", claims: 1, intake: 1, holdings: 5)], rules: makeRules(change)
            )
            .map(\.reason)
        }
        #expect(reasons { $0.claims.limit = 3 } == [.firstCome, .firstCome, .claimLimit])
        #expect(reasons { $0.claims.intakeLimit = 2 } == [.firstCome, .intakeLimit, .intakeLimit])
        #expect(reasons { $0.claims.holdingLimit = 6 } == [.firstCome, .holdingLimit, .holdingLimit])
    }

    @Test("a tier changes the limits for its reps")
    func tiers() {
        var gold = TierRules.Tier(name: "gold")
        gold.claimLimit = 2
        let rules = makeRules {
            $0.claims.limit = 1
            $0.tiers.tiers = [gold]
        }
        let claims = [
            makeClaim("1", "C1", by: "anna", at: moment("2026-11-20", hour: 1)),
            makeClaim("2", "C2", by: "anna", at: moment("2026-11-20", hour: 2)),
        ]
        var planner = planner([makeStanding("anna")], tiers: [RepID("anna"): "gold"], rules: rules)
        #expect(planner.decide(claims: claims, customers: customers.byID).map(\.isGranted) == [true, true])
    }

    @Test("owned, won, retired, held and vanished customers are refused with what stands against them")
    func customersThatCannotBeClaimed() {
        let customers = [
            makeCustomer("C1") { $0.status = .prospect }, makeCustomer("C2") { $0.status = .account },
            makeCustomer("C3") { $0.status = .retired },
            makeCustomer("C4") { $0.hold = .locked(until: day("2026-11-20")) },
            makeCustomer("C5") { $0.hold = .disputed },
            makeCustomer("C6") { $0.hold = .locked(until: day("2026-11-19")) },
        ]
        let claims = ["C1", "C2", "C3", "C4", "C5", "C6", "C7"].map {
            makeClaim($0, $0, by: "anna", at: moment("2026-11-20"))
        }
        let decisions = decide(
            claims, standings: [makeStanding("anna")], customers: customers,
            owners: [CustomerID("C1"): RepID("anna"), CustomerID("C2"): RepID("ben")])
        #expect(
            decisions.map(\.reason)
                == [.alreadyYours, .alreadyOwned, .retired, .onHold, .onHold, .firstCome, .retired])
        #expect(decisions[1].detail == .held(by: RepID("ben"), as: .account))
        #expect(decisions[3].detail == .onHold(.locked(until: day("2026-11-20"))))
    }

    @Test("a second claim by the winner and one by somebody off the roster are refused")
    func oddClaims() {
        let claims = [
            makeClaim("1", "C1", by: "anna", at: moment("2026-11-20")),
            makeClaim("2", "C1", by: "anna", at: moment("2026-11-20")),
            makeClaim("3", "C2", by: "ghost", at: moment("2026-11-20")),
        ]
        let decisions = decide(claims, standings: [makeStanding("anna")])
        #expect(decisions.map(\.reason) == [.firstCome, .alreadyYours, .inactive])
    }
}

@Suite("Planner, allocation")
struct PlannerAllocationTests {
    let date = day("2026-11-20")

    func allocate(
        _ pool: [CustomerSummary], to standings: [RepStanding], cursor: String? = nil, rules: Rules = makeRules()
    ) -> AllocationPlan {
        var planner = Planner(rules: rules, standings: standings, tiers: [:], date: date)
        return planner.allocate(pool: pool, cursor: cursor.map { RepID($0) })
    }

    @Test("customers go round in the order of offering, with ranks, candidates and the cursor to keep")
    func rotation() {
        let pool = ["C1", "C2", "C3"].map { makeCustomer($0) }
        let result = allocate(pool, to: [makeStanding("b"), makeStanding("a")], cursor: "a")
        #expect(result.decisions.map(\.customer.rawValue) == ["C1", "C2", "C3"])
        #expect(result.decisions.map(\.rep?.rawValue) == ["b", "a", "b"])
        #expect(result.cursor == RepID("b"))
        let first = result.decisions[0]
        #expect(first.kind == .allocation && first.isGranted && first.rank == 1 && first.score == 1)
        #expect(first.strategy == .rotation && first.reason == .nextInRotation)
        #expect(first.detail == .nextAfter(RepID("a")))
        #expect(first.eligible.map(\.rep.rawValue) == ["b", "a"])
    }

    @Test("a full rep is passed over, and the customer goes to the next one")
    func skipsFullRep() {
        let result = allocate(
            [makeCustomer("C1")], to: [makeStanding("a", intake: 10), makeStanding("b")], cursor: "b")
        #expect(result.decisions.map(\.rep?.rawValue) == ["b"])
        #expect(result.decisions[0].reason == .onlyEligible)
        #expect(result.decisions[0].rejected.map(\.reason) == [.intakeLimit])
    }

    @Test("an empty set of eligible reps stays pooled with every rep's reason; it never falls back to everyone")
    func nobodyEligible() {
        let standings = [
            makeStanding("a", intake: 10), makeStanding("b") { $0.isActive = false },
            makeStanding("c") { $0.needs = ["erp"] },
        ]
        let result = allocate([makeCustomer("C1"), makeCustomer("C2")], to: standings, cursor: "a")
        #expect(result.decisions.map(\.isGranted) == [false, false])
        #expect(result.decisions.map(\.rep) == [nil, nil])
        #expect(result.decisions[0].reason == .nobodyEligible)
        #expect(result.decisions[0].detail == .eligible(0, of: 3))
        #expect(result.decisions[1].rejected.map(\.reason) == [.intakeLimit, .inactive, .needMismatch])
        #expect(result.cursor == RepID("a"))
        let nobody = allocate([makeCustomer("C1")], to: [])
        #expect(nobody.decisions.map(\.reason) == [.nobodyEligible])
    }

    @Test("whoever is over a limit from a migration keeps everything and receives nothing")
    func overTheLimit() {
        let rules = makeRules { $0.claims.holdingLimit = 50 }
        let result = allocate([makeCustomer("C1")], to: [makeStanding("a", holdings: 53)], rules: rules)
        #expect(result.decisions[0].rejected.map(\.detail) == [.limitReached(.holdings, used: 53, limit: 50)])
    }

    @Test("held, owned and retired customers are never offered; an expired lock does not hold")
    func notOffered() {
        let pool = [
            makeCustomer("C1") { $0.hold = .disputed }, makeCustomer("C2") { $0.hold = .quarantined },
            makeCustomer("C3") { $0.hold = .locked(until: day("2026-11-20")) },
            makeCustomer("C4") { $0.status = .prospect },
            makeCustomer("C5") { $0.status = .retired },
            makeCustomer("C6") { $0.hold = .locked(until: day("2026-11-19")) },
        ]
        #expect(allocate(pool, to: [makeStanding("a")]).decisions.map(\.customer.rawValue) == ["C6"])
    }

    @Test("per_night caps what is handed out, not what is looked at; the rest gets no decision")
    func perNight() {
        let rules = makeRules {
            $0.allocation.perNight = 2
            $0.claims.limit = 99
        }
        let pool = [
            makeCustomer("C1") { $0.formerOwners = [former("a", "2026-11-20")] }, makeCustomer("C2"),
            makeCustomer("C3"),
            makeCustomer("C4"),
        ]
        let result = allocate(pool, to: [makeStanding("a")], rules: rules)
        #expect(result.decisions.map(\.isGranted) == [false, true, true])
        #expect(result.decisions[0].rejected.map(\.reason) == [.coolingOff])
    }

    @Test("claims come first and count: what was claimed is not offered, and the places are taken")
    func afterClaims() {
        let pool = ["C1", "C2", "C3"].map { makeCustomer($0) }
        var planner = Planner(
            rules: makeRules { $0.claims.limit = 2 }, standings: [makeStanding("a")], tiers: [:], date: date)
        let claim = makeClaim("1", "C2", by: "a", at: moment("2026-11-20"))
        #expect(planner.decide(claims: [claim], customers: pool.byID).map(\.isGranted) == [true])
        let result = planner.allocate(pool: pool, cursor: nil)
        #expect(result.decisions.map(\.customer.rawValue) == ["C1", "C3"])
        #expect(result.decisions.map(\.isGranted) == [true, false])
    }
}
