import ArgumentParser
import PoolStore
import Records

// gonghai lock CUSTOMER --until D --reason T | --lift

struct Lock: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps a customer from being recycled and allocated until a day.",
        discussion: """
            A lock has an end, at most follow_up.maximum_lock_days ahead.

            Example:
              gonghai lock -w sales CQ7XK2M4PL9TB3 --until 2026-12-31 --reason 'tender runs'
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String

    @Option(help: ArgumentHelp("The last day of the lock.", valueName: "yyyy-mm-dd"))
    var until: DateArgument?

    @ArgumentParser.Flag(help: "End it now.")
    var lift = false

    @Option(help: "Why, for the ledger.")
    var reason: String

    func validate() throws {
        guard lift == (until == nil) else { throw ValidationError("Say either --until or --lift.") }
    }

    func run() throws {
        let act = try HandAct(workspace, when)
        let customer = try act.lookup.customer(self.customer)
        let days = act.rules.followUp.maximumLockDays
        if let until = until?.date {
            guard until >= act.date else { throw CommandError("\(until) is over.", status: .usage) }
            guard until - act.date <= days else {
                throw CommandError(
                    "a lock may last \(Console.count(days, "day")), until \(act.date + days) at most "
                        + "(gonghai.yaml: follow_up.maximum_lock_days).")
            }
        }
        try act.store.lock(
            customer, until: until?.date, reason: reason, by: act.by, date: act.date, at: act.at)
        Console.print(until.map { "\(customer) is locked until \($0.date)." } ?? "\(customer) is not locked any more.")
    }
}
