import TestSupport
import Testing

@testable import Reporting

@Suite struct KaplanMeierTests {
    private let oracle = KaplanMeier([
        Wait(1, isEvent: true), Wait(2, isEvent: true), Wait(2, isEvent: false), Wait(3, isEvent: true),
        Wait(4, isEvent: false),
        Wait(5, isEvent: true),
    ])

    @Test("the survival is that of METRICS.md", arguments: [(1, 0.833333), (2, 0.666667), (3, 0.444444), (5, 0.0)])
    func survival(_ time: Int64, _ expected: Double) {
        #expect(abs(oracle.survival(at: time) - expected) < 1e-6)
    }

    @Test("a quantile is the first time by which the share is reached")
    func quantiles() {
        #expect(oracle.quantile(0.25) == 2)
        #expect(oracle.quantile(0.5) == 3)
        #expect(oracle.quantile(0.9) == 5)
    }

    @Test("a share that nobody reached while watched has no quantile")
    func undefined() {
        let waits = KaplanMeier([Wait(3, isEvent: true), Wait(9, isEvent: false), Wait(9, isEvent: false)])
        #expect(waits.quantile(0.5) == nil)
        #expect(waits.longest == 9)
        #expect(KaplanMeier([]).quantile(0.5) == nil)
    }

    @Test("without censoring it is the share that waits longer, whatever the order")
    func plainShare() {
        var random = SeededGenerator(seed: 3)
        let times = (0..<400).map { _ in Int64.random(in: 0..<50, using: &random) }
        let estimate = KaplanMeier(times.shuffled(using: &random).map { Wait($0, isEvent: true) })
        for time in Int64(0)..<50 {
            let longer = Double(times.count { $0 > time }) / 400
            #expect(abs(estimate.survival(at: time) - longer) < 1e-9)
        }
    }
}
