import ArgumentParser
import Records

/// The command `gonghai`. A verb is a file of Commands/; what a night does is Pipeline.swift.
struct Gonghai: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "gonghai",
        abstract: "Keeps the customers that nobody owns: imports, recycles, grants claims, allocates, reports.",
        discussion: """
            Exit codes:
               0  done
               1  done, with rejected or waiting rows or a warning
               2  nothing done: bad input or configuration
               3  stopped by a fuse; imports are kept, see --approve
              64  usage    70  a bug    74  I/O error, nothing half-written
              75  another gonghai works in the workspace

            Example:
              gonghai init sales          a commented gonghai.yaml and an inbox
              cp exports/*.csv sales/inbox
              gonghai run -w sales        the night for yesterday
              gonghai report -w sales     where the reports are, in figures
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Daily",
                subcommands: [
                    Import.self, Run.self, ClaimCommand.self, FollowUpCommand.self, ReportCommand.self, Explain.self,
                ]),
            CommandGroup(
                name: "By hand",
                subcommands: [
                    Add.self, Release.self, Transfer.self, Lock.self, Delegate.self, Retire.self, AppealCommand.self,
                    Reinstate.self, Offboard.self, Classify.self, Review.self, Merge.self, Unmerge.self,
                    AliasCommand.self,
                ]),
            CommandGroup(
                name: "Nights and mail",
                subcommands: [
                    Send.self, Runs.self, Backfill.self, Schedule.self, DaemonCommand.self,
                ]),
            CommandGroup(name: "Taking an import back", subcommands: [Undo.self, Quarantine.self]),
            CommandGroup(
                name: "Setting up",
                subcommands: [Init.self, Inspect.self, ProfilesCommand.self, RulesCommand.self, Simulate.self]),
            CommandGroup(
                name: "Taking out and checking",
                subcommands: [Export.self, Verify.self, ForecastCommand.self, AuditCommand.self]),
        ])
}

@main
enum Main {
    /// Parses, runs and turns what went wrong into a message and an exit code of SPEC.md.
    static func main() async {
        let arguments = CommandLineWords.normalised(Array(CommandLine.arguments.dropFirst()))
        if let unknown = CommandLineWords.unknownCommand(in: arguments) {
            Console.error(unknown)
            ExitStatus.usage.exit()
        }
        do {
            var command = try Gonghai.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            status.exit()
        } catch {
            let status = ExitStatus(explaining: error)
            guard let status else { Gonghai.exit(withError: error) }
            status.exit()
        }
    }
}

/// What stands between the shell's words and ArgumentParser.
enum CommandLineWords {
    static let commands =
        Gonghai.configuration.subcommands + Gonghai.configuration.groupedSubcommands.flatMap(\.subcommands)

    static var commandNames: [String] { commands.map { $0._commandName } }

    /// `gonghai -w DIR run` means `gonghai run -w DIR`: options of the workspace may come first.
    static func normalised(_ words: [String]) -> [String] {
        var leading: [String] = []
        var rest = words[...]
        while let word = rest.first {
            if word == "-w" || word == "--workspace" {
                leading += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if word.hasPrefix("--workspace=") {
                leading.append(word)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard !leading.isEmpty, let command = rest.first, !command.hasPrefix("-") else { return words }
        return [command] + leading + rest.dropFirst()
    }

    /// The message for a first word that is no command; `nil` when it is one.
    static func unknownCommand(in words: [String]) -> String? {
        guard let word = words.first, !word.hasPrefix("-"), word != "help", !commandNames.contains(word) else {
            return nil
        }
        let suggestion = Nearest.match(to: word, among: commandNames).map { " Did you mean '\($0)'?" } ?? ""
        return "there is no command '\(word)'.\(suggestion)\nSee them all with:  gonghai --help"
    }
}
