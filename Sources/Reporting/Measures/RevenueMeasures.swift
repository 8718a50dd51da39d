import Records

/// What a customer that was handed to somebody brings (METRICS.md, 9): revenue within `days` of the spell's start, over
/// every spell that is so old, buyers or not.
struct RevenueMeasures: Sendable {
    /// Spells that began at least `days` ago; those without a sale are in it.
    let mature: Int
    /// What each buyer brought within `days`, ascending, in minor units.
    let buyers: [Int64]
    let currency: String
    /// 95 % percentile bootstrap of the mean, in minor units; `nil` where there is no spell so old.
    let interval: Interval?

    static let days = 90

    init(_ spells: SpellWindow, currency: String, seed: UInt64) {
        let horizon = Int64(Self.days) * 86_400
        var (mature, buyers) = (0, [Int64]())
        for history in spells.acquired
        where !history.wasWonBefore && spells.end - history.spell.startedAt >= horizon {
            mature += 1
            let revenue = history.sales.reduce(Int64(0)) {
                $1.at - history.spell.startedAt <= horizon ? $0 &+ $1.minorUnits : $0
            }
            if revenue > 0 { buyers.append(revenue) }
        }
        self.mature = mature
        self.buyers = buyers.sorted()
        self.currency = currency
        interval = Bootstrap.meanInterval(of: self.buyers, amongst: mature, seed: seed)
    }

    var total: Int64 { buyers.reduce(0, &+) }
    /// Minor units a spell; `nil` where none is mature.
    var mean: Double? { mature > 0 ? Double(total) / Double(mature) : nil }
    /// Of those who bought; the lower one of two in the middle.
    var medianOfBuyers: Int64? { buyers.isEmpty ? nil : buyers[(buyers.count - 1) / 2] }
    /// The share of the revenue that the largest buyer brought.
    var topShare: Double? { total > 0 ? buyers.last.map { Double($0) / Double(total) } : nil }
}
