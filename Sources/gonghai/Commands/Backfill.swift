import ArgumentParser
import Records

// gonghai backfill --from D --to D [--send]

struct Backfill: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the nights of a span of business dates that were not run, in order, without mailing.",
        discussion: """
            For a span before the first night, or one that was skipped. Nights that are
            done are not done again. Nobody gets mail about days long past unless
            --send says so.

            Example:
              gonghai backfill -w sales --from 2026-11-02 --to 2026-11-06
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("The first business date.", valueName: "yyyy-mm-dd"))
    var from: DateArgument

    @Option(help: ArgumentHelp("The last business date.", valueName: "yyyy-mm-dd"))
    var to: DateArgument

    @ArgumentParser.Flag(help: "Also mail the reports of each night.")
    var send = false

    @Option(help: ArgumentHelp("Let a fuse pass this once: \(Fuse.names).", valueName: "fuse"))
    var approve: [Fuse] = []

    @ArgumentParser.Flag(help: "Print the results as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        guard from.date <= to.date else {
            throw CommandError("--from \(from.date) is after --to \(to.date).", status: .usage)
        }
        try workspace.requireComplete(to.date)
        let lock = try RunLock(workspace: workspace)
        try withExtendedLifetime(lock) {
            try NightRunner(
                workspace: workspace, approvals: Set(approve), json: json, mailing: send ? .each : .none
            ).run((0...(to.date - from.date)).map { from.date + $0 })
        }
    }
}
