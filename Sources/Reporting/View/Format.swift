import Records
import Rules

/// How numbers, dates and money read in a language. No locale is asked: the same everywhere.
struct Format: Sendable {
    let language: Rules.Language
    let zone: Zone

    /// 12,345.
    func count(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `82.4%`; `nil`: not applicable.
    func percent(_ share: Double?) -> String { share.map { Self.fixed($0 * 100, 1) + "%" } ?? notApplicable }

    /// `[70.1, 90.2]%`.
    func interval(_ interval: Interval?) -> String {
        guard let interval else { return notApplicable }
        return "\(Self.fixed(interval.low * 100, 1))–\(Self.fixed(interval.high * 100, 1))%"
    }

    /// Hours with one decimal.
    func hours(_ seconds: Int64) -> String { Self.fixed(Double(seconds) / 3600, 1) }

    /// A quantile of waits in hours; `> longest` where it was not reached while anybody was watched.
    func hours(_ share: Double, of waits: KaplanMeier) -> String {
        if let time = waits.quantile(share) { return hours(time) }
        guard waits.isWatched, let longest = waits.longest else { return notApplicable }
        return "> " + hours(longest)
    }

    var notApplicable: String { language == .chinese ? "不适用" : "n/a" }

    /// `2026年11月23日 周一`, `Monday, 23 November 2026`.
    func prose(_ date: BusinessDate) -> String {
        let (year, month, day) = date.components
        switch language {
        case .chinese:
            return "\(year)年\(month)月\(day)日 周\(Self.chineseDays[date.weekday - 1])"
        case .english:
            return "\(Self.englishDays[date.weekday - 1]), \(day) \(Self.englishMonths[month - 1]) \(year)"
        }
    }

    /// `2026-11-23 09:30` in the workspace's zone.
    func time(_ instant: Instant) -> String { String(zone.iso(instant).prefix(16).map { $0 == "T" ? " " : $0 }) }

    func day(_ instant: Instant?) -> String { instant.map { zone.date(of: $0).description } ?? "" }

    /// `2026-W48`.
    func week(_ monday: BusinessDate) -> String {
        let (year, week) = monday.isoWeek
        return "\(padded(year, 4))-W\(padded(week, 2))"
    }

    /// `¥1.2亿`, `¥3.4万`, `¥900`; in English `CNY 120.0 million`. Full digits stand in the tables.
    func money(_ money: Money) -> String {
        let scale: Double =
            switch Money.minorDigits(of: money.currency) {
            case 0: 1
            case 3: 1000
            default: 100
            }
        let major = Double(money.minorUnits) / scale
        switch language {
        case .chinese:
            let sign = money.currency == "CNY" ? "¥" : money.currency + " "
            if abs(major) >= 1e8 { return sign + Self.fixed(major / 1e8, 1) + "亿" }
            if abs(major) >= 1e4 { return sign + Self.fixed(major / 1e4, 1) + "万" }
            return sign + Self.fixed(major, 0)
        case .english:
            let sign = money.currency + " "
            if abs(major) >= 1e6 { return sign + Self.fixed(major / 1e6, 1) + " million" }
            return sign + count(Int(major.rounded()))
        }
    }

    /// A plain decimal with so many digits, halves away from zero; `n/a` is never its business.
    static func fixed(_ number: Double, _ digits: Int) -> String {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled.isFinite, abs(scaled) < 9e15 else { return "0" }
        let whole = Int(abs(scaled))
        let sign = scaled < 0 ? "-" : ""
        guard digits > 0 else { return sign + String(whole) }
        let divisor = Int(scale)
        return "\(sign)\(whole / divisor).\(padded(whole % divisor, digits))"
    }

    private static let chineseDays = ["一", "二", "三", "四", "五", "六", "日"]
    private static let englishDays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
