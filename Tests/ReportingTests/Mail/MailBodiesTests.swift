import Foundation
import Records
import Testing

@testable import Reporting

@Suite struct MailBodiesTests {
    @Test("the plain text says every number that the HTML says")
    func sameNumbers() throws {
        for isSuspended in [false, true] {
            let body = try MailBodies.management(
                SampleNight.facts(isSuspended: isSuspended), rules: SampleNight.rules(), version: "0.1.0")
            let shown = body.html.components(separatedBy: "data-metric=\"").dropFirst().map { piece in
                String(piece.drop { $0 != ">" }.dropFirst()).replacingOccurrences(of: "<b>", with: "")
                    .replacingOccurrences(of: "<bdi>", with: "").prefix { $0 != "<" }
            }
            #expect(shown.count > 30)
            for text in shown {
                #expect(body.text.contains(text.replacingOccurrences(of: "&gt;", with: ">")), "\(text)")
            }
        }
    }

    @Test("the HTML has nothing that mail programs drop, and is short")
    func portable() throws {
        var facts = SampleNight.facts()
        for number in 0..<200 {
            let rep = RepID("kingdee:X\(number)")
            facts.reps.append(RepStanding(rep: Rep(id: rep, name: String(repeating: "长名字", count: 20) + "\(number)")))
            for duty in facts.obligations.prefix(20) {
                var duty = duty
                duty.rep = rep
                facts.obligations.append(duty)
            }
        }
        let body = try MailBodies.management(facts, rules: SampleNight.rules(), version: "0.1.0")
        #expect(body.html.utf8.count <= 80_000)
        for banned in ["<svg", "<script", "<style", "display:flex", "url(", "data:", "class=", "{{", "«"] {
            #expect(!body.html.contains(banned), "\(banned)")
        }
        #expect(Scrape.unbalanced(body.html).isEmpty)
        #expect(body.html.contains("显示 20 行，共 212 行；全部见附件。"))
        #expect(body.text.contains("显示 20 行，共 212 行；全部见附件。"))
    }

    @Test("subjects name the day and what happened, on one line")
    func subjects() throws {
        let body = try MailBodies.management(SampleNight.facts(), rules: SampleNight.rules(), version: "0.1.0")
        #expect(body.subject.hasPrefix("公海日报 2026-11-23：今日 9 个客户因超期退回公海，发放 30 个"))
        #expect(body.text.contains("较前一日"))
        let english = try MailBodies.management(
            SampleNight.facts(), rules: SampleNight.rules([.english]), version: "0.1.0")
        #expect(english.subject == "Customer pool 2026-11-23: 9 overdue customers returned to the pool, 30 handed out")
    }

    @Test("every rep with a page has a mail; one with nothing to do says so")
    func worklists() throws {
        var small = SmallNight()
        small.addDuty(1, rep: 2, due: -1, .pending)
        let mails = try MailBodies.worklists(small.facts, rules: small.rules, version: "1")
        #expect(mails.map(\.rep.id) == [1, 2, 3].map(SmallNight.rep))
        #expect(mails.map(\.isEmpty) == [true, false, true])
        #expect(mails[1].file == WorklistReport.fileName(SmallNight.rep(2)))
        #expect(mails[1].body.subject == "My customers 2026-11-23: 1 to follow up within 1 day, 0 new")
        #expect(mails[1].body.text.contains("- C1 · 2026-11-24 · 1"))
        #expect(!mails[0].body.html.contains("C1<"))
    }

    @Test("details stand below their row in the HTML, dates and short names do not break, no line ends in a separator")
    func readable() throws {
        var small = SmallNight()
        small.addSpell(1, start: 0)
        small.facts.names[SmallNight.customer(2)] = "A customer with a long name"
        small.decide(.claim, 1, granted: false, .alreadyOwned, detail: .askedEarlier(by: SmallNight.rep(2), at: nil))
        small.decide(.claim, 2, granted: false, .claimLimit, detail: .nextAfter(SmallNight.rep(3)))
        let body = try #require(try MailBodies.worklists(small.facts, rules: small.rules, version: "1").first).body
        #expect(Scrape.count("<td colspan=\"2\"", in: body.html) == 1)
        #expect(body.text.contains("- A customer with a long name · ") && body.text.contains("Rep 3"))
        #expect(!body.text.contains(" · \n") && !body.text.contains("\n\n\n"))
        #expect(body.html.contains("vertical-align:top\"><bdi>A customer with a long name</bdi>"))
    }

    @Test("a hostile name stays one line of text and one cell of HTML")
    func hostile() throws {
        var small = SmallNight()
        small.addDuty(1, due: -1, .pending)
        small.facts.names[SmallNight.customer(1)] = "a\r\n- b <i>\u{202E}c\""
        let body = try #require(try MailBodies.worklists(small.facts, rules: small.rules, version: "1").first).body
        #expect(body.text.contains("- a - b <i>\u{FFFD}c\" · 2026-11-24 · 1\n"))
        #expect(body.html.contains("- b &lt;i&gt;\u{FFFD}c&quot;</bdi>"))
    }
}
