import Records

extension TierRules {
    /// `currency` is that of `revenue_at_least`.
    init(_ section: Section, currency: String) throws(InputError) {
        self.init()
        var section = section
        var names: Set<String> = []
        for level in try section.sections("levels") {
            try tiers.append(Tier(level, unlike: &names, currency: currency))
        }
        try section.integer("newcomer_days", into: &newcomerDays, in: 0...largestDays)
        if let setting = section.setting("newcomer_tier"), !setting.isNone {
            let name = try setting.text()
            guard tier(named: name) != nil else {
                throw setting.wrong(
                    "names no level", expected: "The levels are \(tiers.map(\.name).joined(separator: ", ")).",
                    suggestion: Nearest.match(to: String(name.prefix(60)), among: tiers.map(\.name)))
            }
            newcomerTier = name
        }
        try section.finish()
        try checkOrder(section)
    }

    /// Levels are tried from the first on: one without conditions ends the list, and the list must end with one.
    private func checkOrder(_ section: Section) throws(InputError) {
        guard let last = tiers.last else { return }
        if let open = tiers.dropLast().first(where: { !$0.hasConditions }) {
            throw section.error(
                at: "levels", "the level '\(open.name)' has no conditions, so the levels after it are never reached",
                advice: ["Put the best level first, and the one without conditions last."])
        }
        guard last.hasConditions else { return }
        throw section.error(
            at: "levels", "the last level, '\(last.name)', has conditions",
            advice: ["Who fits no level would have none: add one with a name only."])
    }
}

extension TierRules.Tier {
    var hasConditions: Bool { minimumRevenue != nil || minimumWonDeals != nil || minimumCompliance != nil }

    init(_ section: Section, unlike others: inout Set<String>, currency: String) throws(InputError) {
        var section = section
        self.init(name: try section.name(unlike: &others))
        if let setting = section.setting("revenue_at_least") { minimumRevenue = try setting.money(currency: currency) }
        if let setting = section.setting("won_deals_at_least") {
            minimumWonDeals = try setting.integer(in: 1...largestCount)
        }
        if let setting = section.setting("compliance_at_least") { minimumCompliance = try setting.share() }
        claimLimit = try section.tierLimit("claim_limit")
        intakeLimit = try section.tierLimit("intake_limit")
        holdingLimit = try section.tierLimit("holding_limit")
        if let setting = section.setting("claim_delay_days") {
            claimDelayDays = try setting.integer(
                in: 0...largestDays, instead: "Without the line that of 'claims' holds.")
        }
        try section.finish()
    }
}

extension Section {
    fileprivate mutating func tierLimit(_ key: String) throws(InputError) -> Int? {
        guard let setting = setting(key) else { return nil }
        return try setting.integer(in: 0...largestCount, instead: "Without the line the limit of 'claims' holds.")
    }
}

extension Setting {
    /// A share from 0 to 1, exact in its decimal digits.
    func share() throws(InputError) -> Double {
        let expected = "A share from 0 to 1 is expected, such as 0.9 for 90 %."
        let scalar = try scalar(expected: expected)
        guard let number = DecimalDigits(scalar.string, maximumFraction: 4), number.whole <= 1,
            let share = Double(scalar.string), share <= 1
        else { throw wrong("is \(shown(scalar)), not a share", expected: expected) }
        return share
    }

    /// A share above 0: nothing at all would wait for ever.
    func positiveShare() throws(InputError) -> Double {
        let share = try share()
        guard share > 0 else { throw wrong("is 0", expected: "A share above 0 is expected; 1 means all at once.") }
        return share
    }

    /// An amount in major units, such as `500000` or `99.50`.
    func money(currency: String) throws(InputError) -> Money {
        let digits = Money.minorDigits(of: currency)
        let expected = "An amount in \(currency) is expected, in plain digits such as 500000."
        let scalar = try scalar(expected: expected)
        guard let number = DecimalDigits(scalar.string, maximumFraction: digits), number.whole <= 1_000_000_000_000
        else { throw wrong("is \(shown(scalar)), not an amount", expected: expected) }
        var minor = number.whole
        for _ in 0..<digits { minor *= 10 }
        return Money(minorUnits: minor + number.fraction(digits: digits), currency: currency)
    }
}

/// A plain decimal such as `12.5`: no sign, grouping, exponent or needless zero in front.
private struct DecimalDigits {
    var whole: Int64
    private var fraction: Substring

    init?(_ text: String, maximumFraction: Int) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts[0].count == 1 || parts[0].first != "0", let whole = Int64(parts[0])
        else { return nil }
        fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= maximumFraction else { return nil }
        self.whole = whole
    }

    func fraction(digits: Int) -> Int64 {
        Int64(fraction + String(repeating: "0", count: digits - fraction.count)) ?? 0
    }
}
