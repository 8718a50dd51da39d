import Records
import Testing

@testable import Rules

@Suite("The rules as a document")
struct RulesDocumentTests {
    @Test("every topic that is counted is a sentence in both languages")
    func topics() throws {
        let all = try rules(
            """
            pools: [{name: a, levels: [A]}, {name: rest}]
            claims: {holding_limit: 3}
            follow_up: {deal_within_days: 30, exceptions: [{levels: [A], within_days: 3}]}
            tiers: {levels: [{name: a}]}
            """)
        for language in Language.allCases {
            #expect(Set(all.sentences(in: language).compactMap(\.topic)) == Set(RuleTopic.allCases))
        }
    }

    @Test("articles are numbered as Chinese documents number them")
    func numerals() {
        #expect([1, 10, 11, 20, 21, 99].map(chineseNumeral) == ["一", "十", "十一", "二十", "二十一", "九十九"])
    }

    @Test("it says which version it is, since when, whom it affects today, and leaves room to sign")
    func text() throws {
        var rules = try rules("company: 澜海")
        let version = RuleVersion(
            number: 3, digest: rules.digest, effectiveOn: BusinessDate(iso: "2026-11-20") ?? BusinessDate(dayNumber: 0))
        rules.version = version
        let document = RulesDocument(
            rules: rules, versions: [version], impact: [.claims: RuleImpact(customers: 1, reps: 2)])
        let chinese = document.text(in: .chinese).split(separator: "\n")
        #expect(chinese[0] == "公海管理办法")
        #expect(chinese[1] == "澜海")
        #expect(chinese[2] == "第 3 版（\(rules.digest.prefix(8))），自 2026-11-20 起施行")
        #expect(chinese.contains("  （今日涉及 1 个客户、2 名销售）"))
        #expect(chinese.last == "批准：________________    日期：________________")
        let english = document.text(in: .english)
        #expect(english.contains("(Today this affects 1 customer, 2 reps.)"))
        #expect(english.contains("version 3: from 2026-11-20 on"))
    }
}
