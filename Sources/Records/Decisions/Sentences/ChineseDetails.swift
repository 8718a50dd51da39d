extension DecisionDetail {
    func chinese(_ name: (RepID) -> String) -> String {
        switch self {
        case .none: ""
        case .asked(let at): "\(at) 申请"
        case .firstTurn: "从第一位开始轮流"
        case .nextAfter(let rep): "排在\(spaced(name(rep)))之后"
        case .eligible(let number, let total): "\(total) 人中 \(number) 人符合条件"
        case .matched(1, let total): "\(total) 名合格人选中预期收益最高"
        case .matched(let place, let total): "预期收益在 \(total) 名合格人选中排第 \(place)，排在前面的人已得到更合适的客户，合计收益最高"
        case .measured(let measure, let figure): measure.chinese(figure)
        case .notOnRoster: "不在人员名单中"
        case .inactive: "名单中已停用"
        case .startsOn(let date): "\(date) 入职"
        case .leftOn(let date): "最后工作日为 \(date)"
        case .onLeave(let date): "休假至 \(date)"
        case .outside(let territory, let customer, let taken):
            "客户\(territory.chinese)"
                + (customer.isEmpty ? "不详" : "为\(spaced(territory.chinese(customer), isLast: true))")
                + "，负责范围为\(spaced(territory.chinese(taken), isLast: true))"
        case .coolingOff(let date): "曾负责该客户，\(date) 起可再次获得"
        case .limitReached(let limit, let used, let most): limit.chinese("\(used)/\(most)")
        case .notInPool(let pool): "不是公海“\(pool)”的成员"
        case .claimableFrom(let date): "\(date) 起可以领取"
        case .customerGone: "该客户已不存在"
        case .retired: "已作废的客户不再发放"
        case .grantedTonight: "当晚已领取成功"
        case .askedEarlier(let rep, let at): spaced(name(rep), isFirst: true) + (at.map { "于 \($0) " } ?? "") + "更早申请"
        case .yours(let status): "已在本人名下（\(status.chinese)）"
        case .held(let rep?, let status): "现由\(spaced(name(rep)))负责（\(status.chinese)）"
        case .held(nil, let status): "已有负责人（\(status.chinese)）"
        case .onHold(let hold): hold.chinese
        case .recycling(let duty, let cause): "\(duty.chinese)；\(cause.chinese)"
        }
    }
}

/// `text` with a blank on each side where Latin letters or digits meet ideographs.
private func spaced(_ text: String, isFirst: Bool = false, isLast: Bool = false) -> String {
    func isLatin(_ byte: UInt8?) -> Bool { byte.map { $0 < 0x80 } ?? false }
    return (!isFirst && isLatin(text.utf8.first) ? " " : "") + text + (!isLast && isLatin(text.utf8.last) ? " " : "")
}

extension DecisionDetail.Territory {
    fileprivate var chinese: String {
        switch self {
        case .industry: "行业"
        case .size: "规模"
        case .region: "地区"
        case .need: "需求"
        }
    }

    fileprivate func chinese(_ values: [String]) -> String {
        values.map { value in
            self == .size ? Size.Class(rawValue: value)?.chinese ?? value : value
        }.joined(separator: "、")
    }
}

extension Size.Class {
    fileprivate var chinese: String {
        switch self {
        case .large: "大型"
        case .medium: "中型"
        case .small: "小型"
        case .micro: "微型"
        case .unknown: "不详"
        }
    }
}

extension DecisionDetail.Limit {
    fileprivate func chinese(_ figures: String) -> String {
        switch self {
        case .claims(let window): "\(window.chinese)已领 \(figures)"
        case .intake(let window): "\(window.chinese)新增 \(figures)（领取与分配合计）"
        case .holdings: "在跟客户 \(figures)"
        case .pace(let window): "\(window.chinese)按进度新增 \(figures)"
        }
    }
}

extension DecisionDetail.Measure {
    fileprivate func chinese(_ figure: Int) -> String {
        switch self {
        case .holdings: "在跟客户 \(figure) 个，合格人选中最少"
        case .weightedTurns: "按等级折算已得 \(decimal(figure, 2)) 轮，合格人选中最少"
        case .chance: "成交可能 \(decimal(figure, 2))%，合格人选中最高"
        }
    }
}

