import Records

/// Reads the short vocabularies of exports: levels, yes and no, statuses, sizes.
enum Vocabulary {
    /// A, B or C from `A（重点客户）`, `b`, `重点客户`, `Hot`; refused where letter and word disagree.
    static func level(_ cleaned: String) -> Reading<Level> {
        let words = Folding.string(cleaned)
        guard !words.isEmpty else { return .nothing }
        let letter = words.utf8.first.flatMap { first -> Level? in
            let isAlone = words.utf8.dropFirst().first.map { !isLetter($0) && !isDigit($0) } ?? true
            return isAlone ? Level(rawValue: String(decoding: [first & 0xDF], as: UTF8.self)) : nil
        }
        let rest = letter == nil ? words : String(words.dropFirst()).trimmingBlanks
        let word = levelWords[rest]
        // In brackets stands what the workspace calls the level; it may have its own words for it.
        let mayFollow = levelSuffixes.contains(rest) || cleaned.dropFirst().trimmingBlanks.hasPrefix("(")
        if let letter, word == letter || (word == nil && mayFollow) { return Reading(letter) }
        if letter == nil, let word { return Reading(word) }
        return .problem(.unknownLevel, "the level '\(cleaned)' is not known; expected A, B or C")
    }

    private static let levelSuffixes: Set<String> = ["", "级", "类", "级客户", "类客户", "级别"]

    private static let levelWords: [String: Level] = [
        "重点客户": .a, "重点": .a, "重要客户": .a, "hot": .a, "普通客户": .b, "普通": .b, "一般客户": .b, "warm": .b,
        "非优先客户": .c, "非优先": .c, "cold": .c,
    ]

    /// Yes or no, active or not, in the words of exports.
    static func yesNo(_ cleaned: String) -> Reading<Bool> {
        let word = Folding.string(cleaned)
        if word.isEmpty { return .nothing }
        if yes.contains(word) { return Reading(true) }
        if no.contains(word) { return Reading(false) }
        return .problem(.unknownValue, "'\(cleaned)' is neither yes nor no; expected 是, 否, true or false")
    }

    private static let yes: Set<String> = [
        "是", "真", "对", "true", "yes", "y", "t", "1", "on", "active", "enabled", "employed", "在职", "在岗", "正常", "启用",
        "开启",
        "有效", "已激活", "激活", "试用", "试用期", "转正", "正式",
    ]
    private static let no: Set<String> = [
        "否", "假", "不", "false", "no", "n", "f", "0", "off", "inactive", "disabled", "left", "terminated", "resigned",
        "离职",
        "已离职", "停用", "禁用", "关闭", "无效", "未激活", "冻结", "已停用", "辞职", "退休",
    ]

    /// A deal's status. `isWon: false` is no statement: such a deal may be open or lost.
    static func dealStatus(_ cleaned: String) -> Deal.Status? {
        let word = Folding.string(cleaned)
        if let status = dealWords[word] { return status }
        return Deal.Status.allCases.first { word == "closed \($0.rawValue)" || word == $0.rawValue }
    }

    private static let dealWords: [String: Deal.Status] = [
        "赢单": .won, "已赢单": .won, "成交": .won, "已成交": .won, "成功": .won, "已签约": .won, "true": .won, "1": .won, "yes": .won,
        "是": .won, "success": .won, "输单": .lost, "已输单": .lost, "丢单": .lost, "失败": .lost, "无效": .lost, "战败": .lost,
        "关闭": .lost, "已作废": .lost, "作废": .lost, "dead": .lost, "cancelled": .lost, "canceled": .lost,
        "abandoned": .lost,
        "进行中": .open, "跟进中": .open, "未成交": .open, "未结束": .open, "洽谈中": .open, "新建": .open, "new": .open,
        "in progress": .open, "in process": .open, "0": .open, "no": .open, "否": .open, "false": .open,
    ]

    /// Whether a claim was taken back or turned down before it came here; `nil`: the status is not known.
    static func isWithdrawn(_ cleaned: String) -> Bool? {
        let word = Folding.string(cleaned)
        if withdrawn.contains(word) { return true }
        return standing.contains(word) ? false : nil
    }

    private static let withdrawn: Set<String> = [
        "已撤销", "撤销", "已撤回", "撤回", "拒绝", "已拒绝", "驳回", "已驳回", "审批拒绝", "不同意", "终止", "已终止", "取消", "已取消", "作废", "已作废",
        "withdrawn", "cancelled", "canceled", "rejected", "refused", "denied", "terminated", "revoked",
    ]
    private static let standing: Set<String> = [
        "审批中", "待审批", "申请中", "处理中", "已提交", "提交", "同意", "已同意", "审批通过", "通过", "已通过", "完成", "已完成", "new", "open",
        "pending", "requested", "submitted", "running", "approved", "agree", "agreed", "completed",
    ]

    /// A size class in the words of GB or in English.
    static func size(_ cleaned: String) -> Size.Class? {
        let word = Folding.string(cleaned)
        let chinese: [String: Size.Class] = [
            "大型": .large, "中型": .medium, "小型": .small, "微型": .micro, "大": .large, "中": .medium, "小": .small,
            "微": .micro,
        ]
        if let size = chinese[word] ?? chinese[word.replacingSuffix("企业", with: "")] { return size }
        return Size.Class(rawValue: word).flatMap { $0 == .unknown ? nil : $0 }
    }
}

extension StringProtocol {
    var trimmingBlanks: String {
        var text = Substring(self)
        while text.utf8.first == 0x20 { text = text.dropFirst() }
        while text.utf8.last == 0x20 { text = text.dropLast() }
        return String(text)
    }
}

extension String {
    func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }

    /// The parts of a list in a cell, cleaned, without empty ones: separated by `;` `,` `、` `|` or a line break.
    func listParts(_ separators: Set<Character> = [";", ",", "、", "|"]) -> [String] {
        split { separators.contains($0) }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
}
