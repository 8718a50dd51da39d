import Records
import Testing

@testable import Reporting

@Suite struct EvaluationTests {
    private func month() -> Period { Period.month(of: SmallNight.date) }

    private func small() -> SmallNight {
        var small = SmallNight()
        for number in 0..<40 {
            small.addSpell(number, start: 70, end: 60, reason: .recycled)
            small.addSpell(number, rep: 2, start: 50, won: number < 10 ? 40 : nil, ordinal: 2)
        }
        return small
    }

    @Test("the baseline is the first four weeks; after it come half-years")
    func eras() {
        let eras = EvaluationMeasures(small().night, refusals: [], granted: 0).eras
        #expect(eras.map(\.isBaseline) == [true, false])
        #expect(eras[0].from == SmallNight.date - 70 && eras[0].until == SmallNight.date - 42)
        #expect(eras[0].won == Proportion(10, of: 80) && eras[0].recycled == Proportion(40, of: 80))
        #expect(eras[1].until == SmallNight.date - 70 + 183 && eras[1].won.total == 0)
    }

    @Test("giving customers on is judged by the how-manieth owner")
    func owners() {
        let owners = EvaluationMeasures(small().night, refusals: [], granted: 0).owners
        #expect(
            owners == [.init(ordinal: 1, won: Proportion(0, of: 40)), .init(ordinal: 2, won: Proportion(10, of: 40))])
    }

    @Test("a limit that refuses a fifth of the requests is worth a trial, with the command for it")
    func suggestion() throws {
        let night = small().night
        #expect(
            EvaluationMeasures(night, refusals: [(.claimLimit, 9)], granted: 1).suggestions.map(\.kind) == [
                .allowMoreDays
            ])
        let suggestions = EvaluationMeasures(night, refusals: [(.claimLimit, 12)], granted: 30).suggestions
        #expect(suggestions.map(\.kind) == [.raiseClaimLimit, .allowMoreDays])
        #expect(suggestions[0].now == "10" && suggestions[0].proposed == "12")
        #expect(suggestions[0].command.hasSuffix("gonghai simulate --policy gonghai.yaml --policy trial.yaml"))
    }

    @Test("the page says what is observational, and is whole")
    func page() throws {
        let files = try Reports.render(
            PeriodFacts(month(), refusals: [(.claimLimit, 12)]), of: small().facts, rules: small().rules, version: "1")
        let html = files.text("evaluation.en.html")
        #expect(Scrape.unbalanced(html).isEmpty && !html.contains("«") && !html.contains("{{"))
        #expect(html.contains("Observational, not causal") && html.contains("baseline"))
        #expect(html.contains("trial.yaml"))
    }
}
