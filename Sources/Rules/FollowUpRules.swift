import Records

/// `follow_up:` by when an owner must have been in touch, and what counts.
package struct FollowUpRules: Sendable, Equatable {
    package enum DayKind: String, Sendable, CaseIterable { case calendar, working }
    package enum ReminderRule: String, Sendable, CaseIterable { case listed, delivered, none }

    /// `within_days`
    package var withinDays = 7
    /// `first_within_days`: until the first follow-up of a spell; `nil`: `within_days`.
    package var firstWithinDays: Int?
    /// `opportunity_within_days`: a customer without an open deal goes back so many days after the spell's start,
    /// whatever the follow-ups; `nil` (`none`): never.
    package var opportunityWithinDays: Int?
    /// `deal_within_days`: the same for one that is not won; `nil` (`none`): never.
    package var dealWithinDays: Int?
    /// `exceptions`: other numbers of days for some customers; the first that fits decides.
    package var exceptions: [Exception] = []
    /// `days`: calendar or working days.
    package var dayKind = DayKind.calendar
    /// `recycle_on`: `working` waits with recycling for the next working day.
    package var recycleOn = DayKind.working
    /// `require_reminder`: `listed`, recycle only what an earlier night listed as due; `delivered`, only what an earlier
    /// night listed in a worklist that was mailed to the owner; `none`, without.
    package var requireReminder = ReminderRule.listed
    /// `remind_days_before`: a customer is listed from so many days before its deadline on.
    package var remindDaysBefore = 2
    /// `escalate_days_before`: from so many days before the deadline on it is on the managers' list too; `nil` (`none`): never.
    package var escalateDaysBefore: Int?
    /// `human_channels`: channels of follow-ups that count; empty: every channel counts.
    package var humanChannels: [String] = []
    /// `human_outcomes`: outcomes of follow-ups that count; empty: every outcome counts.
    package var humanOutcomes: [String] = []
    /// `minimum_note_characters`: shorter notes do not count.
    package var minimumNoteCharacters = 0
    /// `late_recording_days`: a follow-up written down at most so many days after it happened gives a customer back that
    /// was recycled meanwhile.
    package var lateRecordingDays = 3
    /// `fuse_share`: a night that would take back more than this share of all prospects held stops and asks; `nil`
    /// (`none`): none does (`BlastRadius`).
    package var fuseShare: Double? = 0.05
    /// `exempt_open_deals`
    package var exemptsOpenDeals = true
    /// `exempt_levels`
    package var exemptLevels: [Level] = []
    /// `maximum_lock_days`: how far ahead the end of a lock may lie.
    package var maximumLockDays = 90
    /// `pause_on_leave`: no recycling while the owner is on leave.
    package var pausesOnLeave = true

    /// What the rules were before, oldest first: a change gives who held a customer then time (`FollowUpClock`).
    package var former: [Former] = []
    /// Nobody who held a customer before go-live loses it before this day.
    package var grace: Grace?

    package init() {}

    /// Numbers of days for the customers of a filter; what is left out is as for all others.
    package struct Exception: Sendable, Equatable {
        package var customers = CustomerFilter()
        package var withinDays: Int?
        package var firstWithinDays: Int?
        package var opportunityWithinDays: Int?
        package var dealWithinDays: Int?

        package init() {}
    }

    /// Rules that were replaced: on the business date `replacedOn` they were in force no more.
    package struct Former: Sendable, Equatable {
        package var rules: FollowUpRules
        package var replacedOn: BusinessDate

        package init(rules: FollowUpRules, replacedOn: BusinessDate) {
            self.rules = rules
            self.replacedOn = replacedOn
        }
    }

    /// What going live gives to those who held customers before.
    package struct Grace: Sendable, Equatable {
        package var goLive: BusinessDate
        /// The first day on which a deadline of theirs can lie.
        package var until: BusinessDate

        package init(goLive: BusinessDate, until: BusinessDate) {
            self.goLive = goLive
            self.until = until
        }
    }
}

/// Which customers a rule is about: each list empty for any; all that are not must fit.
package struct CustomerFilter: Sendable, Equatable {
    /// `levels`
    package var levels: [Level] = []
    /// `sizes`
    package var sizes: [Size.Class] = []
    /// `sources`: one of the systems that know the customer.
    package var sources: [String] = []
    /// `industries`: GB/T 4754 sections or divisions.
    package var industries: [String] = []
    /// `regions`: provinces or cities.
    package var regions: [String] = []
    /// `needs`
    package var needs: [String] = []

    package init() {}

    package var isEmpty: Bool { self == CustomerFilter() }
}
