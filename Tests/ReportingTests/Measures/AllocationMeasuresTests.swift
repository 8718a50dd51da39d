import Records
import Testing

@testable import Reporting

@Suite struct AllocationMeasuresTests {
    @Test("what nobody got is told by reason, each customer once")
    func reasons() {
        var small = SmallNight()
        small.decide(.allocation, 1, granted: true, .nextInRotation)
        for number in 2...3 {
            small.facts.decisions.append(
                Decision(
                    kind: .allocation, customer: SmallNight.customer(number), rep: nil, isGranted: false,
                    reason: .nobodyEligible,
                    rejected: [
                        .init(rep: SmallNight.rep(1), reason: .intakeLimit, detail: .none),
                        .init(rep: SmallNight.rep(2), reason: .intakeLimit, detail: .none),
                        .init(rep: SmallNight.rep(3), reason: number == 2 ? .onLeave : .intakeLimit, detail: .none),
                    ]))
        }
        let allocation = small.night.allocation
        #expect(allocation.reasons.map(\.count) == [2])
        #expect(allocation.lines.map(\.tonight) == [1, 0, 0])
    }

    @Test("fairness is measured per day of work: half the days with half the customers is even")
    func fairness() throws {
        var small = SmallNight()
        small.facts.reps.removeLast()
        small.facts.reps[1].rep.startsOn = SmallNight.date - 13
        for number in 0..<4 { small.addSpell(number, rep: 1, kind: .allocation, start: 2) }
        for number in 4..<6 { small.addSpell(number, rep: 2, kind: .allocation, start: 2) }
        let allocation = small.night.allocation
        #expect(allocation.lines.map(\.capacityDays) == [28, 14])
        #expect(abs(try #require(allocation.gini)) < 1e-9)
        #expect(allocation.giniUnderChance ?? 0 > 0)
    }
}
