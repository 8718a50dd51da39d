import ArgumentParser
import PoolStore
import Records

// gonghai transfer CUSTOMER --to REP --reason T [--at TIME] [--by NAME]

struct Transfer: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Moves a customer from its owner to another rep.",
        discussion: """
            Under the limits and territories of everybody. Within a team the clock goes
            on as it was; a rep of another team has the full time.

            Example:
              gonghai transfer -w sales CQ7XK2M4PL9TB3 --to hr:E007 --reason 'moved to Suzhou'
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String

    @Option(help: "The rep who takes it over.")
    var to: String

    @Option(help: "Why, for the ledger.")
    var reason: String

    func run() throws {
        let act = try HandAct(workspace, when)
        let customer = try act.lookup.customer(self.customer)
        let rep = try act.lookup.rep(to)
        let names = try act.names()
        let summary = try act.summary(customer)
        if let hold = summary.hold, hold.lasts(on: act.date) {
            throw CommandError("\(customer) stays where it is: it is \(hold.text).")
        }
        let candidates = try Candidates(store: act.store, rules: act.rules, date: act.date)
        // A won customer counts against no limit.
        if summary.status == .prospect, let rejection = candidates.rejection(of: rep, for: summary) {
            let words = rejection.detail.words(in: .english, naming: names.name)
            throw CommandError("\(names.name(rep)) may not have \(customer): \(rejection.reason.rawValue), \(words).")
        }
        let reps = try act.store.reps()
        let owner = try act.store.owners(of: [customer])[customer]
        func team(_ id: RepID?) -> String? { reps.first { $0.id == id }?.team }
        let isSameTeam = team(rep) != nil && team(rep) == team(owner)
        try act.store.handOver(
            customer, to: rep, keepsClock: isSameTeam, reason: reason, by: act.by, date: act.date, at: act.at)
        Console.print(
            "\(customer) \(summary.name) now belongs to \(names.name(rep)); "
                + (isSameTeam ? "the deadline is as it was." : "the clock begins anew."))
    }
}
