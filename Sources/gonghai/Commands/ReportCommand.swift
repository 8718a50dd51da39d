import ArgumentParser
import Foundation
import PoolStore
import Records
import Reporting

// gonghai report [--date D | --from D --to D | --week W | --month M] [--template DIR] [--output DIR]

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Shows where reports are and their headline numbers; makes those of a week, a month or any days.",
        discussion: """
            A closed date keeps its first report in out/DATE. What is known by now is
            written elsewhere with --output, also with templates of your own
            (`gonghai init --templates` writes the built-in ones out); where it differs,
            the first number stands beside it.

            --week, --month or --from and --to make the report of several days in
            out/PERIOD. Months begin where fiscal_month_starts_on of gonghai.yaml says.
            The night that ends a week or a month writes its page too.

            Examples:
              gonghai report -w sales --date 2026-11-23 --output preview \\
                --template templates
              gonghai report -w sales --from 2026-11-01 --to 2026-11-15
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("The business date (default: the last night).", valueName: "yyyy-mm-dd"))
    var date: DateArgument?

    @Option(help: ArgumentHelp("The first day of a report on several days.", valueName: "yyyy-mm-dd"))
    var from: DateArgument?

    @Option(help: ArgumentHelp("Its last day.", valueName: "yyyy-mm-dd"))
    var to: DateArgument?

    @Option(help: ArgumentHelp("An ISO week instead.", valueName: "yyyy-Www"))
    var week: String?

    @Option(help: ArgumentHelp("A month instead.", valueName: "yyyy-mm"))
    var month: String?

    @Option(help: ArgumentHelp("Use the templates of this folder.", valueName: "dir"), completion: .directory)
    var template: String?

    @Option(
        help: ArgumentHelp("Write the reports as now known into this folder.", valueName: "dir"), completion: .directory
    )
    var output: String?

    @ArgumentParser.Flag(help: "Print the headline numbers as JSON.")
    var json = false

    func validate() throws {
        let choices = [date != nil, from != nil || to != nil, week != nil, month != nil]
        guard choices.count(where: { $0 }) <= 1 else {
            throw ValidationError("give one of --date, --from with --to, --week and --month.")
        }
        guard (from == nil) == (to == nil) else {
            throw ValidationError("--from and --to go together; both days are included.")
        }
    }

    func run() throws {
        let workspace = try workspace.open()
        guard let last = try workspace.store().lastCompletedNight() else {
            throw CommandError("no night was run yet. Run one with:  gonghai run")
        }
        if let period = try period(in: workspace) { return try report(on: period, last: last, in: workspace) }
        try report(on: date?.date ?? last, in: workspace)
    }

    // MARK: One night

    private func report(on date: BusinessDate, in workspace: Workspace) throws {
        guard try workspace.store().completedStages(of: date).contains(.allocate) else {
            throw CommandError("the night for \(date) was not run. Run it with:  gonghai run --date \(date)")
        }
        let reports = try reports(on: date, in: workspace)
        let night = try reports.night()
        var folder = workspace.out(date)
        if let output {
            folder = URL(filePath: output, directoryHint: .isDirectory)
            try write(try reports.render(night), into: folder)
        } else if template != nil {
            throw CommandError("--template needs --output DIR: a closed date keeps its first report.", status: .usage)
        } else if !FileManager.default.fileExists(atPath: folder.path) {
            try workspace.lock()
            try AtomicFiles.writeFolder(try reports.render(night).map { ($0.name, $0.bytes) }, to: folder)
        }
        let numbers = try Reports.headline(night, in: .english)
        if json {
            try Console.printJSON(
                Dictionary(numbers.map { ($0.label, $0.value) }, uniquingKeysWith: { first, _ in first }))
        } else {
            Console.print(HeadlineNumbers.text(numbers))
            Console.print("Reports: \(folder.relativePath)")
        }
    }

    // MARK: Several days

    private func period(in workspace: Workspace) throws -> Period? {
        if let from, let to {
            guard let period = Period(from: from.date, to: to.date) else {
                throw CommandError("--from \(from.date) is after --to \(to.date).", status: .usage)
            }
            return period
        }
        if let week {
            guard let period = Period.week(named: week) else {
                throw CommandError("'\(week)' is no ISO week; write it as 2026-W48.", status: .usage)
            }
            return period
        }
        if let month {
            guard let period = Period.month(named: month, startDay: workspace.rules.fiscalMonthStart) else {
                throw CommandError("'\(month)' is no month; write it as 2026-11.", status: .usage)
            }
            return period
        }
        return nil
    }

    private func report(on period: Period, last: BusinessDate, in workspace: Workspace) throws {
        guard period.from <= last else {
            throw CommandError(
                "the period begins on \(period.from), after the last night that was run (\(last)).", status: .usage)
        }
        // A period that is not over is reported as of the last night, and its page says so.
        let reports = try reports(on: min(period.to, last), in: workspace)
        let files = try reports.render(period)
        let folder =
            output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? workspace.out(named: period.name)
        try write(files, into: folder)
        Console.print("Reports: \(folder.relativePath)")
        if period.to > last { Console.note("The period is not over: \(period.to) lies after the last night, \(last).") }
    }

    private func reports(on date: BusinessDate, in workspace: Workspace) throws -> NightReports {
        var reports = NightReports(workspace: workspace, date: date)
        if let template { reports.templates = try TemplateLibrary(folder: template) }
        return reports
    }

    /// Into a folder that may hold other things: file by file, never replacing the folder.
    private func write(_ files: [ReportFile], into folder: URL) throws {
        for file in files { try AtomicFiles.write(file.bytes, to: folder.appending(path: file.name)) }
    }
}
