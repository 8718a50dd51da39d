import ArgumentParser
import Foundation
import Records

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

    @Option(help: ArgumentHelp("Let a fuse pass this once: \(Fuse.names).", valueName: "fuse"))
    var approve: [Fuse] = []

    @ArgumentParser.Flag(help: "Print the plan or the result as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        let lock = try RunLock(workspace: workspace)
        let dates = try dates(in: workspace)
        let runner = NightRunner(
            workspace: workspace, approvals: Set(approve), dryRun: dryRun, json: json,
            mailing: workspace.rules.mail.catchUp == .each ? .each : .latest)
        try withExtendedLifetime(lock) {
            if dryRun {
                try workspace.store().rehearsal { try runner.run(dates) }
            } else {
                try runner.run(dates)
            }
        }
    }

    /// The date asked for, with the missed ones before it.
    private func dates(in workspace: Workspace) throws -> [BusinessDate] {
        let target = date?.date ?? workspace.zone.date(of: Clock.now()) - 1
        try workspace.requireComplete(target)
        guard let last = try workspace.store().lastCompletedNight(), last < target else { return [target] }
        return (1...(target - last)).map { last + $0 }
    }
}
