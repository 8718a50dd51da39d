import Records
import Testing

@testable import Reporting

@Suite struct CoachingTests {
    private func small() -> SmallNight {
        var small = SmallNight()
        small.addRep(4, team: "A")
        for number in 0..<40 {
            small.addDuty(number, rep: 1, due: 3, number < 38 ? .met : .missed)
            small.addDuty(100 + number, rep: 2, due: 3, number < 20 ? .met : .missed)
            small.addDuty(200 + number, rep: 4, due: 3, number < 32 ? .met : .missed)
        }
        for number in 0..<9 { small.addDuty(300 + number, rep: 3, due: 3, .missed) }
        return small
    }

    @Test("a line stands only where the interval leaves the team out and ten cases count, with one thing to do")
    func findings() throws {
        let measures = CoachingMeasures(small().night)
        #expect(measures.findings.map(\.rep) == [SmallNight.rep(1), SmallNight.rep(2)])
        #expect(measures.findings.map(\.isBetter) == [true, false])
        #expect(measures.findings[1].share == Proportion(20, of: 40))
        #expect(measures.findings[1].team == Proportion(90, of: 120))
        let html = try Reports.render(small().facts, rules: small().rules, version: "1").text("coaching.en.html")
        #expect(Scrape.unbalanced(html).isEmpty && !html.contains("«") && !html.contains("{{"))
        #expect(html.contains("2 reps differ from their team by more than chance"))
        #expect(html.contains("→ Plan the follow-ups of the coming week together"))
        #expect(html.contains("href=\"\(WorklistReport.fileName(SmallNight.rep(2)))\""))
        #expect(html.contains("A team of one has nobody to be compared with."))
        #expect(Scrape.metrics(html)["coaching_compliance"] == ["0.950000", "0.500000"])
    }

    @Test("who leads reps is mailed about those alone, compared with the whole team, and only where one stands out")
    func mails() throws {
        var small = small()
        for index in small.facts.reps.indices {
            let isFirst = small.facts.reps[index].rep.id == SmallNight.rep(1)
            small.facts.reps[index].rep.managerEmail = isFirst ? "b@example.com" : "a@example.com"
        }
        let mails = try MailBodies.coaching(small.facts, rules: small.rules, version: "1")
        #expect(mails.map(\.lead) == ["a@example.com", "b@example.com"])
        let first = try #require(mails.first)
        #expect(
            first.body.subject.contains("1 rep differs from their team by more than chance"), "\(first.body.subject)")
        #expect(first.body.text.contains("→ Plan the follow-ups of the coming week together"))
        #expect(first.body.text.contains("50.0%") && first.body.text.contains("75.0%"), "\(first.body.text)")
        for text in [first.body.html, first.body.text, String(decoding: first.page.bytes, as: UTF8.self)] {
            #expect(!text.contains("«") && !text.contains("{{") && !text.contains(".html"))
            #expect(!text.contains("95.0%"), "the other lead's rep")
        }
        #expect(Scrape.unbalanced(first.body.html).isEmpty)
        for index in small.facts.reps.indices { small.facts.reps[index].rep.managerEmail = nil }
        #expect(try MailBodies.coaching(small.facts, rules: small.rules, version: "1").isEmpty)
    }

    @Test("nobody stands out where only chance is at work")
    func chance() {
        var small = SmallNight()
        for number in 0..<30 {
            small.addDuty(number, rep: 1, due: 3, number < 24 ? .met : .missed)
            small.addDuty(50 + number, rep: 2, due: 3, number < 22 ? .met : .missed)
        }
        #expect(CoachingMeasures(small.night).findings.isEmpty)
    }

    @Test("signs rest on what they count: untouched books and customers claimed back")
    func signs() throws {
        var small = SmallNight()
        for number in 0..<12 { small.addSpell(number, rep: 1, start: 20, followUps: number < 3 ? [24] : []) }
        for customer in 20..<23 {
            small.addSpell(customer, rep: 2, start: 40, end: 20, reason: .released)
            small.addSpell(customer, rep: 2, start: 16, followUps: [24])
        }
        let measures = CoachingMeasures(small.night)
        let flags = measures.flags
        let html = try Reports.render(small.facts, rules: small.rules, version: "1").text("coaching.en.html")
        #expect(measures.findings.isEmpty)
        #expect(html.contains("Nobody differs from the team by more than chance; 2 signs are worth a look"))
        #expect(flags.map(\.sign) == [.untouched, .cycles])
        #expect(flags.map(\.share) == [Proportion(9, of: 12), Proportion(3, of: 6)])
    }

    @Test("the limits of a funnel plot are those of chance, and only who lies outside is named")
    func plot() {
        let plot = FunnelPlot(
            title: "t",
            points: [
                .init(name: "In", share: Proportion(45, of: 100)), .init(name: "Out", share: Proportion(70, of: 100)),
            ],
            mean: 0.5, limitNames: ["95%", "99.8%"], countLabel: "n")
        #expect(plot.points.map(plot.isOutside) == [false, true])
        guard case .object(let view) = plot.view, case .list(let points) = view["points"] else { return }
        #expect(points.map { $0["point_name"] } == [nil, "Out"])
    }

    @Test("the Lorenz curve takes the least favoured first and ends at one")
    func lorenz() {
        let points = LorenzCurve.points([(10, 6), (10, 2), (20, 0), (0, 5)])
        #expect(points.map(\.capacity) == [0, 0.5, 0.75, 1] && points.map(\.received) == [0, 0, 0.25, 1])
        #expect(LorenzCurve.points([(1, 0)]).isEmpty)
    }
}
