import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct AalenJohansenErrorTests {
    @Test("without censoring the error is the binomial one", arguments: [1, 2, 3] as [UInt64])
    func binomial(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let observations = (0..<60).map { _ in
            AalenJohansen<Int>.Observation(
                Int64.random(in: 1...30, using: &generator), Int.random(in: 0...2, using: &generator))
        }
        let curves = AalenJohansen(observations)
        for step in curves.steps(of: 1) {
            let expected = (step.incidence * (1 - step.incidence) / 60).squareRoot()
            #expect(abs(step.error - expected) < 1e-9)
        }
    }

    @Test("with censoring it is the estimator summed step by step")
    func direct() {
        var generator = SeededGenerator(seed: 7)
        let observations = (0..<80).map { _ in
            let cause = Int.random(in: 0...3, using: &generator)
            return AalenJohansen<Int>.Observation(
                Int64.random(in: 1...25, using: &generator), cause == 0 ? nil : cause)
        }
        let curves = AalenJohansen(observations)
        for step in curves.steps(of: 2) {
            #expect(abs(step.error * step.error - Self.variance(observations, of: 2, at: step.time)) < 1e-9)
        }
    }

    /// Marubini & Valsecchi 1995, (10.12), term by term.
    private static func variance(_ observations: [AalenJohansen<Int>.Observation], of cause: Int, at time: Int64)
        -> Double
    {
        let curves = AalenJohansen(observations)
        let end = curves.incidence(of: cause, at: time)
        var (survival, sum) = (1.0, 0.0)
        for moment in Set(observations.map(\.time)).sorted() where moment <= time {
            let n = Double(observations.count { $0.time >= moment })
            let all = Double(observations.count { $0.time == moment && $0.cause != nil })
            let own = Double(observations.count { $0.time == moment && $0.cause == cause })
            let rest = end - curves.incidence(of: cause, at: moment)
            if n > all { sum += rest * rest * all / (n * (n - all)) }
            sum += survival * survival * own * (n - own) / (n * n * n)
            sum -= 2 * rest * survival * own / (n * n)
            survival *= (n - all) / n
        }
        return sum
    }

    @Test("a band holds the truth of known hazards about nineteen times in twenty, where the naive share does not")
    func knownHazards() {
        let (won, lost, end) = (0.02, 0.03, 40.0)
        let truth = won / (won + lost) * (1 - exp(-(won + lost) * 30))
        var (inside, naive) = (0, 0)
        for seed in 1...120 as ClosedRange<UInt64> {
            var generator = SeededGenerator(seed: seed)
            func wait(_ rate: Double) -> Double {
                -log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)) / rate
            }
            let observations = (0..<300).map { _ in
                let (a, b, watched) = (wait(won), wait(lost), Double.random(in: 1...end, using: &generator))
                let time = min(a, b, watched)
                return AalenJohansen<Int>.Observation(
                    Int64(time * 1000), time == watched ? nil : time == a ? 1 : 2)
            }
            let curves = AalenJohansen(observations)
            guard let step = curves.steps(of: 1).last(where: { $0.time <= 30_000 }) else { continue }
            if step.band.low <= truth, truth <= step.band.high { inside += 1 }
            let share = Double(observations.count { $0.cause == 1 && $0.time <= 30_000 }) / 300
            if step.band.low <= share, share <= step.band.high { naive += 1 }
        }
        #expect(inside >= 108)
        #expect(naive < 60)
    }
}
