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
        if let setting = section.setting("intake_limit") {
            intakeLimit = try setting.integer(
                in: 0...largestCount, instead: "Without the line it equals the claim limit.")
        }
        try section.limit("holding_limit", into: &holdingLimit, in: 0...largestCount)
        try section.integer(
            "cooling_off_days", into: &coolingOffDays, in: 0...largestDays, instead: "0 means: at once.")
        try section.finish()
        guard let limit, let intakeLimit, intakeLimit < limit else { return }
        throw section.error(
            at: "intake_limit", "'claims.intake_limit' is \(intakeLimit), below the claim limit of \(limit)",
            advice: ["It counts claims and allocations together, so the claim limit could never be used up."])
    }
}

extension FollowUpRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.integer("within_days", into: &withinDays, in: 1...largestDays)
        try section.choice("days", into: &dayKind)
        try section.choice("recycle_on", into: &recycleOn)
        try section.choice("require_reminder", into: &requireReminder)
        try section.integer("remind_days_before", into: &remindDaysBefore, in: 0...largestDays)
        try section.texts("human_channels", into: &humanChannels)
        try section.integer("minimum_note_characters", into: &minimumNoteCharacters, in: 0...1000)
        try section.flag("exempt_open_deals", into: &exemptsOpenDeals)
        try section.choices("exempt_levels", into: &exemptLevels)
        try section.flag("pause_on_leave", into: &pausesOnLeave)
        try section.finish()
        guard requireReminder == .listed, remindDaysBefore == 0 else { return }
        throw section.error(
            at: "remind_days_before", "'follow_up.remind_days_before' is 0, but a reminder is required",
            advice: [
                "A customer first listed on its last day would be recycled that night, unwarned.",
                "Write 1 or more, or require_reminder: none.",
            ])
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
        try section.finish()
    }
}

extension FeedRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.choice("follow_ups", into: &followUps)
        try section.integer("maximum_age_days", into: &maximumAgeDays, in: 0...largestDays)
        try section.finish()
    }
}

extension MailRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        if let setting = section.setting("from") { from = try setting.mailAddress() }
        try section.texts("managers", into: &managers) { setting throws(InputError) in try setting.mailAddress() }
        try section.flag("worklists", into: &sendsWorklists)
        try section.finish()
    }
}

extension Setting {
    /// `name@host` in ASCII, without a display name: what a mail server is handed.
    func mailAddress() throws(InputError) -> String {
        let address = try text()
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>,;:\"()\\[]".utf8.contains($0) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain else {
            throw wrong(
                "is no mail address",
                expected: "An address such as sales@example.com is expected, without a name or brackets.")
        }
        return address
    }
}
