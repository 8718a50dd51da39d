import Allocation
import ArgumentParser
import PoolStore
import Records

// gonghai explain CUSTOMER [--json]

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows one customer whole: sources, evidence, spells, deadline, decisions.",
        discussion: """
            Example:
              gonghai explain -w sales crm-a:10023
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "A customer id, source:id, or a name that only one customer has.")
    var customer: String

    @ArgumentParser.Flag(help: "Print it as one JSON object.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        let store = try workspace.store()
        let id = try Lookup(store: store).customer(customer)
        guard let dossier = try store.dossier(of: id) else { throw CommandError("there is no customer '\(customer)'.") }
        let holding = try store.holdings(asOf: Clock.now()).first { $0.spell.customer == dossier.summary.id }
        let explanation = try Explanation(
            dossier: dossier, holding: holding, workspace: workspace, reps: RepNames(store: store))
        if json { try Console.printJSON(explanation.json) } else { Console.print(Console.printable(explanation.text)) }
    }
}
