import ArgumentParser
import Foundation
import PoolStore
import Records
import Reporting

// gonghai run [--date D] [--dry-run] [--approve FUSE]

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the night for a business date: import, recycle, tiers, claims, allocate, report, mail.",
        discussion: """
            Without --date the business date is yesterday. Nights that were missed
            are run first, in order. A date that is done is not done again. With
            --dry-run everything is decided and printed, per customer, and nothing
            changes.

            Example:
              gonghai run -w sales --date 2026-11-23 --dry-run
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("The business date (default: yesterday).", valueName: "yyyy-mm-dd"))
    var date: DateArgument?

    @ArgumentParser.Flag(help: "Print what would change, per customer, and change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Let a fuse pass this once: feeds.", valueName: "fuse"))
    var approve: [Fuse] = []

    @ArgumentParser.Flag(help: "Print the plan or the result as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let dates = try dates(in: workspace)
        let store = try workspace.store()
        if dryRun {
            try store.rehearsal { try nights(dates, in: workspace) }
        } else {
            try nights(dates, in: workspace)
        }
    }

    /// The date asked for, with the missed ones before it.
    private func dates(in workspace: Workspace) throws -> [BusinessDate] {
        let yesterday = workspace.zone.date(of: Clock.now()) - 1
        let target = date?.date ?? yesterday
        guard target <= yesterday + 1 else {
            throw CommandError("\(target) is not over yet; a night is run for a day that is complete.", status: .usage)
        }
        guard let last = try workspace.store().lastCompletedNight(), last < target else { return [target] }
        return (1...(target - last)).map { last + $0 }
    }

    private func nights(_ dates: [BusinessDate], in workspace: Workspace) throws {
        guard let latest = dates.last else { return }
        var status = ExitStatus.done
        for date in dates {
            if dates.count > 1 { Console.note("The night for \(date):") }
            let night = try Night(
                workspace: workspace, date: date, latestDate: latest, approvals: Set(approve), writesFiles: !dryRun)
            if try attempt(night) == .doneWithRemarks { status = .doneWithRemarks }
        }
        if status != .done, !dryRun { throw status }
    }

    private func attempt(_ night: Night) throws -> ExitStatus {
        do {
            try Pipeline(night: night).run()
        } catch {
            let stop = error as? FuseStop
            if !dryRun {
                try? night.record.write(
                    to: night.workspace.runs(night.date), status: stop == nil ? "failed" : "stopped",
                    message: stop.map { "fuse: \($0.fuse.rawValue)" } ?? "\(type(of: error))")
            }
            for error in night.fileErrors { Console.error(error.rendered) }
            guard let stop else { throw error }
            Console.error(stop.message)
            throw ExitStatus.stoppedByFuse
        }
        return try finish(night)
    }

    private func finish(_ night: Night) throws -> ExitStatus {
        for error in night.fileErrors { Console.error(error.rendered) }
        for warning in night.warnings { Console.warning(warning) }
        if dryRun {
            try NightPlan(night: night).print(json: json)
            return .done
        }
        night.record.inputs = night.importedFiles.map {
            RunRecord.Input(file: $0.batch.file, sha256: $0.batch.digest, batch: $0.batch.id.rawValue)
        }
        try night.record.write(to: night.workspace.runs(night.date), status: "done")
        try NightSummary(night: night).print(json: json)
        let isClean =
            night.fileErrors.isEmpty && night.warnings.isEmpty
            && night.importedFiles.allSatisfy { $0.counts.rejected == 0 && $0.counts.pending == 0 }
        return isClean ? .done : .doneWithRemarks
    }
}
