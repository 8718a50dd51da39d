import Records
import Testing

@testable import Rules

/// The strict reader by itself, as another configuration file than gonghai.yaml uses it.
struct SectionTests {
    private func section(_ yaml: String) throws(InputError) -> Section {
        try YAMLDocument(bytes: yaml.utf8, file: "profile.yaml").section()
    }

    private func message(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? InputError)?.rendered ?? "\(error)"
        }
    }

    @Test("keys that somebody asked for are known, the first other one is refused")
    func unreadKey() throws {
        var file = try section("name: a\nentity: b\nextra: c\nmore: d\n")
        var (name, entity) = ("", "")
        try file.text("name", into: &name)
        try file.text("entity", into: &entity)
        #expect([name, entity] == ["a", "b"])
        #expect(
            message { try file.finish() } == """
                profile.yaml:3:1: there is no key 'extra'
                  |
                3 | extra: c
                  | ^^^^^
                The file knows name, entity.
                """)
        _ = file.setting("extra")
        _ = file.setting("more")
        #expect(message { try file.finish() } == nil)
    }

    @Test("a key that is missing leaves the default alone")
    func missingKey() throws {
        var file = try section("{}")
        var (number, limit, text, words) = (3, Int?.some(4), "x", ["y"])
        try file.integer("number", into: &number, in: 0...9)
        try file.limit("limit", into: &limit, in: 0...9)
        try file.text("text", into: &text)
        try file.texts("words", into: &words)
        #expect(number == 3 && limit == 4 && text == "x" && words == ["y"])
        let part = try file.section("part")
        #expect(part == nil)
        #expect(try file.sections("parts").isEmpty)
        try file.finish()
    }

    @Test("lists are read in both ways of writing them, and replace the default")
    func lists() throws {
        var file = try section("a: [x, 'y z']\nb:\n- x\n- y z\nc: []\n")
        var (a, b, c) = (["d"], ["d"], ["d"])
        try file.texts("a", into: &a)
        try file.texts("b", into: &b)
        try file.texts("c", into: &c)
        #expect(a == ["x", "y z"] && b == a && c.isEmpty)
    }

    @Test("a text keeps what YAML would read as a number, a date or a truth value")
    func plainText() throws {
        for word in ["010", "1e3", "2026-11-23", "yes", "no", "1_000", "'~'"] {
            var file = try section("text: \(word)")
            var text = ""
            try file.text("text", into: &text)
            #expect(text == word.replacing("'", with: ""))
        }
    }

    @Test("none is a word only without quotes, and only where it is offered")
    func none() throws {
        var file = try section("a: none\nb: 'none'\nc: none\n")
        var (a, b, c) = (Int?.some(1), Int?.some(1), 1)
        try file.limit("a", into: &a, in: 0...9)
        #expect(a == nil)
        #expect(message { try file.limit("b", into: &b, in: 0...9) }?.contains("stands in quotes") == true)
        #expect(
            message { try file.integer("c", into: &c, in: 0...9) }?.contains("is 'none', not a whole number") == true)
    }

    @Test("the path in a message leads through lists and sections")
    func path() throws {
        var file = try section("tables:\n  - name: a\n  - name: b\n    columns: {id: [x, '']}\n")
        var tables = try file.sections("tables")
        #expect(tables.map(\.path) == ["tables[1]", "tables[2]"])
        var columns = try #require(try tables[1].section("columns"))
        var ids: [String] = []
        #expect(
            message { try columns.texts("id", into: &ids) } == """
                profile.yaml:4:23: 'tables[2].columns.id[2]' is empty
                  |
                4 |     columns: {id: [x, '']}
                  |                       ^^
                Take it out of the list.
                """)
    }

    @Test("columns count characters, and the underline is as wide as they are")
    func wideCharacters() throws {
        var file = try section("{公司: 澜海, 限: 十}")
        var number = 0
        #expect(
            message { try file.integer("限", into: &number, in: 0...9) } == """
                profile.yaml:1:13: '限' is '十', not a whole number
                  |
                1 | {公司: 澜海, 限: 十}
                  |                  ^^
                A whole number from 0 to 9 is expected.
                """)
    }
}
