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
    var hasManager = false

    init(start: BusinessDate, using generator: inout SeededGenerator) {
        claimLimit = generator.perhaps(0.8) { Int.random(in: 1...4, using: &$0) }
        window = generator.pick(["day", "week", "month"])
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
    }

    var yaml: String {
        func limit(_ value: Int?) -> String { value.map { String($0) } ?? "none" }
        let levels =
            hasTiers
            ? """
            tiers:
              levels:
                - {name: gold, won_deals_at_least: 1, claim_limit: \(goldClaimLimit)\(goldHoldingLimit.map { ", holding_limit: \($0)" } ?? "")}
                - {name: standard}
              newcomer_days: 20
              newcomer_tier: standard

            """ : ""
        return """
            company: World
            time_zone: Asia/Shanghai
            languages: [en]
            \(goLive.map { "go_live: \($0)" } ?? "")
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
              \(intakeLimit.map { "intake_limit: \($0)" } ?? "")
              holding_limit: \(limit(holdingLimit))
              cooling_off_days: \(coolingOffDays)
            follow_up:
              within_days: \(withinDays)
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
        default: (date - (date.day - 1))...(date.startOfNextMonth - 1)
        }
    }

    /// The last day for a follow-up. The worlds live in November and December 2026, where no holiday falls.
    func deadline(from day: BusinessDate) -> BusinessDate {
        guard countsWorkingDays else { return day + withinDays }
        var (date, left) = (day, withinDays)
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
