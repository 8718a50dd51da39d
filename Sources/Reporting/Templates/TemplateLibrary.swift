import Foundation
import Mustache
import Records
import Rules

/// The templates and texts that reports are written with: the built-in ones, or a folder's in their place.
package struct TemplateLibrary: Sendable {
    /// Text by path in Templates/, such as `sections/claims.mustache`.
    private var files: [String: String]
    /// The folder that replaced some, for messages.
    private var folder: String?
    private var replaced: Set<String> = []

    /// What comes with the program.
    package static let builtIn = TemplateLibrary(
        files: Dictionary(
            EmbeddedTemplates.names.compactMap { name in EmbeddedTemplates.text(name).map { (name, $0) } },
            uniquingKeysWith: { first, _ in first }))

    private init(files: [String: String]) { self.files = files }

    /// The built-in templates with those of `folder` in place of the ones of the same name; files of other names are
    /// new partials. `gonghai init --templates` writes a folder to begin with.
    ///
    /// - Throws: for a template that cannot be read or parsed, with its file, line and column.
    package init(folder: String) throws(InputError) {
        self = .builtIn
        self.folder = folder
        let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath()
        guard let names = FileManager.default.subpaths(atPath: root.path(percentEncoded: false)) else {
            throw InputError(
                file: folder, message: "no such folder of templates",
                advice: ["'gonghai init --templates' writes the built-in ones to begin with."])
        }
        for name in names where name.hasSuffix(".mustache") || name.hasSuffix(".txt") {
            guard let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8) else {
                throw InputError(
                    file: "\(folder)/\(name)", message: "not UTF-8 text", advice: ["Save the template as UTF-8."])
            }
            files[name] = text
            replaced.insert(name)
        }
        _ = try compiled()
        for language in Rules.Language.allCases { _ = try words(language) }
    }

    /// The names of all files, sorted; and a file's text.
    package var names: [String] { files.keys.sorted { $0.isOrderedBefore($1) } }
    package func text(_ name: String) -> String? { files[name] }

    private func place(_ name: String) -> String {
        replaced.contains(name) ? "\(folder ?? "Templates")/\(name)" : "Templates/\(name)"
    }

    // MARK: Words

    /// The texts of a language; those that a folder gives replace the built-in ones key by key.
    func words(_ language: Rules.Language) throws(InputError) -> Words {
        let name = "strings.\(language.rawValue).txt"
        let words = try Words(text: files[name] ?? "", file: place(name))
        guard replaced.contains(name) else { return words }
        let builtIn = try Words(text: Self.builtIn.files[name] ?? "", file: "Templates/\(name)")
        for key in words.keys {
            guard builtIn.has(key) else { throw unknownKey(key, in: name, known: builtIn.keys) }
            let unknown = words.places(of: key).filter { !builtIn.places(of: key).contains($0) }
            guard unknown.isEmpty else {
                throw InputError(
                    file: place(name), line: line(of: "\(key) = ", in: name),
                    message: "'{\(unknown[0])}' is not a place that '\(key)' fills",
                    advice: ["It knows \(builtIn.places(of: key).map { "{\($0)}" }.joined(separator: ", "))."])
            }
        }
        return builtIn.overridden(by: words)
    }

    private func unknownKey(_ key: String, in name: String, known: [String]) -> InputError {
        var advice = ["Keys are those of the built-in file, which 'gonghai init --templates' writes out."]
        if let near = Nearest.match(to: key, among: known) { advice.insert("Did you mean '\(near)'?", at: 0) }
        return InputError(
            file: place(name), line: line(of: "\(key) = ", in: name), message: "no report asks for the text '\(key)'",
            advice: advice)
    }

    private func line(of start: String, in name: String) -> Int? {
        files[name]?.lines.firstIndex { $0.hasPrefix(start) }.map { $0 + 1 }
    }

    // MARK: Templates

    /// The parsed templates, by path without extension.
    func compiled() throws(InputError) -> MustacheLibrary {
        var library = MustacheLibrary()
        let templates = names.filter { $0.hasSuffix(".mustache") }
        for name in templates {
            do {
                try library.register(
                    Self.body(name, files[name] ?? ""), named: String(name.dropLast(".mustache".count)))
            } catch let error as MustacheTemplate.ParserError {
                throw InputError(
                    file: place(name), line: error.context.lineNumber, column: error.context.columnNumber,
                    message: Self.words(for: error.error), excerpt: error.context.line,
                    advice: ["A tag is {{name}}, a section {{#name}} … {{/name}}, a partial {{>name}}."])
            } catch {
                throw InputError(file: place(name), message: "not a mustache template: \(error)")
            }
        }
        try PartialReferences(files: files.filter { $0.key.hasSuffix(".mustache") }).check(place: place)
        return library
    }

    /// A template of inline/ stands in the middle of a line: the newline at its file's end is not part of it.
    private static func body(_ name: String, _ text: String) -> String {
        name.hasPrefix("inline/") && text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    private static func words(for error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "the end of a section does not name the section that is open"
        case .unfinishedName: "a tag that is not closed, or whose name has characters that names cannot have"
        case .expectedSectionEnd: "a section that is not closed"
        case .invalidSetDelimiter: "a change of delimiters that cannot be understood"
        case .unrecognisedConfigVariable, .invalidConfigVariableSyntax: "a '{{%' setting that is not known"
        default: "a tag that cannot be understood"
        }
    }
}
