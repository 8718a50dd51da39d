import Records

/// `claims:` who may take how many from the pool.
package struct ClaimRules: Sendable, Equatable {
    package typealias Window = ClaimWindow

    /// Who comes first of several who asked at the same moment.
    package enum TiePriority: String, Sendable, CaseIterable {
        /// The better tier, then the request's id.
        case tier
        /// The request's id.
        case none
    }

    /// `limit`: granted claims per rep and window; `nil` (`none`): no limit.
    package var limit: Int? = 10
    /// `per`: calendar day, ISO week or calendar month in the workspace's zone, or the `rolling_days` up to today.
    package var window = Window.week
    /// `rolling_days`: the length of a rolling window.
    package var rollingDays = 7
    /// `intake_limit`: claims and allocations together, per window; `nil`: equal to the claim limit.
    package var intakeLimit: Int?
    /// `holding_limit`: prospects held at a time; accounts do not count. `nil` (`none`): no limit.
    package var holdingLimit: Int?
    /// `holding_excludes_open_deals`: customers with an open deal do not count as held.
    package var excludesOpenDealsFromHolding = false
    /// `holding_excludes_levels`: customers of these levels do not count as held.
    package var levelsExcludedFromHolding: [Level] = []
    /// `cooling_off_days`: a former owner may not have a customer back for so many days; 0: at once.
    package var coolingOffDays = 30
    /// `claim_delay_days`: so many days after it came to the pool a customer may be claimed; 0: at once.
    package var claimDelayDays = 0
    /// `tie_priority`
    package var tiePriority = TiePriority.none

    package init() {}

    /// The days that count together with `date` for a limit.
    ///
    /// Those of a rolling window reach as far ahead as back: a late night must not fill up a window that what was given
    /// after its date has filled already. On any other night nothing is ahead.
    package func days(around date: BusinessDate) -> ClosedRange<BusinessDate> {
        switch window {
        case .day: date...date
        case .week: date.startOfWeek...(date.startOfWeek + 6)
        case .month: date.startOfMonth...(date.startOfNextMonth - 1)
        case .rolling: (date - (rollingDays - 1))...(date + (rollingDays - 1))
        }
    }
}
