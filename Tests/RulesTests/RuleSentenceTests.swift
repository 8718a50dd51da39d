import Records
import Testing

@testable import Rules

struct RuleSentenceTests {
    private func text(_ title: String, _ yaml: String, in language: Rules.Language = .chinese) throws -> String? {
        try rules(yaml).sentences(in: language).first { $0.title == title }?.text
    }

    @Test(
        "the deadline's worked example is right for days and working days",
        arguments: [
            ("within_days: 7", "最迟下周一当天跟进。", "on Monday of the next week at the latest."),
            ("within_days: 3", "最迟当周周四当天跟进。", "on Thursday of the same week at the latest."),
            ("within_days: 6", "最迟当周周日当天跟进。", "on Sunday of the same week at the latest."),
            ("within_days: 30", "最迟 4 周后的周三当天跟进。", "on Wednesday, 4 weeks later at the latest."),
            (
                "within_days: 5, days: working", "最迟下周一当天跟进（其间没有法定节假日时）。",
                "on Monday of the next week at the latest (with no public holiday in between)."
            ),
            (
                "within_days: 4, days: working", "最迟当周周五当天跟进（其间没有法定节假日时）。",
                "on Friday of the same week at the latest (with no public holiday in between)."
            ),
        ])
    func workedExample(rule: String, chinese: String, english: String) throws {
        #expect(try text("跟进期限", "follow_up: {\(rule)}")?.hasSuffix(chinese) == true)
        #expect(try text("Deadline", "follow_up: {\(rule)}", in: .english)?.hasSuffix(english) == true)
    }

    @Test("the classic case reads as a sales department would write it")
    func classicCase() throws {
        let yaml = Rules.template
        #expect(
            try text("领取", yaml) == "每名销售每个自然周（周一至周日）最多领取 10 个客户，被拒绝的申请不占名额。同一客户有多人申请时，申请时间最早者领取。")
        #expect(
            try text("跟进期限", yaml)
                == "得到客户或上次有效跟进的当天为第 0 天，须在 7 天内跟进，期限当天的跟进有效。例：领取于周一的客户，最迟下周一当天跟进。")
        #expect(
            try text("等级", yaml)
                == "每月按上月业绩评定，取符合条件的最高一级。gold：回款不低于 500000 CNY，且按时跟进率不低于 90%，每个自然周（周一至周日）可领取 15 个；silver：赢单不少于 1 个，每个自然周（周一至周日）可领取 12 个；standard：其余销售，适用一般上限。"
        )
        #expect(
            try text("Claims", yaml, in: .english)
                == "A salesperson may claim 10 customers a week (Monday to Sunday) at most; a refused claim does not count. Where several ask for one customer, the earliest request gets it."
        )
        #expect(
            try text("Tiers", yaml, in: .english)
                == "Every month each salesperson gets the best tier that last month's results allow. gold: payments of 500000 CNY or more and 90% of follow-ups in time, 15 claims a week (Monday to Sunday); silver: 1 won deal or more, 12 claims a week (Monday to Sunday); standard: everyone else, the general limits."
        )
    }

    @Test("no limit, zero and a number are three different sentences")
    func limits() throws {
        let texts = try ["none", "0", "1"].map { try text("领取", "claims: {limit: \($0)}") }
        #expect(Set(texts).count == 3)
        #expect(try text("Claims", "claims: {limit: 1}", in: .english)?.contains("1 customer a week") == true)
    }

    @Test(
        "both languages have as many sentences, none of them empty, whatever the rules",
        arguments: [
            "", Rules.template, "claims: {limit: none, holding_limit: 5, intake_limit: 9, cooling_off_days: 0}",
            "claims: {limit: 0, per: day}\nallocation: {strategy: none}",
            "sources: [{name: a}, {name: b}]\nmail: {managers: [a@b.c], worklists: false}",
            "follow_up: {days: working, recycle_on: calendar, require_reminder: none, remind_days_before: 0, human_channels: [电话], minimum_note_characters: 5, exempt_levels: [A], exempt_open_deals: false, pause_on_leave: false}",
            "company: X\ngo_live: 2026-09-21\ntiers: {levels: [{name: a}], newcomer_tier: a}\nfeeds: {follow_ups: none}\nrevenue_from: deals",
            "mode: observe\npools: [{name: east, regions: [江苏], levels: [A], teams: [East], reps: [E1], member_regions: [上海]}, {name: rest}]",
            "go_live_grace_days: 1\ngo_live_share_per_night: 1\nclaims: {per: rolling, rolling_days: 14, claim_delay_days: 1, tie_priority: tier, holding_limit: 3, holding_excludes_open_deals: true, holding_excludes_levels: [A, C]}\ntiers: {levels: [{name: gold, won_deals_at_least: 1, claim_delay_days: 0}, {name: rest}]}",
            "follow_up: {first_within_days: 1, opportunity_within_days: 30, deal_within_days: 1, exceptions: [{levels: [A], within_days: 3}, {sources: [fair], first_within_days: 1}], escalate_days_before: 0, human_outcomes: [意向], late_recording_days: 0, require_reminder: delivered}",
            "allocation: {order: newest_first, per_night: 5, strategy: experiment, experiment: [{strategy: rotation, share: 1}, {strategy: need_match, share: 1}]}\nclaims: {per: month}",
        ])
    func bothLanguages(yaml: String) throws {
        let rules = try rules(yaml)
        let (chinese, english) = (rules.sentences(in: .chinese), rules.sentences(in: .english))
        #expect(chinese.count == english.count)
        #expect(chinese.count >= 14)
        for sentence in chinese {
            #expect(!sentence.title.isEmpty && sentence.text.hasSuffix("。"))
            #expect(!sentence.text.contains("。。") && !sentence.text.contains("Optional"))
        }
        for sentence in english {
            #expect(!sentence.title.isEmpty && sentence.text.hasSuffix("."))
            #expect(!sentence.text.contains("Optional") && !sentence.text.contains("1 days"))
            #expect(sentence.text.first?.isUppercase == true)
        }
    }

    @Test("every strategy has its own words in both languages")
    func strategies() throws {
        for language in Rules.Language.allCases {
            let title = language == .chinese ? "自动分配" : "Allocation"
            let texts = try Strategy.allCases.map { try text(title, $0.smallestRules, in: language) }
            #expect(Set(texts).count == Strategy.allCases.count)
        }
    }

    @Test("a share is written as a percentage without needless digits")
    func percentages() {
        #expect(percentage(0.9) == "90%")
        #expect(percentage(0.925) == "92.5%")
        #expect(percentage(0.3333) == "33.33%")
        #expect(percentage(1) == "100%")
        #expect(percentage(0.0505) == "5.05%")
    }
}

extension Strategy {
    /// gonghai.yaml with this strategy and no more than it needs.
    var smallestRules: String {
        switch self {
        case .screening: "allocation: {strategy: screening, screening: [{teams: [south]}]}"
        case .experiment:
            "allocation: {strategy: experiment, experiment: [{strategy: rotation, share: 1}, {strategy: need_match, share: 1}]}"
        default: "allocation: {strategy: \(rawValue)}"
        }
    }
}
