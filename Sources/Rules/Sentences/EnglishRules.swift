import Records

/// The rules in English, sentence for sentence as in Chinese.
struct EnglishRules {
    let rules: Rules

    var sentences: [RuleSentence] {
        [
            scope, goingLive, sizes, levels, pools, claims, waiting, intake, holding, followUp, outcome, exceptions,
            counting, late,
            reminder, recycling, change, exemptions, coolingOff, tiers, newcomers, allocation, revenue, feeds, sources,
            reassigning, asking, mail,
        ].compactMap { $0 }
    }

    private var window: String {
        switch rules.claims.window {
        case .day: "a calendar day"
        case .week: "a week (Monday to Sunday)"
        case .month: "a calendar month"
        case .rolling: "in any \(counted(rules.claims.rollingDays, "day"))"
        }
    }

    private var scope: RuleSentence {
        let company = rules.company.isEmpty ? "the company" : rules.company
        let start = rules.goLive.map { "from \($0) on" } ?? "from the first night on"
        return RuleSentence(
            title: "Scope",
            text: "These rules hold for every customer in the pool of \(company), \(start). "
                + "A day is a calendar day in the time zone \(rules.zone.name).")
    }

    private var goingLive: RuleSentence {
        if rules.mode == .observe {
            return RuleSentence(
                title: "Trial",
                text: "Nights only observe: they decide and report to the administrator which customers would go back "
                    + "and who would be given which, change no owner, and neither grant nor allocate.")
        }
        let days = counted(rules.goLiveGraceDays ?? rules.followUp.withinDays, "day")
        let share =
            rules.goLiveSharePerNight < 1
            ? "after that at most \(percentage(rules.goLiveSharePerNight)) of an owner's customers from before go back in a "
                + "night (one at least), those overdue longest first"
            : "after that any number may go back in a night"
        return RuleSentence(
            title: "Going live",
            text: "Who held a customer before go-live keeps it for \(days) from that day on; \(share).")
    }

    private var pools: RuleSentence? {
        guard !rules.pools.isEmpty else { return nil }
        return RuleSentence(
            title: "Pools",
            text: "A customer falls into the first of these pools that fits, and only its members may claim it or be "
                + "allocated it. " + rules.pools.map(pool).joined(separator: "; ") + ".")
    }

    private func pool(_ pool: PoolRule) -> String {
        let members =
            [
                pool.teams.isEmpty ? nil : "the teams \(pool.teams.joined(separator: ", "))",
                pool.reps.isEmpty ? nil : pool.reps.joined(separator: ", "),
                pool.memberRegions.isEmpty ? nil : "whoever takes \(pool.memberRegions.joined(separator: ", "))",
            ].compactMap { $0 }.joined(separator: " and ")
        let customers = pool.customers.isEmpty ? "all others" : "customers \(words(pool.customers))"
        return "\(pool.name): \(customers), for \(members.isEmpty ? "everybody" : members)"
            + (pool.tiers.isEmpty ? "" : " of tier \(pool.tiers.joined(separator: " or "))")
    }

