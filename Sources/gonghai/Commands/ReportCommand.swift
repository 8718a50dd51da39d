import ArgumentParser
import Foundation
import PoolStore
import Records
import Reporting

// gonghai report [--date D] [--template DIR] [--output DIR]

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Shows where a night's reports are and their headline numbers; makes them anew where asked.",
        discussion: """
            A closed date keeps its first report in out/DATE. What is known by now is
            written elsewhere with --output, also with templates of your own
            (`gonghai init --templates` writes the built-in ones out).

            Example:
              gonghai report -w sales --date 2026-11-23 --output preview \\
                --template templates
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("The business date (default: the last night).", valueName: "yyyy-mm-dd"))
    var date: DateArgument?

    @Option(help: ArgumentHelp("Use the templates of this folder.", valueName: "dir"), completion: .directory)
    var template: String?

    @Option(
        help: ArgumentHelp("Write the reports as now known into this folder.", valueName: "dir"), completion: .directory
    )
    var output: String?

    @ArgumentParser.Flag(help: "Print the headline numbers as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        guard let date = try date?.date ?? workspace.store().lastCompletedNight() else {
            throw CommandError("no night was run yet. Run one with:  gonghai run")
        }
        guard try workspace.store().completedStages(of: date).contains(.allocate) else {
            throw CommandError("the night for \(date) was not run. Run it with:  gonghai run --date \(date)")
        }
        var reports = NightReports(workspace: workspace, date: date)
        if let template { reports.templates = try TemplateLibrary(folder: template) }
        let facts = try reports.facts()
        var folder = workspace.out(date)
        if let output {
            folder = URL(filePath: output, directoryHint: .isDirectory)
            try write(try reports.render(facts), into: folder)
        } else if template != nil {
            throw CommandError("--template needs --output DIR: a closed date keeps its first report.", status: .usage)
        } else if !FileManager.default.fileExists(atPath: folder.path) {
            try workspace.lock()
            try AtomicFiles.writeFolder(try reports.render(facts).map { ($0.name, $0.bytes) }, to: folder)
        }
        let numbers = try Reports.headline(facts, rules: workspace.rules.inEnglish, version: Gonghai.version)
        if json {
            try Console.printJSON(
                Dictionary(numbers.map { ($0.label, $0.value) }, uniquingKeysWith: { first, _ in first }))
        } else {
            Console.print(HeadlineNumbers.text(numbers))
            Console.print("Reports: \(folder.relativePath)")
        }
    }

    /// Into a folder that may hold other things: file by file, never replacing the folder.
    private func write(_ files: [ReportFile], into folder: URL) throws {
        for file in files { try AtomicFiles.write(file.bytes, to: folder.appending(path: file.name)) }
    }
}
