import ArgumentParser
import PoolStore
import Records

// gonghai merge CUSTOMER CUSTOMER [--at TIME] [--by NAME]

struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says that two customers are one: the older stays, with the records and the history of both.",
        discussion: """
            `unmerge` takes it back.

            Example:
              gonghai merge -w sales CQ7XK2M4PL9TB3 erp:K0812
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "One customer.")
    var one: String

    @Argument(help: "The other.")
    var other: String

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let date = workspace.zone.date(of: at)
        let store = try workspace.store()
        let lookup = Lookup(store: store)
        let ids = (try lookup.customer(one), try lookup.customer(other))
        guard ids.0 != ids.1 else { throw CommandError("'\(one)' and '\(other)' are one customer already, \(ids.0).") }
        let answer = MatchAnswer(
            session: ImportSession(workspace: workspace, date: date, at: at, asOf: date), by: when.by ?? Operator.name)
        let survivor = try store.transaction { try answer.merge(ids.0, ids.1, in: store) }
        Console.print("\(survivor) is now both of them. Take it back with:  gonghai unmerge \(survivor)")
    }
}
