import ArgumentParser
import PoolStore
import Records

// gonghai reinstate CUSTOMER [--rep REP] --reason T

struct Reinstate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives a customer back to the rep who lost it.",
        discussion: """
            Without --rep to the last one who had it. A customer that somebody else has
            by now is taken from him only where --rep is named. It settles appeals.

            Example:
              gonghai reinstate -w sales CQ7XK2M4PL9TB3 --reason 'the visit was written down late'
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String

    @Option(help: "The rep who gets it back.")
    var rep: String?

    @Option(help: "Why, for the ledger.")
    var reason: String

    func run() throws {
        let act = try HandAct(workspace, when)
        let customer = try act.lookup.customer(self.customer)
        let summary = try act.summary(customer)
        let names = try act.names()
        let owner = try act.store.owners(of: [customer])[customer]
        let named = try rep.map(act.lookup.rep)
        guard let rep = named ?? summary.formerOwners.last?.rep else {
            throw CommandError("nobody had \(customer) before; name who gets it with --rep.")
        }
        if let owner, named == nil {
            throw CommandError(
                "\(names.name(owner)) has \(customer) by now. Take it from there with:  --rep \(rep)")
        }
        guard summary.formerOwners.contains(where: { $0.rep == rep }) else {
            throw CommandError("\(names.name(rep)) never had \(customer); use 'gonghai transfer' or 'gonghai claim'.")
        }
        guard try act.store.reps().contains(where: { $0.id == rep && $0.isActive }) else {
            throw CommandError("\(names.name(rep)) is not active on the roster.")
        }
        try act.store.reinstate(
            customer, to: rep, clockFrom: nil, reason: reason, by: act.by, date: act.date, at: act.at)
        Console.print("\(customer) \(summary.name) belongs to \(names.name(rep)) again; the clock begins anew.")
    }
}
