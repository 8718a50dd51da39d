import ArgumentParser
import PoolStore
import Records

// gonghai delegate REP --to REP --from D --until D

struct Delegate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lets one rep stand in for another, as during leave.",
        discussion: """
            From the first day to the last the deputy's follow-ups with the rep's
            customers count as the rep's own. The customers stay the rep's.

            Example:
              gonghai delegate -w sales hr:E003 --to hr:E007 --from 2026-12-01 --until 2026-12-12
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The rep who is away.")
    var rep: String

    @Option(help: "Who stands in.")
    var to: String

    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd"))
    var from: DateArgument

    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd"))
    var until: DateArgument

    func run() throws {
        let act = try HandAct(workspace, when)
        let (rep, deputy) = (try act.lookup.rep(rep), try act.lookup.rep(to))
        let names = try act.names()
        guard from.date <= until.date else {
            throw CommandError("\(from.date) is after \(until.date).", status: .usage)
        }
        guard rep != deputy else { throw CommandError("nobody stands in for himself.", status: .usage) }
        let deputies = try act.store.reps().filter { $0.id == deputy }
        for day in [from.date, until.date] {
            guard deputies.first?.presence(on: day) == .present else {
                throw CommandError("\(names.name(deputy)) does not work on \(day).")
            }
        }
        let zone = act.workspace.zone
        try act.store.delegate(
            Delegation(
                rep: rep, deputy: deputy, startsAt: zone.start(of: from.date), endsAt: zone.end(of: until.date)),
            by: act.by, date: act.date, at: act.at)
        Console.print(
            "\(names.name(deputy)) stands in for \(names.name(rep)) from \(from.date) to \(until.date).")
    }
}
