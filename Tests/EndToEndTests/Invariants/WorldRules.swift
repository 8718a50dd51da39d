import Records
import TestSupport

/// The rules of a random workspace as plain values: what gonghai.yaml says, and what the checks hold the pipeline to.
struct WorldRules: Sendable {
    var claimLimit: Int?
    var window = "week"
    var intakeLimit: Int?
    var holdingLimit: Int?
    var coolingOffDays = 0
    var withinDays = 3
    var countsWorkingDays = false
    var recyclesOnWorkingDays = false
    var requiresReminder = false
    var remindDaysBefore = 1
    var humanChannels: [String] = []
    var exemptsOpenDeals = true
    var exemptsLevelA = false
    var pausesOnLeave = true
    var hasTiers = false
    var goldClaimLimit = 2
    var goldHoldingLimit: Int?
    var strategy = "rotation"
    var order = "score"
    var perNight: Int?
    var expectsFeeds = false
    var goLive: BusinessDate?
    var goLiveGraceDays: Int?
    var goLiveShare = 0.1
    var firstWithinDays: Int?
    var dealWithinDays: Int?
    /// Of level B, from the list of exceptions.
    var withinDaysOfLevelB: Int?
    /// From the night of a date on `within_days` is another.
    var change: (on: BusinessDate, withinDays: Int)?
    var rollingDays = 3
    var claimDelayDays = 0
    var goldClaimDelayDays: Int?
    var putsBetterTiersFirst = false
    var excludesOpenDeals = false
    /// Customers of 广东省 are only for reps whose team is south.
    var hasSouthernPool = false
    var hasManager = false

    init(start: BusinessDate, using generator: inout SeededGenerator) {
        claimLimit = generator.perhaps(0.8) { Int.random(in: 1...4, using: &$0) }
        window = generator.pick(["day", "week", "month", "rolling"])
        let least = claimLimit ?? 1
        intakeLimit = generator.perhaps(0.6) { Int.random(in: least...(least + 4), using: &$0) }
        holdingLimit = generator.perhaps(0.6) { Int.random(in: 2...8, using: &$0) }
        coolingOffDays = generator.pick([0, 1, 3, 30])
        withinDays = Int.random(in: 1...5, using: &generator)
        countsWorkingDays = generator.chance(0.4)
        recyclesOnWorkingDays = generator.chance(0.5)
        requiresReminder = generator.chance(0.5)
        remindDaysBefore = Int.random(in: 1...2, using: &generator)
        humanChannels = generator.chance(0.3) ? ["phone", "visit"] : []
        exemptsOpenDeals = generator.chance(0.5)
        exemptsLevelA = generator.chance(0.3)
        pausesOnLeave = generator.chance(0.6)
        hasTiers = generator.chance(0.5)
        goldClaimLimit = Int.random(in: 0...6, using: &generator)
        goldHoldingLimit = generator.perhaps(0.4) { Int.random(in: 1...9, using: &$0) }
        strategy = generator.pick(["rotation", "rotation", "rotation", "first_come", "none"])
        order = generator.pick(["score", "newest_first", "oldest_first"])
        perNight = generator.perhaps(0.5) { Int.random(in: 1...8, using: &$0) }
        expectsFeeds = generator.chance(0.3)
        hasManager = generator.chance(0.2)
        goLive = generator.perhaps(0.4) { start + Int.random(in: -8...1, using: &$0) }
        goLiveGraceDays = generator.perhaps(0.6) { Int.random(in: 0...2, using: &$0) }
        goLiveShare = generator.pick([0.1, 0.5, 1])
        firstWithinDays = generator.perhaps(0.3) { Int.random(in: 1...3, using: &$0) }
        dealWithinDays = generator.perhaps(0.2) { Int.random(in: 2...6, using: &$0) }
        withinDaysOfLevelB = generator.perhaps(0.2) { Int.random(in: 1...4, using: &$0) }
        change = generator.perhaps(0.4) {
            (on: start + Int.random(in: 1...4, using: &$0), withinDays: Int.random(in: 1...5, using: &$0))
        }
        rollingDays = Int.random(in: 2...5, using: &generator)
        claimDelayDays = generator.pick([0, 0, 1, 2])
        goldClaimDelayDays = generator.perhaps(0.3) { Int.random(in: 0...2, using: &$0) }
        putsBetterTiersFirst = generator.chance(0.3)
        excludesOpenDeals = generator.chance(0.2)
        hasSouthernPool = generator.chance(0.25)
    }

