import Records
import Testing

@Suite("FieldTexts")
struct FieldTextsTests {
    @Test("a field has the text it was given, and others have none")
    func texts() {
        let texts = FieldTexts([.name: "华强", .phone: "1", .city: ""])
        #expect(texts[.name] == "华强")
        #expect(Array(texts.utf8(.phone)) == [0x31])
        #expect(texts[.city] == nil)
        #expect(!texts.has(.city))
        #expect(texts.utf8(.email).isEmpty)
        #expect(texts.fields == [.name, .phone])
    }

    @Test("a field given twice keeps the first text")
    func twice() {
        var texts = FieldTexts([.name: "a"])
        texts.append("b".utf8, to: .name)
        #expect(texts[.name] == "a")
        #expect(texts.fields == [.name])
    }

    @Test("a row without texts is empty")
    func empty() {
        #expect(FieldTexts().isEmpty)
        #expect(FieldTexts([.name: ""]).isEmpty)
        #expect(!FieldTexts([.name: " "]).isEmpty)
    }
}

@Suite("CellTexts")
struct CellTextsTests {
    @Test("cells come back as they were, empty ones too")
    func cells() {
        let cells = CellTexts(["华强", "", "x"])
        #expect(cells.count == 3)
        #expect(cells.strings == ["华强", "", "x"])
        #expect(cells[0] == "华强")
        #expect(cells[1] == "")
        #expect(Array(cells.utf8(2)) == [0x78])
    }

    @Test("a cell that the row has not is empty", arguments: [-1, 3, .max])
    func outside(index: Int) {
        #expect(CellTexts(["a", "b", "c"])[index] == "")
    }

    @Test("rows that split the same bytes differently are different")
    func boundaries() {
        #expect(CellTexts(["ab", "c"]) != CellTexts(["a", "bc"]))
        #expect(CellTexts(["a"]) == CellTexts(["a"]))
    }
}
