import ArgumentParser
import Records

// gonghai quarantine BATCH [--lift]

struct Quarantine: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts the customers of an import aside: nights neither recycle nor allocate them.",
        discussion: """
            Example:
              gonghai quarantine -w sales 3f9a
              gonghai quarantine -w sales 3f9a --lift
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var chosen: BatchArgument

    @ArgumentParser.Flag(help: "End it: holds are as they were before.")
    var lift = false

    @ArgumentParser.Flag(help: "Print one JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Who says so, for the ledger (default: the operator).", valueName: "name"))
    var by: String?

    private struct Report: Encodable {
        var batch: String
        var file: String
        var mode: String
        var customers: Int
    }

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let store = try workspace.store()
        let now = Clock.now()
        let today = workspace.zone.date(of: now)
        guard let batch = try chosen.batch(in: store, today: today) else {
            throw CommandError("the batch \(chosen.batch) was undone; it has no customers.")
        }
        guard batch.entity == .customers else {
            throw CommandError(
                "\(batch.file) lists \(batch.entity.rawValue); only customers can be put aside.")
        }
        let by = by ?? Operator.name
        let changed =
            lift
            ? try store.liftQuarantine(of: batch.id, by: by, date: today, at: now)
            : try store.quarantine(batch.id, by: by, date: today, at: now)
        if json {
            return try Console.printJSON(
                Report(
                    batch: batch.id.rawValue, file: batch.file, mode: lift ? "lifted" : "quarantined",
                    customers: changed.count))
        }
        let what = Console.count(changed.count, "customer")
        Console.print(
            lift
                ? "\(what) of \(batch.file) no longer in quarantine."
                : "\(what) of \(batch.file) put in quarantine; nights leave them alone until --lift.")
    }
}
