import Records

/// 公海管理办法: the rules as a Chinese sales department writes them.
struct ChineseRules {
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
        case .day: "每个自然日"
        case .week: "每个自然周（周一至周日）"
        case .month: "每个自然月"
        case .rolling: "任意连续 \(rules.claims.rollingDays) 天内"
        }
    }

    private var scope: RuleSentence {
        let company = rules.company.isEmpty ? "本公司" : rules.company
        let start = rules.goLive.map { "自 \($0) 起施行" } ?? "自首个夜间批处理之日起施行"
        return RuleSentence(
            title: "适用范围",
            text: "《公海管理办法》适用于\(company)公海中的全部客户，\(start)。一天指时区 \(rules.zone.name) 的一个自然日。")
    }

    private var goingLive: RuleSentence {
        if rules.mode == .observe {
            return RuleSentence(
                title: "试运行", text: "目前只观察：每晚照常判断并向管理员报告哪些客户会被收回、会分给谁，不改变任何客户的归属，也不领取或分配。")
        }
        let days = rules.goLiveGraceDays ?? rules.followUp.withinDays
        let share =
            rules.goLiveSharePerNight < 1
            ? "此后每晚收回的客户不超过其上线前客户的 \(percentage(rules.goLiveSharePerNight))（至少一个），超期最久的在前" : "此后不限每晚收回的数量"
        return RuleSentence(title: "上线", text: "上线前已有负责人的客户，自上线日起 \(days) 天内不收回；\(share)。")
    }

    private var pools: RuleSentence? {
        guard !rules.pools.isEmpty else { return nil }
        return RuleSentence(
            title: "公海划分",
            text: "客户依次按下列条件归入第一个符合的公海，只有该公海的成员可以领取或分得。" + rules.pools.map(pool).joined(separator: "；") + "。")
    }

    private func pool(_ pool: PoolRule) -> String {
        let members =
            [
                pool.teams.isEmpty ? nil : "团队 \(pool.teams.joined(separator: "、"))",
                pool.reps.isEmpty ? nil : pool.reps.joined(separator: "、"),
                pool.memberRegions.isEmpty ? nil : "负责\(pool.memberRegions.joined(separator: "、"))的销售",
            ].compactMap { $0 }.joined(separator: "，以及")
        let customers = pool.customers.isEmpty ? "其余客户" : words(pool.customers)
        return "\(pool.name)：\(customers)，成员为\(members.isEmpty ? "全体销售" : members)"
            + (pool.tiers.isEmpty ? "" : "，限 \(pool.tiers.joined(separator: "、")) 级")
    }

    private func words(_ filter: CustomerFilter) -> String {
        let parts: [(String, [String])] = [
            ("级别为", filter.levels.map(\.rawValue)), ("规模为", filter.sizes.map(\.rawValue)), ("来自", filter.sources),
            ("行业为", filter.industries), ("地区为", filter.regions), ("需求为", filter.needs),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: "、"))" }.joined(separator: "且")
            + " 的客户"
    }

    private var waiting: RuleSentence? {
        let days = rules.claims.claimDelayDays
        let tiers = rules.tiers.tiers.filter { ($0.claimDelayDays ?? days) != days }
        guard days > 0 || !tiers.isEmpty else { return nil }
        let general = days == 0 ? "客户进入公海后即可领取" : "客户进入公海满 \(days) 天后方可领取"
        let others = tiers.map {
            "，\($0.name) 级销售\($0.claimDelayDays == 0 ? "即可" : "满 \($0.claimDelayDays ?? 0) 天后可")领取"
        }
        return RuleSentence(title: "领取等待", text: general + others.joined() + "。")
    }

    private var claims: RuleSentence {
        let tie = rules.claims.tiePriority == .tier ? "同时申请的，等级高者优先。" : ""
        let order = "同一客户有多人申请时，申请时间最早者领取。" + tie
        let text =
            switch rules.claims.limit {
            case nil: "领取数量不设上限。\(order)"
            case 0: "不接受领取申请，客户只通过自动分配获得。"
            case let limit?: "每名销售\(window)最多领取 \(limit) 个客户，被拒绝的申请不占名额。\(order)"
            }
        return RuleSentence(title: "领取", text: text)
    }

    private var intake: RuleSentence {
        let text =
            rules.claims.intakeLimit.map { "领取与自动分配合计，每名销售\(window)最多 \($0) 个客户。" }
            ?? "自动分配与领取共用同一上限：两者合计不超过领取上限。"
        return RuleSentence(title: "领取与分配合计", text: text)
    }

    private var holding: RuleSentence {
        guard let limit = rules.claims.holdingLimit else {
            return RuleSentence(title: "持有", text: "同时持有的客户数量不设上限。")
        }
        return RuleSentence(
            title: "持有",
            text: "每名销售同时持有的未成交客户不超过 \(limit) 个，已成交客户\(excluded)不计入；迁移带来的超额客户予以保留，降到上限以下之前不再领取或分配。")
    }

    private var excluded: String {
        let levels = rules.claims.levelsExcludedFromHolding.map(\.rawValue).joined(separator: "、")
        return (rules.claims.excludesOpenDealsFromHolding ? "、有未结束商机的客户" : "")
            + (levels.isEmpty ? "" : "、级别为 \(levels) 的客户")
    }

    /// What else is asked for than follow-ups.
    private var outcome: RuleSentence? {
        let rule = rules.followUp
        let unit = rule.dayKind == .working ? "个工作日" : "天"
        let parts = [
            rule.opportunityWithinDays.map { "\($0) \(unit)内没有未结束的商机" },
            rule.dealWithinDays.map { "\($0) \(unit)内没有成交" },
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return RuleSentence(title: "商机与成交期限", text: "得到客户后\(parts.joined(separator: "，或")) 的，不论有无跟进均收回公海。")
    }

    private var exceptions: RuleSentence? {
        guard !rules.followUp.exceptions.isEmpty else { return nil }
        let unit = rules.followUp.dayKind == .working ? "个工作日" : "天"
        let parts = rules.followUp.exceptions.map { exception in
            let terms = [
                exception.firstWithinDays.map { "首次跟进 \($0) \(unit)" }, exception.withinDays.map { "跟进 \($0) \(unit)" },
                exception.opportunityWithinDays.map { "有商机 \($0) \(unit)" },
                exception.dealWithinDays.map { "成交 \($0) \(unit)" },
            ].compactMap { $0 }
            return "\(words(exception.customers))：" + (terms.isEmpty ? "同一般规定" : terms.joined(separator: "，"))
        }
        return RuleSentence(title: "期限的例外", text: "依次适用第一条符合的：\(parts.joined(separator: "；"))。")
    }

    private var late: RuleSentence {
        let days = rules.followUp.lateRecordingDays
        return RuleSentence(
            title: "补录",
            text: days == 0
                ? "收回之后补录的跟进不恢复客户。" : "期限内的跟进在 \(days) 天内补录的，客户仍在公海时恢复给原负责人；已归他人的，由经理裁定。补录一律列入报告。")
    }

    private var change: RuleSentence {
        RuleSentence(title: "规则变更", text: "规则变更时，期限未到的客户自变更之日起至少有一个完整的新期限，不因变更当晚成批收回。")
    }

    private var followUp: RuleSentence {
        let rule = rules.followUp
        let kind = rule.dayKind == .working ? "工作日" : "天"
        let caveat = rule.dayKind == .working ? "（其间没有法定节假日时）" : ""
        return RuleSentence(
            title: "跟进期限",
            text: "得到客户或上次有效跟进的当天为第 0 天，须在 \(rule.withinDays) \(kind == "天" ? "天" : "个工作日")内跟进，期限当天的跟进有效。"
                + (rule.firstWithinDays.map { "首次跟进须在得到客户后 \($0) \(kind == "天" ? "天" : "个工作日")内。" } ?? "")
                + "例：领取于周一的客户，最迟\(deadline(rule))当天跟进\(caveat)。")
    }

    private func deadline(_ rule: FollowUpRules) -> String {
        let (weeks, weekday) = rule.deadlineAfterMonday
        let day = ["一", "二", "三", "四", "五", "六", "日"][weekday - 1]
        return switch weeks {
        case 0: "当周周\(day)"
        case 1: "下周\(day)"
        default: " \(weeks) 周后的周\(day)"
        }
    }

    private var counting: RuleSentence {
        let rule = rules.followUp
        let channels = rule.humanChannels.isEmpty ? "渠道不限" : "渠道须为\(rule.humanChannels.joined(separator: "、"))"
        let note = rule.minimumNoteCharacters == 0 ? "" : "，内容不少于 \(rule.minimumNoteCharacters) 个字"
        let outcomes = rule.humanOutcomes.isEmpty ? "" : "，结果须为\(rule.humanOutcomes.joined(separator: "、"))"
        return RuleSentence(
            title: "有效跟进", text: "只有负责人本人（或休假期间的代理人）在持有期内的跟进有效，\(channels)\(outcomes)\(note)。修改资料、重新导入和他人的跟进不重新计算期限。")
    }

    private var reminder: RuleSentence {
        let rule = rules.followUp
        let start = rule.remindDaysBefore == 0 ? "期限当天" : "期限前 \(rule.remindDaysBefore) 天起"
        let need =
            switch rule.requireReminder {
            case .listed: "；未曾在提醒中列出的客户不收回"
            case .delivered: "；清单未以邮件送达负责人的客户不收回"
            case .none: "；是否提醒过不影响收回"
            }
        let escalation =
            rule.escalateDaysBefore.map { "，期限\($0 == 0 ? "当天" : "前 \($0) 天")起同时报送经理" } ?? ""
        return RuleSentence(title: "提醒", text: "\(start)，客户列入负责人的待跟进清单\(escalation)\(need)。")
    }

    private var recycling: RuleSentence {
        let day =
            rules.followUp.recycleOn == .working
            ? "期限当天（不是工作日的，其后第一个工作日）的夜间批处理" : "期限当天的夜间批处理"
        let fuse =
            rules.followUp.fuseShare.map {
                "一晚应收回的客户超过 50 个、超过持有总数的 \(percentage($0)) 且超过平时的两倍时，批处理停止，待管理员批准。"
            } ?? ""
        return RuleSentence(title: "收回", text: "到期限仍未跟进的客户，由\(day)收回公海。\(fuse)")
    }

    private var exemptions: RuleSentence {
        let rule = rules.followUp
        var cases = ["已成交客户", "锁定期内或归属有争议的客户"]
        if rule.exemptsOpenDeals { cases.append("有未结束商机的客户") }
        if !rule.exemptLevels.isEmpty {
            cases.append("级别为 \(rule.exemptLevels.map(\.rawValue).joined(separator: "、")) 的客户")
        }
        if rule.pausesOnLeave { cases.append("负责人正在休假的客户") }
        return RuleSentence(
            title: "不收回的客户", text: cases.joined(separator: "、") + "。锁定须注明截止日，最长 \(rule.maximumLockDays) 天。")
    }

    private var coolingOff: RuleSentence {
        let days = rules.claims.coolingOffDays
        return RuleSentence(
            title: "冷却期",
            text: days == 0
                ? "不设冷却期，原负责人可以立即重新得到客户。" : "客户回到公海后 \(days) 天内，任何一位原负责人都不能重新得到它。")
    }

    private var tiers: RuleSentence? {
        guard !rules.tiers.tiers.isEmpty else { return nil }
        return RuleSentence(
            title: "等级", text: "每月按上月业绩评定，取符合条件的最高一级。" + rules.tiers.tiers.map(tier).joined(separator: "；") + "。")
    }

    private func tier(_ tier: TierRules.Tier) -> String {
        var conditions: [String] = []
        if let revenue = tier.minimumRevenue { conditions.append("\(revenueName)不低于 \(revenue.inWords)") }
        if let deals = tier.minimumWonDeals { conditions.append("赢单不少于 \(deals) 个") }
        if let share = tier.minimumCompliance { conditions.append("按时跟进率不低于 \(percentage(share))") }
        var effects: [String] = []
        if let limit = tier.claimLimit { effects.append("\(window)可领取 \(limit) 个") }
        if let limit = tier.intakeLimit { effects.append("领取与分配合计 \(limit) 个") }
        if let limit = tier.holdingLimit { effects.append("可同时持有 \(limit) 个") }
        if let days = tier.claimDelayDays { effects.append(days == 0 ? "即时领取" : "满 \(days) 天可领取") }
        return "\(tier.name)：" + (conditions.isEmpty ? "其余销售" : conditions.joined(separator: "，且"))
            + "，" + (effects.isEmpty ? "适用一般上限" : effects.joined(separator: "，"))
    }

    private var newcomers: RuleSentence? {
        guard let tier = rules.tiers.newcomerTier else { return nil }
        return RuleSentence(title: "新人", text: "入职未满 \(rules.tiers.newcomerDays) 天的销售定为 \(tier)。")
    }

    private var allocation: RuleSentence {
        guard let strategy = rules.allocation.strategy else {
            return RuleSentence(title: "自动分配", text: "无人领取的客户留在公海，不自动分配。")
        }
        let order =
            switch rules.allocation.order {
            case .score: "评分高的在前"
            case .newestFirst: "最近进入公海的在前"
            case .oldestFirst: "最早进入公海的在前"
            case .expected: "成交可能大、价值高的在前"
            }
        let amount = rules.allocation.perNight.map { "每晚最多 \($0) 个" } ?? "以各人上限为限"
        return RuleSentence(
            title: "自动分配",
            text: "无人领取的客户每晚自动分配：\(name(of: strategy))，\(order)，\(amount)。"
                + strategyDetails + "没有合适人选的客户留在公海并说明原因。")
    }

    private var strategyDetails: String {
        var parts: [String] = []
        let allocation = rules.allocation
        if allocation.pace == .even { parts.append("各人的额度按\(window)内的工作日均匀发放。") }
        let asked = [allocation.strategy] + allocation.experiment.map(\.strategy)
        if asked.contains(.needMatch) {
            let rule = allocation.needMatch
            parts.append("客户价值按其 \(rule.alpha) 次方计。")
            if rule.atLeast > 0 { parts.append("在岗人员每人\(window)至少 \(rule.atLeast) 个。") }
            if let average = rule.onAverage { parts.append("人均\(window) \(average) 个。") }
            if rule.valueFloor > 0 {
                parts.append("近 28 天所得价值低于平均 \(percentage(rule.valueFloor)) 的人员优先。")
            }
            if rule.exploration > 0 { parts.append("为积累经验，成交估计按 \(percentage(rule.exploration)) 的幅度随机浮动。") }
        }
        if allocation.strategy == .experiment {
            let arms = allocation.experiment.map { "\(name(of: $0.strategy))（\($0.share)）" }
            parts.append("客户随机归入：" + arms.joined(separator: "、") + "。")
        }
        if asked.contains(.screening) {
            for (index, rule) in allocation.screening.enumerated() {
                let filters =
                    rule.industries + rule.sizes.map(\.rawValue) + rule.regions + rule.needs
                    + rule.levels.map(\.rawValue)
                let takers = rule.teams + rule.reps
                parts.append(
                    "第 \(index + 1) 条：\(filters.isEmpty ? "所有客户" : filters.joined(separator: "、"))由"
                        + "\(takers.isEmpty ? "全体人员" : takers.joined(separator: "、"))轮流负责。")
            }
        }
        return parts.joined()
    }

    private func name(of strategy: Strategy) -> String {
        switch strategy {
        case .firstCome: "先到先得"
        case .rotation: "合格销售依次轮流"
        case .loadBalanced: "持有较少者优先"
        case .tierWeighted: "按等级加权轮流"
        case .performanceFirst: "业绩高者优先"
        case .screening: "先筛选客户，再轮流分配"
        case .needMatch: "按需求匹配度"
        case .experiment: "随机分组试验"
        }
    }

    private var revenueName: String { rules.revenueFrom == .payments ? "回款" : "赢单金额" }

    private var revenue: RuleSentence {
        RuleSentence(title: "业绩口径", text: "业绩以\(revenueName)计，未注明币种的金额按 \(rules.currency) 计。")
    }

    private var feeds: RuleSentence {
        let text =
            rules.feeds.followUps == .none
            ? "跟进直接录入系统，不等待跟进文件。"
            : "跟进文件缺失、为空，或最新一条早于 \(rules.feeds.maximumAgeDays) 天前时，暂停收回相关客户。"
        return RuleSentence(title: "跟进数据", text: text)
    }

    private var sources: RuleSentence? {
        guard rules.sources.count > 1 else { return nil }
        return RuleSentence(
            title: "数据来源", text: "各系统的资料不一致时，依次以 \(rules.sources.map(\.name).joined(separator: "、")) 为准。")
    }

    private var reassigning: RuleSentence? {
        let names = rules.sources.filter { $0.ownership == .source }.map(\.name)
        guard !names.isEmpty else { return nil }
        return RuleSentence(
            title: "名单中的负责人",
            text: "\(names.joined(separator: "、")) 的名单中负责人有变更时，客户随之转移（有保留、锁定或超出上限的除外）；其他系统的名单不改变负责人。")
    }

    private var asking: RuleSentence? {
        let names = rules.sources.filter { $0.ownership == .ask }.map(\.name)
        guard !names.isEmpty else { return nil }
        return RuleSentence(
            title: "待定的负责人",
            text: "\(names.joined(separator: "、")) 的名单中负责人有变更时列入 ownership-conflicts.csv，填好并导入后生效，在此之前客户归属不变。")
    }

    private var mail: RuleSentence {
        let managers = rules.mail.managers.isEmpty ? "管理日报不发邮件" : "管理日报发给 \(rules.mail.managers.joined(separator: "、"))"
        let domains = rules.mail.domains.isEmpty ? "" : "；邮件只发往 \(rules.mail.domains.joined(separator: "、"))"
        return RuleSentence(
            title: "邮件",
            text: "\(managers)；\(rules.mail.sendsWorklists ? "每名有邮箱的销售收到本人的待跟进清单" : "待跟进清单不发邮件")\(domains)。")
    }
}
