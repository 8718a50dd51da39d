/// What a rep's tier rests on, as values. Words are made where somebody reads them, the store and data files have
/// `text`.
package enum TierReason: Sendable, Equatable {
    /// The rep started fewer than `days` days before `date`.
    case newcomer(startedOn: BusinessDate, days: Int, date: BusinessDate)
    case figures(Figures)

    /// What the rep achieved in the month before, and what the tier asks for. A figure that the tier does not ask about
    /// is `nil`; the last tier asks about none and has all.
    package struct Figures: Sendable, Equatable {
        package var revenue: Money?
        package var revenueNeeded: Money?
        package var wonDeals: Int?
        package var wonDealsNeeded: Int?
        package var compliance: Compliance?
        /// A share from 0 to 1.
        package var complianceNeeded: Double?

        package init() {}

        package var isEmpty: Bool { self == Figures() }
    }

    package struct Compliance: Sendable, Equatable {
        package var met: Int
        /// 0: nothing was due, and compliance is not applicable.
        package var due: Int

        package init(met: Int, due: Int) {
            self.met = met
            self.due = due
        }
    }

    /// The reason in words, without a full stop.
    package func words(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

extension TierReason: CustomStringConvertible {
    package var description: String { words(in: .english) }
}

extension TierReason {
    /// A code with its values, such as `figures revenue=CNY:1234500 revenue_needed=CNY:1000000` (minor units).
    package var text: String {
        var coded: CodedText
        switch self {
        case .newcomer(let startedOn, let days, let date):
            coded = CodedText("newcomer")
            coded.set("started", startedOn)
            coded.set("days", days)
            coded.set("date", date)
        case .figures(let figures):
            coded = CodedText("figures")
            coded.set("revenue", figures.revenue)
            coded.set("revenue_needed", figures.revenueNeeded)
            coded.set("won_deals", figures.wonDeals)
            coded.set("won_deals_needed", figures.wonDealsNeeded)
            coded.set("met", figures.compliance?.met)
            coded.set("due", figures.compliance?.due)
            coded.set("compliance_needed", figures.complianceNeeded.map { "\($0)" })
        }
        return coded.text
    }

    /// Reads what `text` writes, nothing else.
    package init?(text: String) {
        guard let coded = CodedText(text: text) else { return nil }
        switch coded.code {
        case "newcomer":
            guard let startedOn = coded.date("started"), let days = coded.number("days"), let date = coded.date("date")
            else { return nil }
            self = .newcomer(startedOn: startedOn, days: days, date: date)
        case "figures":
            var figures = Figures()
            figures.revenue = coded.money("revenue")
            figures.revenueNeeded = coded.money("revenue_needed")
            figures.wonDeals = coded.number("won_deals")
            figures.wonDealsNeeded = coded.number("won_deals_needed")
            if let met = coded.number("met"), let due = coded.number("due") {
                figures.compliance = Compliance(met: met, due: due)
            }
            figures.complianceNeeded = coded.string("compliance_needed").flatMap { Double($0) }
            self = .figures(figures)
        default: return nil
        }
        guard self.text == text else { return nil }
    }
}

extension CodedText {
    fileprivate mutating func set(_ key: String, _ money: Money?) {
        set(key, money.map { "\($0.currency):\($0.minorUnits)" })
    }

    fileprivate func money(_ key: String) -> Money? {
        guard let text = string(key), let colon = text.lastIndex(of: ":"),
            let minorUnits = Int64(text[text.index(after: colon)...])
        else { return nil }
        return Money(minorUnits: minorUnits, currency: String(text[..<colon]))
    }
}