    var yaml: String {
        func limit(_ value: Int?) -> String { value.map { String($0) } ?? "none" }
        let levels =
            hasTiers
            ? """
            tiers:
              levels:
                - {name: gold, won_deals_at_least: 1, claim_limit: \(goldClaimLimit)\(goldHoldingLimit.map { ", holding_limit: \($0)" } ?? "")\(goldClaimDelayDays.map { ", claim_delay_days: \($0)" } ?? "")}
                - {name: standard}
              newcomer_days: 20
              newcomer_tier: standard

            """ : ""
        return """
            company: World
            time_zone: Asia/Shanghai
            languages: [en]
            \(goLive.map { "go_live: \($0)" } ?? "")
            \(goLiveGraceDays.map { "go_live_grace_days: \($0)" } ?? "")
            go_live_share_per_night: \(goLiveShare)
            \(hasSouthernPool ? "pools: [{name: south, regions: [广东], teams: [south]}, {name: rest}]" : "")
            sources:
              - {name: alpha, files: "*-alpha*", profile: generic-en}
              - {name: beta, files: "*-beta*", profile: generic-en}
              - {name: gamma, files: "*-gamma*", profile: generic-en}
              - {name: hr, files: "reps*", profile: generic-en}
              - {name: desk, files: "claims*", profile: generic-en}
            needs: [{name: MES}, {name: ERP}]
            claims:
              limit: \(limit(claimLimit))
              per: \(window)
              rolling_days: \(rollingDays)
              claim_delay_days: \(claimDelayDays)
              tie_priority: \(putsBetterTiersFirst ? "tier" : "none")
              holding_excludes_open_deals: \(excludesOpenDeals)
              \(intakeLimit.map { "intake_limit: \($0)" } ?? "")
              holding_limit: \(limit(holdingLimit))
              cooling_off_days: \(coolingOffDays)
            follow_up:
              within_days: \(withinDays)
              \(firstWithinDays.map { "first_within_days: \($0)" } ?? "")
              deal_within_days: \(limit(dealWithinDays))
              exceptions: [\(withinDaysOfLevelB.map { "{levels: [B], within_days: \($0)}" } ?? "")]
              days: \(countsWorkingDays ? "working" : "calendar")
              recycle_on: \(recyclesOnWorkingDays ? "working" : "calendar")
              require_reminder: \(requiresReminder ? "listed" : "none")
              remind_days_before: \(remindDaysBefore)
              human_channels: [\(humanChannels.joined(separator: ", "))]
              exempt_open_deals: \(exemptsOpenDeals)
              exempt_levels: [\(exemptsLevelA ? "A" : "")]
              pause_on_leave: \(pausesOnLeave)
            \(levels)allocation:
              strategy: \(strategy)
              order: \(order)
              per_night: \(limit(perNight))
            feeds: {follow_ups: \(expectsFeeds ? "files" : "none"), maximum_age_days: 2}
            mail: {managers: [\(hasManager ? "boss@world.example" : "")]}

            """
    }

    /// The days that count together for a limit.
    func windowDays(around date: BusinessDate) -> ClosedRange<BusinessDate> {
        switch window {
        case "day": date...date
        case "week": (date - (date.weekday - 1))...(date + (7 - date.weekday))
        case "rolling": (date - (rollingDays - 1))...date
        default: (date - (date.day - 1))...(date.startOfNextMonth - 1)
        }
    }

    /// These rules once they were changed.
    var changed: WorldRules {
        var rules = self
        if let change { rules.withinDays = change.withinDays }
        return rules
    }

    /// The last day for a follow-up as the night of `date` sees it, by hand. The worlds live in November and December 2026, where no holiday falls.
    ///
    /// `start` and `followedUp` are days of the spell; `firstNight` is when the pool went live where the rules do not say.
    func deadline(
        start: BusinessDate, followedUp: BusinessDate?, level: String, firstNight: BusinessDate, date: BusinessDate
    ) -> BusinessDate {
        let day0 = followedUp ?? start
        func days(_ withinDays: Int) -> Int {
            let within = level == "B" ? withinDaysOfLevelB ?? withinDays : withinDays
            return followedUp == nil ? firstWithinDays ?? within : within
        }
        var deadline = add(days(withinDays), to: day0)
        if let change, change.on <= date {
            let (old, new) = (days(withinDays), days(change.withinDays))
            if change.on <= day0 {
                deadline = add(new, to: day0)
            } else if old != new {
                let isRunning = (exemptsLevelA && level == "A") || deadline >= change.on
                deadline = max(add(new, to: day0), isRunning ? add(new, to: change.on) : deadline)
            }
        }
        if let dealWithinDays { deadline = min(deadline, add(dealWithinDays, to: start)) }
        let live = goLive ?? firstNight
        return start < live
            ? max(
                deadline,
                live + (goLiveGraceDays ?? (change.map { $0.on <= date } ?? false ? changed : self).withinDays))
            : deadline
    }

    private func add(_ days: Int, to day: BusinessDate) -> BusinessDate {
        guard countsWorkingDays else { return day + days }
        var (date, left) = (day, days)
        while left > 0 {
            date = date + 1
            if date.weekday <= 5 { left -= 1 }
        }
        return date
    }
}

extension SeededGenerator {
    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &self)] }

    mutating func perhaps<Value>(_ probability: Double, _ value: (inout Self) -> Value) -> Value? {
        chance(probability) ? value(&self) : nil
    }
}
