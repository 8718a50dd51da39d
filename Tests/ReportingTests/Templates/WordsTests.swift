import Testing

@testable import Reporting

@Suite struct WordsTests {
    @Test("places are filled, text around them stays, and measures keep their names")
    func sentence() throws {
        let words = try Words(text: "a = {n} of {m}!\nb = plain\n", file: "x")
        let sentence = words.sentence("a", ["n": .measure(name: "met", value: "3", text: "3"), "m": .text("{n}")])
        #expect(sentence.text == "3 of {n}!")
        #expect(sentence.parts.first == .measure(name: "met", value: "3", text: "3"))
        #expect(words("b") == "plain")
    }

    @Test("a word goes with its number: one for 1, the other for everything else")
    func plurals() throws {
        let words = try Words(text: "a = {n} {n|customer|customers} {m|is|are} here\n", file: "x")
        func text(_ n: String, _ m: Int) -> String {
            words.sentence("a", ["n": .text(n), "m": .measure(name: "m", value: "\(m)", text: "-")]).text
        }
        #expect(text("1", 0) == "1 customer are here")
        #expect(text("1,001", 1) == "1,001 customers is here")
        #expect(words("a", ["n": "2"]) == "2 customers {m|is|are} here")
        #expect(words.places(of: "a") == ["m", "n"])
        #expect(words.places(of: "a", choices: false) == ["n"])
    }

    @Test("a missing text or value is seen and does no harm")
    func missing() throws {
        let words = try Words(text: "a = {n} {\n", file: "x")
        #expect(words("nothing") == "«nothing»")
        #expect(words("a") == "{n} {")
    }

    @Test("a text in quotes keeps its blanks; an equals sign may stand in it")
    func quotes() throws {
        let words = try Words(text: "a = \", \"\nb = x = y\r\n", file: "x")
        #expect(words("a") == ", " && words("b") == "x = y")
    }

    @Test("templates reach a text by the parts of its key")
    func dotted() throws {
        let words = try Words(text: "page.run = Run\n", file: "x")
        let page = try #require(words.child(named: "page") as? Words)
        #expect(page.child(named: "run") as? String == "Run")
        #expect(page.child(named: "nothing") as? String == "«page.nothing»")
    }
}
