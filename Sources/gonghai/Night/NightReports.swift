import Allocation
import Delivery
import PoolStore
import Records
import Reporting
import Rules

/// The reports and mails of a business date, from what the store knows of it: the same for the night itself and for
/// `gonghai report`.
struct NightReports {
    let workspace: Workspace
    let date: BusinessDate
    var templates = TemplateLibrary.builtIn

    /// What is known of the date, with everything that is counted from it.
    func night() throws -> Reporting.Night {
        Reporting.Night(try facts(), rules: workspace.rules, version: Gonghai.version)
    }

    func render(_ night: Reporting.Night) throws -> [ReportFile] {
        var files = try Reports.render(night, templates: templates)
        files += try Reports.rollUps(try endingPeriods().map(periodFacts), of: night, templates: templates)
        if let bytes = EscalationsFile.bytes(night.facts, rules: workspace.rules) {
            files.append(ReportFile(name: EscalationsFile.name, bytes: bytes))
        }
        return files
    }

    /// The page and the tables of a period that ends on or after this date, as known on it.
    func render(_ period: Period) throws -> [ReportFile] {
        let night = Reporting.Night(
            try facts(since: period.from), rules: workspace.rules, version: Gonghai.version)
        return try Reports.render(try periodFacts(period), of: night, templates: templates)
    }

    /// The week and the month that this date ends.
    private func endingPeriods() -> [Period] {
        let periods = [
            Period.week(of: date), Period.month(of: date, startDay: workspace.rules.fiscalMonthStart),
        ]
        return periods.filter { $0.to == date }
    }

    private func periodFacts(_ period: Period) throws -> PeriodFacts {
        let store = try workspace.store()
        let end = min(period.to, date)
        return PeriodFacts(
            period, refusals: try store.refusals(from: period.from, through: end),
            flows: try store.flows(
                opening: workspace.zone.end(of: period.from - 1), closing: workspace.zone.end(of: end)))
    }

    /// What the store knows of the date; with the daily numbers from `since` on, or from the trend's first day.
    private func facts(since: BusinessDate? = nil) throws -> NightFacts {
        let store = try workspace.store()
        let rules = workspace.rules
        let zone = workspace.zone
        var facts = NightFacts(date: date, asOf: zone.end(of: date))
        let book = Book(store: store, rules: rules, calendar: .china)
        let window = rules.claims.days(around: date)
        facts.reps = try store.standings(
            windowStart: zone.start(of: window.lowerBound), until: facts.asOf, heldAt: facts.asOf, rules: rules.claims)
        facts.spells = try book.histories(asOf: facts.asOf)
        facts.obligations = try book.obligations(of: facts.spells, asOf: facts.asOf, reps: facts.reps.map(\.rep))
        facts.decisions = try store.decisions(of: date)
        facts.bottlenecks = try store.bottlenecks(of: date)
        facts.reminders = try store.reminders(of: date)
        facts.tiers = try store.tiers(of: date.startOfMonth)
        facts.pool = try store.poolFacts(at: facts.asOf, on: date, zone: zone)
        let before = date - 1
        facts.imports = try store.imports(after: before, through: date)
        facts.feeds = try store.feedStatuses(of: date)
        facts.flows = try store.flows(opening: zone.end(of: before), closing: facts.asOf)
        facts.disputes = try store.disputes()
        facts.ownershipCases = try OwnershipConflictsFile.cases(store: store, date: date, zone: zone)
        facts.ownerChanges = try store.ownerChanges(after: zone.end(of: before), through: facts.asOf)
        facts.pending = try store.pendingCounts()
        facts.names = try names(for: facts, in: store)
        try addBackgrounds(to: &facts, in: store)
        facts.closedDeals = try store.closedDeals(after: zone.end(of: date - 100), through: facts.asOf)
        let earliest = facts.spells.first.map { zone.date(of: $0.spell.startedAt) } ?? date
        facts.workingTime = WorkingTime(
            days: min(earliest, date)...(date + 1), zone: zone, isWorkday: WorkCalendar.china.isWorkday)
        let first = min(since ?? date, date - 40)
        facts.reported = try store.counts(of: .report, from: first, through: date)
        // Nothing changes it but lists of customers; the first report looks at what came before it, too.
        let isFirst = !facts.reported.keys.contains { $0 < date }
        if isFirst || facts.imports.contains(where: { $0.batch.entity == .customers }) {
            facts.quality = try store.customerQuality()
        }
        facts.poolSizes = try poolSizes(since: first, closing: facts.flows.first { $0.rep == nil }?.closing, in: store)
        return facts
    }

    /// What reps may ask for, and what they want to know of whom they are about to call.
    private func addBackgrounds(to facts: inout NightFacts, in store: any Store) throws {
        let offers = try PooledOffers(store: store, rules: workspace.rules, date: date)
            .first(Shortlists.candidates, on: date + 1)
        let lists = Shortlists(rules: workspace.rules, date: date).choose(from: offers, for: facts.reps.map(\.rep))
        let offered = Set(lists.values.joined()).sorted()
        let codes = try store.codes(of: offered)
        facts.claimable = lists.mapValues { list in
            list.compactMap { customer in codes[customer].map { Claimable(customer: customer, code: $0) } }
        }
        let soon = date + max(3, workspace.rules.followUp.remindDaysBefore)
        let due = facts.obligations.filter { $0.outcome == .pending && $0.deadline.date <= soon }.map(\.customer)
        let from = workspace.zone.start(of: date)
        let received = facts.spells.filter { $0.spell.startedAt >= from }.map(\.spell.customer)
        let asked = Set(offered + due + received + facts.reminders.map(\.customer)).sorted()
        facts.backgrounds = try store.backgrounds(of: asked, until: facts.asOf)
    }

    /// From the end of `date` backwards, one change after the other.
    private func poolSizes(since first: BusinessDate, closing: Int?, in store: any Store) throws -> [BusinessDate: Int]
    {
        guard var size = closing else { return [:] }
        let zone = workspace.zone
        let changes = try store.poolChanges(after: zone.end(of: first), through: zone.end(of: date))
        let byDate = Dictionary(grouping: changes) { zone.date(of: $0.at) }
        var sizes: [BusinessDate: Int] = [:]
        var day = date
        while day >= first {
            sizes[day] = size
            size -= (byDate[day] ?? []).reduce(0) { $0 + $1.change }
            day = day - 1
        }
        return sizes
    }

    private func names(for facts: NightFacts, in store: any Store) throws -> [CustomerID: String] {
        let from = workspace.zone.start(of: date)
        let mentioned = Set(
            facts.decisions.map(\.customer) + facts.reminders.map(\.customer) + facts.disputes.map(\.customer)
                + facts.ownershipCases.map(\.customer)
                + facts.obligations.filter { $0.outcome == .pending }.map(\.customer)
                + facts.spells.filter { $0.spell.startedAt >= from }.map(\.spell.customer))
        return try store.names(of: mentioned.sorted())
    }
}
