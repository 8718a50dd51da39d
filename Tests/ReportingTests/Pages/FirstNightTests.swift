import Foundation
import Records
import Rules
import Testing

@testable import Reporting

/// The first morning: everything has just begun, and nothing was there the day before.
@Suite struct FirstNightTests {
    private func small(opening: Int = 0) -> SmallNight {
        var small = SmallNight()
        small.addSpell(1, start: 0)
        small.decide(.claim, 1, granted: true, .firstCome)
        small.addDuty(1, due: 1, .met)
        small.addDuty(2, due: 0, .missed)
        small.facts.flows = [Flow(rep: nil, opening: opening, incoming: ["imported": 3], outgoing: [:], closing: 3)]
        return small
    }

    private func tile(_ metric: String, _ night: Night) throws -> Tile {
        let page = try Press(.builtIn, rules: night.rules).page(night, .english)
        return try #require(page.tiles.first { $0.measure.name == metric })
    }

    @Test("no time has passed: the time to first follow-up is n/a, with why")
    func noTime() throws {
        let tile = try tile("first_follow_up_median_hours", small().night)
        #expect(tile.text == "n/a" && tile.measure.value.isEmpty)
        #expect(tile.detail.text == "too early: 1 spell has only just begun")
        let html = try Reports.render(small().facts, rules: small().rules, version: "1").text("management.en.html")
        #expect(!html.contains("&gt; 0.0") && html.contains("spell that counts has only just begun"))
        #expect(html.contains("too early to say what becomes of them within 30 days"))
    }

    @Test("what the migration brought is shown apart from the own customers, with how much it can be trusted")
    func migration() throws {
        var small = small()
        small.addSpell(3, kind: .opening, start: 30, won: 20)
        small.addSpell(4, kind: .opening, start: 30)
        small.rules.languages = [.english, .chinese]
        let files = try Reports.render(small.facts, rules: small.rules, version: "1")
        let html = files.text("management.en.html")
        let metrics = Scrape.metrics(html)
        #expect(metrics["migrated_won"] == ["1"] && metrics["migrated_n"] == ["2"])
        #expect(metrics["migrated_cohort_size"] == ["2"] && metrics["cohort_size"] == nil)
        #expect(metrics["migrated_cohort_conversion"] == ["0.000000", "0.500000", "0.500000", "0.500000"])
        #expect(html.contains("Brought by the migration, by week of taking over"))
        #expect(html.contains("these shares are too high") && html.contains("Grey italics are immature"))
        #expect(!html.contains("are left out: only customers that stayed"))
        #expect(files.text("management.zh-CN.html").contains("迁移带来的客户（按接手周）"))
    }

    @Test("nothing was there the day before, so nothing has changed since; the next night it has")
    func noChange() throws {
        #expect(try tile("pool_size", small().night).change == nil)
        #expect(try tile("compliance", small().night).change == nil)
        #expect(try tile("pool_size", small(opening: 3).night).change == "−3 since the day before")
        #expect(try tile("compliance", small(opening: 3).night).change == "−50.0 points since the day before")
    }
}

@Suite struct ReadersLanguageTests {
    @Test("reasons are in the reader's language and name people, the data files keep codes and ids")
    func details() throws {
        var small = SmallNight()
        small.rules.languages = [.chinese, .english]
        small.facts.reps[1].rep.name = "陈磊"
        small.decide(
            .claim, 1, granted: false, .claimedEarlier, detail: .askedEarlier(by: SmallNight.rep(2), at: nil))
        var figures = TierReason.Figures()
        (figures.wonDeals, figures.wonDealsNeeded) = (3, 2)
        small.facts.tiers = [
            TierAssignment(
                rep: SmallNight.rep(1), tier: "A", month: SmallNight.date.startOfMonth, reason: .figures(figures))
        ]
        let files = try Reports.render(small.facts, rules: small.rules, version: "1")
        let (chinese, english) = (files.text("management.zh-CN.html"), files.text("management.en.html"))
        #expect(chinese.contains("陈磊更早申请") && chinese.contains("成交 3 单（要求 2 单）"))
        #expect(english.contains("陈磊 asked earlier") && english.contains("won deals 3 (needs 2)"))
        #expect(!chinese.contains("crm:2") && !english.contains("crm:2"))
        #expect(files.text("claims.csv").contains(",claimed_earlier,asked_earlier rep=crm:2\r\n"))
        #expect(files.text("reps.csv").contains("figures won_deals=3 won_deals_needed=2"))
    }

    @Test("who is gone and has nothing is left out of tables of reps, and counted below them")
    func gone() throws {
        var small = SmallNight()
        small.facts.reps[1].rep.isActive = false
        let limits = "1 inactive or former rep with nothing here is not listed."
        func html() throws -> String {
            try Reports.render(small.facts, rules: small.rules, version: "1").text("management.en.html")
        }
        #expect(try html().contains(limits) && !html().contains("Rep 2"))
        small.facts.reps[1].holdings = 1
        #expect(try html().contains("Rep 2"))
    }

    @Test("a feed that is late but holds nobody back is a remark on data quality, not an alarm")
    func quietFeed() throws {
        var small = SmallNight()
        small.facts.feeds = [FeedStatus(source: "erp", state: .stale, newestAt: nil)]
        let html = try Reports.render(small.facts, rules: small.rules, version: "1").text("management.en.html")
        #expect(!html.contains("class=\"alert\""))
        #expect(html.contains("The follow-ups of “erp” are out of date. No overdue customer depends on them tonight."))
    }
}
