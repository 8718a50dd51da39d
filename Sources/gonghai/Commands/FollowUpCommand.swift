import ArgumentParser
import PoolStore
import Records

// gonghai follow-up CUSTOMER --rep REP --channel C --outcome O [--note T] [--at TIME] [--by NAME]

struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up",
        abstract: "Records that a rep was in touch with a customer.",
        discussion: """
            Example:
              gonghai follow-up -w sales CQ7XK2M4PL9TB3 --rep hr:E003 \\
                --channel phone --outcome interested --note 'quote by Friday'
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The customer.")
    var customer: String

    @Option(help: "The rep who was in touch.")
    var rep: String

    @Option(help: "phone, visit, e-mail, wechat …")
    var channel: String

    @Option(help: "What came of it.")
    var outcome: String

    @Option(help: "A note for the file.")
    var note: String?

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let store = try workspace.store()
        let lookup = Lookup(store: store)
        let customer = try lookup.customer(self.customer)
        let rep = try lookup.rep(self.rep)
        let texts: [(Field, String)] = [
            (.customer, customer.rawValue), (.rep, rep.rawValue), (.at, workspace.zone.iso(at)), (.channel, channel),
            (.outcome, outcome), (.note, note ?? ""),
        ]
        let saved = try HandEntry(workspace: workspace, at: at).save(.followUps, texts)
        guard saved.counts.accepted == 1 else {
            throw CommandError(saved.rejects.first?.message ?? "it was not accepted.")
        }
        Console.print("Recorded for \(customer): \(channel), \(outcome).")
        if case .followUps(let rows) = saved.values, rows.first?.value.counts == false {
            Console.warning("it does not restart the clock: gonghai.yaml asks for another channel or a longer note.")
            throw ExitStatus.doneWithRemarks
        }
    }
}
