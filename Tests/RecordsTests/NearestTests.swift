import Records
import Testing

@Suite("Nearest")
struct NearestTests {
    @Test(
        "a mistyped word finds what was meant",
        arguments: [
            ("strategi", "strategy"), ("stratgey", "strategy"), ("LIMIT", "limit"), ("limt", "limit"),
            ("往来户全称", "往来户全名"),
        ])
    func finds(word: String, match: String) {
        #expect(Nearest.match(to: word, among: ["limit", "strategy", "往来户全名"]) == match)
    }

    @Test("a word that is like nothing finds nothing", arguments: ["elephant", "", "xy"])
    func nothing(word: String) {
        #expect(Nearest.match(to: word, among: ["limit", "strategy"]) == nil)
    }

    @Test("of equally near words the first is taken")
    func first() {
        #expect(Nearest.match(to: "cat", among: ["car", "cap"]) == "car")
        #expect(Nearest.match(to: "cat", among: [String]()) == nil)
    }
}
