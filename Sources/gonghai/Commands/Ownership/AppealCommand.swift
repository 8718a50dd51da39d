import ArgumentParser
import PoolStore
import Records

// gonghai appeal CUSTOMER --rep REP --reason T | CUSTOMER --reject --reason T | --list

struct AppealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal",
        abstract: "Says that a customer should not have been taken from a rep.",
        discussion: """
            A customer that is in the pool is on hold until the appeal is settled:
            'gonghai reinstate' grants it, --reject turns it down. Without a customer
            it lists what waits.

            Example:
              gonghai appeal -w sales CQ7XK2M4PL9TB3 --rep hr:E003 --reason 'visited on the 19th'
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String?

    @Option(help: "The rep who had it.")
    var rep: String?

    @ArgumentParser.Flag(help: "Turn down what waits about the customer.")
    var reject = false

    @Option(help: "Why, for the ledger.")
    var reason: String?

    func validate() throws {
        guard customer != nil else { return }
        guard reason != nil else { throw ValidationError("Say --reason.") }
        guard reject != (rep != nil) else { throw ValidationError("Say either --rep or --reject.") }
    }

    func run() throws {
        let act = try HandAct(workspace, when)
        guard let word = customer else { return try list(act) }
        let customer = try act.lookup.customer(word)
        guard let rep = try rep.map(act.lookup.rep) else {
            let number = try act.store.rejectAppeals(
                about: customer, by: act.by, date: act.date, at: act.at)
            guard number > 0 else { throw CommandError("nobody appealed about \(customer).") }
            Console.print("\(Console.count(number, "appeal")) about \(customer) turned down.")
            return
        }
        let names = try act.names()
        guard try act.summary(customer).formerOwners.contains(where: { $0.rep == rep }) else {
            throw CommandError("\(names.name(rep)) never had \(customer) and lost it.")
        }
        let appeal = Appeal(customer: customer, rep: rep, madeAt: act.at, cause: .person, reason: reason ?? "")
        guard try act.store.appeal(appeal, by: when.by ?? rep.rawValue, date: act.date, at: act.at) else {
            throw CommandError("\(names.name(rep)) appealed about \(customer) already.")
        }
        Console.print("\(names.name(rep)) appeals about \(customer). Settle it with:")
        Console.print("  gonghai reinstate \(customer) --reason T")
        Console.print("  gonghai appeal \(customer) --reject --reason T")
    }

    private func list(_ act: HandAct) throws {
        let appeals = try act.store.openAppeals()
        guard !appeals.isEmpty else { return Console.print("No appeal waits.") }
        let names = try act.names()
        Console.print(
            Console.table(
                ["customer", "rep", "since", "cause", "reason"],
                appeals.map {
                    [
                        $0.customer.rawValue, names.name($0.rep), act.workspace.zone.iso($0.madeAt), $0.cause.rawValue,
                        $0.reason,
                    ]
                }))
    }
}
