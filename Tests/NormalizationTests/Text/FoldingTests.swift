import Testing

@testable import Normalization

@Suite("Folding")
struct FoldingTests {
    @Test(
        "case, accents, punctuation and traditional characters do not matter",
        arguments: [
            ("Acme, Inc.", "acme inc"), ("S.A.R.L.", "sarl"), ("AT&T", "at and t"), ("Café Zürich", "cafe zurich"),
            ("Cafe\u{301}", "cafe"), ("華強電子(深圳)", "华强电子深圳"), ("华强 电子", "华强电子"), ("IBM 中国", "ibm中国"),
            ("O'Neil", "oneil"),
            ("Straße", "strasse"), ("ŁÓDŹ", "lodz"), ("МОСКВА", "москва"), ("--", ""),
        ])
    func folds(text: String, folded: String) {
        #expect(Folding.string(text) == folded)
    }

    @Test(
        "a vocabulary knows no difference between & and and _",
        arguments: ["Food & Beverage", "FOOD_BEVERAGE", "food and beverage"])
    func vocabulary(text: String) {
        #expect(Folding.vocabularyKey(text) == "food beverage")
    }
}

@Suite("PhraseTable")
struct PhraseTableTests {
    let table = PhraseTable([("华", 1), ("华强", 2), ("强电", 3), ("华强", 9)])

    @Test("the longest phrase at a place is found, the first of equal ones")
    func longest() {
        let text = Array("在华强电子".unicodeScalars)
        #expect(table.longest(in: text, at: 1)?.payload == 2)
        #expect(table.longest(in: text, at: 0) == nil)
        #expect(table.longest(in: text, at: 99) == nil)
    }

    @Test("phrases are found before a place, and as whole texts")
    func before() {
        let text = Array("华强".unicodeScalars)
        #expect(table.longest(in: text, endingAt: 2)?.payload == 2)
        #expect(table.longest(in: text, endingAt: 0) == nil)
        #expect(table.longest(in: text, endingAt: 3) == nil)
        #expect(table[text] == 2)
        #expect(table[Array("华强电".unicodeScalars)] == nil)
    }
}
