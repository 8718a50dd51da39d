import Allocation
import ArgumentParser
import PoolStore
import Records
import Rules

// gonghai forecast [--date D] [--json]

struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Shows what each rep will lose in 7, 14 and 30 days if nobody follows up.",
        discussion: """
            A night that would take a fifth of a book, and at least five customers, is
            named as a cliff.

            Example:
              gonghai forecast -w sales
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("After the night of this date (default: yesterday).", valueName: "yyyy-mm-dd"))
    var date: DateArgument?

    @ArgumentParser.Flag(help: "Print it as JSON, one object per rep.")
    var json = false

    struct Line: Encodable {
        var repID, rep: String
        var held, in7Days, in14Days, in30Days, worstCount: Int
        var worstNight: String
        var cliff: Bool
    }

    func run() throws {
        let workspace = try workspace.open()
        let store = try workspace.store()
        let date = date?.date ?? workspace.zone.date(of: Clock.now()) - 1
        let reps = try store.reps()
        let forecast = Forecast(
            holdings: try store.holdings(asOf: workspace.zone.end(of: date)), reps: reps, rules: workspace.rules,
            calendar: .china, date: date)
        let names = Dictionary(reps.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let lines = forecast.lines.map {
            Line(
                repID: $0.rep.rawValue, rep: names[$0.rep] ?? "", held: $0.held, in7Days: $0.in7Days,
                in14Days: $0.in14Days, in30Days: $0.in30Days, worstCount: $0.worstCount,
                worstNight: $0.worstNight?.description ?? "", cliff: $0.isCliff)
        }
        if json {
            for line in lines { try Console.printJSON(line) }
            return
        }
        Console.print("After the night of \(date), if nobody follows up:")
        Console.print(
            Console.table(
                ["rep", "name", "held", "7 days", "14 days", "30 days", "most in one night", ""],
                lines.map {
                    [
                        $0.repID, $0.rep, String($0.held), String($0.in7Days), String($0.in14Days), String($0.in30Days),
                        $0.worstCount == 0 ? "" : "\($0.worstCount) on \($0.worstNight)", $0.cliff ? "cliff" : "",
                    ]
                }))
        let total = forecast.lines.reduce(0) { $0 + $1.in30Days }
        let exempt = forecast.exempt.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \($0.key.rawValue)" }
        Console.print(
            "\(Console.count(total, "customer")) in 30 days"
                + (exempt.isEmpty ? "." : "; exempt \(exempt.joined(separator: ", "))."))
    }
}
