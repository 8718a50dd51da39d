import ArgumentParser
import Foundation
import Ingestion
import Records

// gonghai import FILE|FOLDER… [--as ENTITY] [--profile NAME] [--map FIELD=COLUMN]… [--source NAME] [--dry-run]

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Imports exports of other systems: customers, contacts, reps, follow-ups, deals, payments, claims.",
        discussion: """
            Encoding, dialect, profile and list are found from the content;
            `gonghai inspect FILE` shows how they were understood. Importing a file
            twice changes nothing.

            Example:
              gonghai import exports/kunden.csv --as customers \\
                --map name='往来户全名' --source crm-2019
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var mapping: MappingOptions

    @Argument(help: ArgumentHelp("Files or folders of exports.", valueName: "file"), completion: .file())
    var files: [String]

    @ArgumentParser.Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @ArgumentParser.Flag(help: "Print one JSON object per file.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let now = Clock.now()
        let today = workspace.zone.date(of: now)
        let session = ImportSession(
            workspace: workspace, date: today, at: now, asOf: today, progress: Progress.onTerminal())
        let start = ContinuousClock.now
        var paths = try InboxFiles.expand(files)
        let forms = CompletedForm.split(&paths, shownBy: workspace.shown)
        let (saved, errors) = try session.run(
            paths, options: try mapping.options(), isRehearsal: dryRun)
        let decided = try CompletedForm.take(forms, session, by: Operator.name, isRehearsal: dryRun)
        for error in errors { Console.error(error.rendered) }
        for warning in saved.flatMap(\.warnings) { Console.warning(warning) }
        guard !saved.isEmpty || !decided.isEmpty else { throw ExitStatus.refused }
        if !errors.isEmpty {
            Console.note(
                "\(Console.count(saved.count, "other file")) \(dryRun ? "would be" : saved.count == 1 ? "is" : "are") imported."
            )
        }
        if !dryRun {
            try RejectFiles.write(saved, to: workspace.rejects)
            for file in decided.map(\.rejectsFile) {
                try RejectFiles.replace(workspace.rejects.appending(path: file.name), by: file.bytes)
            }
            try OwnershipConflictsFile.replace(in: workspace, date: today)
            try RepAliasFile.replace(in: workspace)
        }
        let seconds = (ContinuousClock.now - start).seconds
        let folder = dryRun ? nil : "rejects"
        let reports =
            saved.map { ImportReport($0, folder: folder, seconds: seconds) }
            + decided.map { ImportReport($0, folder: folder, seconds: seconds) }
        if json { try reports.forEach(Console.printJSON) } else { summarise(reports) }
        let isClean =
            errors.isEmpty && saved.allSatisfy(\.warnings.isEmpty)
            && reports.allSatisfy { $0.rejected == 0 && $0.pending == 0 }
        if !isClean { throw ExitStatus.doneWithRemarks }
    }

    private func summarise(_ reports: [ImportReport]) {
        Console.print(ImportReport.table(reports))
        for report in reports {
            if !report.rejectsFile.isEmpty {
                Console.print(
                    "\(Console.count(report.rejected, "rejected row")) of \(report.file), with reasons: \(report.rejectsFile)"
                )
            }
            if !report.problemsFile.isEmpty {
                Console.print(
                    "\(Console.count(report.flagged, "row")) of \(report.file) with values that were not understood: \(report.problemsFile)"
                )
            }
            if report.conflicts > 0 {
                Console.print(
                    "\(Console.count(report.conflicts, "row")) of \(report.file) with another owner than the pool has"
                        + (report.conflictsFile.isEmpty ? "" : ": \(report.conflictsFile)"))
            }
            if report.pending > 0, CompletedForm.Kind(rawValue: report.entity) != nil {
                Console.print("\(Console.count(report.pending, "row")) of \(report.file) without a decision yet")
            } else if report.pending > 0 {
                Console.print(
                    "\(Console.count(report.pending, "row")) of \(report.file) waiting for what they refer to; "
                        + "every import and night tries again.")
            }
        }
        if dryRun { Console.print("This was a dry run: nothing was changed.") }
    }
}

/// How a file is to be understood, where its content does not say or says it wrongly.
struct MappingOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("What the file lists.", valueName: "entity"))
    var entity: String?

    @Option(help: "The profile of the system it comes from; `gonghai profiles` lists them.")
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "Take a field from a column: name=客户全名; column#2 is the second of that name.", valueName: "field=column"))
    var map: [String] = []

    @Option(help: "The system within which ids are unique (default: from gonghai.yaml, or the profile's name).")
    var source: String?

    @Option(help: "The text encoding, such as GB18030.")
    var encoding: String?

    @Option(help: ArgumentHelp("What stands between two cells: one or several characters, or tab.", valueName: "text"))
    var delimiter: String?

    @Option(help: ArgumentHelp("What surrounds cells: one character, or none.", valueName: "character"))
    var quote: String?

    @Option(help: ArgumentHelp("The line of the header, counted from 1.", valueName: "line"))
    var headerLine: Int?

    @ArgumentParser.Flag(help: "The file has no header: columns are called 1, 2 …, for --map.")
    var noHeader = false

    @Option(help: "The only sheet of a workbook to take; without it, every one that holds a list.")
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "How dates are written: ymd, mdy, dmy; epoch_seconds, epoch_milliseconds, republican (民国), excel_1900, excel_1904. "
                + "With FIELD= only those of one column.", valueName: "[field=]order"))
    var dates: [String] = []

    @Option(
        help: ArgumentHelp(
            "The decimal separator, '.' or ','. With FIELD= only that of one column.", valueName: "[field=]separator"))
    var decimal: [String] = []

    func options() throws -> ImportOptions {
        var options = ImportOptions()
        options.conventions = try conventions()
        if let entity {
            guard let known = Entity(rawValue: entity) else {
                throw CommandError(
                    Self.unknown("entity", entity, among: Entity.allCases.map(\.rawValue)), status: .usage)
            }
            options.entity = known
        }
        if let profile, Profiles.named(profile) == nil {
            throw CommandError(Self.unknown("profile", profile, among: Profiles.builtIn.map(\.name)), status: .usage)
        }
        options.profile = profile
        options.source = source
        options.encoding = encoding
        options.sheet = sheet
        options.delimiter = delimiter
        options.quote = quote
        options.headerLine = headerLine
        options.hasNoHeader = noHeader
        for assignment in map {
            let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandError(
                    "'\(assignment)' is no mapping; write --map FIELD=COLUMN, such as --map name=客户全名", status: .usage)
            }
            guard let field = Field(rawValue: parts[0]) else {
                throw CommandError(
                    Self.unknown("field", parts[0], among: Field.allCases.map(\.rawValue)), status: .usage)
            }
            options.map[field] = parts[1]
        }
        return options
    }

    /// What `--dates` and `--decimal` say.
    private func conventions() throws -> ValueConventions {
        var conventions = ValueConventions()
        for wish in dates {
            let (field, word) = try Self.wish(wish, isOfField: \.isDate)
            let order = ValueConventions.DateOrder(rawValue: word), form = ColumnConventions.DateForm(rawValue: word)
            guard order != nil || form != nil else {
                let known =
                    ValueConventions.DateOrder.allCases.map(\.rawValue)
                    + ColumnConventions.DateForm.allCases.map(\.rawValue)
                throw CommandError(Self.unknown("order of dates", word, among: known), status: .usage)
            }
            if field == nil, let order { conventions.dateOrder = order }
            for field in field.map({ [$0] }) ?? (form == nil ? [] : Field.allCases.filter(\.isDate)) {
                if let order { conventions.columns[field, default: ColumnConventions()].dateOrder = order }
                if let form { conventions.columns[field, default: ColumnConventions()].dateForm = form }
            }
        }
        for wish in decimal {
            let (field, word) = try Self.wish(wish, isOfField: \.isMeasured)
            guard word == "." || word == "," else {
                throw CommandError("'\(word)' is no decimal separator; it is '.' or ','", status: .usage)
            }
            if let field {
                conventions.columns[field, default: ColumnConventions()].decimalSeparator = word.first
            } else {
                conventions.decimalSeparator = word.first
            }
        }
        return conventions
    }

    /// `owned_since=dmy` or `dmy`.
    private static func wish(
        _ text: String, isOfField: (Field) -> Bool
    ) throws -> (field: Field?, word: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return (nil, text) }
        guard let field = Field(rawValue: parts[0]), isOfField(field) else {
            let names = Field.allCases.filter(isOfField).map(\.rawValue)
            throw CommandError(unknown("field of that kind", parts[0], among: names), status: .usage)
        }
        return (field, parts[1])
    }

    private static func unknown(_ what: String, _ word: String, among names: [String]) -> String {
        let suggestion = Nearest.match(to: word, among: names).map { " Did you mean '\($0)'?" } ?? ""
        // A list of sixty names buries the one that was meant.
        let all = suggestion.isEmpty ? "\nKnown: \(names.joined(separator: ", "))" : ""
        return "there is no \(what) '\(word)'.\(suggestion)\(all)"
    }
}
