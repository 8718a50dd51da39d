import PoolStore
import Records
import Testing

@Suite("Two ids of one rep")
struct RepAliasesContractTests {
    private static let other = RepID("crm:44")

    /// 44 of the system crm holds a customer and followed it up; ann of hr holds another.
    private func bench(_ factory: StoreFactory) throws -> (Bench, CustomerID, CustomerID) {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let rep = Rep(id: Self.other, name: "Ann A.")
        _ = try bench.store.save(
            BatchRows(batch: bench.batch(.reps, "crm"), rows: [bench.row("crm", "44", rep)]), date: bench.date(1),
            at: bench.at(1))
        let (one, two) = (try bench.add("1"), try bench.add("2"))
        try bench.grant(.claim, one, Self.other, day: 2)
        try bench.grant(.claim, two, ann, day: 2)
        try bench.followUp("f1", "1", "44", at: bench.at(3), source: "crm", day: 3)
        try bench.followUp("f2", "2", "ann", at: bench.at(3), source: "hr", day: 3)
        return (bench, one, two)
    }

    private func join(_ bench: Bench, day: Int = 4) throws -> Bool {
        try bench.store.join(Self.other, to: ann, by: "李经理", date: bench.date(day), at: bench.at(day))
    }

    private func separate(_ bench: Bench, day: Int = 6) throws -> RepID? {
        try bench.store.separate(Self.other, by: "李经理", date: bench.date(day), at: bench.at(day))
    }

    private func followUpReps(_ bench: Bench) throws -> [String] { try bench.rows(.followUps).map { $0[3] } }

    @Test(
        "what was the alias's is the rep's: spells, follow-ups, books, and whatever comes later",
        arguments: StoreFactory.all)
    func joins(_ factory: StoreFactory) throws {
        let (bench, one, two) = try bench(factory)
        #expect(try join(bench))
        #expect(try !join(bench), "said twice is said once")
        #expect(try bench.store.owners(of: [one, two]) == [one: ann, two: ann])
        #expect(try followUpReps(bench) == ["hr:ann", "hr:ann"])
        #expect(try bench.store.reps().map(\.id) == [ann, bob])
        #expect(try bench.store.reps().first?.aliases == ["crm:44"])
        let held = try bench.store.standings(windowStart: bench.at(0), until: bench.at(5))
        #expect(held.map(\.holdings) == [2, 0] && held.map(\.claimsInWindow) == [2, 0])
        for reference in ["44", "crm:44", "Ann A."] {
            #expect(try bench.store.resolveRep(Reference(reference), from: "crm").ids == ["hr:ann"], "\(reference)")
        }
        try bench.followUp("f3", "1", "44", at: bench.at(5), source: "crm", day: 5)
        #expect(try followUpReps(bench) == ["hr:ann", "hr:ann", "hr:ann"])
        #expect(RepDirectory(try bench.store.reps()).id(of: ann, in: "crm") == "44")
        let listed = try bench.rows(.reps).map { [$0[0], $0.last ?? ""] }
        #expect(listed == [["crm:44", "hr:ann"], ["hr:ann", ""], ["hr:bob", ""]])
        let event = try #require(try bench.events(.repJoined).first)
        #expect(event.rep == ann && event.payload == ["alias": "crm:44", "by": "李经理"])
        let flows = try bench.store.flows(opening: bench.end(1), closing: bench.end(5))
        #expect(flows.allSatisfy { $0.isBalanced })
        #expect(try bench.store.verify().isEmpty)
    }

    @Test(
        "taken back, each has what was its own, and what came meanwhile stays where it was given",
        arguments: StoreFactory.all)
    func separates(_ factory: StoreFactory) throws {
        let (bench, one, two) = try bench(factory)
        let before = (try bench.rows(.spells), try bench.rows(.followUps), try bench.rows(.reps))
        #expect(try join(bench))
        #expect(try separate(bench) == ann)
        #expect(try separate(bench) == nil)
        #expect(try bench.rows(.spells) == before.0)
        #expect(try bench.rows(.followUps) == before.1)
        #expect(try bench.rows(.reps) == before.2)
        #expect(try bench.store.verify().isEmpty)

        #expect(try join(bench, day: 7))
        let three = try bench.add("3", day: 7)
        try bench.grant(.claim, three, ann, day: 8)
        try bench.grant(.recycle, one, ann, day: 8)
        #expect(try separate(bench, day: 9) == ann)
        #expect(try bench.store.owners(of: [one, two, three]) == [two: ann, three: ann])
        #expect(try bench.store.flows(opening: bench.end(1), closing: bench.end(9)).allSatisfy(\.isBalanced))
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("nobody is two people, himself, or the alias of an alias", arguments: StoreFactory.all)
    func refuses(_ factory: StoreFactory) throws {
        let (bench, _, _) = try bench(factory)
        func join(_ alias: RepID, _ rep: RepID) throws -> Bool {
            try bench.store.join(alias, to: rep, by: "b", date: bench.date(4), at: bench.at(4))
        }
        #expect(throws: RepAliasRefused.self) { try join(ann, ann) }
        #expect(try join(Self.other, ann))
        #expect(throws: RepAliasRefused.self) { try join(Self.other, bob) }
        #expect(throws: RepAliasRefused.self) { try join(ann, Self.other) }
        #expect(throws: RepAliasRefused.self) { try join(ann, bob) }
        #expect(try join(bob, Self.other), "the rep behind the alias is meant")
        #expect(try bench.store.repAliases().map(\.rep) == [ann, ann])
    }

    @Test("that two are two is kept until somebody says otherwise", arguments: StoreFactory.all)
    func apart(_ factory: StoreFactory) throws {
        let (bench, _, _) = try bench(factory)
        #expect(try bench.store.refuse(Self.other, as: ann, by: "b", at: bench.at(4)))
        #expect(try !bench.store.refuse(ann, as: Self.other, by: "b", at: bench.at(4)))
        #expect(try bench.store.people().refused == [[Self.other, ann]])
        #expect(try join(bench))
        #expect(try bench.store.people().refused.isEmpty)
        #expect(try bench.store.people().reps.map(\.id) == [ann, bob])
    }

    @Test("somebody whom only history knew is joined like everybody", arguments: StoreFactory.all)
    func former(_ factory: StoreFactory) throws {
        let (bench, _, _) = try bench(factory)
        try bench.followUp("f9", "1", "阿安", at: bench.at(3), source: "old", day: 3)
        _ = try bench.store.resolvePending(makeFormerReps: true, date: bench.date(3), at: bench.end(3))
        let former = RepID("old:阿安")
        #expect(try bench.store.people().former == [former])
        #expect(try bench.store.join(former, to: ann, by: "b", date: bench.date(4), at: bench.at(4)))
        #expect(try followUpReps(bench).last == "hr:ann")
        // A roster that comes again leaves it so.
        var rep = Rep(id: bob, name: "Bob")
        rep.team = "x"
        try bench.addReps([rep], day: 5)
        try bench.followUp("f8", "1", "阿安", at: bench.at(5), source: "old", day: 5)
        #expect(try Set(followUpReps(bench).suffix(2)) == ["hr:ann"])
        #expect(try bench.store.separate(former, by: "b", date: bench.date(6), at: bench.at(6)) == ann)
        #expect(try Set(followUpReps(bench).suffix(2)) == ["old:阿安"])
        #expect(try bench.store.verify().isEmpty)
    }
}
