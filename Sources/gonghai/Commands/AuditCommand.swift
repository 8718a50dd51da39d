import Allocation
import ArgumentParser
import PoolStore
import Records
import Rules

// gonghai audit [--from D] [--to D] [--json]

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Looks for ways round the rules, and for books above their limit.",
        discussion: """
            Customers that went A → B → A, were released and claimed again; follow-ups
            mostly on the last day, without a word, in one minute, or written down late.
            Each line is something to look at, not a verdict.

            Example:
              gonghai audit -w sales --from 2026-11-01
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("The first day (default: 90 days before the last).", valueName: "yyyy-mm-dd"))
    var from: DateArgument?

    @Option(help: ArgumentHelp("The last day (default: yesterday).", valueName: "yyyy-mm-dd"))
    var to: DateArgument?

    @ArgumentParser.Flag(help: "Print it as JSON, one object per line.")
    var json = false

    struct Line: Encodable {
        var kind, repID, rep, detail: String
        var count, total: Int
        var customers: [String]
    }

    func run() throws {
        let workspace = try workspace.open()
        let store = try workspace.store()
        let last = to?.date ?? workspace.zone.date(of: Clock.now()) - 1
        let first = from?.date ?? last - 90
        let names = try RepNames(store: store)
        let flags = try flags(workspace, store, first, last)
        let lines = flags.map {
            Line(
                kind: $0.kind.rawValue, repID: $0.rep.rawValue, rep: names.name($0.rep), detail: $0.detail,
                count: $0.count, total: $0.total, customers: $0.customers.map(\.rawValue))
        }
        if json {
            for line in lines { try Console.printJSON(line) }
            return
        }
        guard !lines.isEmpty else { return Console.print("Nothing stands out from \(first) to \(last).") }
        Console.print(
            Console.table(
                ["what", "rep", "count", "of", "detail", "customers"],
                lines.map {
                    [
                        $0.kind, $0.rep, String($0.count), String($0.total), $0.detail,
                        $0.customers.prefix(5).joined(separator: " ") + ($0.customers.count > 5 ? " …" : ""),
                    ]
                }))
    }

    private func flags(
        _ workspace: Workspace, _ store: any Store, _ first: BusinessDate, _ last: BusinessDate
    ) throws -> [AuditFlag] {
        let zone = workspace.zone
        let (start, end) = (zone.start(of: first), zone.end(of: last))
        let book = Book(store: store, rules: workspace.rules, calendar: .china)
        let all = try book.histories(asOf: end)
        let lately = Set(all.filter { $0.spell.endedAt.map { $0 >= start } ?? true }.map(\.spell.customer))
        return Audit.flags(
            histories: all.filter { lately.contains($0.spell.customer) },
            quality: try store.followUpQuality(
                from: start, until: end, lateDays: workspace.rules.followUp.lateRecordingDays),
            books: try Candidates(store: store, rules: workspace.rules, date: last).books.values
                .sorted { $0.rep.id < $1.rep.id },
            rules: workspace.rules, calendar: .china)
    }
}
