import Records
import Testing

@testable import Ingestion

@Suite("What a profile says of XML records")
struct XMLProfileTests {
    /// The texts of each record of `text`, as a list of the profile reads them.
    private func texts(_ text: String, _ profile: String) throws -> [[String: String]] {
        let profile = try ProfileText.profile(profile, file: "x.profile")
        let list = try #require(profile.lists.first)
        let pattern = try #require(list.record.flatMap { RecordPattern($0) })
        let look = try FileLook(TestFiles.bytes(text, name: "list.xml"), ImportOptions())
        let layout = try XMLLayout(pattern, name: list.record ?? "", look, isWhole: true)
        let mapping = RecordReading(
            layout,
            DetectedList(
                profile: profile, list: list, mapping: ColumnMapping(layout.header, feeds: [], nullTokens: []),
                score: 1, reason: ""), map: [:]
        ).mapping(layout.header)
        var found: [[String: String]] = []
        let collector = RecordCollector(pattern, header: layout.header, file: "list.xml") { cells, _ in
            let texts = mapping.texts(of: cells)
            found.append(
                Dictionary(uniqueKeysWithValues: texts.fields.map { ($0.rawValue, texts[$0] ?? "") }))
        }
        let reader = XMLReader(collector, file: "list.xml")
        try XMLLayout.read(look.bytes, look.encoding, limit: nil) { try reader.push($0, isLast: $1) }
        return found
    }

    @Test("of several paths the first that has a text decides, in every record anew")
    func alternatives() throws {
        let found = try texts(
            """
            <l><c id="1"><name>甲</name><short>a</short><address><city>苏州</city></address></c>
            <c id="2"><short>乙</short><city>杭州</city></c>
            <c id="3"><name> </name><short>丙</short><address><city/></address><city>成都</city></c></l>
            """,
            """
            profile x
            list customers
            record c
            id = @id
            name = name | short
            city = address/city | city
            """)
        #expect(
            found == [
                ["id": "1", "name": "甲", "city": "苏州"], ["id": "2", "name": "乙", "city": "杭州"],
                ["id": "3", "name": "丙", "city": "成都"],
            ])
    }

    @Test("a repeated element is addressed by its occurrence, in whatever place of the path it stands")
    func occurrences() throws {
        let found = try texts(
            """
            <l><c><n>甲</n><contact><who>王</who><phone>1</phone><phone>2</phone></contact></c>
            <c><n>乙</n><contact><who>李</who></contact><contact><phone>3</phone><phone>4</phone></contact></c></l>
            """,
            """
            profile x
            list customers
            record l/c
            name = n
            contact = contact/who
            phone = contact/phone | contact#2/phone
            mobile = contact#2/phone#2 | contact/phone#2
            """)
        #expect(
            found == [
                ["name": "甲", "contact": "王", "phone": "1", "mobile": "2"],
                ["name": "乙", "contact": "李", "phone": "3", "mobile": "4"],
            ])
    }

    @Test("the first contact's values are the record's, whether or not another customer has a second contact")
    func firstContact() throws {
        let file = try ExportFile.open(
            """
            <customers>
            <customer><customer_name>A</customer_name><contact><phone>1</phone></contact></customer>
            <customer><customer_name>B</customer_name><contact><phone>2</phone></contact><contact><phone>3</phone></contact></customer>
            </customers>
            """, name: "customers.xml")
        #expect(file.header == ["contact#2/phone", "contact/phone", "customer_name"])
        #expect(file.fields == [nil, .phone, .name])
        #expect(try file.readAll().records.map { $0.texts[.phone] } == ["1", "2"])
        var options = ImportOptions()
        options.map = [.mobile: "contact#2/phone"]
        let mapped = try ExportFile.open(file.bytes, options: options)
        #expect(try mapped.readAll().records.map { $0.texts[.mobile] } == [nil, "3"])
    }

    @Test("records that no profile knows are shown as records, with their values and the option that maps them")
    func unknownRecords() {
        let text = "<lib><book isbn='1'><dob>2</dob></book><book isbn='3'><dob>4</dob></book></lib>"
        #expect(
            message { _ = try ExportFile.open(text, name: "books.xml") } == """
                books.xml: no profile knows the records 'book' of this XML file
                Their values are 'isbn', 'dob'. Say what the file lists, and map them:
                  gonghai import --as ENTITY --map FIELD=VALUE books.xml
                An ENTITY is customers, contacts, reps, follow-ups, deals, payments or claims.
                Nothing was imported.
                """)
        var options = ImportOptions(entity: .customers)
        #expect(
            message { _ = try ExportFile.open(text, name: "books.xml", options: options) }?.hasPrefix(
                "books.xml: no value for the field 'name'\n") == true)
        options.map = [.name: "title"]
        #expect(
            message { _ = try ExportFile.open(text, name: "books.xml", options: options) } == """
                books.xml: no value is called 'title' (--map name=title)
                The values are isbn and dob.
                Nothing was imported.
                """)
        options.map = [.name: "dob"]
        #expect(message { _ = try ExportFile.open(text, name: "books.xml", options: options) } == nil)
    }

    @Test("what is to be said of a workbook is said though its first sheet is no list")
    func notes() throws {
        let good = try ExportFile.open("customer_name,phone\nA,1\n")
        var look = try FileLook(TestFiles.bytes("x", name: "book.xlsx"), ImportOptions())
        look.notes = ["book.xlsx: hidden sheets were left out: old"]
        let plain = try FileLook(TestFiles.bytes("x", name: "book.xlsx[b]"), ImportOptions())
        let files = try ExportFile.several(look, names: ["a", "b"], [look, plain]) { index, _ in
            if index == 0 { throw InputError(file: "book.xlsx[a]", message: "no header", advice: []) }
            return good
        }
        #expect(
            files.map(\.notes) == [
                [
                    "book.xlsx: hidden sheets were left out: old",
                    "book.xlsx[a]: left out, since it is no list that is known: no header",
                ]
            ])
    }
}
