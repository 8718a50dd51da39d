import PoolStore
import Records
import Rules
import Testing

@Suite("Rules, limits and disputes in the store")
struct RulesContractTests {
    @Test(
        "a file that nights ran under is kept once, one that none recycled under is replaced",
        arguments: StoreFactory.all)
    func versions(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        func keep(_ yaml: String, day: Int) throws {
            try bench.store.keepRules(Array(yaml.utf8), digest: "d-\(yaml)", date: bench.date(day), at: bench.end(day))
        }
        try keep("0", day: 3)
        try keep("a", day: 3)
        try bench.complete(.recycle, day: 3)
        try keep("a", day: 4)
        try keep("b", day: 2)
        try bench.complete(.recycle, day: 5)
        try keep("a", day: 6)
        let versions = try bench.store.ruleVersions()
        #expect(versions.map(\.version.number) == [1, 2, 3])
        #expect(versions.map(\.version.effectiveOn) == [bench.date(3), bench.date(3), bench.date(6)])
        #expect(versions.map { String(decoding: $0.yaml, as: UTF8.self) } == ["a", "b", "a"])
        #expect(try bench.events(.rulesChanged).map { $0.payload["version"] } == ["1", "1", "2", "3"])
    }

    @Test("what was given after a late night's date counts against the holding limit", arguments: StoreFactory.all)
    func lateNight(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...3).map { try bench.add("\($0)") }
        try bench.grant(.claim, ids[0], ann, day: 3)
        try bench.grant(.claim, ids[1], ann, day: 4)
        var rules = Rules(zone: bench.zone)
        rules.claims.window = .day
        let late = try #require(try bench.store.standings(on: bench.date(3), rules: rules).first)
        #expect(late.claimsInWindow == 1, "the window is the day")
        #expect(late.holdings == 2, "both are held by now")
    }

    @Test("open deals and levels that do not count are not held", arguments: StoreFactory.all)
    func exclusions(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...3).map { try bench.add("\($0)") }
        for id in ids { try bench.grant(.claim, id, ann, day: 3) }
        try bench.deal("d", "2", "ann", .open)
        var rules = Rules(zone: bench.zone)
        rules.claims.excludesOpenDealsFromHolding = true
        #expect(try bench.store.standings(on: bench.date(3), rules: rules).map(\.holdings) == [2])
        rules.claims.levelsExcludedFromHolding = [.a, .b, .c]
        #expect(try bench.store.standings(on: bench.date(3), rules: rules).map(\.holdings) == [2], "no level is known")
    }

    @Test("a refused claim burns nothing, and a release refunds nothing", arguments: StoreFactory.all)
    func counting(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...2).map { try bench.add("\($0)") }
        let refused = Bench.decision(.claim, ids[1], ann, isGranted: false, reason: .onHold)
        try bench.store.apply([refused], date: bench.date(3), at: bench.end(3))
        let rules = Rules(zone: bench.zone)
        #expect(try bench.store.standings(on: bench.date(3), rules: rules).map(\.claimsInWindow) == [0])
        try bench.grant(.claim, ids[0], ann, day: 3)
        try bench.store.endSpell(
            of: ids[0], heldBy: ann, reason: .released, date: bench.date(4), at: bench.at(4), by: "ann")
        #expect(try bench.store.standings(on: bench.date(4), rules: rules).map(\.claimsInWindow) == [1])
        #expect(try bench.store.standings(on: bench.date(4), rules: rules).map(\.holdings) == [0])
    }

    @Test(
        "a recycling that meets another follow-up than it was judged on is not carried out", arguments: StoreFactory.all
    )
    func compareAndSet(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 2)
        var decision = Bench.decision(.recycle, a, ann)
        decision.basis = Decision.Basis(startedAt: bench.end(2), lastFollowUpAt: nil)
        try bench.followUp("f", "1", "ann", at: bench.at(8))
        #expect(throws: StoreConflict.self) {
            try bench.store.apply([decision], date: bench.date(9), at: bench.end(9))
        }
        #expect(try bench.status(a) == .prospect)
        decision.basis?.lastFollowUpAt = bench.at(8)
        try bench.store.apply([decision], date: bench.date(9), at: bench.end(9))
        #expect(try bench.status(a) == .pool)
        #expect(throws: StoreConflict.self) {
            try bench.store.apply([decision], date: bench.date(9), at: bench.end(9))
        }
    }

    @Test("a clock that was kept goes on, and a deputy's follow-ups are the owner's", arguments: StoreFactory.all)
    func clocks(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let a = try bench.add("1")
        try bench.grant(.claim, a, ann, day: 2)
        try bench.store.delegate(
            Delegation(rep: ann, deputy: bob, startsAt: bench.at(3, 0), endsAt: bench.end(5)), by: "x",
            date: bench.date(2), at: bench.end(2))
        try bench.followUp("f", "1", "bob", at: bench.at(4))
        try bench.followUp("g", "1", "bob", at: bench.at(7))
        #expect(try bench.store.holdings(asOf: bench.end(8)).first?.lastFollowUpAt == bench.at(4))
        #expect(
            try bench.store.histories(until: bench.end(8), revenueFrom: .payments, currency: "CNY").first?.followUps
                == [bench.at(4)])
        try bench.store.handOver(
            a, to: bob, keepsClock: true, reason: "r", by: "x", date: bench.date(6), at: bench.at(6))
        let holding = try #require(try bench.store.holdings(asOf: bench.at(6, 13)).first)
        #expect(holding.spell.rep == bob)
        #expect(holding.clockFrom == bench.at(4))
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("an appeal holds a pooled customer, and both its ends let it go", arguments: StoreFactory.all)
    func appeals(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try (1...2).map { try bench.add("\($0)") }
        for id in ids {
            try bench.grant(.claim, id, ann, day: 2)
            try bench.grant(.recycle, id, ann, day: 9)
            let appeal = Appeal(customer: id, rep: ann, madeAt: bench.at(10), cause: .person, reason: "r")
            #expect(try bench.store.appeal(appeal, by: "ann", date: bench.date(10), at: bench.at(10)))
            #expect(try !bench.store.appeal(appeal, by: "ann", date: bench.date(10), at: bench.at(11)))
        }
        #expect(try bench.store.summaries(of: ids).map(\.hold) == [.disputed, .disputed])
        #expect(try bench.store.openAppeals().count == 2)
        try bench.store.reinstate(
            ids[0], to: ann, clockFrom: bench.at(8), reason: "r", by: "boss", date: bench.date(11), at: bench.at(11))
        #expect(try bench.store.rejectAppeals(about: ids[1], by: "boss", date: bench.date(11), at: bench.at(11)) == 1)
        #expect(try bench.store.summaries(of: ids).map(\.hold) == [nil, nil])
        #expect(try bench.store.owners(of: ids) == [ids[0]: ann])
        #expect(try bench.store.openAppeals().isEmpty)
        #expect(try bench.events(.appealSettled).map { $0.payload["outcome"] } == ["granted", "rejected"])
        #expect(try bench.store.verify().isEmpty)
    }
}
