import ArgumentParser
import Foundation
import PoolStore
import Records

// gonghai alias ID --of REP | gonghai alias ID --remove

struct AliasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alias",
        abstract: "Says that two ids are one rep, or takes that back.",
        discussion: """
            Everything that was the alias's becomes the rep's, and whatever names the alias
            in later lists means the rep. --remove gives it back what was its own.
            Who may be one person is listed in rejects/rep-aliases.csv: completed with yes
            or no and imported, it does the same for many.

            Example:
              gonghai alias -w sales crm-b:li.na --of hr:E1002
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: ArgumentHelp("The other id, source:id.", valueName: "id"))
    var alias: String

    @Option(help: ArgumentHelp("The rep it is.", valueName: "rep"))
    var of: String?

    @ArgumentParser.Flag(help: "It is nobody else.")
    var remove = false

    @Option(help: ArgumentHelp("Who says so, for the ledger (default: the operator).", valueName: "name"))
    var by: String?

    func validate() throws {
        if (of == nil) != remove { throw ValidationError("say whose id it is with --of REP, or --remove.") }
    }

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let store = try workspace.store()
        let now = Clock.now()
        let today = workspace.zone.date(of: now)
        let by = by ?? Operator.name
        let session = ImportSession(workspace: workspace, date: today, at: now, asOf: today)
        let message = try store.transaction {
            let message = try change(store, by: by, date: today, at: now)
            if try !store.isLive() { try session.settleOwnership(among: nil, in: store) }
            return message
        }
        try OwnershipConflictsFile.replace(in: workspace, date: today)
        try RepAliasFile.replace(in: workspace)
        Console.print(message)
    }

    private func change(_ store: any Store, by: String, date: BusinessDate, at: Instant) throws -> String {
        let names = try RepNames(store: store)
        guard let of else {
            guard let rep = try store.separate(RepID(alias), by: by, date: date, at: at) else {
                let known = try store.repAliases().map(\.alias.rawValue)
                let meant = Nearest.match(to: alias, among: known).map { " Did you mean '\($0)'?" } ?? ""
                throw CommandError("'\(alias)' is nobody's alias.\(meant)")
            }
            return "\(alias) is a rep of its own again; it was \(names.name(rep))."
        }
        let known = try store.people().reps.map(\.id)
        let joined = try store.repAliases().map(\.alias)
        guard (known + joined).contains(RepID(alias)) else {
            let meant = Nearest.match(to: alias, among: known.map(\.rawValue)).map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError("there is no rep '\(alias)'; an alias is named by its whole id, source:id.\(meant)")
        }
        let rep = known.contains(RepID(of)) ? RepID(of) : try Lookup(store: store).rep(of)
        do {
            let isNew = try store.join(RepID(alias), to: rep, by: by, date: date, at: at)
            return isNew ? "\(alias) is \(names.name(rep)) from now on." : "\(alias) is \(names.name(rep)) already."
        } catch let refusal as RepAliasRefused {
            throw CommandError("\(refusal.message).")
        }
    }
}
