import Records

extension ChineseRules {
    /// `nil`：2017 年的划分办法，无须说明。
    var sizes: RuleSentence? {
        switch rules.size.scheme {
        case .cn2017: return nil
        case .eu:
            return RuleSentence(
                title: "规模划分",
                text: "客户规模按欧盟 2003/361/EC 建议划分：员工少于 10 人且营收或资产不超过 200 万欧元为微型；少于 50 人且不超过 1000 万欧元为小型；"
                    + "少于 250 人且营收不超过 5000 万欧元或资产不超过 4300 万欧元为中型；其余为大型。两项金额均无欧元数值时，以员工人数为准。")
        case .custom:
            let classes = rules.size.classes.map { "\(bounds($0.bounds))为\(name(of: $0.sizeClass))" }
            return RuleSentence(
                title: "规模划分", text: "客户规模取下列中第一个全部达到的：\(classes.joined(separator: "；"))；其余为微型。")
        }
    }

    private func bounds(_ bounds: SizeRules.Bounds) -> String {
        [
            bounds.employees.map { "员工不少于 \($0) 人" }, bounds.revenue.map { "营收不低于 \($0.inWords)" },
            bounds.assets.map { "资产不低于 \($0.inWords)" },
        ].compactMap { $0 }.joined(separator: "且")
    }

    private func name(of size: Size.Class) -> String {
        switch size {
        case .large: "大型"
        case .medium: "中型"
        case .small: "小型"
        case .micro: "微型"
        case .unknown: "规模未知"
        }
    }

    var levels: RuleSentence? {
        guard let level = rules.level else { return nil }
        let steps =
            level.value.map { "预计价值不低于 \($0.minimum.inWords) 得 \($0.points) 分" }
            + level.revenue.map { "年营收不低于 \($0.minimum.inWords) 得 \($0.points) 分" }
            + level.size.map { "\($0.sizes.map(name).joined(separator: "或"))得 \($0.points) 分" }
            + level.lastFollowUp.map { "最近 \($0.days) 天内有跟进得 \($0.points) 分" }
        return RuleSentence(
            title: "客户分级",
            text: "名单没有给出级别的客户按分数定级：\(steps.joined(separator: "；"))；同类条件只计第一个符合的。满 \(level.pointsForA) 分为 A，"
                + "满 \(level.pointsForB) 分为 B，其余为 C。名单给出的级别始终优先；以上一无所知的客户不定级。")
    }
}
