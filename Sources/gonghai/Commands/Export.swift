import Allocation
import ArgumentParser
import Foundation
import PoolStore
import Records

// gonghai export customers|contacts|reps|assignments|sources|spells|events|pool|follow-ups|deals|payments [--output FILE] [--raw]

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a table of the store as CSV, with full values.",
        discussion: """
            Each export is recorded in the access log.
            Tables: \(ExportTable.allCases.map(\.rawValue).joined(separator: ", ")).
            Text that a spreadsheet would evaluate gets an apostrophe in front; --raw
            leaves it as it is, for machines.

            Example:
              gonghai export customers -w sales --output customers.csv
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The table.")
    var table: String

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

    func run() throws {
        guard let table = ExportTable(rawValue: table) else {
            let names = ExportTable.allCases.map(\.rawValue)
            let meant = Nearest.match(to: table, among: names).map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError(
                "there is no table '\(table)'.\(meant)\nKnown: \(names.joined(separator: ", "))", status: .usage)
        }
        let workspace = try workspace.open()
        let store = try workspace.store()
        try store.logAccess(
            to: table, by: by ?? ProcessInfo.processInfo.environment["USER"] ?? "operator", at: Clock.now())
        var writer = CSVWriter(bom: bom)
        writer.append(table.columns.map(\.name))
        let isText = table.columns.map { $0.kind == .text }
        let deadlines = table == .customers ? try Deadlines(workspace: workspace).all() : [:]
        let deadlineColumn = table.columns.firstIndex { $0.name == "deadline" }
        let handle = output == nil ? FileHandle.standardOutput : nil
        try store.forEachRow(of: table, zone: workspace.zone) { cells in
            var cells = cells
            if let deadlineColumn, let deadline = deadlines[CustomerID(cells[0])] {
                cells[deadlineColumn] = deadline.description
            }
            writer.append(cells, neutralising: raw ? [] : isText)
            if let handle, writer.bytes.count > 1 << 16 {
                try handle.write(contentsOf: Data(writer.bytes))
                writer.removeWritten()
            }
        }
        if let output {
            try AtomicFiles.write(writer.bytes, to: URL(filePath: output))
        } else {
            try handle?.write(contentsOf: Data(writer.bytes))
        }
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
