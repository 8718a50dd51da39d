import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("A file without a header is known by its cells")
struct HeaderlessListsTests {
    static let stores = """
        profile stores
        list customers
        columns Key | Name | Rep | rowguid | Changed
        form Key, Rep = integer
        form Name = text
        form rowguid = guid
        form Changed = date
        id = Key
        name = Name
        owner = Rep
        """

    func matches(_ text: String, _ profiles: [String] = [stores], entity: Entity? = nil) throws -> [HeaderlessLists
        .Match]
    {
        let bytes = Array(text.utf8)
        return HeaderlessLists.matches(
            bytes, isWhole: true, DialectDetection.detect(bytes, isWhole: true),
            profiles: try profiles.map { try ProfileText.profile($0, file: "p") }, entity: entity)
    }

    let guid = "A22517E3-848D-4EBE-B9D9-7437F3432304"

    @Test("their number and what they look like")
    func fits() throws {
        let match = try #require(
            try matches("292,Next Door,279,\(guid),2014-09-12 11:15:07\n294,Cycles,,\(guid),2014-09-12\n").first)
        #expect(match.profile.name == "stores")
        #expect(match.evidence == 5)
        #expect(match.rows == 2)
    }

    @Test(
        "one cell more, a header, or another content is another list",
        arguments: [
            "292,A,279,{},2014-09-12,x\n", "Key,Name,Rep,rowguid,Changed\n292,A,279,{},2014-09-12\n",
            "292,A,x,{},2014-09-12\n", "292,12,1,{},2014-09-12\n",
        ])
    func misfits(text: String) throws {
        #expect(try matches(text.replacing("{}", with: guid)).isEmpty)
    }

    @Test("what only letters tell from a header is not taken for a list")
    func onlyText() throws {
        #expect(
            try matches("Name,City\nA,B\n", ["profile p\nlist customers\ncolumns A | B\nform A, B = text\nname = A"])
                .isEmpty)
    }

    @Test("the dialect is the list's where the list says so")
    func dialect() throws {
        let bulk = Self.stores.replacing("id = Key", with: "delimiter +|\nrow_end &|\nquote none\nid = Key")
        let match = try #require(
            try matches("1+|\"A+|2+|\(guid)+|2014-09-12&|\r\n2+|B+|2+|\(guid)+|2014-09-12&|\r\n", [bulk]).first)
        #expect(match.guess.dialect == DialectTests.bulk)
        #expect(match.rows == 2)
    }

    @Test("two lists that fit as well are both named")
    func tie() throws {
        let text = "292,A,279,\(guid),2014-09-12\n"
        let other = Self.stores.replacing("profile stores", with: "profile shops")
        #expect(try matches(text, [Self.stores, other]).map(\.profile.name) == ["stores", "shops"])
        #expect(try matches(text, entity: .reps).isEmpty)
    }
}
