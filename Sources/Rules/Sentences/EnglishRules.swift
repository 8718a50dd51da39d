import Records

/// The rules in English, sentence for sentence as in Chinese.
struct EnglishRules {
    let rules: Rules

    var sentences: [RuleSentence] {
        [
            scope, claims, intake, holding, followUp, counting, reminder, recycling, exemptions, coolingOff, tiers,
            newcomers, allocation, revenue, feeds, sources, reassigning, asking, mail,
        ].compactMap { $0 }
    }

    private var window: String {
        switch rules.claims.window {
        case .day: "a calendar day"
        case .week: "a week (Monday to Sunday)"
        case .month: "a calendar month"
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

    private var claims: RuleSentence {
        let order = "Where several ask for one customer, the earliest request gets it."
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
            text: "A salesperson holds \(counted(limit, "customer")) not yet won at most; won ones do not count. "
                + "What the migration brought above that is kept, and nothing is added until below it.")
    }

    private var followUp: RuleSentence {
        let rule = rules.followUp
        let days = counted(rule.withinDays, rule.dayKind == .working ? "working day" : "day")
        let caveat = rule.dayKind == .working ? " (with no public holiday in between)" : ""
        return RuleSentence(
            title: "Deadline",
            text:
                "The day of the claim, or of the last follow-up that counts, is day 0; the next follow-up is due within "
                + "\(days), and one on the last day is in time. Example: a customer claimed on a Monday must be followed "
                + "up on \(deadline(rule)) at the latest\(caveat).")
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
        return RuleSentence(
            title: "What counts",
            text: "Only the owner's own follow-ups while holding the customer count, \(channels)\(note). "
                + "Edits, another import and other people's follow-ups do not restart the clock.")
    }

    private var reminder: RuleSentence {
        let rule = rules.followUp
        let start =
            rule.remindDaysBefore == 0
            ? "On the last day" : "From \(counted(rule.remindDaysBefore, "day")) before the deadline on"
        let need =
            rule.requireReminder == .listed
            ? "one that no reminder listed is not recycled" : "recycling does not ask whether a reminder listed it"
        return RuleSentence(title: "Reminder", text: "\(start), a customer is on its owner's worklist; \(need).")
    }

    private var recycling: RuleSentence {
        let day =
            rules.followUp.recycleOn == .working
            ? "the night of the deadline, or of the first working day after it where it is none"
            : "the night of the deadline"
        return RuleSentence(
            title: "Recycling", text: "A customer not followed up by its deadline returns to the pool in \(day).")
    }

    private var exemptions: RuleSentence {
        let rule = rules.followUp
        var cases = ["won customers", "locked or disputed ones"]
        if rule.exemptsOpenDeals { cases.append("those with an open deal") }
        if !rule.exemptLevels.isEmpty {
            cases.append("those of level \(rule.exemptLevels.map(\.rawValue).joined(separator: " or "))")
        }
        if rule.pausesOnLeave { cases.append("those whose owner is on leave") }
        return RuleSentence(title: "Never recycled", text: "Not recycled are \(cases.joined(separator: "; ")).")
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
            }
        let amount = rules.allocation.perNight.map { "\($0) a night at most" } ?? "as far as the limits allow"
        return RuleSentence(
            title: "Allocation",
            text: "What nobody claims is allocated at night: \(name(of: strategy)), \(order), \(amount). "
                + "A customer for whom nobody is eligible stays in the pool, with the reason.")
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
                    ? "; every salesperson with an address gets the own worklist." : "; worklists are not mailed."))
    }

    /// `1 day`, `7 days`.
    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
