import TestSupport
import Testing

@testable import Reporting

@Suite struct AalenJohansenTests {
    private let oracle = AalenJohansen<Int>([
        .init(1, 1), .init(2, 2), .init(3, 1), .init(4, nil), .init(5, 2), .init(6, 1),
    ])

    @Test("the incidences are those of METRICS.md")
    func incidences() {
        #expect(abs(oracle.incidence(of: 1, at: 6) - 0.583333) < 1e-6)
        #expect(abs(oracle.incidence(of: 2, at: 6) - 0.416667) < 1e-6)
        #expect(abs(oracle.stillOpen(at: 6)) < 1e-9)
    }

    @Test("taking the other end for censoring overstates, as METRICS.md says")
    func naive() {
        let naive = KaplanMeier([
            Wait(1, isEvent: true), Wait(2, isEvent: false), Wait(3, isEvent: true), Wait(4, isEvent: false),
            Wait(5, isEvent: false), Wait(6, isEvent: true),
        ])
        #expect(abs(1 - naive.survival(at: 6) - 1) < 1e-9)
    }

    @Test("the ends and the open ones make one, censored or not", arguments: 0..<20)
    func sum(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let observations = (0..<200).map { _ in
            AalenJohansen<Int>.Observation(
                Int64.random(in: 0..<60, using: &random), [nil, 1, 2, 3][Int.random(in: 0..<4, using: &random)])
        }
        let curves = AalenJohansen(observations)
        for time in stride(from: Int64(0), through: 60, by: 5) {
            let ended = (1...3).reduce(0.0) { $0 + curves.incidence(of: $1, at: time) }
            #expect(abs(ended + curves.stillOpen(at: time) - 1) < 1e-9)
        }
    }

    @Test("without censoring an incidence is the plain share")
    func plainShare() {
        let curves = AalenJohansen<Int>((0..<10).map { .init(Int64($0), $0 % 2) })
        #expect(abs(curves.incidence(of: 0, at: 4) - 0.3) < 1e-9)
        #expect(abs(curves.incidence(of: 1, at: 4) - 0.2) < 1e-9)
    }
}
