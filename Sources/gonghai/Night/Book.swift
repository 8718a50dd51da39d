import Allocation
import PoolStore
import Records
import Rules

/// What reps held and owed, from the store's spells through the one deadline function: for tiers and for reports.
struct Book {
    let store: any Store
    let rules: Rules
    let calendar: WorkCalendar

    /// What each rep of the roster achieved in the month that holds `day`, sorted by id.
    func performance(inMonthOf day: BusinessDate) throws -> [RepPerformance] {
        let days = day.startOfMonth...(day.startOfNextMonth - 1)
        let zone = rules.zone
        let reps = try store.reps()
        let sales = try store.sales(
            from: zone.start(of: days.lowerBound), until: zone.start(of: days.upperBound + 1),
            revenueFrom: rules.revenueFrom,
            currency: rules.currency)
        return Performance.of(
            reps.filter(\.isActive),
            obligations: try obligations(
                of: histories(asOf: zone.end(of: days.upperBound)), asOf: zone.end(of: days.upperBound), reps: reps),
            sales: sales,
            days: days, currency: rules.currency)
    }

    func histories(asOf: Instant) throws -> [SpellHistory] {
        try store.histories(until: asOf, revenueFrom: rules.revenueFrom, currency: rules.currency)
    }

    /// Every duty to follow up in spells as they stood at `asOf`, those of one spell after those of the other.
    func obligations(of histories: [SpellHistory], asOf: Instant, reps: [Rep]) throws -> [Obligation] {
        let owners = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let date = rules.zone.date(of: asOf)
        let customers = try customers(of: histories)
        return histories.flatMap { history in
            let owner = owners[history.spell.rep]
            return Obligations.obligations(
                of: history, customer: customers[history.spell.customer], owner: owner,
                isExemptNow: Exemption.of(history, owner: owner, rules: rules.followUp, date: date) != nil,
                rules: rules.followUp, calendar: calendar, zone: rules.zone, asOf: asOf)
        }
    }

    /// What exceptions of the rules ask about; nothing where there are none.
    private func customers(of histories: [SpellHistory]) throws -> [CustomerID: CustomerSummary] {
        let states = rules.followUp.former.map(\.rules) + [rules.followUp]
        guard states.contains(where: { !$0.exceptions.isEmpty || !$0.exemptLevels.isEmpty }) else { return [:] }
        let summaries = try store.summaries(of: Set(histories.map(\.spell.customer)).sorted())
        return Dictionary(summaries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
