import Records
import Testing

@testable import Rules

struct ClassRulesTests {
    @Test("schemes of size: the rule of 2017 by default, the European one, or bounds of one's own")
    func sizes() throws {
        #expect(try rules("").size == SizeRules())
        #expect(try rules("size: {scheme: eu}").size.scheme == .eu)
        let own = try rules(
            "currency: EUR\nsize: {scheme: custom, large: {employees: 500, revenue: 2.5}, small: {assets: 1}}")
        #expect(own.size.classes.map(\.sizeClass) == [.large, .small])
        #expect(own.size.large?.employees == 500)
        #expect(own.size.large?.revenue == Money(minorUnits: 250, currency: "EUR"))
        #expect(own.size.small?.assets == Money(minorUnits: 100, currency: "EUR"))
    }

    @Test("a level rule has steps in the order of the file and two thresholds")
    func levels() throws {
        let read = try rules(
            """
            level:
              value: [{at_least: 1000, points: 3}, {at_least: 10, points: 1}]
              size: [{sizes: [large, medium], points: 2}]
              last_follow_up: [{within_days: 0, points: 1}]
              a: 4
              b: 1
            """)
        let level = try #require(read.level)
        #expect(
            level.value.map(\.points) == [3, 1] && level.value[0].minimum == Money(minorUnits: 100_000, currency: "CNY")
        )
        #expect(level.revenue.isEmpty)
        #expect(level.size == [LevelRules.SizeStep(sizes: [.large, .medium], points: 2)])
        #expect(level.lastFollowUp == [LevelRules.RecencyStep(days: 0, points: 1)])
        #expect(level.pointsForA == 4 && level.pointsForB == 1)
        #expect(try rules("").level == nil)
    }

    @Test(
        "what makes no sense is refused at its place",
        arguments: [
            ("size: {scheme: iso}", "1:16: 'size.scheme' cannot be 'iso'"),
            ("size: {scheme: custom}", "1:8: the scheme custom has no bounds"),
            ("size: {scheme: eu, large: {employees: 1}}", "1:20: 'size' has bounds, which the scheme eu does not use"),
            ("size: {scheme: custom, large: {}}", "'size.large' has no bound"),
            ("level: {a: 2, b: 1}", "'level' gives points for nothing"),
            ("level: {value: [{at_least: 1, points: 1}]}", "'level' does not say how many points make an A and a B"),
            ("level: {value: [{at_least: 1, points: 1}], a: 2, b: 2}", "'level.b' is not below 'a'"),
            ("level: {value: [{points: 1}], a: 2, b: 1}", "'level.value[1]' has no 'at_least'"),
            ("level: {size: [{sizes: [huge], points: 1}], a: 2, b: 1}", "'level.size[1].sizes[1]' cannot be 'huge'"),
            ("level: {value: [{at_least: 1, points: 1, x: 1}], a: 2, b: 1}", "there is no key 'x' in 'level.value[1]'"),
        ])
    func refused(yaml: String, message: String) {
        #expect(refusal(yaml)?.contains(message) == true, "\(refusal(yaml) ?? "read")")
    }

    private func text(_ title: String, _ yaml: String, in language: Rules.Language) throws -> String? {
        try rules(yaml).sentences(in: language).first { $0.title == title }?.text
    }

    @Test("the default scheme needs no sentence; others have one in both languages")
    func sizeSentences() throws {
        #expect(try text("Sizes", "", in: .english) == nil)
        #expect(try text("规模划分", "size: {scheme: eu}", in: .chinese)?.contains("2003/361/EC") == true)
        let own = "size: {scheme: custom, large: {employees: 500, revenue: 1000000}, small: {employees: 10}}"
        #expect(
            try text("Sizes", own, in: .english)
                == "A customer is of the first of these sizes all of whose bounds it reaches: large from 500 employees and "
                + "1000000 CNY of revenue on; small from 10 employees on; micro otherwise.")
        #expect(
            try text("规模划分", own, in: .chinese)
                == "客户规模取下列中第一个全部达到的：员工不少于 500 人且营收不低于 1000000 CNY为大型；员工不少于 10 人为小型；其余为微型。")
    }

    @Test("a level rule is said in both languages")
    func levelSentences() throws {
        let yaml = """
            level: {value: [{at_least: 1000, points: 3}], size: [{sizes: [large, medium], points: 2}],
              last_follow_up: [{within_days: 30, points: 1}], a: 4, b: 1}
            """
        #expect(
            try text("Levels", yaml, in: .english)
                == "Where no list gives a customer's level, points decide: an expected value of 1000 CNY or more 3; size large "
                + "or medium 2; a follow-up in the last 30 days 1. Of the steps of one kind the first that holds counts. 4 "
                + "points make an A, 1 a B, fewer a C. A level that a list gives always wins, and a customer of whom none of "
                + "this is known has none.")
        #expect(
            try text("客户分级", yaml, in: .chinese)
                == "名单没有给出级别的客户按分数定级：预计价值不低于 1000 CNY 得 3 分；大型或中型得 2 分；最近 30 天内有跟进得 1 分；同类条件只计第一个符合的。满 4 分为 A，满 1 分为 B，其余为 C。名单给出的级别始终优先；以上一无所知的客户不定级。"
        )
    }
}
