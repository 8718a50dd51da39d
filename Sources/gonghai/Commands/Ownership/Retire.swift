import ArgumentParser
import PoolStore
import Records

// gonghai retire CUSTOMER --reason T

struct Retire: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes a customer out for good: gone, wrong number, competitor, blacklisted.",
        discussion: """
            It is never offered again. Its history stays.

            Example:
              gonghai retire -w sales CQ7XK2M4PL9TB3 --reason 'dissolved in 2025'
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String

    @Option(help: "Why, for the ledger.")
    var reason: String

    func run() throws {
        let act = try HandAct(workspace, when)
        let customer = try act.lookup.customer(self.customer)
        try act.store.retire(customer, reason: reason, by: act.by, date: act.date, at: act.at)
        Console.print("\(customer) is retired.")
    }
}
