import ArgumentParser
import Foundation
import Records
import Reporting
import Rules

// gonghai rules [--lang zh|en]

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Prints the rules in force as a document to be signed, in plain sentences.",
        discussion: """
            With the version, since when it is in force, and whom each rule affects
            today: 公海管理办法 with --lang zh.

            Example:
              gonghai rules -w sales --lang zh
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("zh or en (default: the workspace's first language).", valueName: "language"))
    var lang: String?

    func run() throws {
        let workspace = try workspace.open()
        let language = try workspace.rules.language(lang)
        Console.print(try document(of: workspace).text(in: language))
    }

    /// Without a store, before anything was imported, nothing is counted.
    private func document(of workspace: Workspace) throws -> RulesDocument {
        guard FileManager.default.fileExists(atPath: workspace.folder.appending(path: "pool.sqlite").path) else {
            return RulesDocument(rules: workspace.rules)
        }
        let store = try workspace.store()
        let date = try store.lastCompletedNight() ?? workspace.zone.date(of: Clock.now()) - 1
        return RulesDocument(
            rules: workspace.rules, versions: try store.ruleVersions().map(\.version),
            impact: try RulesEffect(store: store, rules: workspace.rules, date: date).impact())
    }
}

extension Rules {
    /// The language that `--lang` names, or the workspace's first.
    func language(_ name: String?) throws -> Language {
        guard let name else { return firstLanguage }
        guard let language = Language(short: name) else {
            throw CommandError("'\(name)' is no language of gonghai; write zh or en.", status: .usage)
        }
        return language
    }
}

extension Rules.Language {
    /// `zh`, `zh-CN`, `en`.
    fileprivate init?(short: String) {
        guard let language = Self.allCases.first(where: { $0.rawValue == short || $0.rawValue.hasPrefix(short + "-") })
        else {
            return nil
        }
        self = language
    }
}