extension ClaimWindow {
    fileprivate var chinese: String {
        switch self {
        case .day: "今日"
        case .week: "本周"
        case .month: "本月"
        case .rolling: "近期"
        }
    }
}

extension CustomerStatus {
    fileprivate var chinese: String {
        switch self {
        case .pool: "公海客户"
        case .prospect: "在跟客户"
        case .account: "成交客户"
        case .retired: "已作废"
        }
    }
}

extension Hold {
    fileprivate var chinese: String {
        switch self {
        case .disputed: "归属有争议"
        case .quarantined: "所在批次已隔离"
        case .locked(let until): "锁定至 \(until)"
        }
    }
}

extension DecisionDetail.Duty {
    var chinese: String {
        let isSameYear = deadline.clockStart.year == deadline.date.year
        let start = isSameYear ? String(deadline.clockStart.description.suffix(5)) : "\(deadline.clockStart)"
        let unit = areWorkingDays ? "个工作日" : "天"
        let act =
            switch deadline.duty {
            case .followUp: "跟进"
            case .opportunity: "有商机"
            case .deal: "成交"
            }
        let origin =
            switch deadline.origin {
            case .start: "获得"
            case .followUp: "跟进"
            case .ruleChange: "规则变更"
            case .goLive: "上线"
            }
        return "应于 \(deadline.date) \(act)（\(start) \(origin)后第 \(days) \(unit)）"
    }
}

extension DecisionDetail.Cause {
    fileprivate var chinese: String {
        switch self {
        case .noOpenDeal(let date): "截至 \(date) 没有进行中的商机"
        case .notWon(let date): "截至 \(date) 没有成交"
        case .noFollowUp(let date): "截至 \(date) 没有跟进"
        case .won(let date): "\(date) 已成交，成交客户不设期限"
        case .onHold(.locked(let until)): "锁定至 \(until)"
        case .onHold(let hold): "\(hold.chinese)，待处理"
        case .openDeal: "有进行中的商机"
        case .exemptLevel(let level): "\(level.rawValue) 级客户免于退回"
        case .ownerOnLeave(let date): "负责人休假至 \(date)"
        case .dayOff(let date, let next): "\(date) 不是工作日，将于 \(next) 退回"
        case .feeds(let feeds): feeds.map { "“\($0.source)”的跟进记录\($0.state.chinese)" }.joined(separator: "，")
        case .noFeed: "从未收到跟进记录"
        case .observed: "目前只观察，不退回"
        case .staggered(let most): "上线初期分批退回，每晚最多 \(most) 个"
        case .notReminded(let listed?): "此前的清单所列截止日为 \(listed)"
        case .notReminded(nil): "此前的清单没有列出"
        case .notDelivered: "清单已列出，但尚未以邮件送达负责人"
        }
    }
}

extension FeedStatus.State {
    fileprivate var chinese: String {
        switch self {
        case .fresh: "正常"
        case .missing: "没有送到"
        case .empty: "没有可用内容"
        case .stale: "没有更新"
        case .short: "行数远少于平常"
        }
    }
}

extension TierReason {
    var chinese: String {
        switch self {
        case .newcomer(let startedOn, let days, _): "\(startedOn) 入职，未满 \(days) 天"
        case .figures(let figures):
            [
                figures.revenue.map { "业绩 \(words($0))" + needed(figures.revenueNeeded.map(words)) },
                figures.wonDeals.map { "成交 \($0) 单" + needed(figures.wonDealsNeeded.map { "\($0) 单" }) },
                figures.compliance.map {
                    ($0.due == 0 ? "没有到期的跟进" : "按时跟进 \($0.met)/\($0.due)")
                        + needed(figures.complianceNeeded.map(percent))
                },
            ].compactMap { $0 }.joined(separator: "；")
        }
    }

    private func words(_ money: Money) -> String {
        money.currency == "CNY"
            ? "\(grouped(money.majorUnits)) 元" : "\(money.currency) \(grouped(money.majorUnits))"
    }

    private func needed(_ text: String?) -> String { text.map { "（要求 \($0)）" } ?? "" }
}
