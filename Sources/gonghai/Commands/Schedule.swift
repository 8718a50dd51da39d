import ArgumentParser
import Foundation
import Records

// gonghai schedule systemd|cron|kubernetes [--output DIR]

struct Schedule: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints what makes a scheduler run the nights: systemd units, a cron table, a Kubernetes CronJob.",
        discussion: """
            Commented, locked down and ready to be installed; the time is operation.night_at
            of gonghai.yaml, in the workspace's zone. --output writes the files.

            Example:
              gonghai schedule systemd -w /srv/sales --output units
              systemd-analyze verify units/*
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: ArgumentHelp("systemd, cron or kubernetes.", valueName: "scheduler"))
    var scheduler: Scheduler

    @Option(help: ArgumentHelp("The user that runs the nights and owns the workspace.", valueName: "name"))
    var user = "gonghai"

    @Option(help: ArgumentHelp("The image with gonghai in it, for Kubernetes.", valueName: "image"))
    var image = "registry.example.com/gonghai:\(Gonghai.version)"

    @Option(help: ArgumentHelp("Write the files into this folder.", valueName: "dir"), completion: .directory)
    var output: String?

    func run() throws {
        let workspace = try workspace.open()
        guard !user.isEmpty, user.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }) else {
            throw CommandError("'\(user)' is no name of a user.", status: .usage)
        }
        let job = ScheduledJob(
            folder: workspace.folder.standardizedFileURL.path.trimmingSuffix("/"),
            program: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path, user: user,
            zone: workspace.zone.name, secondOfDay: workspace.rules.operation.nightAtSecondOfDay,
            usesSendmail: workspace.rules.mail.transport == .sendmail, image: image)
        let files = job.files(for: scheduler)
        guard let output else {
            for file in files { Console.print(file.text) }
            return
        }
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        for file in files {
            try AtomicFiles.write(Array(file.text.utf8), to: folder.appending(path: file.name))
            Console.note("wrote  \(folder.appending(path: file.name).relativePath)")
        }
    }
}

enum Scheduler: String, CaseIterable, ExpressibleByArgument { case systemd, cron, kubernetes }

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        count > suffix.count && hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
