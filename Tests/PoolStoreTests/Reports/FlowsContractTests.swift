import PoolStore
import Records
import TestSupport
import Testing

@Suite("Opening + in − out = closing")
struct FlowsContractTests {
    @Test("each way in and out has its name", arguments: StoreFactory.all)
    func names(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        let ids = try (1...5).map { try bench.add("\($0)") }
        try bench.store.apply(
            [OwnershipDecision(customer: ids[0], owner: ann, since: bench.at(-300), rule: "only_owner")],
            goLive: bench.at(1),
            date: bench.date(1), at: bench.at(1))
        #expect(
            try bench.store.flows(opening: bench.end(0), closing: bench.end(1)) == [
                Flow(rep: nil, opening: 0, incoming: ["imported": 5], outgoing: ["opening": 1], closing: 4),
                Flow(rep: ann, opening: 0, incoming: ["opening": 1], outgoing: [:], closing: 1),
            ])
        try bench.grant(.recycle, ids[0], ann, day: 2)
        try bench.grant(.claim, ids[1], ann, day: 2)
        try bench.grant(.allocation, ids[2], bob, day: 2)
        try bench.merge(ids[1], ids[3], day: 2)
        #expect(
            try bench.store.flows(opening: bench.end(1), closing: bench.end(2)) == [
                Flow(
                    rep: nil, opening: 4, incoming: ["recycled": 1],
                    outgoing: ["claim": 1, "allocation": 1, "merged": 1],
                    closing: 2),
                Flow(rep: ann, opening: 1, incoming: ["claim": 1], outgoing: ["recycled": 1], closing: 1),
                Flow(rep: bob, opening: 0, incoming: ["allocation": 1], outgoing: [:], closing: 1),
            ])
        // An earlier day's flow stays as it was reported.
        #expect(
            try bench.store.flows(opening: bench.end(0), closing: bench.end(1)).first
                == Flow(rep: nil, opening: 0, incoming: ["imported": 5], outgoing: ["opening": 1], closing: 4))
        #expect(try bench.store.flows(opening: bench.end(2), closing: bench.end(3)).allSatisfy { $0.incoming.isEmpty })
    }

    @Test(
        "books balance whatever happens, and one day closes as the next opens", arguments: StoreFactory.all,
        1...25 as ClosedRange<UInt64>)
    func balance(_ factory: StoreFactory, _ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bench = try Bench(factory)
        try bench.addReps("ann", "bob")
        for day in 1...12 {
            for step in 0..<8 { try happen(bench, day: day, number: day * 100 + step, &generator) }
        }
        var closings: [[RepID?: Int]] = []
        for day in 1...12 {
            let flows = try bench.store.flows(opening: bench.end(day - 1), closing: bench.end(day))
            #expect(flows.allSatisfy { $0.isBalanced && $0.opening >= 0 && $0.closing >= 0 })
            if let former = closings.last {
                #expect(flows.allSatisfy { $0.opening == former[$0.rep] ?? 0 })
            }
            closings.append(Dictionary(uniqueKeysWithValues: flows.map { ($0.rep, $0.closing) }))
            #expect(try bench.store.pool(at: bench.end(day)).count <= flows[0].closing)
        }
        #expect(try bench.store.pool().count == closings.last?[nil])
        let broken = try bench.store.verify()
        #expect(broken == [])
    }

    /// One random thing on a day; what cannot be is refused and must leave no trace.
    private func happen(_ bench: Bench, day: Int, number: Int, _ generator: inout SeededGenerator) throws {
        let rep = Bool.random(using: &generator) ? ann : bob
        let customers = try bench.rows(.customers).map { CustomerID($0[0]) }
        let choice = Int.random(in: 0...9, using: &generator)
        guard let customer = customers.randomElement(using: &generator), choice > 2 else {
            try bench.add("\(number)", day: day)
            return
        }
        let owner = try bench.store.owners(of: [customer])[customer]
        do {
            switch choice {
            case 3, 4: try bench.grant(.claim, customer, rep, day: day)
            case 5: try bench.grant(.allocation, customer, rep, day: day)
            case 6: try bench.grant(.recycle, customer, owner ?? rep, day: day)
            case 7:
                let reasons: [Spell.EndReason] = [.released, .released, .retired]
                try bench.store.endSpell(
                    of: customer, heldBy: owner ?? rep, reason: reasons.randomElement(using: &generator) ?? .released,
                    date: bench.date(day), at: bench.at(day), by: "test")
            case 8:
                let other = customers.randomElement(using: &generator) ?? customer
                try bench.merge(customer, other, day: day)
            default:
                try bench.store.apply(
                    [
                        OwnershipDecision(
                            customer: customer, owner: Bool.random(using: &generator) ? rep : nil, rule: "x")
                    ],
                    goLive: bench.at(20), date: bench.date(day), at: bench.at(day))
            }
        } catch is StoreConflict {
            // Owned, not held, retired: that is the rule at work.
        }
    }
}
