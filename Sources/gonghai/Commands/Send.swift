import ArgumentParser
import Foundation
import PoolStore
import Records

// gonghai send [--dry-run] [--wait] [--again] [--approve recipients]

struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Delivers what waits in the outbox.",
        discussion: """
            A night mails by itself; this sends what it had to leave. What a server
            refuses for now is tried again later, with --wait until all is settled or
            the hour mail.retry_until has come. --dry-run writes the very bytes that
            would be sent as .eml files and sends nothing.

            Example:
              gonghai send -w sales --dry-run --output preview
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @ArgumentParser.Flag(help: "Write what is due as .eml files, and send nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Where --dry-run writes (default: outbox/ of the workspace).", valueName: "dir"),
        completion: .directory)
    var output: String?

    @ArgumentParser.Flag(help: "Stay until nothing is left to be tried again.")
    var wait = false

    @ArgumentParser.Flag(help: "Also try again what was given up and what may have arrived.")
    var again = false

    @Option(help: ArgumentHelp("Let a fuse pass this once: recipients.", valueName: "fuse"))
    var approve: [Fuse] = []

    @ArgumentParser.Flag(help: "Print the result as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        let store = try workspace.store()
        if dryRun { return try writeFiles(of: store, to: folder(in: workspace)) }
        let dispatch = try Dispatch(workspace: workspace, approvals: Set(approve))
        if again { try reopen(store) }
        let report = try Interruption.putOff {
            var report = try dispatch.round()
            while wait, report.blocked == nil, let next = report.nextAt, !Interruption.isRequested {
                Interruption.sleep(seconds: Double(max(1, next - Clock.now())))
                if !Interruption.isRequested { report.add(try dispatch.round()) }
            }
            return report
        }
        if json { try Console.printJSON(report) } else { Console.print(report.sentence) }
        for warning in report.warnings { Console.warning(warning) }
        if report.blocked != nil, report.sent == 0 { throw ExitStatus.refused }
        if !report.isClean { throw ExitStatus.doneWithRemarks }
    }

    private func folder(in workspace: Workspace) -> URL {
        output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? workspace.outbox
    }

    private func writeFiles(of store: SQLiteStore, to folder: URL) throws {
        let mails = try store.outbox(in: [.pending, .retry, .unknown])
        for mail in mails {
            guard let bytes = try store.mailBytes(of: mail.key) else { continue }
            try AtomicFiles.write(bytes, to: folder.appending(path: mail.name))
        }
        Console.print(
            "\(Console.count(mails.count, "mail")) would be sent; the bytes are in \(folder.relativePath). Nothing was sent."
        )
    }

    private func reopen(_ store: SQLiteStore) throws {
        for var mail in try store.outbox(in: [.dead, .unknown, .retry]) {
            mail.state = .pending
            (mail.nextAt, mail.giveUpAt) = (nil, nil)
            try store.update(mail)
        }
    }
}
