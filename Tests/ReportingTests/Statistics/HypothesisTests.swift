import Testing

@testable import Reporting

@Suite struct HypothesisTests {
    @Test("the p-value of two shares is that of the normal approximation")
    func pValue() {
        // 30/100 against 20/100: z = 1.632993, two-sided p = 0.102470 (Python: statistics.NormalDist).
        #expect(abs(Proportion.equalityPValue(Proportion(30, of: 100), Proportion(20, of: 100)) - 0.102470) < 1e-6)
        #expect(Proportion.equalityPValue(Proportion(0, of: 9), Proportion(0, of: 5)) == 1)
        #expect(Proportion.equalityPValue(Proportion(1, of: 9), Proportion(0, of: 0)) == 1)
    }

    @Test("Holm's adjustment steps down and never falls")
    func holm() {
        #expect(Holm.adjusted([0.01, 0.04, 0.03]).map { ($0 * 1000).rounded() } == [30, 60, 60])
        #expect(Holm.adjusted([0.5, 0.9]).map { ($0 * 10).rounded() } == [10, 10])
        #expect(Holm.adjusted([]).isEmpty)
    }

    @Test("a bootstrap interval holds the mean, is the same each time, and knows its edges")
    func bootstrap() throws {
        let interval = try #require(Bootstrap.meanInterval(of: [100, 200, 900], amongst: 12, seed: 4))
        #expect(interval == Bootstrap.meanInterval(of: [100, 200, 900], amongst: 12, seed: 4))
        #expect(interval.low < 100 && interval.high > 100 && interval.low >= 0 && interval.high <= 900)
        #expect(Bootstrap.meanInterval(of: [], amongst: 5, seed: 1) == Interval(low: 0, high: 0))
        #expect(Bootstrap.meanInterval(of: [], amongst: 0, seed: 1) == nil)
    }
}
