import Records

/// One rule in force, as a sentence or two that everybody can read.
package struct RuleSentence: Sendable, Equatable {
    /// A short heading, such as `Claims`.
    package var title: String
    package var text: String

    package init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}

extension Rules {
    /// The rules in force in plain words, in the order of a customer's life: 公海管理办法 in Chinese.
    ///
    /// Both languages have the same sentences; one that says nothing under these rules is left out of both.
    package func sentences(in language: Language) -> [RuleSentence] {
        switch language {
        case .chinese: ChineseRules(rules: self).sentences
        case .english: EnglishRules(rules: self).sentences
        }
    }
}

extension FollowUpRules {
    /// By when a customer claimed on a Monday must be followed up, in a stretch without holidays: whole weeks later and
    /// the ISO weekday.
    var deadlineAfterMonday: (weeks: Int, weekday: Int) {
        let daysOfWeek = dayKind == .working ? 5 : 7
        let days = firstWithinDays ?? withinDays
        return (days / daysOfWeek, days % daysOfWeek + 1)
    }
}

extension Money {
    /// `500000 CNY`, with a fraction only where there is one.
    var inWords: String {
        let text = majorUnits
        let whole = text.split(separator: ".")
        return "\(whole.count == 2 && whole[1].allSatisfy { $0 == "0" } ? String(whole[0]) : text) \(currency)"
    }
}

/// `0.9` → `90%`, `0.925` → `92.5%`.
func percentage(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let fraction = padded(hundredths % 100, 2)
    let digits = fraction.hasSuffix("0") ? fraction.dropLast() : fraction[...]
    return "\(hundredths / 100)\(fraction == "00" ? "" : ".\(digits)")%"
}
