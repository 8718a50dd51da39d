import Records
import Rules
import Testing

@testable import Allocation

@Suite("SimulationRun")
struct SimulationRunTests {
    static func run(_ name: String, seed: UInt64 = 1, _ change: (inout Policy) -> Void = { _ in }) throws
        -> SimulationResult
    {
        var policy = try #require(Policy.reference(name, rules: makeRules()))
        change(&policy)
        var run = SimulationRun(world: small(seed: seed), policy: policy, seed: seed)
        return run.run()
    }

    /// A fifth of the invented world.
    static func small(seed: UInt64) -> World {
        var world = World.invented(seed: seed)
        world.people = Array(world.people.prefix(12))
        world.initial = Array(world.initial.prefix(2400))
        world.arrivals = world.arrivals.map { Array($0.prefix(24)) }
        return world
    }

    @Test("the world has 60 reps and 27,600 customers, and the same seed makes the same one")
    func world() {
        let world = World.invented(seed: 4)
        #expect(world.people.count == 60)
        #expect(world.initial.count + world.arrivals.reduce(0) { $0 + $1.count } == 27_600)
        #expect(world.history.reduce(0) { $0 + $1.spells } == 2500)
        #expect(World.invented(seed: 4).people.map(\.skill) == world.people.map(\.skill))
        #expect(World.invented(seed: 5).people.map(\.skill) != world.people.map(\.skill))
    }

    @Test("a spell's chance of a win is that of eight follow-ups at most, the first ones without a win")
    func spellChance() {
        #expect(World.spellChance(win: 0.5, minimum: 9, diligence: 1) == 0)
        #expect(World.spellChance(win: 1, minimum: 1, diligence: 1) == 1)
        #expect(abs(World.spellChance(win: 0.5, minimum: 8, diligence: 1) - 0.5 * 0.648_477_594_24) < 1e-9)
    }

    @Test("runs are deterministic, and matching beats claiming by far in the world of the documentation")
    func matchingPays() throws {
        let claimed = try Self.run("P1")
        let matched = try Self.run("P6e floor")
        #expect(try Self.run("P1") == claimed)
        #expect(Double(matched.conversions) > 1.5 * Double(claimed.conversions))
        #expect(matched.revenue > 1.1 * claimed.revenue)
        #expect(matched.leastClaimsPerWeek >= 5.9)
        // Twelve reps, ten a week each, 26 weeks.
        #expect(claimed.claims == 3120)
        #expect(matched.claims == 3120)
    }
}
