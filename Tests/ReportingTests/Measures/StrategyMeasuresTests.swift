import Records
import Testing

@testable import Reporting

@Suite struct StrategyMeasuresTests {
    private func arm(_ name: String, _ won: Int, _ total: Int) -> StrategyMeasures.Arm {
        .init(name: name, share: Proportion(won, of: total))
    }

    @Test("a winner is named only where the interval leaves zero out and both arms have thirty")
    func verdicts() {
        let clear = StrategyMeasures(arms: [arm("claim", 20, 100), arm("rotation", 50, 90)])
        #expect(clear.comparisons.map(\.verdict) == [.better])
        #expect(clear.comparisons[0].reference.name == "claim")
        #expect(StrategyMeasures(arms: [arm("a", 20, 100), arm("b", 25, 90)]).comparisons[0].verdict == .undecided)
        #expect(StrategyMeasures(arms: [arm("a", 0, 100), arm("b", 29, 29)]).comparisons[0].verdict == .tooFew)
        #expect(StrategyMeasures(arms: [arm("a", 50, 100), arm("b", 10, 90)]).comparisons[0].verdict == .worse)
        #expect(StrategyMeasures(arms: []).comparisons.isEmpty)
    }

    @Test("with more than two arms the answers have to be stronger")
    func holm() {
        let two = StrategyMeasures(arms: [arm("a", 30, 200), arm("b", 42, 180)])
        let four = StrategyMeasures(arms: [arm("a", 30, 200), arm("b", 42, 180), arm("c", 20, 150), arm("d", 20, 140)])
        #expect(two.comparisons[0].verdict == .better)
        #expect(four.comparisons[0].arm.name == "b" && four.comparisons[0].verdict == .undecided)
        #expect(four.comparisons[0].pValue > two.comparisons[0].pValue)
    }

    @Test("only arms of an experiment are called randomised")
    func label() {
        #expect(!StrategyMeasures(arms: [arm("claim", 1, 40), arm("rotation", 1, 40)]).isRandomised)
        #expect(StrategyMeasures(arms: [arm("experiment:a", 1, 40), arm("experiment:b", 1, 40)]).isRandomised)
        #expect(!StrategyMeasures(arms: [arm("experiment:a", 1, 40), arm("claim", 1, 40)]).isRandomised)
    }

    @Test("spells too young, of accounts, or migrated are in no arm")
    func members() {
        var small = SmallNight()
        small.addSpell(1, kind: .claim, start: 40, won: 20)
        small.addSpell(2, kind: .claim, start: 20)
        small.addSpell(3, kind: .opening, start: 40)
        small.addSpell(4, kind: .claim, start: 40, won: 60)
        small.addSpell(5, kind: .allocation, start: 40)
        small.facts.spells[4].strategy = "rotation"
        #expect(small.night.strategies.arms == [arm("claim", 1, 1), arm("rotation", 0, 1)])
    }
}
