import Foundation
import Records
import Rules
import TestSupport
import Testing

@testable import Reporting

@Suite struct TemplateLibraryTests {
    /// Loads a folder with these files, and gives the error that this throws.
    private func load(_ files: [String: String]) throws -> (library: TemplateLibrary?, error: InputError?) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let result = Result { () throws(InputError) in try TemplateLibrary(folder: folder.path()) }
        switch result {
        case .success(let library): return (library, nil)
        case .failure(let error): return (nil, error)
        }
    }

    @Test("the embedded templates are those of the folder: run Scripts/embed.sh after a change")
    func isCurrent() throws {
        let folder = Paths.root.appending(path: "Templates").resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter {
            !$0.hasPrefix(".") && ($0.hasSuffix(".mustache") || $0.hasSuffix(".txt"))
        }
        #expect(paths.sorted { $0.isOrderedBefore($1) } == EmbeddedTemplates.names)
        for path in paths {
            #expect(
                EmbeddedTemplates.text(path) == (try String(contentsOf: folder.appending(path: path), encoding: .utf8)),
                "\(path)")
        }
    }

    @Test("both languages have the same texts with the same places")
    func languages() throws {
        let chinese = try TemplateLibrary.builtIn.words(.chinese)
        let english = try TemplateLibrary.builtIn.words(.english)
        #expect(chinese.keys == english.keys)
        for key in chinese.keys {
            // Only English has one word for one and another for many.
            #expect(chinese.places(of: key) == english.places(of: key, choices: false), "\(key)")
        }
    }

    @Test("every code that a report may meet has words")
    func codes() throws {
        let words = try TemplateLibrary.builtIn.words(.chinese)
        for code in ReasonCode.allCases { #expect(words.has("reason.\(code.rawValue)"), "\(code)") }
        for entity in Entity.allCases { #expect(words.has("entity.\(entity.rawValue)"), "\(entity)") }
        for state in FeedStatus.State.allCases {
            #expect(words.has("feed.\(state.rawValue)") && words.has("alert.title.\(state.rawValue)"))
        }
        for kind in Spell.Kind.allCases { #expect(words.has("kind.\(kind.rawValue)")) }
        for reason in Spell.EndReason.allCases { #expect(words.has("flow.\(reason.rawValue)")) }
        for age in PoolMeasures.Age.allCases { #expect(words.has("age.\(age.rawValue)")) }
        for term in DefinitionSection.terms { #expect(words.has("define.\(term)") && words.has("define.\(term).text")) }
    }

    @Test("no built-in template leaves a text unescaped")
    func escaped() {
        for name in EmbeddedTemplates.names where name.hasSuffix(".mustache") {
            let text = EmbeddedTemplates.text(name) ?? ""
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
            #expect(!text.contains("CONTENT_TYPE: TEXT") || name.hasSuffix(".text.mustache"), "\(name)")
        }
    }

    @Test("a folder's template takes the place of the built-in one")
    func replaced() throws {
        let library = try #require(try load(["sections/tiers.mustache": "<p>TIERS</p>\n"]).library)
        let files = try Reports.render(SmallNight().facts, rules: SmallNight().rules, templates: library, version: "1")
        #expect(files.text("management.en.html").contains("<p>TIERS</p>"))
        #expect(files.text("management.en.html").contains("id=\"limits\""))
    }

    @Test("a folder's texts take the place of the built-in ones key by key")
    func texts() throws {
        let library = try #require(try load(["strings.en.txt": "# ours\ntile.pool = Open sea\n"]).library)
        let html = try Reports.render(SmallNight().facts, rules: SmallNight().rules, templates: library, version: "1")
            .text("management.en.html")
        #expect(html.contains("Open sea") && html.contains("Handed out today"))
    }

    @Test("a broken template is told by file, line and what is wrong")
    func broken() throws {
        let error = try #require(try load(["sections/tiers.mustache": "<p>\n{{#tiers}}\n{{/tires}}\n"]).error)
        #expect(error.file.hasSuffix("sections/tiers.mustache"))
        #expect(error.line == 3)
        #expect(error.message == "the end of a section does not name the section that is open")
        #expect(try load(["worklist.mustache": "a\n{{#b}}"]).error?.message == "a section that is not closed")
        #expect(try load(["worklist.mustache": "a {{b"]).error?.line == 1)
    }

    @Test("a partial that does not exist is told with the nearest that does")
    func unknownPartial() throws {
        let error = try #require(try load(["worklist.mustache": "x\n{{>parts/tabel}}\n"]).error)
        #expect(error.line == 2)
        #expect(error.message == "no template is called 'parts/tabel'")
        #expect(error.advice.first == "Did you mean 'parts/table'?")
    }

    @Test(
        "a template that would include itself is refused, at once or in a ring",
        arguments: [
            ["parts/table.mustache": "{{>parts/table}}"],
            [
                "parts/table.mustache": "{{#rows}}{{>inline/cell}}{{/rows}}",
                "inline/cell.mustache": "{{> parts/table }}",
            ],
            ["sections/pool.mustache": "{{>management}}"], ["worklist.mustache": "{{<worklist}}{{/worklist}}"],
        ])
    func rings(_ files: [String: String]) throws {
        #expect(try load(files).error?.message == "a template that includes itself")
    }

    @Test("a change of delimiters is refused, since partials could hide behind it")
    func delimiters() throws {
        #expect(
            try load(["worklist.mustache": "{{=<% %>=}}\n<%>worklist%>\n"]).error?.message.hasPrefix(
                "a change of delimiters") == true)
    }

    @Test("a text for a key or a place that no report knows is told with its line")
    func unknownTexts() throws {
        let key = try #require(try load(["strings.en.txt": "# a\ntile.pol = x\n"]).error)
        #expect(key.line == 2 && key.advice.first == "Did you mean 'tile.pool'?")
        let place = try #require(try load(["strings.en.txt": "tile.pool.detail = {onhold}\n"]).error)
        #expect(place.line == 1 && place.message == "'{onhold}' is not a place that 'tile.pool.detail' fills")
        #expect(place.advice == ["It knows {on_hold}."])
        let line = try #require(try load(["strings.en.txt": "a = b\nnonsense\n"]).error)
        #expect(line.line == 2 && line.message == "a line that is not 'key = text'")
    }

    @Test("a folder that is not there is told")
    func noFolder() {
        #expect(throws: InputError.self) { try TemplateLibrary(folder: "/nonexistent/templates") }
    }
}
