import Testing

@testable import Reporting

@Suite struct ComplianceMeasuresTests {
    @Test("only duties that were due count: pending, exempt and early ones are on neither side")
    func sides() {
        var small = SmallNight()
        small.addDuty(1, due: 0, .met)
        small.addDuty(2, due: 3, .missed)
        small.addDuty(3, due: 40, .met)
        small.addDuty(4, due: -1, .pending)
        small.addDuty(5, due: 2, .exempt)
        small.addDuty(6, due: -3, .met)
        let compliance = small.night.compliance
        #expect(compliance.overall == Proportion(2, of: 3))
        #expect(compliance.dayBefore == Proportion(1, of: 2))
        #expect(compliance.recent == Proportion(1, of: 2))
        #expect(compliance.lines.first?.pending == 1)
    }

    @Test("who is gone, owes nothing and had no duty lately is dormant and has no rank, but counts for the team")
    func dormant() {
        var small = SmallNight()
        for number in 0..<10 {
            small.addDuty(number, rep: 1, due: 28, .met)
            small.addDuty(number, rep: 2, due: 27, .missed)
        }
        for index in 0...1 { small.facts.reps[index].rep.isActive = false }
        let compliance = small.night.compliance
        #expect(compliance.lines.filter(\.isDormant).map(\.rep) == [SmallNight.rep(1)])
        #expect(compliance.lines.map(\.rank) == [nil, 1])
        #expect(compliance.teams.map(\.share) == [Proportion(10, of: 20)])
        small.facts.reps[0].rep.isActive = true
        #expect(small.night.compliance.lines.allSatisfy { !$0.isDormant })
    }

    @Test("reps are ranked by the shrunk share, and only from ten duties on")
    func ranks() {
        var small = SmallNight()
        for number in 0..<20 { small.addDuty(number, rep: 1, due: 1, number < 18 ? .met : .missed) }
        for number in 0..<20 { small.addDuty(number, rep: 2, due: 1, number < 8 ? .met : .missed) }
        for number in 0..<9 { small.addDuty(number, rep: 3, due: 1, .met) }
        let lines = small.night.compliance.lines
        #expect(lines.first { $0.rep == SmallNight.rep(1) }?.rank == 1)
        #expect(lines.first { $0.rep == SmallNight.rep(2) }?.rank == 2)
        #expect(lines.first { $0.rep == SmallNight.rep(3) }?.rank == nil)
        #expect(small.night.compliance.teams.map(\.share) == [Proportion(26, of: 40), Proportion(9, of: 9)])
    }
}