    private func words(_ filter: CustomerFilter) -> String {
        let parts: [(String, [String])] = [
            ("of level", filter.levels.map(\.rawValue)), ("of size", filter.sizes.map(\.rawValue)),
            ("from", filter.sources), ("of industry", filter.industries), ("in", filter.regions),
            ("in need of", filter.needs),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: " or "))" }
            .joined(separator: ", ")
    }

    private var waiting: RuleSentence? {
        let days = rules.claims.claimDelayDays
        let tiers = rules.tiers.tiers.filter { ($0.claimDelayDays ?? days) != days }
        guard days > 0 || !tiers.isEmpty else { return nil }
        func after(_ days: Int) -> String { days == 0 ? "at once" : "\(counted(days, "day")) after" }
        let others = tiers.map { ", by tier \($0.name) \(after($0.claimDelayDays ?? 0))" }.joined()
        return RuleSentence(
            title: "Delay of claims",
            text:
                "Once it came to the pool, a customer may be claimed \(after(days))\(days == 0 ? "" : " that")\(others)."
        )
    }

    private var claims: RuleSentence {
        let tie = rules.claims.tiePriority == .tier ? " Of requests of one moment the better tier comes first." : ""
        let order = "Where several ask for one customer, the earliest request gets it." + tie
        let text =
            switch rules.claims.limit {
            case nil: "A salesperson may claim any number of customers. \(order)"
            case 0: "Claims are not granted; customers are only allocated."
            case let limit?:
                "A salesperson may claim \(counted(limit, "customer")) \(window) at most; a refused claim does not count. \(order)"
            }
        return RuleSentence(title: "Claims", text: text)
    }

    private var intake: RuleSentence {
        let text =
            rules.claims.intakeLimit.map {
                "Claims and allocations together come to \(counted($0, "customer")) \(window) per salesperson at most."
            } ?? "Allocations share the limit of claims: both together do not exceed it."
        return RuleSentence(title: "Claims and allocations together", text: text)
    }

    private var holding: RuleSentence {
        guard let limit = rules.claims.holdingLimit else {
            return RuleSentence(title: "Holdings", text: "A salesperson may hold any number of customers.")
        }
        return RuleSentence(
            title: "Holdings",
            text:
                "A salesperson holds \(counted(limit, "customer")) not yet won at most; won ones\(excluded) do not count. "
                + "What the migration brought above that is kept, and nothing is added until below it.")
    }

    private var excluded: String {
        let levels = rules.claims.levelsExcludedFromHolding.map(\.rawValue).joined(separator: " or ")
        return (rules.claims.excludesOpenDealsFromHolding ? ", those with an open deal" : "")
            + (levels.isEmpty ? "" : ", those of level \(levels)")
    }

    /// What else is asked for than follow-ups.
    private var outcome: RuleSentence? {
        let rule = rules.followUp
        let unit = rule.dayKind == .working ? "working day" : "day"
        let parts = [
            rule.opportunityWithinDays.map { "without an open deal \(counted($0, unit)) after its owner got it" },
            rule.dealWithinDays.map { "not won \(counted($0, unit)) after its owner got it" },
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return RuleSentence(
            title: "Deals",
            text: "Whatever the follow-ups, a customer goes back \(parts.joined(separator: ", or ")).")
    }

    private var exceptions: RuleSentence? {
        guard !rules.followUp.exceptions.isEmpty else { return nil }
        let unit = rules.followUp.dayKind == .working ? "working day" : "day"
        let parts = rules.followUp.exceptions.map { exception in
            let terms = [
                exception.firstWithinDays.map { "first follow-up within \(counted($0, unit))" },
                exception.withinDays.map { "follow-up within \(counted($0, unit))" },
                exception.opportunityWithinDays.map { "an open deal within \(counted($0, unit))" },
                exception.dealWithinDays.map { "won within \(counted($0, unit))" },
            ].compactMap { $0 }
            return "customers \(words(exception.customers)): "
                + (terms.isEmpty ? "as all others" : terms.joined(separator: ", "))
        }
        return RuleSentence(
            title: "Other deadlines", text: "The first that fits decides: \(parts.joined(separator: "; ")).")
    }

    private var late: RuleSentence {
        let days = rules.followUp.lateRecordingDays
        return RuleSentence(
            title: "Written down later",
            text: days == 0
                ? "A follow-up that is written down after the customer went back does not bring it back."
                : "A follow-up in time that is written down at most \(counted(days, "day")) later brings a customer back to "
                    + "its owner while it is in the pool; where somebody else has it, the manager decides. "
                    + "Follow-ups written down later are always reported.")
    }

    private var change: RuleSentence {
        RuleSentence(
            title: "Changes of the rules",
            text:
                "When the rules change, a deadline that has not passed leaves at least the new number of days from the "
                + "change on, so that no book goes back overnight.")
    }

    private var followUp: RuleSentence {
        let rule = rules.followUp
        let days = counted(rule.withinDays, rule.dayKind == .working ? "working day" : "day")
        let caveat = rule.dayKind == .working ? " (with no public holiday in between)" : ""
        return RuleSentence(
            title: "Deadline",
            text:
                "The day of the claim, or of the last follow-up that counts, is day 0; the next follow-up is due within "
                + "\(days), and one on the last day is in time. \(first(rule))Example: a customer claimed on a Monday must be followed "
                + "up on \(deadline(rule)) at the latest\(caveat).")
    }

    private func first(_ rule: FollowUpRules) -> String {
        guard let days = rule.firstWithinDays else { return "" }
        return "The first one is due within \(counted(days, rule.dayKind == .working ? "working day" : "day")). "
    }

    private func deadline(_ rule: FollowUpRules) -> String {
        let (weeks, weekday) = rule.deadlineAfterMonday
        let day = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
        return switch weeks {
        case 0: "\(day) of the same week"
        case 1: "\(day) of the next week"
        default: "\(day), \(weeks) weeks later"
        }
    }

    private var counting: RuleSentence {
        let rule = rules.followUp
        let channels =
            rule.humanChannels.isEmpty ? "by any channel" : "by \(rule.humanChannels.joined(separator: ", "))"
        let note =
            rule.minimumNoteCharacters == 0
            ? "" : ", with a note of \(counted(rule.minimumNoteCharacters, "character")) or more"
        let outcomes =
            rule.humanOutcomes.isEmpty ? "" : ", with the outcome \(rule.humanOutcomes.joined(separator: ", "))"
        return RuleSentence(
            title: "What counts",
            text:
                "Only follow-ups of the owner, or of who stands in for the owner, while holding the customer count, \(channels)\(outcomes)\(note). "
                + "Edits, another import and other people's follow-ups do not restart the clock.")
    }

    private var reminder: RuleSentence {
        let rule = rules.followUp
        let start =
            rule.remindDaysBefore == 0
            ? "On the last day" : "From \(counted(rule.remindDaysBefore, "day")) before the deadline on"
        let need =
            switch rule.requireReminder {
            case .listed: "one that no reminder listed is not recycled"
            case .delivered: "one whose owner no worklist with it was mailed to is not recycled"
            case .none: "recycling does not ask whether a reminder listed it"
            }
        let escalation =
            rule.escalateDaysBefore.map { days in
                ", and on the managers' list from "
                    + (days == 0 ? "the last day on" : "\(counted(days, "day")) before it on")
            } ?? ""
        return RuleSentence(
            title: "Reminder", text: "\(start), a customer is on its owner's worklist\(escalation); \(need).")
    }

    private var recycling: RuleSentence {
        let day =
            rules.followUp.recycleOn == .working
            ? "the night of the deadline, or of the first working day after it where it is none"
            : "the night of the deadline"
        let fuse =
            rules.followUp.fuseShare.map {
                " A night that would take back more than 50 customers, \(percentage($0)) of all that are held and twice "
                    + "what is usual stops until the administrator approves."
            } ?? ""
        return RuleSentence(
            title: "Recycling",
            text: "A customer not followed up by its deadline returns to the pool in \(day).\(fuse)")
    }

    private var exemptions: RuleSentence {
        let rule = rules.followUp
        var cases = ["won customers", "locked or disputed ones"]
        if rule.exemptsOpenDeals { cases.append("those with an open deal") }
        if !rule.exemptLevels.isEmpty {
            cases.append("those of level \(rule.exemptLevels.map(\.rawValue).joined(separator: " or "))")
        }
        if rule.pausesOnLeave { cases.append("those whose owner is on leave") }
        return RuleSentence(
            title: "Never recycled",
            text: "Not recycled are \(cases.joined(separator: "; ")). "
                + "A lock has an end, at most \(counted(rule.maximumLockDays, "day")) ahead.")
    }

    private var coolingOff: RuleSentence {
        let days = rules.claims.coolingOffDays
        return RuleSentence(
            title: "Cooling-off",
            text: days == 0
                ? "A former owner may have a customer back at once."
                : "For \(counted(days, "day")) after a customer returned to the pool, none of its former owners may have it back."
        )
    }

    private var tiers: RuleSentence? {
        guard !rules.tiers.tiers.isEmpty else { return nil }
        return RuleSentence(
            title: "Tiers",
            text: "Every month each salesperson gets the best tier that last month's results allow. "
                + rules.tiers.tiers.map(tier).joined(separator: "; ") + ".")
    }

    private func tier(_ tier: TierRules.Tier) -> String {
        var conditions: [String] = []
        if let revenue = tier.minimumRevenue { conditions.append("\(revenueName) of \(revenue.inWords) or more") }
        if let deals = tier.minimumWonDeals { conditions.append("\(counted(deals, "won deal")) or more") }
        if let share = tier.minimumCompliance { conditions.append("\(percentage(share)) of follow-ups in time") }
        var effects: [String] = []
        if let limit = tier.claimLimit { effects.append("\(counted(limit, "claim")) \(window)") }
        if let limit = tier.intakeLimit { effects.append("\(limit) with allocations") }
        if let days = tier.claimDelayDays {
            effects.append(days == 0 ? "claims at once" : "claims after \(counted(days, "day"))")
        }
        if let limit = tier.holdingLimit { effects.append("\(limit) held at a time") }
        return "\(tier.name): " + (conditions.isEmpty ? "everyone else" : conditions.joined(separator: " and "))
            + ", " + (effects.isEmpty ? "the general limits" : effects.joined(separator: ", "))
    }

    private var newcomers: RuleSentence? {
        guard let tier = rules.tiers.newcomerTier else { return nil }
        return RuleSentence(
            title: "Newcomers",
            text: "Who started less than \(counted(rules.tiers.newcomerDays, "day")) ago has the tier \(tier).")
    }

    private var allocation: RuleSentence {
        guard let strategy = rules.allocation.strategy else {
            return RuleSentence(
                title: "Allocation", text: "What nobody claims stays in the pool; nothing is allocated.")
        }
        let order =
            switch rules.allocation.order {
            case .score: "best score first"
            case .newestFirst: "newest in the pool first"
            case .oldestFirst: "longest in the pool first"
            case .expected: "first those that are likely to be won and worth most"
            }
        let amount = rules.allocation.perNight.map { "\($0) a night at most" } ?? "as far as the limits allow"
        return RuleSentence(
            title: "Allocation",
            text: "What nobody claims is allocated at night: \(name(of: strategy)), \(order), \(amount). "
                + strategyDetails
                + "A customer for whom nobody is eligible stays in the pool, with the reason.")
    }

    /// What the strategy's own keys say, each a sentence.
    private var strategyDetails: String {
        var parts: [String] = []
        let allocation = rules.allocation
        if allocation.pace == .even {
            parts.append("Each quota is handed out in equal parts over the working days \(window).")
        }
        let asked = [allocation.strategy] + allocation.experiment.map(\.strategy)
        if asked.contains(.needMatch) {
            let rule = allocation.needMatch
            parts.append("A customer's value counts as value^\(rule.alpha).")
            if rule.atLeast > 0 {
                parts.append("Everybody at work gets \(counted(rule.atLeast, "customer")) \(window) at least.")
            }
            if let average = rule.onAverage {
                parts.append("On average it is \(counted(average, "customer")) \(window).")
            }
            if rule.valueFloor > 0 {
                parts.append(
                    "Who got less than \(percentage(rule.valueFloor)) of the mean value in 28 days comes first.")
            }
            if rule.exploration > 0 { parts.append("Chances are varied by \(percentage(rule.exploration)) to learn.") }
        }
        if allocation.strategy == .experiment {
            let arms = allocation.experiment.map { "\(name(of: $0.strategy)) (\($0.share))" }
            parts.append("Customers are drawn at random for: " + arms.joined(separator: "; ") + ".")
        }
        if asked.contains(.screening) {
            for (index, rule) in allocation.screening.enumerated() {
                let filters =
                    rule.industries + rule.sizes.map(\.rawValue) + rule.regions + rule.needs
                    + rule.levels.map(\.rawValue)
                let takers = rule.teams + rule.reps
                parts.append(
                    "Rule \(index + 1): \(filters.isEmpty ? "every customer" : filters.joined(separator: ", ")) to "
                        + "\(takers.isEmpty ? "everyone" : takers.joined(separator: ", ")).")
            }
        }
        return parts.map { $0 + " " }.joined()
    }

    private func name(of strategy: Strategy) -> String {
        switch strategy {
        case .firstCome: "first come, first served"
        case .rotation: "eligible salespeople take turns"
        case .loadBalanced: "who holds fewer comes first"
        case .tierWeighted: "turns weighted by tier"
        case .performanceFirst: "who performs better comes first"
        case .screening: "customers are screened, then salespeople take turns"
        case .needMatch: "who fits the customer's needs best"
        case .experiment: "at random, as an experiment"
        }
    }

    private var revenueName: String { rules.revenueFrom == .payments ? "payments" : "won deals" }

    private var revenue: RuleSentence {
        RuleSentence(
            title: "Revenue",
            text: "Revenue is what \(revenueName) come to; an amount without a currency is in \(rules.currency).")
    }

    private var feeds: RuleSentence {
        let text =
            rules.feeds.followUps == .none
            ? "Follow-ups are typed in; no file of them is waited for."
            : "While the file of follow-ups is missing, empty, or its newest is more than "
                + "\(counted(rules.feeds.maximumAgeDays, "day")) old, the customers it speaks of are not recycled."
        return RuleSentence(title: "Follow-up data", text: text)
    }

    private var sources: RuleSentence? {
        guard rules.sources.count > 1 else { return nil }
        return RuleSentence(
            title: "Sources",
            text: "Where systems differ about a customer, they are believed in this order: "
                + rules.sources.map(\.name).joined(separator: ", ") + ".")
    }

    private var reassigning: RuleSentence? {
        let names = rules.sources.filter { $0.ownership == .source }.map(\.name)
        guard !names.isEmpty else { return nil }
        return RuleSentence(
            title: "Owners in lists",
            text: "A changed owner in a list of \(names.joined(separator: ", ")) takes the customer over, where "
                + "no hold or limit forbids it; lists of other systems change no owner.")
    }

    private var asking: RuleSentence? {
        let names = rules.sources.filter { $0.ownership == .ask }.map(\.name)
        guard !names.isEmpty else { return nil }
        return RuleSentence(
            title: "Owners to be decided",
            text: "A changed owner in a list of \(names.joined(separator: ", ")) is listed in ownership-conflicts.csv; "
                + "the customer stays where it is until the completed file is imported.")
    }

    private var mail: RuleSentence {
        let managers =
            rules.mail.managers.isEmpty
            ? "The management report is not mailed"
            : "The management report is mailed to \(rules.mail.managers.joined(separator: ", "))"
        return RuleSentence(
            title: "Mail",
            text: managers
                + (rules.mail.sendsWorklists
                    ? "; every salesperson with an address gets the own worklist" : "; worklists are not mailed")
                + (rules.mail.domains.isEmpty
                    ? "." : "; no mail leaves for another domain than \(rules.mail.domains.joined(separator: ", "))."))
    }

    /// `1 day`, `7 days`.
    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
