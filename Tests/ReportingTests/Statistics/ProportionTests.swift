import Testing

@testable import Reporting

@Suite struct ProportionTests {
    @Test(
        "Wilson's interval is that of METRICS.md",
        arguments: [
            (0, 10, 0.000000, 0.277533), (1, 10, 0.017876, 0.404150), (10, 10, 0.722467, 1.000000),
            (50, 200, 0.195082, 0.314341), (3, 1000, 0.001021, 0.008783),
        ])
    func wilson(_ count: Int, _ total: Int, _ low: Double, _ high: Double) throws {
        let interval = try #require(Proportion(count, of: total).wilson)
        #expect(abs(interval.low - low) < 1e-6 && abs(interval.high - high) < 1e-6)
    }

    @Test("Newcombe's interval is that of METRICS.md, which is the published one")
    func newcombe() throws {
        let first = try #require(Proportion.difference(Proportion(30, of: 100), Proportion(20, of: 100)))
        #expect(abs(first.low - -0.020249) < 1e-6 && abs(first.high - 0.216734) < 1e-6)
        let published = try #require(Proportion.difference(Proportion(56, of: 70), Proportion(48, of: 80)))
        #expect(abs(published.low - 0.0524) < 5e-5 && abs(published.high - 0.3339) < 5e-5)
    }

    @Test("a zero denominator has no value and no interval")
    func empty() {
        #expect(Proportion(0, of: 0).value == nil)
        #expect(Proportion(0, of: 0).wilson == nil)
        #expect(Proportion.difference(Proportion(1, of: 2), Proportion(0, of: 0)) == nil)
    }
}
