import Testing

@testable import Reporting

@Suite struct GiniTests {
    @Test(
        "the coefficient is that of METRICS.md",
        arguments: [([1, 2, 3, 4], 0.25), ([0, 0, 0, 1], 0.75), ([5, 5, 5], 0), ([4, 2, 1, 3], 0.25)]
            as [([Double], Double)])
    func coefficient(_ values: [Double], _ expected: Double) throws {
        #expect(abs(try #require(Gini.coefficient(values)) - expected) < 1e-9)
    }

    @Test("nothing to share has no coefficient")
    func nothing() {
        #expect(Gini.coefficient([]) == nil)
        #expect(Gini.coefficient([0, 0]) == nil)
        #expect(Gini.underChance(count: 0, capacities: [1, 2], seed: 1) == nil)
        #expect(Gini.underChance(count: 5, capacities: [0], seed: 1) == nil)
    }

    @Test("chance alone is not zero in a small team, falls with more to share, and is the same for the same seed")
    func chance() throws {
        let few = try #require(Gini.underChance(count: 12, capacities: [28, 28, 28, 28], seed: 9))
        let many = try #require(Gini.underChance(count: 2000, capacities: [28, 28, 28, 28], seed: 9))
        #expect(few > 0.1 && few < 0.5)
        #expect(many < 0.05)
        #expect(Gini.underChance(count: 12, capacities: [28, 28, 28, 28], seed: 9) == few)
    }
}
