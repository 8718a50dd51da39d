import Foundation
import Records
import TestSupport
import Testing

@testable import Rules

struct InitTemplateTests {
    @Test("the template is the classic case: 10 a week, 7 days, monthly tiers, rotation in score order")
    func classicCase() throws {
        let zone = try #require(Zone(named: "Asia/Shanghai"))
        var expected = Rules(zone: zone)
        expected.languages = [.chinese, .english]
        var gold = TierRules.Tier(name: "gold")
        gold.minimumRevenue = Money(minorUnits: 50_000_000, currency: "CNY")
        gold.minimumCompliance = 0.9
        gold.claimLimit = 15
        var silver = TierRules.Tier(name: "silver")
        silver.minimumWonDeals = 1
        silver.claimLimit = 12
        expected.tiers.tiers = [gold, silver, TierRules.Tier(name: "standard")]
        expected.digest = Identity.digest(Rules.template.utf8)
        #expect(try rules(Rules.template) == expected)
    }

    private static let switchedOff = Rules.template.split(separator: "\n", omittingEmptySubsequences: false).indices
        .filter {
            uncommented($0) != nil
        }

    /// The template with the `#` of one line taken out; `nil` where the line is no key that is switched off.
    private static func uncommented(_ index: Int) -> String? {
        var lines = Rules.template.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let content = lines[index].drop { $0 == " " }
        guard content.first == "#", let next = content.dropFirst().first, next != " " else { return nil }
        lines[index] = String(lines[index].prefix { $0 == " " }) + content.dropFirst()
        return lines.joined(separator: "\n")
    }

    @Test("every key that is switched off can be switched on by itself", arguments: switchedOff)
    func switchedOn(index: Int) throws {
        let yaml = try #require(Self.uncommented(index))
        #expect(refusal(yaml) == nil)
    }

    @Test("a key that is switched on as it stands shows the default, where it is no example")
    func documentedDefaults() throws {
        let examples = [
            "company", "go_live", "go_live_grace_days", "sources", "needs", "size", "level", "pools", "intake_limit",
            "first_within_days", "exceptions", "managers", "administrators", "smtp", "metrics_file", "heartbeat_url",
            "screening", "experiment",
        ]
        let template = try rules(Rules.template)
        for index in Self.switchedOff {
            let yaml = try #require(Self.uncommented(index))
            let line = yaml.split(separator: "\n", omittingEmptySubsequences: false)[index]
            let key = String(line.drop { $0 == " " }.prefix { $0 != ":" })
            var switchedOn = try rules(yaml)
            switchedOn.digest = template.digest
            #expect((switchedOn == template) == !examples.contains(key), "\(line)")
        }
    }

    @Test("the template names every key there is")
    func everyKeyDocumented() throws {
        var all = Rules.template
        for index in Self.switchedOff {
            let line = all.split(separator: "\n", omittingEmptySubsequences: false)[index]
            let content = line.drop { $0 == " " }.dropFirst()
            all = all.replacing(line, with: line.prefix { $0 == " " } + content)
        }
        let read = try rules(all)
        #expect(read.sources.count == 2)
        let sections = [
            "", "size", "level", "claims", "follow_up", "tiers", "allocation", "feeds", "mail", "mail.smtp",
            "operation",
        ]
        for section in sections {
            let unknown =
                section.isEmpty
                ? "zzz: 1"
                : section == "mail.smtp" ? "mail: {smtp: {host: a.b, zzz: 1}}" : "\(section): {zzz: 1}"
            let list = try #require(refusal(unknown)?.split(separator: "knows ").last).dropLast()
            for key in list.split(separator: ", ") where key != "password" {
                #expect(all.contains("\(key):"), "\(key)")
            }
        }
    }

    @Test("the sample workspace's rules are read, and are the classic case")
    func sampleData() throws {
        let bytes = try Data(contentsOf: Paths.root.appending(path: "SampleData/gonghai.yaml"))
        let rules = try Rules(yaml: bytes, file: "SampleData/gonghai.yaml")
        #expect(rules.claims.limit == 10)
        #expect(rules.claims.window == .week)
        #expect(rules.followUp.withinDays == 7)
        #expect(rules.tiers.tiers.count >= 2)
        #expect(rules.allocation.strategy == .rotation)
        #expect(rules.languages == [.chinese, .english])
        let inbox = try FileManager.default.contentsOfDirectory(
            atPath: Paths.root.appending(path: "SampleData/inbox").path)
        #expect(inbox.count == 11)
        for file in inbox { #expect(rules.source(ofFile: file)?.profile != nil, "\(file)") }
        let sources = [
            "customers-crm-a.csv": "wukong", "customers-crm-b.csv": "salesforce", "customers-erp.xml": "yonyou-u8",
            "reps.csv": "generic-en", "follow-ups-crm-b.csv": "salesforce", "deals-crm-a.csv": "wukong",
        ]
        for (file, profile) in sources { #expect(rules.source(ofFile: file)?.profile == profile) }
    }
}
