import ArgumentParser
import Foundation
import PoolStore
import Records

// gonghai undo BATCH [--plan] [--compensate]

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes an import back: restores the state before it.",
        discussion: """
            BATCH is in `import --json` and `export sources`; its first characters will do.
            Where later facts depend on the batch (claims, nights, later files), nothing is
            done and they are named. --compensate then takes back what nothing depends on,
            retires the customers that nobody touched, and lists the rest for a person.

            Example:
              gonghai undo -w sales 3f9a --plan
              gonghai undo -w sales 3f9a
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var chosen: BatchArgument

    @ArgumentParser.Flag(help: "Say what would happen, and change nothing.")
    var plan = false

    @ArgumentParser.Flag(help: "Take back what nothing depends on, and list the rest.")
    var compensate = false

    @ArgumentParser.Flag(help: "Print one JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Who says so, for the ledger (default: the operator).", valueName: "name"))
    var by: String?

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let store = try workspace.store()
        let now = Clock.now()
        let today = workspace.zone.date(of: now)
        let session = ImportSession(workspace: workspace, date: today, at: now, asOf: today)
        guard let batch = try chosen.batch(in: store, today: today) else {
            Console.print("The batch \(chosen.batch) was undone before; there is nothing to do.")
            return
        }
        let undoing = Undoing(session: session, store: store, by: by ?? Operator.name)
        let obstacles = try store.undoObstacles(of: batch.id)
        // Beside what stands in the way, the plan shows what could be done all the same.
        let isCompensation = compensate || plan && !obstacles.isEmpty
        guard obstacles.isEmpty || isCompensation else {
            try report(UndoReport(batch, obstacles, nil, mode: .refused), store)
            throw CommandError(
                """
                \(Console.count(obstacles.count, "later fact depends", "later facts depend")) on \(batch.file); \
                nothing was done.
                What could be taken back all the same:  gonghai undo \(batch.id) --plan
                and to do that:                         gonghai undo \(batch.id) --compensate
                Nights leave its customers alone after: gonghai quarantine \(batch.id)
                """)
        }
        let outcome = try undoing.run(batch.id, isCompensation: isCompensation, isRehearsal: plan)
        var undone = UndoReport(batch, obstacles, outcome, mode: plan ? .plan : isCompensation ? .compensated : .undone)
        if !plan {
            try OwnershipConflictsFile.replace(in: workspace, date: today)
            undone.obstaclesFile = try write(obstacles, of: batch, to: workspace)
        }
        try report(undone, store)
        if !undone.repeatingFiles.isEmpty {
            Console.warning(
                "what later files repeated of \(batch.file) has to be imported again: "
                    + undone.repeatingFiles.joined(separator: ", "))
        }
        if !obstacles.isEmpty || !undone.repeatingFiles.isEmpty { throw ExitStatus.doneWithRemarks }
    }

    private func report(_ report: UndoReport, _ store: any Store) throws {
        if json { return try Console.printJSON(report) }
        let names = try RepNames(store: store)
        for line in report.lines(names) { Console.print(line) }
    }

    /// Where the list of what people touched is; empty where there is none.
    private func write(_ obstacles: [UndoObstacle], of batch: ImportBatch, to workspace: Workspace) throws -> String {
        let file = workspace.rejects.appending(path: "undo-\(batch.id).csv")
        try RejectFiles.replace(file, by: UndoReport.bytes(of: obstacles, zone: workspace.zone))
        return obstacles.isEmpty ? "" : workspace.shown(file)
    }
}

/// The batch that a command is about.
struct BatchArgument: ParsableArguments {
    @Argument(help: "The batch: its id, or enough of its first characters.")
    var batch: String

    /// `nil`: it was undone before.
    func batch(in store: any Store, today: BusinessDate) throws -> ImportBatch? {
        let known = try store.imports(after: nil, through: today).map(\.batch)
        let meant = known.filter { $0.id.rawValue == batch }
        let found = meant.isEmpty && batch.count >= 4 ? known.filter { $0.id.rawValue.hasPrefix(batch) } : meant
        if found.count > 1 {
            throw CommandError(
                "'\(batch)' may be any of \(found.count) batches: \(found.map(\.id.rawValue).joined(separator: ", ")).")
        }
        if let batch = found.first { return batch }
        guard try store.batch(BatchID(batch)) == nil else { return nil }
        throw CommandError(
            "there is no batch '\(batch)'. The batch of each row stands in:  gonghai export sources")
    }
}

/// Who runs a command, where nobody is named.
enum Operator {
    static var name: String { ProcessInfo.processInfo.environment["USER"] ?? "operator" }
}

/// Taking a batch back as a whole: the rows, then what follows from them, as an import does.
struct Undoing {
    let session: ImportSession
    let store: any Store
    let by: String

    func run(_ batch: BatchID, isCompensation: Bool, isRehearsal: Bool) throws -> UndoOutcome {
        func body() throws -> UndoOutcome {
            let outcome =
                isCompensation
                ? try store.compensate(batch, by: by, date: session.date, at: session.at)
                : try store.undo(batch, by: by, date: session.date, at: session.at)
            try session.refresh(outcome.touched, in: store)
            _ = try store.resolvePending(makeFormerReps: false, date: session.date, at: session.at)
            if try !store.isLive() { try session.settleOwnership(among: nil, in: store) }
            return outcome
        }
        return isRehearsal ? try store.rehearsal(body) : try store.transaction(body)
    }
}
