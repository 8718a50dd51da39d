import Records
import Testing

@testable import Reporting

@Suite struct PeriodReportTests {
    private func week() throws -> Period { Period.week(of: SmallNight.date - 7) }

    private func small() -> SmallNight {
        var small = SmallNight()
        // The week before the date's: it ends on the Sunday one day before the business date, a Monday.
        small.addSpell(1, kind: .claim, start: 7, end: 2, reason: .recycled, followUps: [5])
        small.addSpell(2, rep: 3, kind: .allocation, start: 1, won: 1, followUps: [7])
        small.facts.spells[1].sales = [Sale(at: SmallNight.end(1), minorUnits: 12_345)]
        small.addSpell(3, kind: .claim, start: 8, end: 0, reason: .recycled)
        small.addSpell(4, kind: .claim, start: 0)
        small.addDuty(1, due: 2, .missed)
        small.addDuty(3, due: 8, .met)
        return small
    }

    @Test("a week holds what began, ended and fell due in it, and the one before what did then")
    func totals() throws {
        let measures = PeriodMeasures(PeriodFacts(try week()), night: small().night)
        let now = measures.total
        #expect(now.claimed == 1 && now.allocated == 1 && now.recycled == 1 && now.won == 1)
        #expect(now.duties == Proportion(0, of: 1) && now.revenue == 12_345 && now.sales == 1)
        #expect(now.firstFollowUp.quantile(0.5) == 18_000)
        #expect(measures.before.claimed == 1 && measures.before.duties == Proportion(1, of: 1))
        #expect(measures.before.recycled == 0 && measures.before.revenue == 0)
        #expect(measures.lines.map(\.rep) == [SmallNight.rep(1), SmallNight.rep(3)])
        #expect(measures.teams.map(\.team) == ["A", "B"])
    }

    @Test("the page says its period, its numbers and those of the period before; its files carry every row")
    func page() throws {
        let small = small()
        let facts = PeriodFacts(
            try week(), refusals: [(.claimLimit, 4)],
            flows: [Flow(rep: nil, opening: 9, incoming: ["recycled": 1], outgoing: ["claim": 2], closing: 8)])
        let files = try Reports.render(facts, of: small.facts, rules: small.rules, version: "1")
        #expect(
            files.map(\.name) == [
                "period.en.html", "evaluation.en.html", "days.csv", "period-reps.csv", "refusals.csv",
                "datapackage.json",
            ])
        let html = files.text("period.en.html")
        #expect(Scrape.unbalanced(html).isEmpty && !html.contains("«") && !html.contains("{{"))
        #expect(html.contains("Weekly report 2026-W47 · 2026-11-16 – 2026-11-22"))
        let metrics = Scrape.metrics(html)
        #expect(metrics["period_handed_out"] == ["2", "2"] && metrics["period_revenue"] == ["123.45"])
        #expect(metrics["pool_closing"] == ["8"] && metrics["period_refused_claim_limit"] == ["4"])
        #expect(html.contains("1 in the period before"))
        #expect(
            files.text("period-reps.csv").contains(
                "crm:3,Rep 3,B,0,1,0,0,0,1,123.45,CNY,0,0,,1,\r\n"))
        #expect(!html.contains("The period is not over yet"))
    }

    @Test("a long period is shown week by week")
    func weeks() throws {
        let period = try #require(Period(from: SmallNight.date - 59, to: SmallNight.date))
        let measures = PeriodMeasures(PeriodFacts(period), night: small().night)
        #expect(measures.areWeeks && measures.rows.count == 10)
        #expect(measures.rows.last?.claimed == 1 && measures.rows.last?.recycled == 1)
        #expect(measures.rows.dropLast().last?.handedOut == 2)
    }

    @Test("what a first report said otherwise stands beside what is known now")
    func firstReported() throws {
        var small = small()
        small.facts.reported = [
            SmallNight.date: ["won_today": 1, "handed_out": 1, "recycled": 0],
            SmallNight.date - 1: ["won_today": 0, "handed_out": 1, "recycled": 0],
        ]
        let html = try Reports.render(small.facts, rules: small.rules, version: "1").text("management.en.html")
        #expect(html.contains("<b>first reported: 1</b>"))
        #expect(html.contains("Won 0"))
        let days = DayTable.rows(small.night).suffix(2).map { $0.map { $0 ?? "" } }
        #expect(days.first?.suffix(6) == ["1", "0", "0", "", "", ""])
    }
}
