import Allocation
import ArgumentParser
import PoolStore
import Records

// gonghai claim CUSTOMER… --rep REP [--at TIME] [--by NAME]

struct ClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Takes customers from the pool for a rep, at once, under the rules of the night.",
        discussion: """
            CUSTOMER is the short code of a worklist, a customer id, source:id, or a
            name that only one customer has; REP an id, e-mail or name.

            Example:
              gonghai claim -w sales Q7XK2 --rep hr:E003
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customers wanted.")
    var customers: [String]

    @Option(help: "The rep who wants them.")
    var rep: String

    @ArgumentParser.Flag(help: "Print the decisions as JSON.")
    var json = false

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let store = try workspace.store()
        let lookup = Lookup(store: store)
        let rep = try lookup.rep(self.rep)
        let wanted = try customers.map(lookup.pooledCustomer)
        let decisions = try HandClaims(workspace: workspace).decide(wanted, for: rep, at: at)
        try report(decisions, names: store.summaries(of: wanted), reps: RepNames(store: store))
        guard decisions.allSatisfy(\.isGranted) else {
            throw decisions.contains(where: \.isGranted) ? ExitStatus.doneWithRemarks : .refused
        }
    }

    private func report(_ decisions: [Decision], names: [CustomerSummary], reps: RepNames) throws {
        struct Line: Encodable { var customer_id, name, rep, reason, detail: String; var granted: Bool }
        let byID = Dictionary(names.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for decision in decisions {
            let name = byID[decision.customer] ?? ""
            if json {
                try Console.printJSON(
                    Line(
                        customer_id: decision.customer.rawValue, name: name, rep: decision.rep?.rawValue ?? "",
                        reason: decision.reason.rawValue, detail: decision.detail.text, granted: decision.isGranted))
            } else if decision.isGranted {
                Console.print("\(decision.customer) \(name) now belongs to \(decision.rep.map(reps.name) ?? "").")
            } else {
                let words = decision.detail.words(in: .english, naming: reps.name)
                Console.print("\(decision.customer) \(name) was refused: \(decision.reason.rawValue), \(words)")
            }
        }
    }
}
