/// Resolved claims and allocations of one rep in one segment and attempt, added up: what the chance of a conversion is
/// estimated from, without loading any history.
///
/// A spell is resolved at the customer's first win in it or at its end, whichever is first; unresolved ones are left out,
/// and so are spells that ended because of something else than the owner's work (merged, undone).
package struct ConversionCount: Sendable, Equatable {
    /// The owner at the time.
    package var rep: RepID
    package var section: String?
    package var size: Size.Class
    /// 0 where nobody held the customer before, 1 after one earlier spell, 2 after two or more.
    package var attempt: Int
    package var spells: Int
    package var conversions: Int
    /// The sum of the customers' freshness when the spells began: 1 on the day of entering the pool, halved every 30 days.
    package var exposure: Double

    package init(
        rep: RepID, section: String?, size: Size.Class, attempt: Int, spells: Int, conversions: Int, exposure: Double
    ) {
        self.rep = rep
        self.section = section
        self.size = size
        self.attempt = attempt
        self.spells = spells
        self.conversions = conversions
        self.exposure = exposure
    }
}

/// What a rep got from the pool in a period, claims and allocations together.
package struct Receipt: Sendable, Equatable {
    package var rep: RepID
    package var customers: Int
    /// The known values of these customers, in the workspace's currency.
    package var value: Money

    package init(rep: RepID, customers: Int, value: Money) {
        self.rep = rep
        self.customers = customers
        self.value = value
    }
}
