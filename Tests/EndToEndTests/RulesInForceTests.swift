import Foundation
import TestSupport
import Testing

@Suite("Rules in force")
struct RulesInForceTests {
    private static let loose = "follow_up: {within_days: 30, recycle_on: calendar, require_reminder: none}"
    private static let strict = "follow_up: {within_days: 3, recycle_on: calendar, require_reminder: none}"

    @Test(
        "a change of gonghai.yaml recycles no book overnight, and explain names the version (EDGE-CASES, Rule change)")
    func ruleChange() throws {
        let workspace = try SmallWorkspace(Self.loose)
        try workspace.run("2026-11-02")
        try workspace.run("2026-11-09")
        #expect(try workspace.state(1).deadline == "2026-12-02")
        try workspace.write(Self.strict)
        try workspace.run("2026-11-10")
        #expect(try workspace.state(1).status == "prospect")
        #expect(try workspace.state(1).deadline == "2026-11-13")
        let text = try workspace.gonghai("explain", "crm:1")
        #expect(text.contains("due 2026-11-13, 3 days after the change of the rules on 2026-11-10"), "\(text)")
        #expect(text.contains("by version 2 of the rules, in force since 2026-11-10"), "\(text)")
        try workspace.run("2026-11-13")
        #expect(try workspace.state(1).status == "pool")
        #expect(try workspace.events("rules_changed").count == 2)
        try workspace.gonghai("verify")
    }

    @Test("nights that observe change no owner and report who would lose what; going live then takes back step by step")
    func observing() throws {
        let workspace = try SmallWorkspace("mode: observe")
        try workspace.run("2026-11-20")
        #expect(try (1...3).map { try workspace.state($0).status } == ["prospect", "prospect", "prospect"])
        #expect(try workspace.events("spell_ended").isEmpty)
        let kept = try workspace.folder.text("out/2026-11-20/management.en.html")
        #expect(kept.contains("would be done, but nights only observe"))
        let rules = try workspace.gonghai("rules", "--lang", "en")
        #expect(rules.contains("Nights only observe"))
    }

    @Test("nights that observe say who would be given what, each night anew, and give nothing")
    func observedAllocation() throws {
        let workspace = try SmallWorkspace("mode: observe\nallocation: {strategy: rotation}")
        for date in ["2026-11-20", "2026-11-23"] {
            try workspace.run(date)
            let lines = try workspace.folder.text("out/\(date)/allocations.csv").split(separator: "\r\n")
            #expect(lines.count == 2)
            #expect(lines[1].contains("南京玄武物流有限公司,hr:E1,陈静,unallocated,rotation"), "\(lines[1])")
            #expect(lines[1].contains(",observed,"))
        }
        #expect(try workspace.state(4).status == "pool")
        try workspace.gonghai("verify")
    }

    @Test("what was held before go-live goes back a share a night, the rest says when")
    func staggered() throws {
        let workspace = try SmallWorkspace()
        let yaml = try workspace.folder.text("gonghai.yaml")
        try workspace.folder.write(
            yaml.replacing("go_live_share_per_night: 1", with: "go_live_share_per_night: 0.4")
                .replacing("go_live_grace_days: 0", with: "go_live_grace_days: 5"), to: "gonghai.yaml")
        try workspace.run("2026-11-09")
        #expect(try (1...3).map { try workspace.state($0).status }.filter { $0 == "pool" }.count == 2)
        try workspace.run("2026-11-10")
        #expect(try (1...3).map { try workspace.state($0).status } == ["pool", "pool", "pool"])
    }

    @Test("the rules print as a document to be signed: version, dates, numbered sentences, effect of today")
    func document() throws {
        let workspace = try SmallWorkspace()
        let before = try workspace.gonghai("rules", "--lang", "zh")
        #expect(before.hasPrefix("公海管理办法\n"), "\(before)")
        #expect(before.contains("尚未施行"))
        try workspace.run("2026-11-05")
        let chinese = try workspace.gonghai("rules", "--lang", "zh")
        #expect(chinese.contains("第 1 版"), "\(chinese)")
        #expect(chinese.contains("自 2026-11-05 起施行"))
        #expect(chinese.contains("第一条　适用范围"))
        #expect(chinese.contains("（今日涉及 3 个客户、1 名销售）"), "the deadline runs for three customers of one rep")
        #expect(chinese.contains("批准：____"))
        let english = try workspace.gonghai("rules", "--lang", "en")
        #expect(english.contains("(Today this affects 3 customers, 1 rep.)"), "\(english)")
        try workspace.write("claims: {limit: 3}")
        #expect(try workspace.gonghai("rules", "--lang", "en").contains("version 2"))
        #expect(try workspace.gonghai("rules", "--lang", "en").contains("in force from the next night on"))
    }

    @Test("the dry run says who gains and who loses, as text and as JSON, and changes nothing")
    func dryRun() throws {
        let workspace = try SmallWorkspace()
        try workspace.run("2026-11-05")
        let text = try workspace.gonghai("run", "--date", "2026-11-09", "--dry-run")
        #expect(text.contains("- recycle "), "\(text)")
        #expect(text.contains("陈静 (hr:E1)  +0     -3"), "\(text)")
        let json = try workspace.gonghai("run", "--date", "2026-11-09", "--dry-run", "--json")
        let line = try #require(json.split(separator: "\n").last { $0.hasPrefix("{") })
        #expect(line.contains("\"reps\":[{\"gains\":0,\"loses\":3,\"reminded\":0,\"rep_id\":\"hr:E1\"}]"), "\(line)")
        #expect(line.contains("\"totals\":{\"recycle\":3}"), "\(line)")
        #expect(try workspace.owner(1) == "hr:E1")
    }

    @Test("the forecast tells what goes back in 7, 14 and 30 days, and names the night of a cliff")
    func forecast() throws {
        let workspace = try SmallWorkspace()
        try workspace.run("2026-11-03")
        try workspace.gonghai(
            "follow-up", "crm:1", "--rep", "E1", "--channel", "phone", "--outcome", "ok", "--at", "2026-11-04T10:00")
        let text = try workspace.gonghai("forecast", "--date", "2026-11-03", "--json")
        #expect(
            text.contains("\"held\":3,\"in14_days\":3,\"in30_days\":3,\"in7_days\":2")
                || text.contains("\"held\":3,\"in14_days\":3,\"in30_days\":3,\"in7_days\":3"), "\(text)")
        #expect(text.contains("\"worst_count\":3") || text.contains("\"worst_count\":2"), "\(text)")
    }

    @Test("a customer belongs to the first pool that fits, and only its members may claim it")
    func pools() throws {
        let workspace = try SmallWorkspace("pools: [{name: east, regions: [江苏], teams: [East]}, {name: rest}]")
        try workspace.run("2026-11-03")
        let refused = try workspace.gonghai("claim", "crm:4", "--rep", "E3", "--at", "2026-11-04T09:00", ending: 2)
        #expect(refused.contains("not_in_pool"), "\(refused)")
        try workspace.gonghai("claim", "crm:4", "--rep", "E2", "--at", "2026-11-04T09:05")
        #expect(try workspace.gonghai("export", "customers", "--raw").contains(",east,hr:E2,prospect,"))
        #expect(try workspace.gonghai("rules", "--lang", "zh").contains("公海划分"))
    }
}
