import ArgumentParser
import Records
import Rules

// gonghai rules [--lang zh|en]

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Prints the rules in force, in plain sentences.",
        discussion: """
            Example:
              gonghai rules -w sales --lang zh
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("zh or en (default: the workspace's first language).", valueName: "language"))
    var lang: String?

    func run() throws {
        let rules = try workspace.open().rules
        guard let language = lang.map(Rules.Language.init(short:)) ?? rules.languages.first else {
            throw CommandError("'\(lang ?? "")' is no language of gonghai; write zh or en.", status: .usage)
        }
        for sentence in rules.sentences(in: language) {
            Console.print("\(sentence.title)")
            Console.print("  \(sentence.text)")
        }
    }
}

extension Rules.Language {
    /// `zh`, `zh-CN`, `en`.
    init?(short: String) {
        guard let language = Self.allCases.first(where: { $0.rawValue == short || $0.rawValue.hasPrefix(short + "-") })
        else {
            return nil
        }
        self = language
    }
}
