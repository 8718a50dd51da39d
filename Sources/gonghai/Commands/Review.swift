import ArgumentParser
import Foundation
import PoolStore
import Records

// gonghai review [--accept CUSTOMER]… [--limit N] [--output FILE] [--at TIME] [--by NAME]

struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what waits for a person: industries that are not known, customers that may be one.",
        discussion: """
            The surest suggestions come first. --output writes them as a form: fill in
            `decision` and import the file. For an industry write yes, or what is right;
            for a match yes where the two are one customer, no where they are two.
            What speaks for a match is shown field by field in bits: +10 makes it a
            thousand times likelier, -10 a thousand times less.

            Example:
              gonghai review -w sales --output review.csv
              gonghai import -w sales review.csv
              gonghai review -w sales --accept CQ7XK2M4PL9TB3
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Option(parsing: .upToNextOption, help: "Customers whose suggested industry is right.")
    var accept: [String] = []

    @Option(help: "How many to list of each kind (default: 20; in a file 1000).")
    var limit: Int?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the form to a file.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var output: String?

    @ArgumentParser.Flag(help: "Print one JSON object per item.")
    var json = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
    }

    func run() throws {
        let workspace = try workspace.open()
        if accept.isEmpty { try list(workspace) } else { try acceptSuggestions(workspace) }
    }

    private func list(_ workspace: Workspace) throws {
        let limit = limit ?? (output == nil && !json ? 20 : 1_000)
        let lists = try ReviewForm.kinds.map { try (name: $0.name, list: $0.list(workspace, limit)) }
        let items = lists.flatMap(\.list.items)
        if let output {
            try AtomicFiles.write(ReviewForm.bytes(items), to: URL(filePath: output))
            Console.note("\(Console.count(items.count, "row")) in \(output): fill in `decision` and import the file.")
        } else if json {
            try items.forEach(Console.printJSON)
        } else if !items.isEmpty {
            Console.print(
                Console.table(
                    ["KIND", "CUSTOMER", "NAME", "SUGGESTION", "CONFIDENCE", "BECAUSE OF"],
                    items.map {
                        [
                            $0.kind, $0.customerID, $0.customer, $0.suggestion,
                            ReviewForm.fourDecimals($0.confidence), $0.found,
                        ]
                    }))
        }
        for (name, list) in lists {
            let shown = list.items.count < list.waiting ? ", \(list.items.count) of them shown" : ""
            Console.note("\(name): \(list.waiting) waiting\(shown)")
        }
    }

    private func acceptSuggestions(_ workspace: Workspace) throws {
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let date = workspace.zone.date(of: at)
        let session = ImportSession(workspace: workspace, date: date, at: at, asOf: date)
        let store = try workspace.store()
        let industries = try workspace.industries()
        let lookup = Lookup(store: store)
        try store.transaction {
            for id in try accept.map(lookup.customer) {
                guard let dossier = try store.dossier(of: id) else { continue }
                guard dossier.customer.industry.section == nil,
                    let suggestion = industries.suggestion(from: dossier.customer.industry.evidence)
                else {
                    throw CommandError(
                        "nothing is suggested for \(id) \(dossier.customer.name). Say what it is with:  gonghai classify \(id) --industry CODE"
                    )
                }
                _ = try IndustryAnswer(session: session).keep(
                    suggestion.code, of: id, by: when.by ?? Operator.name, in: store)
                Console.print("\(id) \(dossier.customer.name): industry \(suggestion.code) is kept.")
            }
        }
    }
}
