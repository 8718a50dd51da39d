import Allocation
import ArgumentParser
import Foundation
import Ingestion
import PoolStore
import Records

// gonghai export TABLE [--profile NAME] [--format csv|xml] [--source NAME] [--from D] [--to D] [--output FILE] [--raw]

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a table of the store as CSV or XML, with full values.",
        discussion: """
            Each export is recorded in the access log.
            Tables: \(ExportTable.allCases.map(\.rawValue).joined(separator: ", ")).
            Text that a spreadsheet would evaluate gets an apostrophe in front; --raw
            leaves it as it is, for machines. XML needs no such thing.

            customers --profile NAME writes what that system imports: its columns, its words,
            its own ids for customers and reps, as far as they are known here under --source
            (default: the profile's name). What it has no place for is named on stderr.
            Importing such a file here changes nothing.

            owners says who holds each record's customer, in the words of the system that
            the record comes from; with --from and --to, only records whose owner changed
            in these days, to bring that system up to date. Each night writes its own as
            out/DATE/owners-SOURCE.csv.

            Example:
              gonghai export customers -w sales --output customers.csv
              gonghai export customers -w sales --profile salesforce --output accounts.csv
              gonghai export owners -w sales --source crm-a --from 2026-11-16 --to 2026-11-22
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The table.")
    var table: String

    @Option(help: ArgumentHelp("csv or xml.", valueName: "format"))
    var format: RowOutput.Format = .csv

    @Option(help: ArgumentHelp("Write customers as this system imports them.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "The system that is told: whose ids --profile writes, whose records owners lists.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("owners: the first day of changes.", valueName: "yyyy-mm-dd"))
    var from: DateArgument?

    @Option(help: ArgumentHelp("owners: the last day of changes (default: the first).", valueName: "yyyy-mm-dd"))
    var to: DateArgument?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to this file (default: stdout).", valueName: "file"),
        completion: .file())
    var output: String?

    @ArgumentParser.Flag(help: "Neutralise nothing.")
    var raw = false

    @ArgumentParser.Flag(help: "Begin with a byte order mark, so that Excel reads Chinese.")
    var bom = false

    @Option(help: ArgumentHelp("Who takes it, for the access log.", valueName: "name"))
    var by: String?

    func validate() throws {
        if table != ExportTable.owners.rawValue, from != nil || to != nil || source != nil && profile == nil {
            throw ValidationError("--from and --to are for the table owners, --source for owners and --profile.")
        }
        if to != nil, from == nil { throw ValidationError("--to needs --from, the first day of changes.") }
        if let from, let to, to.date < from.date { throw ValidationError("--to is before --from.") }
    }

    func run() throws {
        guard let table = ExportTable(rawValue: table) else {
            let names = ExportTable.allCases.map(\.rawValue)
            let meant = Nearest.match(to: table, among: names).map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError(
                "there is no table '\(table)'.\(meant)\nKnown: \(names.joined(separator: ", "))", status: .usage)
        }
        let workspace = try workspace.open()
        let store = try workspace.store()
        let writer = try profile.map { try ListWriter.named($0, table, as: format == .xml ? .xml : .csv) }
        if let source { try Self.check(source, in: store) }
        try store.logAccess(
            to: table, by: by ?? Operator.name, at: Clock.now())
        if let writer { return try write(workspace, writer) }
        var rows = rows(of: table)
        try forEachRow(of: table, in: workspace) { try rows.append($0) }
        try rows.end()
    }

    private func write(_ workspace: Workspace, _ writer: ListWriter) throws {
        let export = CustomerExport(
            workspace: workspace, writer: writer, source: try source ?? Self.source(of: writer.profile, in: workspace),
            date: workspace.zone.date(of: Clock.now()))
        var rows =
            format == .xml
            ? RowOutput(writer.xml, to: output)
            : RowOutput(header: writer.header, isText: raw ? [] : writer.isText, bom: bom, to: output)
        let summary = try export.run { try rows.append($0) }
        try rows.end()
        summary.lines(export.source).forEach(Console.note)
    }

    /// The source that a profile's lists came from. Telling the wrong one would make every customer new to it.
    private static func source(of profile: Profile, in workspace: Workspace) throws -> String {
        let sources = try workspace.store().sources(of: .customers, profile: profile.name)
        guard sources.count > 1 else { return sources.first ?? profile.name }
        throw CommandError(
            "lists of '\(profile.name)' came from \(sources.joined(separator: ", ")).\nSay which is to be told:  "
                + "gonghai export customers --profile \(profile.name) --source \(sources[0])", status: .usage)
    }

    static func check(_ source: String, in store: any Store) throws {
        let known = try store.sources(of: .customers, profile: nil)
        guard !known.contains(source) else { return }
        let meant = Nearest.match(to: source, among: known).map { " Did you mean '\($0)'?" } ?? ""
        let all = known.isEmpty ? "No customers were imported yet." : "Known: \(known.joined(separator: ", "))"
        throw CommandError("no list of customers came from '\(source)'.\(meant)\n\(all)", status: .usage)
    }

    private func rows(of table: ExportTable) -> RowOutput {
        let names = table.columns.map(\.name)
        switch format {
        case .csv:
            return RowOutput(
                header: names, isText: raw ? [] : table.columns.map { $0.kind == .text }, bom: bom, to: output)
        case .xml:
            let columns = names.map { XMLRecordWriter.Column($0) }
            return RowOutput(
                XMLRecordWriter(record: "\(table.rawValue)/row", columns: columns, keepsEmpty: true), to: output)
        }
    }

    private func forEachRow(of table: ExportTable, in workspace: Workspace, _ visit: ([String]) throws -> Void) throws {
        let store = try workspace.store()
        switch table {
        case .customers:
            let deadlines = try Deadlines(workspace: workspace).all()
            let deadlineColumn = table.columns.firstIndex { $0.name == "deadline" }
            let pools = try Self.pools(of: workspace)
            let poolColumn = table.columns.firstIndex { $0.name == "pool" }
            try store.forEachRow(of: table, zone: workspace.zone) { cells in
                var cells = cells
                if let deadlineColumn, let deadline = deadlines[CustomerID(cells[0])] {
                    cells[deadlineColumn] = deadline.description
                }
                if let poolColumn, let pool = pools[cells[0]] { cells[poolColumn] = pool }
                try visit(cells)
            }
        case .owners:
            guard let from = from?.date else {
                return try store.forEachRow(of: table, zone: workspace.zone) { cells in
                    if source == nil || cells[0] == source { try visit(cells) }
                }
            }
            let reps = RepDirectory(try store.reps())
            let zone = workspace.zone
            let changes = try store.ownerChanges(after: zone.end(of: from - 1), through: zone.end(of: to?.date ?? from))
            for change in changes where source == nil || change.record.source == source {
                try visit(change.cells(reps, zone: zone).map { $0 ?? "" })
            }
        default: try store.forEachRow(of: table, zone: workspace.zone, visit)
        }
    }
}

extension Export {
    /// Which pool each customer falls into, by its id; nothing where there is only one.
    private static func pools(of workspace: Workspace) throws -> [String: String] {
        guard !workspace.rules.pools.isEmpty else { return [:] }
        let pools = Pools(workspace.rules.pools)
        return Dictionary(
            try workspace.store().summaries().map { ($0.id.rawValue, pools.name(of: $0)) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// The deadline of every owned prospect, by the one deadline function.
struct Deadlines {
    let workspace: Workspace

    func all() throws -> [CustomerID: BusinessDate] {
        let holdings = try workspace.store().holdings(asOf: Clock.now())
        return Dictionary(
            holdings.map { ($0.spell.customer, deadline(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    func deadline(of holding: Holding) -> BusinessDate {
        FollowUpClock.deadline(of: holding, rules: workspace.rules.followUp, calendar: .china, zone: workspace.zone)
            .date
    }
}
