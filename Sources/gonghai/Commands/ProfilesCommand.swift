import ArgumentParser
import Ingestion
import Records

// gonghai profiles [NAME]

struct ProfilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles",
        abstract: "Lists the profiles of other systems' exports, or prints one.",
        discussion: """
            Example:
              gonghai profiles salesforce
            """)

    @Argument(help: "Print this profile whole.")
    var name: String?

    func run() throws {
        guard let name else {
            Console.print(
                Console.table(
                    ["PROFILE", "WHAT", "LISTS"],
                    Profiles.builtIn.map { profile in
                        [profile.name, profile.title, profile.entities.map(\.rawValue).joined(separator: ", ")]
                    }))
            return
        }
        guard let text = Profiles.source(of: name) else {
            let meant =
                Nearest.match(to: name, among: Profiles.builtIn.map(\.name)).map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError("there is no profile '\(name)'.\(meant)", status: .usage)
        }
        Console.print(text)
    }
}
