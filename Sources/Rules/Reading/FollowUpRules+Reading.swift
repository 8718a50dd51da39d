import Records

extension FollowUpRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.integer("within_days", into: &withinDays, in: 1...largestDays)
        firstWithinDays = try section.days("first_within_days")
        try section.limit("opportunity_within_days", into: &opportunityWithinDays, in: 1...largestDays)
        try section.limit("deal_within_days", into: &dealWithinDays, in: 1...largestDays)
        for part in try section.sections("exceptions") { exceptions.append(try Exception(part)) }
        try section.choice("days", into: &dayKind)
        try section.choice("recycle_on", into: &recycleOn)
        try section.choice("require_reminder", into: &requireReminder)
        try section.integer("remind_days_before", into: &remindDaysBefore, in: 0...largestDays)
        try section.limit("escalate_days_before", into: &escalateDaysBefore, in: 0...largestDays)
        try section.texts("human_channels", into: &humanChannels)
        try section.texts("human_outcomes", into: &humanOutcomes)
        try section.integer("minimum_note_characters", into: &minimumNoteCharacters, in: 0...1000)
        try section.integer("late_recording_days", into: &lateRecordingDays, in: 0...largestDays)
        if let setting = section.setting("fuse_share") { fuseShare = setting.isNone ? nil : try setting.share() }
        try section.flag("exempt_open_deals", into: &exemptsOpenDeals)
        try section.choices("exempt_levels", into: &exemptLevels)
        try section.integer("maximum_lock_days", into: &maximumLockDays, in: 1...largestDays)
        try section.flag("pause_on_leave", into: &pausesOnLeave)
        try section.finish()
        guard requireReminder != .none, remindDaysBefore == 0 else { return }
        throw section.error(
            at: "remind_days_before", "'follow_up.remind_days_before' is 0, but a reminder is required",
            advice: [
                "A customer first listed on its last day would be recycled that night, unwarned.",
                "Write 1 or more, or require_reminder: none.",
            ])
    }
}

extension FollowUpRules.Exception {
    fileprivate init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        customers = try CustomerFilter(&section)
        withinDays = try section.days("within_days")
        firstWithinDays = try section.days("first_within_days")
        opportunityWithinDays = try section.days("opportunity_within_days")
        dealWithinDays = try section.days("deal_within_days")
        try section.finish()
        guard !customers.isEmpty else {
            throw section.error(
                "'\(section.path)' does not say for which customers it is",
                advice: ["Add levels, sizes, sources, industries, regions or needs."])
        }
    }
}

extension CustomerFilter {
    /// Makes its keys known to a section that may have others.
    init(_ section: inout Section) throws(InputError) {
        self.init()
        try section.choices("levels", into: &levels)
        try section.choices("sizes", into: &sizes)
        try section.texts("sources", into: &sources)
        try section.texts("industries", into: &industries)
        try section.texts("regions", into: &regions)
        try section.texts("needs", into: &needs)
    }
}

extension PoolRule {
    /// Pools are asked from the first on, so only the last one may take every customer, and it has to.
    static func read(_ sections: [Section]) throws(InputError) -> [Self] {
        var pools: [Self] = []
        var names: Set<String> = []
        for (index, part) in sections.enumerated() {
            var section = part
            var pool = Self(name: try section.name(unlike: &names))
            pool.customers = try CustomerFilter(&section)
            try section.texts("teams", into: &pool.teams)
            try section.texts("reps", into: &pool.reps)
            try section.texts("member_regions", into: &pool.memberRegions)
            try section.texts("tiers", into: &pool.tiers)
            try section.finish()
            let isLast = index == sections.count - 1
            if pool.customers.isEmpty != isLast {
                throw part.error(
                    isLast
                        ? "the last pool, '\(pool.name)', does not take every customer"
                        : "the pool '\(pool.name)' takes every customer, so the pools after it are never reached",
                    advice: [
                        isLast
                            ? "A customer that fits no pool would be in none: add one with a name and members only."
                            : "Put it last, or say which customers it takes."
                    ])
            }
            pools.append(pool)
        }
        return pools
    }
}

extension Section {
    /// A number of days, or `nil` where the key is left out.
    fileprivate mutating func days(_ key: String) throws(InputError) -> Int? {
        guard let setting = setting(key) else { return nil }
        return try setting.integer(in: 1...largestDays, instead: "Without the line the general rule holds.")
    }
}
