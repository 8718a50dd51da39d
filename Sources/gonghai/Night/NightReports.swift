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

    func render(_ facts: NightFacts) throws -> [ReportFile] {
        var files = try Reports.render(facts, rules: workspace.rules, templates: templates, version: Gonghai.version)
        if let bytes = try OwnershipConflictsFile.bytes(store: workspace.store(), date: date, zone: workspace.zone) {
            files.append(ReportFile(name: OwnershipConflictsFile.name, bytes: bytes))
        }
        return files
    }

    func facts() throws -> NightFacts {
        let store = try workspace.store()
        let rules = workspace.rules
        let zone = workspace.zone
        var facts = NightFacts(date: date, asOf: zone.end(of: date))
        let book = Book(store: store, rules: rules, calendar: .china)
        let window = rules.claims.days(around: date)
        facts.reps = try store.standings(windowStart: zone.start(of: window.lowerBound), until: facts.asOf)
        facts.spells = try book.histories(asOf: facts.asOf)
        facts.obligations = try book.obligations(asOf: facts.asOf, reps: facts.reps.map(\.rep))
        facts.decisions = try store.decisions(of: date)
        facts.reminders = try store.reminders(of: date)
        facts.tiers = try store.tiers(of: date.startOfMonth)
        facts.pool = try store.pool(at: facts.asOf)
        let before = date - 1
        facts.imports = try store.imports(after: before, through: date)
        facts.feeds = try store.feedStatuses(of: date)
        facts.flows = try store.flows(opening: zone.end(of: before), closing: facts.asOf)
        facts.disputes = try store.disputes()
        facts.pending = try store.pendingCounts()
        facts.names = try names(for: facts, in: store)
        return facts
    }

    private func names(for facts: NightFacts, in store: any Store) throws -> [CustomerID: String] {
        let mentioned = Set(
            facts.decisions.map(\.customer) + facts.reminders.map(\.customer) + facts.spells.map(\.spell.customer)
                + facts.disputes.map(\.customer))
        return Dictionary(
            try store.summaries(of: mentioned.sorted()).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
    }
}
