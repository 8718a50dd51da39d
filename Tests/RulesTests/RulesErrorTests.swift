import Records
import Testing
import TestSupport

@testable import Rules

/// Each error with the file that makes it and the exact text that is printed.
struct RulesErrorTests {
    @Test("an unknown key names the nearest one and every key of its section")
    func unknownKey() {
        #expect(
            refusal("company: 澜海\nclaims:\n  limt: 10\n") == """
                gonghai.yaml:3:3: there is no key 'limt' in 'claims'
                  |
                3 |   limt: 10
                  |   ^^^^
                Did you mean 'limit'?
                'claims' knows limit, per, rolling_days, intake_limit, holding_limit, cooling_off_days, \
                claim_delay_days, holding_excludes_open_deals, holding_excludes_levels, tie_priority.
                """)
    }

    @Test("an unknown key of the file itself, in Chinese, is underlined by its width")
    func unknownTopLevelKey() {
        #expect(
            refusal("公司: 澜海\n") == """
                gonghai.yaml:1:1: there is no key '公司'
                  |
                1 | 公司: 澜海
                  | ^^^^
                The file knows time_zone, company, languages, currency, mode, go_live, go_live_grace_days, \
                go_live_share_per_night, fiscal_month_starts_on, revenue_from, sources, needs, size, level, \
                pools, claims, follow_up, tiers, allocation, feeds, mail, operation.
                """)
    }

    @Test(
        "a limit without a value says how no limit is written (EDGE-CASES, Time)", arguments: ["", " ", " ~", " null"])
    func emptyLimit(value: String) {
        let text = refusal("claims:\n  limit:\(value)\n  per: week\n")
        #expect(
            text?.hasPrefix("gonghai.yaml:2:\(value.count > 1 ? 10 : 3): 'claims.limit' has no value\n") == true,
            "\(text ?? "")")
        #expect(
            text?.hasSuffix(
                "Write none for no limit.\nTake the line out for the default; 0, none and an empty value are three things."
            ) == true)
    }

    @Test("a word where a number is expected")
    func notANumber() {
        #expect(
            refusal("claims:\n  limit: ten\n") == """
                gonghai.yaml:2:10: 'claims.limit' is 'ten', not a whole number
                  |
                2 |   limit: ten
                  |          ^^^
                A whole number from 0 to 1000000 is expected, or none for no limit.
                """)
    }

    @Test(
        "numbers are plain decimal digits: no sign, grouping, fraction, other digits, quotes or zeros in front",
        arguments: [
            "1_000", "1,000", "7.5", "0x10", "010", "１０", "+7", "\"7\"", "-", "1e3", "99999999999999999999", "-1",
            "true",
        ])
    func notAWholeNumber(value: String) {
        let text = refusal("follow_up: {within_days: \(value)}")
        #expect(text?.hasPrefix("gonghai.yaml:1:") == true, "\(text ?? "")")
        #expect(
            text?.contains("A whole number from 1 to 3650 is expected.") == true || value == "1,000", "\(text ?? "")")
    }

    @Test("a number out of range")
    func outOfRange() {
        #expect(
            refusal("follow_up:\n  within_days: 0\n") == """
                gonghai.yaml:2:16: 'follow_up.within_days' is '0', out of range
                  |
                2 |   within_days: 0
                  |                ^
                A whole number from 1 to 3650 is expected.
                """)
    }

    @Test("a word that is none of the choices names the nearest")
    func unknownChoice() {
        #expect(
            refusal("claims: {limit: 10, per: weak}\n") == """
                gonghai.yaml:1:26: 'claims.per' cannot be 'weak'
                  |
                1 | claims: {limit: 10, per: weak}
                  |                          ^^^^
                Did you mean 'week'?
                One of day, week, month, rolling is expected.
                """)
    }

    @Test("a single value where a list is expected")
    func notAList() {
        #expect(
            refusal("languages: zh-CN\n") == """
                gonghai.yaml:1:12: 'languages' is not a list
                  |
                1 | languages: zh-CN
                  |            ^^^^^
                A list is expected: [a, b], or a line '- a' for each part.
                """)
    }

    @Test(
        "a list, a section or a word where something else is expected",
        arguments: [
            ("claims: {limit: [1]}", "1:17: 'claims.limit' is a list"),
            ("claims: {limit: {a: 1}}", "1:17: 'claims.limit' is a set of keys"),
            ("claims: 10", "1:9: 'claims' has no keys"),
            ("claims:\n", "1:8: 'claims' has no keys"),
            ("- claims", "1:1: the file has no keys"),
            ("just words", "1:1: the file has no keys"),
            ("sources: [crm-a]", "1:11: 'sources[1]' has no keys"),
            ("sources:", "1:1: 'sources' has no value"),
            ("follow_up: {pause_on_leave: yes}", "1:29: 'follow_up.pause_on_leave' is 'yes', neither true nor false"),
            ("go_live: 23.11.2026", "1:10: 'go_live' is '23.11.2026', not a day"),
            ("go_live: 2026-02-30", "1:10: 'go_live' is '2026-02-30', not a day"),
            ("? [a]\n: b", "1:3: a list or section where a key is expected"),
            ("company: \"a\\nb\"", "1:10: 'company' has a line break or control character"),
            ("languages: []", "1:1: 'languages' is empty"),
            ("languages: [en, en]", "1:17: 'languages[2]' stands twice in the list"),
            ("currency: RMB", "1:11: 'currency' is no currency code"),
            ("sources: [{name: a:b}]", "1:18: 'sources[1].name' cannot be used as a name"),
            ("sources: [{files: x}]", "1:11: 'sources[1]' has no 'name'"),
            ("sources: [{name: a}, {name: a}]", "1:29: 'sources[2].name' stands twice"),
            ("sources: [{name: a, files: x/y}]", "1:28: 'sources[1].files' is no pattern of file names"),
            (
                "needs: [{name: A, synonyms: [x]}, {name: B, synonyms: [X]}]",
                "1:45: 'X' already stands for the need 'A'"
            ),
            ("mail: {managers: [\"王 <a@b.c>\"]}", "1:19: 'mail.managers[1]' is no mail address"),
            ("mail: {from: nobody}", "1:14: 'mail.from' is no mail address"),
            (
                "tiers: {levels: [{name: a, compliance_at_least: 90}, {name: b}]}",
                "1:49: 'tiers.levels[1].compliance_at_least' is '90', not a share"
            ),
            (
                "tiers: {levels: [{name: a, revenue_at_least: 50万}, {name: b}]}",
                "1:46: 'tiers.levels[1].revenue_at_least' is '50万', not an amount"
            ),
            (
                "tiers: {levels: [{name: a, revenue_at_least: 1.005}, {name: b}]}",
                "1:46: 'tiers.levels[1].revenue_at_least' is '1.005', not an amount"
            ),
            (
                "tiers: {levels: [{name: a, claim_limit: none}]}",
                "1:41: 'tiers.levels[1].claim_limit' is 'none', not a whole number"
            ),
            ("tiers: {levels: [{name: a, won_deals_at_least: 1}]}", "1:9: the last level, 'a', has conditions"),
            (
                "tiers: {levels: [{name: a}, {name: b}]}",
                "1:9: the level 'a' has no conditions, so the levels after it are never reached"
            ),
            ("tiers: {newcomer_tier: gold}", "1:24: 'tiers.newcomer_tier' names no level"),
            ("claims: {limit: 10, intake_limit: 5}", "1:21: 'claims.intake_limit' is 5, below the claim limit of 10"),
            (
                "follow_up: {remind_days_before: 0}",
                "1:13: 'follow_up.remind_days_before' is 0, but a reminder is required"
            ),
            (
                "follow_up: {require_reminder: delivered}\nmail: {worklists: false}",
                "1:1: 'follow_up.require_reminder' is delivered, but 'mail.worklists' is false"
            ),
        ])
    func place(yaml: String, expected: String) {
        let text = refusal(yaml) ?? "it was read"
        #expect(text.hasPrefix("gonghai.yaml:\(expected)\n"), "\(text)")
    }

    @Test("an unknown time zone, and the one that is meant")
    func unknownZone() {
        #expect(
            refusal("time_zone: Asia/Shanghia\n") == """
                gonghai.yaml:1:12: 'time_zone' is no known time zone
                  |
                1 | time_zone: Asia/Shanghia
                  |            ^^^^^^^^^^^^^
                Did you mean 'Asia/Shanghai'?
                A name of the IANA time zone database is expected, such as Asia/Shanghai or Europe/Berlin.
                """)
        #expect(refusal("time_zone: Asia/Beijing")?.contains("Did you mean 'Asia/Shanghai'?") == true)
        #expect(refusal("time_zone: CST")?.contains("Did you mean 'Asia/Shanghai'?") == true)
        #expect(refusal("time_zone: GMT+8")?.contains("is no known time zone") == true)
    }

    @Test("a level that no tier has names the nearest")
    func unknownLevel() {
        let text = refusal("tiers:\n  levels: [{name: standard}]\n  newcomer_tier: standart\n")
        #expect(text?.contains("Did you mean 'standard'?\nThe levels are standard.") == true, "\(text ?? "")")
    }
}
