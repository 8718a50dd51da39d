import Allocation
import ArgumentParser
import Foundation
import PoolStore
import Records
import Reporting
import Rules

// gonghai explain CUSTOMER [--json] [--html [--lang zh|en] [--output FILE]]

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows one customer whole: sources, evidence, spells, deadline, decisions.",
        discussion: """
            --html writes one page for a dispute: who had the customer when, the
            deadline day by day, the reminders, the rules and their version, and who
            could have been given it.

            Example:
              gonghai explain -w sales crm-a:10023
              gonghai explain -w sales crm-a:10023 --html --lang zh --output story.html
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "A customer id, source:id, or a name that only one customer has.")
    var customer: String

    @ArgumentParser.Flag(help: "Print it as one JSON object.")
    var json = false

    @ArgumentParser.Flag(help: "Write a page instead.")
    var html = false

    @Option(
        help: ArgumentHelp("The page's language, zh or en (default: the workspace's first).", valueName: "language"))
    var lang: String?

    @Option(help: ArgumentHelp("Where the page goes (default: the terminal).", valueName: "file"))
    var output: String?

    func validate() throws {
        guard html || (lang == nil && output == nil) else {
            throw ValidationError("--lang and --output are about a page: add --html.")
        }
    }

    func run() throws {
        let workspace = try workspace.open()
        let store = try workspace.store()
        let id = try Lookup(store: store).customer(customer)
        guard let dossier = try store.dossier(of: id) else { throw CommandError("there is no customer '\(customer)'.") }
        let holding = try store.holdings(asOf: Clock.now()).first { $0.spell.customer == dossier.summary.id }
        if html { return try writePage(dossier, holding, workspace, store) }
        let explanation = try Explanation(
            dossier: dossier, holding: holding, workspace: workspace, reps: RepNames(store: store))
        if json { try Console.printJSON(explanation.json) } else { Console.print(Console.printable(explanation.text)) }
    }

    private func writePage(_ dossier: Dossier, _ holding: Holding?, _ workspace: Workspace, _ store: any Store) throws {
        let language = try workspace.rules.language(lang)
        let now = Clock.now()
        let story = CustomerStory(
            dossier, holding: holding, reps: try store.reps(), rules: workspace.rules, calendar: .china, asOf: now)
        let page = try Reports.customerPage(
            story, on: workspace.zone.date(of: now), rules: workspace.rules, language: language,
            version: Gonghai.version)
        guard let output else { return Console.print(String(decoding: page, as: UTF8.self)) }
        try AtomicFiles.write(page, to: URL(filePath: output))
        Console.print("wrote \(output)")
    }
}
