import Records
import Testing

@testable import Reporting

@Suite struct WorklistReportTests {
    @Test("a worklist holds its rep's customers and nobody else's")
    func privacy() throws {
        let facts = SampleNight.facts()
        let night = Night(facts, rules: SampleNight.rules(), version: "1")
        let files = try Reports.render(facts, rules: SampleNight.rules(), version: "1")
        var mine: [RepID: Set<String>] = [:]
        for due in night.actions.pending { mine[due.rep, default: []].insert(night.name(of: due.customer)) }
        for (rep, names) in mine {
            let html = files.text(WorklistReport.fileName(rep))
            let others = mine.filter { $0.key != rep }.values.reduce(into: Set<String>()) { $0.formUnion($1) }
                .subtracting(names)
            for standing in facts.reps where standing.rep.id != rep { #expect(!html.contains(standing.rep.name + "<")) }
            let plain = names.filter { $0.hasSuffix("有限公司") && !$0.contains("<") && !$0.contains("\u{202E}") }
            #expect(plain.allSatisfy { html.contains($0) })
            let tonight = Set(facts.decisions.filter { $0.rep == rep }.map { night.name(of: $0.customer) })
            #expect(
                others.subtracting(tonight).filter { $0.hasSuffix("有限公司") }.allSatisfy { !html.contains(">\($0)<") })
        }
    }

    @Test("a refused claim does not tell whose customer it is")
    func refusal() throws {
        var small = SmallNight()
        small.decide(
            .claim, 1, rep: 1, granted: false, .alreadyOwned, detail: .held(by: SmallNight.rep(2), as: .prospect))
        small.decide(
            .claim, 2, rep: 1, granted: false, .claimLimit,
            detail: .limitReached(.claims(.week), used: 10, limit: 10))
        let html = try Reports.render(small.facts, rules: small.rules, version: "1").text(
            WorklistReport.fileName(SmallNight.rep(1)))
        #expect(html.contains("has an owner") && !html.contains("crm:2") && html.contains("10 of 10"))
    }

    @Test("what came today has its way, reason and deadline")
    func received() throws {
        var small = SmallNight()
        small.addSpell(7, kind: .allocation, start: 0)
        small.decide(.allocation, 7, granted: true, .nextInRotation)
        small.addDuty(7, due: -7, .pending)
        let html = try Reports.render(small.facts, rules: small.rules, version: "1").text(
            WorklistReport.fileName(SmallNight.rep(1)))
        #expect(html.contains("Customer 7") && html.contains("next in turn") && html.contains("2026-11-30"))
    }

    @Test("a file name is safe and no two reps share one", arguments: ["crm:1", "crm/1", "../x", "王:小明", "", "a\0b"])
    func fileName(_ id: String) {
        let name = WorklistReport.fileName(RepID(id))
        #expect(name.hasPrefix("worklist-") && name.hasSuffix(".html"))
        #expect(
            name.dropFirst(9).dropLast(5).utf8.allSatisfy {
                $0 == 0x2D || Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
            })
        #expect(name != WorklistReport.fileName(RepID(id + ":")))
    }

    @Test("an inactive rep without anything on the list has none")
    func inactive() throws {
        var small = SmallNight()
        small.facts.reps[2].rep.isActive = false
        let names = try Reports.render(small.facts, rules: small.rules, version: "1").map(\.name)
        #expect(names.count { $0.hasPrefix("worklist-") } == 2)
    }
}
