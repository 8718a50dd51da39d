import Records
import Testing

@testable import Rules

func rules(_ yaml: String) throws(InputError) -> Rules { try Rules(yaml: yaml, file: "gonghai.yaml") }

/// The message that `yaml` is refused with, as it is printed; `nil` where it is read.
func refusal(_ yaml: String) -> String? {
    do {
        _ = try rules(yaml)
        return nil
    } catch {
        return error.rendered
    }
}

struct RulesReadingTests {
    @Test(
        "a file without keys gives every default of the classic case",
        arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "---\n"])
    func defaults(yaml: String) throws {
        let zone = try #require(Zone(named: "Asia/Shanghai"))
        var expected = Rules(zone: zone)
        expected.digest = Identity.digest(yaml.utf8)
        #expect(try rules(yaml) == expected)
    }

    @Test("every key is read into its rule")
    func everyKey() throws {
        let rules = try rules(
            """
            company: 澜海智能装备
            time_zone: Europe/Berlin
            languages: [en, zh-CN]
            currency: EUR
            mode: observe
            go_live: 2026-09-21
            go_live_grace_days: 14
            go_live_share_per_night: 0.05
            fiscal_month_starts_on: 26
            revenue_from: deals
            pools:
              - {name: east, regions: [江苏], levels: [A], sizes: [large], sources: [erp], industries: [C34], needs: [MES], teams: [East], reps: [E1], member_regions: [上海], tiers: [gold]}
              - {name: rest}
            sources:
              - name: crm-a
                files: "*crm-a*"
                profile: wukong
              - {name: erp}
            needs:
              - name: MES
                synonyms: [制造执行系统, manufacturing execution]
            claims: {limit: 12, per: rolling, rolling_days: 14, intake_limit: 20, holding_limit: 80, cooling_off_days: 0, claim_delay_days: 3, tie_priority: tier, holding_excludes_open_deals: true, holding_excludes_levels: [C]}
            follow_up:
              within_days: 5
              first_within_days: 2
              opportunity_within_days: 30
              deal_within_days: 90
              exceptions: [{levels: [A], within_days: 3, deal_within_days: 60}]
              escalate_days_before: 1
              human_outcomes: [意向]
              late_recording_days: 5
              fuse_share: none
              maximum_lock_days: 30
              days: working
              recycle_on: calendar
              require_reminder: none
              remind_days_before: 0
              human_channels: [电话, visit]
              minimum_note_characters: 6
              exempt_open_deals: false
              exempt_levels: [A, B]
              pause_on_leave: false
            tiers:
              newcomer_days: 60
              newcomer_tier: standard
              levels:
                - {name: gold, revenue_at_least: 500000.5, won_deals_at_least: 2, compliance_at_least: 0.925, claim_limit: 15, intake_limit: 30, holding_limit: 90, claim_delay_days: 0}
                - name: standard
            allocation: {strategy: load_balanced, order: oldest_first, per_night: 40, seed: 7}
            feeds: {follow_ups: none, maximum_age_days: 1}
            mail: {from: pool@example.com, managers: [a@example.com, b@example.com], worklists: false}
            """)
        #expect(rules.company == "澜海智能装备")
        #expect(rules.zone.name == "Europe/Berlin")
        #expect(rules.languages == [.english, .chinese])
        #expect(rules.currency == "EUR")
        #expect(rules.goLive == BusinessDate(iso: "2026-09-21"))
        #expect(rules.revenueFrom == .deals && rules.fiscalMonthStart == 26)
        #expect(
            rules.sources == [
                Rules.SourceRule(name: "crm-a", files: "*crm-a*", profile: "wukong"), Rules.SourceRule(name: "erp"),
            ])
        #expect(rules.needs == [Rules.Need(name: "MES", synonyms: ["制造执行系统", "manufacturing execution"])])
        #expect(rules.mode == .observe)
        #expect(rules.goLiveGraceDays == 14)
        #expect(rules.goLiveSharePerNight == 0.05)
        #expect(rules.pools == [east, PoolRule(name: "rest")])
        #expect(rules.claims == claims)
        #expect(rules.followUp == followUp)
        #expect(rules.tiers.newcomerDays == 60)
        #expect(rules.tiers.newcomerTier == "standard")
        #expect(rules.tiers.tiers == [gold, TierRules.Tier(name: "standard")])
        #expect(rules.allocation.strategy == .loadBalanced)
        #expect(rules.allocation.order == .oldestFirst)
        #expect(rules.allocation.perNight == 40)
        #expect(rules.allocation.seed == 7)
        #expect(rules.feeds.followUps == .none)
        #expect(rules.feeds.maximumAgeDays == 1)
        #expect(rules.mail.from == "pool@example.com")
        #expect(rules.mail.managers == ["a@example.com", "b@example.com"])
        #expect(!rules.mail.sendsWorklists)
    }

    private var east: PoolRule {
        var pool = PoolRule(name: "east")
        pool.customers.regions = ["江苏"]
        pool.customers.levels = [.a]
        pool.customers.sizes = [.large]
        pool.customers.sources = ["erp"]
        pool.customers.industries = ["C34"]
        pool.customers.needs = ["MES"]
        pool.teams = ["East"]
        pool.reps = ["E1"]
        pool.memberRegions = ["上海"]
        pool.tiers = ["gold"]
        return pool
    }

    private var claims: ClaimRules {
        var claims = ClaimRules()
        claims.limit = 12
        claims.window = .rolling
        claims.rollingDays = 14
        claims.claimDelayDays = 3
        claims.tiePriority = .tier
        claims.excludesOpenDealsFromHolding = true
        claims.levelsExcludedFromHolding = [.c]
        claims.intakeLimit = 20
        claims.holdingLimit = 80
        claims.coolingOffDays = 0
        return claims
    }

    private var followUp: FollowUpRules {
        var rule = FollowUpRules()
        rule.withinDays = 5
        rule.firstWithinDays = 2
        rule.opportunityWithinDays = 30
        rule.dealWithinDays = 90
        var exception = FollowUpRules.Exception()
        exception.customers.levels = [.a]
        exception.withinDays = 3
        exception.dealWithinDays = 60
        rule.exceptions = [exception]
        rule.escalateDaysBefore = 1
        rule.humanOutcomes = ["意向"]
        rule.lateRecordingDays = 5
        rule.fuseShare = nil
        rule.maximumLockDays = 30
        rule.dayKind = .working
        rule.recycleOn = .calendar
        rule.requireReminder = .none
        rule.remindDaysBefore = 0
        rule.humanChannels = ["电话", "visit"]
        rule.minimumNoteCharacters = 6
        rule.exemptsOpenDeals = false
        rule.exemptLevels = [.a, .b]
        rule.pausesOnLeave = false
        return rule
    }

    private var gold: TierRules.Tier {
        var tier = TierRules.Tier(name: "gold")
        tier.minimumRevenue = Money(minorUnits: 50_000_050, currency: "EUR")
        tier.minimumWonDeals = 2
        tier.minimumCompliance = 0.925
        tier.claimLimit = 15
        tier.intakeLimit = 30
        tier.holdingLimit = 90
        tier.claimDelayDays = 0
        return tier
    }

    @Test("none is no limit, 0 is none at all, and a missing key is the default: three things (EDGE-CASES, Time)")
    func noneZeroAndMissing() throws {
        #expect(try rules("claims: {limit: none}").claims.limit == nil)
        #expect(try rules("claims: {limit: 0}").claims.limit == 0)
        #expect(try rules("claims: {per: week}").claims.limit == 10)
        #expect(try rules("allocation: {strategy: none, per_night: none}").allocation.strategy == nil)
        #expect(try rules("claims: {holding_limit: none}").claims.holdingLimit == nil)
        #expect(try rules("tiers: {newcomer_tier: none}").tiers.newcomerTier == nil)
    }

    @Test("every word of an enumeration is read as what it says")
    func everyWord() throws {
        for window in ClaimRules.Window.allCases {
            #expect(try rules("claims: {per: \(window.rawValue)}").claims.window == window)
        }
        for kind in FollowUpRules.DayKind.allCases {
            let followUp = try rules("follow_up: {days: \(kind.rawValue), recycle_on: \(kind.rawValue)}").followUp
            #expect(followUp.dayKind == kind)
            #expect(followUp.recycleOn == kind)
        }
        for rule in FollowUpRules.ReminderRule.allCases {
            #expect(try rules("follow_up: {require_reminder: \(rule.rawValue)}").followUp.requireReminder == rule)
        }
        for level in Level.allCases {
            #expect(try rules("follow_up: {exempt_levels: [\(level.rawValue)]}").followUp.exemptLevels == [level])
        }
        for strategy in Strategy.allCases {
            #expect(try rules(strategy.smallestRules).allocation.strategy == strategy)
        }
        for order in AllocationRules.Order.allCases {
            #expect(try rules("allocation: {order: \(order.rawValue)}").allocation.order == order)
        }
        for feed in FeedRules.FollowUpFeed.allCases {
            #expect(try rules("feeds: {follow_ups: \(feed.rawValue)}").feeds.followUps == feed)
        }
        for language in Rules.Language.allCases {
            #expect(try rules("languages: [\(language.rawValue)]").languages == [language])
        }
        for source in Rules.RevenueSource.allCases {
            #expect(try rules("revenue_from: \(source.rawValue)").revenueFrom == source)
        }
    }

    @Test("a tier's revenue is exact in the minor units of the workspace's currency, wherever the currency stands")
    func revenueInMinorUnits() throws {
        let levels = "tiers: {levels: [{name: a, revenue_at_least: 1234.05}, {name: b}]}\n"
        #expect(
            try rules(levels + "currency: USD").tiers.tiers[0].minimumRevenue
                == Money(minorUnits: 123_405, currency: "USD"))
        let yen = "tiers: {levels: [{name: a, revenue_at_least: 1234}, {name: b}]}\ncurrency: JPY"
        #expect(try rules(yen).tiers.tiers[0].minimumRevenue == Money(minorUnits: 1234, currency: "JPY"))
    }

    @Test("a byte order mark and Windows line ends change nothing but the digest")
    func byteOrderMark() throws {
        let plain = try rules("claims:\n  limit: 3\n")
        var marked = try rules("\u{FEFF}claims:\r\n  limit: 3\r\n")
        #expect(marked.digest != plain.digest)
        #expect(marked.digest == Identity.digest("\u{FEFF}claims:\r\n  limit: 3\r\n".utf8))
        marked.digest = plain.digest
        #expect(marked == plain)
    }

    @Test("a file belongs to the first source whose pattern fits its name")
    func sourceOfFile() throws {
        let rules = try rules(
            """
            sources:
              - {name: hand}
              - {name: crm-a, files: "*crm-a*.csv"}
              - {name: any, files: "*"}
            """)
        #expect(rules.source(ofFile: "customers-CRM-A.csv")?.name == "crm-a")
        #expect(rules.source(ofFile: "reps.csv")?.name == "any")
        #expect(try Rules(yaml: "", file: "").source(ofFile: "reps.csv") == nil)
    }
}
