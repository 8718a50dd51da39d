import Records

/// The rules of a workspace: gonghai.yaml as values, every key with its default.
///
/// `init(yaml:file:)` reads them; `Rules.sentences` says them in words. The key that sets a value is named beside it.
package struct Rules: Sendable, Equatable {
    /// `company`
    package var company = ""
    /// `time_zone`: an IANA name.
    package var zone: Zone
    /// `languages`: reports are written in each, mails in the first. `zh-CN`, `en`.
    package var languages = [Language.chinese]
    /// `currency`: ISO 4217; of amounts that name none.
    package var currency = "CNY"
    /// `mode`: whether nights change who owns what.
    package var mode = Mode.live
    /// `go_live`: the first day under these rules; opening spells without a start begin on it. `nil`: the first night's date.
    package var goLive: BusinessDate?
    /// `go_live_grace_days`: whoever held a customer before go-live keeps it for so many days from it on; `nil`: `within_days`.
    package var goLiveGraceDays: Int?
    /// `go_live_share_per_night`: of an owner's book from before go-live at most this share goes back in one night.
    package var goLiveSharePerNight = 0.1
    /// `fiscal_month_starts_on`: the day of the calendar month (1 to 28) on which a month of the reports begins.
    package var fiscalMonthStart = 1
    /// `revenue_from`
    package var revenueFrom = RevenueSource.payments
    /// `sources`, most trusted first: survivorship prefers earlier ones, unlisted ones come last by name.
    package var sources: [SourceRule] = []
    /// `needs`: the workspace's vocabulary with synonyms.
    package var needs: [Need] = []
    /// `size`
    package var size = SizeRules()
    /// `level`; `nil`: only lists give levels.
    package var level: LevelRules?
    package var claims = ClaimRules()
    package var followUp = FollowUpRules()
    package var tiers = TierRules()
    package var allocation = AllocationRules()
    package var feeds = FeedRules()
    package var mail = MailRules()
    /// `pools`, in the order in which they are asked. Empty: there is one pool, and everybody is in it.
    package var pools: [PoolRule] = []
    /// Which state of the rules this is, once a night has run under it.
    package var version: RuleVersion?
    package var operation = OperationRules()
    /// SHA-256 of gonghai.yaml's bytes: names the rules in force in reports and run records.
    package var digest = ""

    package init(zone: Zone) { self.zone = zone }

    package typealias Language = Records.Language

    package enum Mode: String, Sendable, CaseIterable {
        /// Nights decide and report what they would take back, and change no owner.
        case observe
        case live
    }

    package enum RevenueSource: String, Sendable, CaseIterable { case payments, deals }

    /// `sources:` one entry per legacy system.
    package struct SourceRule: Sendable, Equatable {
        /// `name`: what ids are unique within.
        package var name: String
        /// `files`: a glob on file names, such as `*kingdee*`.
        package var files: String?
        /// `profile`: one of `gonghai profiles`.
        package var profile: String?

        /// `ownership`: who may give a customer another owner after go-live.
        package var ownership = OwnershipMode.gonghai

        package init(name: String, files: String? = nil, profile: String? = nil) {
            self.name = name
            self.files = files
            self.profile = profile
        }
    }

    /// `needs:` a name and the words that mean it.
    package struct Need: Sendable, Equatable {
        package var name: String
        package var synonyms: [String]

        package init(name: String, synonyms: [String] = []) {
            self.name = name
            self.synonyms = synonyms
        }
    }
}

/// `tiers:` what reps earn by what they achieved in the month before.
package struct TierRules: Sendable, Equatable {
    package struct Tier: Sendable, Equatable {
        package var name: String
        /// `revenue_at_least`, in major units in the file, minor units here.
        package var minimumRevenue: Money?
        /// `won_deals_at_least`
        package var minimumWonDeals: Int?
        /// `compliance_at_least`: 0 to 1.
        package var minimumCompliance: Double?
        /// `claim_limit`, `intake_limit`, `holding_limit`: what the tier changes.
        package var claimLimit: Int?
        package var intakeLimit: Int?
        package var holdingLimit: Int?
        /// `claim_delay_days`: shorter than that of `claims`, the tier chooses before the others.
        package var claimDelayDays: Int?

        package init(name: String) { self.name = name }
    }

    /// Best first; the last has no conditions. Empty: no tiers.
    package var tiers: [Tier] = []
    /// `newcomer_days`: a rep who started so recently gets `newcomer_tier`.
    package var newcomerDays = 90
    /// `newcomer_tier`; `nil`: newcomers are treated as everyone.
    package var newcomerTier: String?

    package init() {}

    package func tier(named name: String?) -> Tier? { tiers.first { $0.name == name } }
}

/// `allocation:` how the night hands out what nobody claimed.
package struct AllocationRules: Sendable, Equatable {
    /// The order in which pooled customers are offered.
    package enum Order: String, Sendable, CaseIterable {
        case score
        case newestFirst = "newest_first"
        case oldestFirst = "oldest_first"
        /// By what history says of its segment, as `need_match` weighs customers.
        case expected
    }

    /// `strategy`; `nil` (`none`): nothing is allocated.
    package var strategy: Strategy? = .rotation
    /// `order`
    package var order = Order.score
    /// `per_night`: customers allocated per night at most; `nil` (`none`): as many as the limits allow.
    package var perNight: Int?
    /// `seed`: of every pseudo-random choice.
    package var seed: UInt64 = 1
    /// `pace`
    package var pace = Pace.atOnce
    /// `need_match`
    package var needMatch = NeedMatchRules()
    /// `screening`, the first that lets a customer through decides.
    package var screening: [ScreeningRule] = []
    /// `experiment`
    package var experiment: [ExperimentArm] = []

    package init() {}
}

/// `feeds:` when a list counts as missing.
package struct FeedRules: Sendable, Equatable {
    package enum FollowUpFeed: String, Sendable, CaseIterable {
        /// Files are expected: a missing one suspends recycling.
        case files
        /// Follow-ups are typed in; no file is expected.
        case none
    }

    /// `follow_ups`
    package var followUps = FollowUpFeed.files
    /// `maximum_age_days`: a feed whose newest follow-up is older than so many days before the business date is stale.
    package var maximumAgeDays = 3
    /// `minimum_share`: files with less than this share of the usual number of rows are taken as cut off; `nil` (`none`):
    /// their number is not looked at.
    package var minimumShare: Double? = 0.2

    package init() {}
}
