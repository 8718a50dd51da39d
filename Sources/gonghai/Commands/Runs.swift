import ArgumentParser
import Foundation
import Records

// gonghai runs [DATE [DATE]] [--json]

struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the nights that were run, or compares two of them.",
        discussion: """
            With one date: the stages of its last attempt. With two: what each stage
            took and counted on both, and the difference.

            Example:
              gonghai runs -w sales 2026-11-20 2026-11-23
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: ArgumentHelp("One business date to show, or two to compare.", valueName: "yyyy-mm-dd"))
    var dates: [DateArgument] = []

    @Option(help: ArgumentHelp("How many nights to list.", valueName: "n"))
    var last = 30

    @ArgumentParser.Flag(help: "Print the run records as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        guard dates.count <= 2, last > 0 else {
            throw CommandError(
                "one date shows a night, two compare them; --last takes a number above 0.", status: .usage)
        }
        if dates.isEmpty { return try list(RunHistory(workspace: workspace).records(last: last)) }
        let records = try dates.map { date in
            guard let record = try RunHistory(workspace: workspace).last(of: date.date) else {
                throw CommandError("no night was run for \(date.date).")
            }
            return record
        }
        if json { return try Console.printJSON(records) }
        Console.print(RunComparison(records: records).table)
    }

    private func list(_ records: [RunRecord]) throws {
        if json { return try Console.printJSON(records) }
        guard !records.isEmpty else { return Console.print("No night was run yet. Run one with:  gonghai run") }
        let columns = [
            ("import", "read"), ("import", "rejected"), ("recycle", "recycled"), ("claims", "granted"),
            ("allocate", "allocated"), ("deliver", "sent"),
        ]
        Console.print(
            Console.table(
                ["date", "attempt", "status", "started", "seconds"] + columns.map(\.1) + ["remark"],
                records.map { record in
                    [
                        record.businessDate, String(record.attempt), record.status, record.startedAt,
                        String(format: "%.1f", record.seconds),
                    ] + columns.map { record.count($0.1, of: $0.0).map(String.init) ?? "" }
                        + [record.message ?? ""]
                }))
    }
}

/// The records in runs/, as far as they can be read.
struct RunHistory {
    let workspace: Workspace

    /// Of the last `count` business dates, oldest first; every attempt.
    func records(last count: Int) throws -> [RunRecord] {
        let folder = workspace.folder.appending(path: "runs")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let dates = try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap(BusinessDate.init(iso:))
        return try dates.sorted().suffix(count).flatMap(records(of:))
    }

    func last(of date: BusinessDate) throws -> RunRecord? { try records(of: date).last }

    private func records(of date: BusinessDate) throws -> [RunRecord] {
        let folder = workspace.runs(date)
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let attempts = try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { name in
            name.hasSuffix(".json") ? Int(name.dropLast(5)) : nil
        }
        return attempts.sorted().compactMap { attempt in
            FileManager.default.contents(atPath: folder.appending(path: "\(attempt).json").path)
                .flatMap(RunRecord.init(json:))
        }
    }
}

/// One night, or two side by side.
struct RunComparison {
    let records: [RunRecord]

    var table: String {
        var header = ["stage", "what"] + records.map { "\($0.businessDate) (\($0.attempt))" }
        if records.count == 2 { header.append("difference") }
        var rows = [row("night", "status", records.map(\.status)), row("night", "seconds", records.map(\.seconds))]
        rows.append(row("night", "rules", records.map { String($0.rules.prefix(8)) }))
        rows.append(row("night", "version", records.map(\.version)))
        for stage in Stage.allCases.map(\.rawValue) {
            let stages = records.map { record in record.stages.last { $0.stage == stage } }
            guard stages.contains(where: { $0 != nil }) else { continue }
            rows.append(row(stage, "status", stages.map { $0?.status ?? "" }))
            rows.append(row(stage, "seconds", stages.map { $0?.seconds ?? 0 }))
            for what in Set(stages.flatMap { $0.map { Array($0.counts.keys) } ?? [] }).sorted() {
                rows.append(row(stage, what, stages.map { Double($0?.counts[what] ?? 0) }, digits: 0))
            }
        }
        return Console.table(header, rows)
    }

    private func row(_ stage: String, _ what: String, _ values: [String]) -> [String] { [stage, what] + values }

    private func row(_ stage: String, _ what: String, _ values: [Double], digits: Int = 3) -> [String] {
        let shown = values.map { String(format: "%.\(digits)f", $0) }
        guard values.count == 2 else { return row(stage, what, shown) }
        return row(stage, what, shown) + [String(format: "%+.\(digits)f", values[1] - values[0])]
    }
}
