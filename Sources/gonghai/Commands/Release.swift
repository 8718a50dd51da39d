import ArgumentParser
import PoolStore
import Records

// gonghai release CUSTOMER --rep REP [--at TIME] [--by NAME]

struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives a rep's customer back to the pool. It refunds nothing of the claim limit.",
        discussion: """
            Example:
              gonghai release -w sales CQ7XK2M4PL9TB3 --rep hr:E003
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String

    @Option(help: "The rep who holds it.")
    var rep: String

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let store = try workspace.store()
        let lookup = Lookup(store: store)
        let customer = try lookup.customer(self.customer)
        let rep = try lookup.rep(self.rep)
        do {
            try store.endSpell(
                of: customer, heldBy: rep, reason: .released, date: workspace.zone.date(of: at), at: at,
                by: when.by ?? rep.rawValue)
        } catch let conflict as StoreConflict {
            let name = try RepNames(store: store).name(rep)
            throw CommandError("\(customer) cannot be released: \(name) does not hold it (\(conflict.detail)).")
        }
        Console.print("\(customer) is back in the pool.")
    }
}
