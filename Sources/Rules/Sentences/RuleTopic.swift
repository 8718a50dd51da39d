import Records

/// What a rule is about, for those whose effect can be counted.
package enum RuleTopic: String, Sendable, CaseIterable {
    case pools, claims, holdings, deadline, deals, exceptions, reminder, recycling, exemptions, coolingOff, tiers
    case allocation

    fileprivate var titles: [String] {
        switch self {
        case .pools: ["公海划分", "Pools"]
        case .claims: ["领取", "Claims"]
        case .holdings: ["持有", "Holdings"]
        case .deadline: ["跟进期限", "Deadline"]
        case .deals: ["商机与成交期限", "Deals"]
        case .exceptions: ["期限的例外", "Other deadlines"]
        case .reminder: ["提醒", "Reminder"]
        case .recycling: ["收回", "Recycling"]
        case .exemptions: ["不收回的客户", "Never recycled"]
        case .coolingOff: ["冷却期", "Cooling-off"]
        case .tiers: ["等级", "Tiers"]
        case .allocation: ["自动分配", "Allocation"]
        }
    }
}

extension RuleSentence {
    /// `nil`: nothing can be counted about it.
    package var topic: RuleTopic? { RuleTopic.allCases.first { $0.titles.contains(title) } }
}

/// Whom a rule touches today.
package struct RuleImpact: Sendable, Equatable {
    package var customers: Int
    package var reps: Int

    package init(customers: Int, reps: Int) {
        self.customers = customers
        self.reps = reps
    }
}

/// The rules as a document that a director can sign: 公海管理办法, numbered, with version, dates and effect.
package struct RulesDocument: Sendable {
    package var rules: Rules
    /// When each version took effect, oldest first; empty before the first night.
    package var versions: [RuleVersion]
    /// Empty: not known, as without a store.
    package var impact: [RuleTopic: RuleImpact]

    package init(rules: Rules, versions: [RuleVersion] = [], impact: [RuleTopic: RuleImpact] = [:]) {
        self.rules = rules
        self.versions = versions
        self.impact = impact
    }

    /// Plain text, one paragraph a rule.
    package func text(in language: Language) -> String {
        let isChinese = language == .chinese
        var lines = [isChinese ? "公海管理办法" : "Rules of the customer pool"]
        if !rules.company.isEmpty { lines.append(rules.company) }
        lines += [heading(isChinese), ""]
        for (index, sentence) in rules.sentences(in: language).enumerated() {
            lines.append(
                isChinese
                    ? "第\(chineseNumeral(index + 1))条　\(sentence.title)" : "\(index + 1). \(sentence.title)")
            lines.append("  \(sentence.text)")
            if let effect = sentence.topic.flatMap({ impact[$0] }) {
                lines.append(
                    isChinese
                        ? "  （今日涉及 \(effect.customers) 个客户、\(effect.reps) 名销售）"
                        : "  (Today this affects \(counted(effect.customers, "customer")), \(counted(effect.reps, "rep")).)"
                )
            }
        }
        if !versions.isEmpty {
            lines += ["", isChinese ? "施行记录" : "Versions in force"]
            lines += versions.map {
                isChinese
                    ? "  第 \($0.number) 版：自 \($0.effectiveOn) 起（\($0.digest.prefix(8))）"
                    : "  version \($0.number): from \($0.effectiveOn) on (\($0.digest.prefix(8)))"
            }
        }
        lines += [
            "",
            isChinese
                ? "批准：________________    日期：________________" : "Approved: ________________    Date: ________________",
        ]
        return lines.joined(separator: "\n")
    }

    private func heading(_ isChinese: Bool) -> String {
        let digest = rules.digest.prefix(8)
        guard let version = rules.version else {
            return isChinese ? "文件校验值 \(digest)，尚未施行" : "file \(digest), not in force yet"
        }
        let isKept = versions.contains(version)
        if isChinese {
            return "第 \(version.number) 版（\(digest)），"
                + (isKept ? "自 \(version.effectiveOn) 起施行" : "自下一次夜间批处理起施行")
        }
        return "version \(version.number) (\(digest)), "
            + (isKept ? "in force since \(version.effectiveOn)" : "in force from the next night on")
    }

    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

/// 1 to 99 as 一, 十, 十一, 二十, 二十一 …
func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = (number / 10, number % 10)
    return (tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十") + digits[ones]
}
