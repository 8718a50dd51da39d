import Records
import Rules
import Testing

@testable import Reporting

@Suite("The page about one customer")
struct CustomerPageTests {
    private static let zone = SmallNight().rules.zone
    private static func day(_ text: String) -> BusinessDate { BusinessDate(iso: text) ?? BusinessDate(dayNumber: 0) }
    private static func noon(_ text: String) -> Instant { zone.start(of: day(text)) + 12 * 3600 }

    /// Three working days from Thursday on: a weekend that does not count, a call by somebody else, one that was no call,
    /// and the return on the first working day after the deadline.
    private func story() -> CustomerStory {
        var customer = Customer(name: "<b>苏州澄湖</b>")
        customer.nameKey = "苏州澄湖"
        var summary = CustomerSummary(id: CustomerID("C1"), name: customer.name)
        summary.poolSince = Self.noon("2026-11-18")
        var spell = Spell(customer: summary.id, rep: RepID("hr:1"), kind: .claim, startedAt: Self.noon("2026-11-12"))
        (spell.endedAt, spell.endReason) = (Self.zone.end(of: Self.day("2026-11-18")), .recycled)
        func event(_ kind: Event.Kind, _ date: String, rep: String = "hr:1", _ payload: [String: String] = [:])
            -> NumberedEvent
        {
            NumberedEvent(
                sequence: 1,
                event: Event(
                    kind, businessDate: Self.day(date), at: Self.noon(date), customer: summary.id, rep: RepID(rep),
                    payload: payload))
        }
        let duty = DecisionDetail.Duty(
            deadline: Deadline(clockStart: Self.day("2026-11-12"), date: Self.day("2026-11-17"), origin: .start),
            days: 3,
            areWorkingDays: true)
        var recycled = Decision(
            kind: .recycle, customer: summary.id, rep: spell.rep, isGranted: true, reason: .overdue,
            detail: .recycling(duty, .noFollowUp(by: Self.day("2026-11-18"))))
        recycled.basis = Decision.Basis(startedAt: spell.startedAt, lastFollowUpAt: nil)
        var left = Decision(
            kind: .allocation, customer: summary.id, rep: nil, isGranted: false, reason: .nobodyEligible, detail: .none)
        left.rejected = [Decision.Rejection(rep: RepID("hr:2"), reason: .onLeave, detail: .none)]
        let days = ["12", "13", "14", "15", "16", "17", "18"].enumerated().map { offset, text in
            CustomerStory.Day(
                date: Self.day("2026-11-\(text)"), isWorkday: ![2, 3].contains(offset),
                number: [0, 1, nil, nil, 2, 3, 4][offset])
        }
        let dossier = Dossier(
            summary: summary, customer: customer, records: [], spells: [spell],
            events: [
                event(.spellStarted, "2026-11-12"), event(.followedUp, "2026-11-13", rep: "hr:2", ["counts": "true"]),
                event(.followedUp, "2026-11-16", ["counts": "false"]), event(.reminded, "2026-11-16"),
                event(.recycled, "2026-11-18"),
            ], decisions: [("2026-11-18", left), ("2026-11-18", recycled)])
        return CustomerStory(
            dossier: dossier, reps: [Rep(id: RepID("hr:1"), name: "张伟"), Rep(id: RepID("hr:2"), name: "李娜")],
            clocks: [CustomerStory.Clock(spell: spell, duty: duty, days: days)], asOf: Self.noon("2026-11-19"))
    }

    /// The texts of the cells of each row.
    private static func rows(_ html: String) -> [[String]] {
        html.components(separatedBy: "<tr>").dropFirst().map { row in
            let cells = row.components(separatedBy: "</tr>")[0].components(separatedBy: "</t").dropLast()
            return cells.map { $0.components(separatedBy: "<").map { $0.drop { $0 != ">" }.dropFirst() }.joined() }
        }
    }

    private func page(_ language: Rules.Language) throws -> String {
        String(
            decoding: try Reports.customerPage(
                story(), on: Self.day("2026-11-19"), rules: SmallNight().rules, language: language, version: "1"),
            as: UTF8.self)
    }

    @Test("counts the days of the rule, says what restarts no clock, and who could not have been given the customer")
    func english() throws {
        let html = try page(.english)
        #expect(Scrape.unbalanced(html).isEmpty && !html.contains("«") && !html.contains("{{"))
        #expect(html.contains("&lt;b&gt;苏州澄湖") && !html.contains("<b>苏州澄湖"))
        let rows = Self.rows(html).map { $0.joined(separator: "|") }
        let clock = rows.filter { $0.contains("November 2026") }
        #expect(
            clock == [
                "Thursday, 12 November 2026|0 / 3|came to its owner",
                "Friday, 13 November 2026|1 / 3|12:00 follow-up (李娜) (does not restart the clock)",
                "Saturday, 14 November 2026|does not count|", "Sunday, 15 November 2026|does not count|",
                "Monday, 16 November 2026|2 / 3|12:00 follow-up (does not restart the clock); on the worklist as due",
                "Tuesday, 17 November 2026|3 / 3|last day to follow up",
                "Wednesday, 18 November 2026|1 day over|returned to the pool",
            ], "\(clock)")
        #expect(rows.contains { $0.hasPrefix("李娜|the rep is on leave") })
        #expect(rows.contains { $0.hasPrefix("张伟|claimed|2026-11-12 12:00|2026-11-18 23:59|returned to the pool") })
    }

    @Test("says the same in Chinese, the rules included")
    func chinese() throws {
        let html = try page(.chinese)
        #expect(!html.contains("«") && html.contains("超期 1 天") && html.contains("（不重新计算期限）"))
        #expect(html.contains("<b>跟进期限</b>"))
    }
}
