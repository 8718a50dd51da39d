import Records

/// Counts of customers in gonghai.yaml are at most this: more is a slip of the finger, and sums of them cannot overflow.
let largestCount = 1_000_000
/// Numbers of days are at most ten years.
let largestDays = 3650

extension ClaimRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.limit("limit", into: &limit, in: 0...largestCount)
        try section.choice("per", into: &window)
        try section.integer("rolling_days", into: &rollingDays, in: 1...largestDays)
        if let setting = section.setting("intake_limit") {
            intakeLimit = try setting.integer(
                in: 0...largestCount, instead: "Without the line it equals the claim limit.")
        }
        try section.limit("holding_limit", into: &holdingLimit, in: 0...largestCount)
        try section.integer(
            "cooling_off_days", into: &coolingOffDays, in: 0...largestDays, instead: "0 means: at once.")
        try section.integer(
            "claim_delay_days", into: &claimDelayDays, in: 0...largestDays, instead: "0 means: at once.")
        try section.flag("holding_excludes_open_deals", into: &excludesOpenDealsFromHolding)
        try section.choices("holding_excludes_levels", into: &levelsExcludedFromHolding)
        try section.choice("tie_priority", into: &tiePriority)
        try section.finish()
        guard let limit, let intakeLimit, intakeLimit < limit else { return }
        throw section.error(
            at: "intake_limit", "'claims.intake_limit' is \(intakeLimit), below the claim limit of \(limit)",
            advice: ["It counts claims and allocations together, so the claim limit could never be used up."])
    }
}

extension AllocationRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.choiceOrNone("strategy", into: &strategy)
        try section.choice("order", into: &order)
        try section.limit("per_night", into: &perNight, in: 0...largestCount)
        var number = Int(seed)
        try section.integer("seed", into: &number, in: 0...Int.max)
        seed = UInt64(number)
        try readStrategies(&section)
        try section.finish()
    }
}

extension FeedRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.choice("follow_ups", into: &followUps)
        try section.integer("maximum_age_days", into: &maximumAgeDays, in: 0...largestDays)
        if let setting = section.setting("minimum_share") { minimumShare = setting.isNone ? nil : try setting.share() }
        try section.finish()
    }
}
