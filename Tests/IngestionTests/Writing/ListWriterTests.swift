import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Lists as other systems read them")
struct ListWriterTests {
    static let writers = Profiles.builtIn.flatMap { profile in
        [ListWriter.Container.csv, .xml].compactMap { ListWriter(profile, .customers, as: $0) }
    }

    @Test("five systems can be written to, two of them as XML too")
    func systems() {
        #expect(
            Self.writers.map { "\($0.profile.name) \($0.container.rawValue)" } == [
                "dynamics365 csv", "dynamics365 xml", "hubspot csv", "odoo csv", "odoo xml", "salesforce csv",
                "wukong csv",
            ])
    }

    @Test("every column that is written is read as the field that it was written from, and found without an option")
    func readsBack() throws {
        for writer in Self.writers {
            let fields = writer.fields.sorted { $0.rawValue < $1.rawValue }
            let texts = Dictionary(uniqueKeysWithValues: fields.map { ($0, Self.text(of: $0, writer)) })
            let id = Identity.customer(source: "erp", externalID: "1")
            for ownID in [nil, "7"] {
                let (cells, leftOut) = writer.cells(texts, ownID: ownID, poolID: id)
                #expect(leftOut.isEmpty, "\(writer.profile.name)")
                let file = try ExportFile.open(Self.file(writer, [cells]), name: "list", options: ImportOptions())
                #expect(file.profile.name == writer.profile.name && file.entity == .customers)
                #expect(file.isWrittenHere, "\(writer.profile.name) \(writer.container)")
                let records = try file.readAll().0
                let record = try #require(records.first)
                let read = record.texts[.id].flatMap { CustomerID(written: $0) } ?? CustomerID(record.texts[.id] ?? "")
                #expect(read == ownID.map { CustomerID($0) } ?? id, "\(writer.profile.name)")
                for field in fields {
                    #expect(record.texts[field] == Self.read(field, writer), "\(writer.profile.name) \(field)")
                }
                #expect(record.texts.fields.count == fields.count + 1)
            }
        }
    }

    /// Something that the system takes for the field.
    private static func text(of field: Field, _ writer: ListWriter) -> String {
        writer.words(for: field)?.first?.word ?? (writer.form(of: field) == .integer ? "12" : "text of \(field)")
    }

    private static func read(_ field: Field, _ writer: ListWriter) -> String {
        writer.words(for: field)?.first?.read ?? text(of: field, writer)
    }

    private static func file(_ writer: ListWriter, _ rows: [[String]]) -> String {
        if writer.container == .xml {
            var xml = writer.xml
            xml.begin()
            for row in rows { xml.append(row) }
            xml.end()
            return String(decoding: xml.bytes, as: UTF8.self)
        }
        var csv = CSVWriter()
        csv.append(writer.header)
        for row in rows { csv.append(row, neutralising: writer.isText) }
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    @Test("what a column cannot hold is left out and said")
    func leftOut() throws {
        let writer = try #require(Profiles.named("salesforce").flatMap { ListWriter($0, .customers, as: .csv) })
        let id = Identity.customer(source: "erp", externalID: "1")
        let (cells, leftOut) = writer.cells(
            [.name: "甲", .employees: "51-200", .tags: "x"], ownID: nil, poolID: id)
        #expect(leftOut == [.employees, .tags])
        let row = Dictionary(uniqueKeysWithValues: zip(writer.header, cells))
        #expect(row["ID"] == "" && row["GONGHAI_ID__C"] == id.rawValue && row["NUMBEROFEMPLOYEES"] == "")
        let known = writer.cells([.name: "甲"], ownID: "001", poolID: id).cells
        #expect(known[0] == "001" && known.contains(id.rawValue))
    }

    @Test("a system in which ids are GUIDs gets ours as one, and it reads back")
    func guid() throws {
        let writer = try #require(Profiles.named("dynamics365").flatMap { ListWriter($0, .customers, as: .xml) })
        let id = Identity.customer(source: "erp", externalID: "1")
        let guid = writer.cells([.name: "甲"], ownID: nil, poolID: id).cells[0]
        #expect(guid.utf8.count == 36 && guid == id.guid)
        #expect(CustomerID(written: "{\(guid.uppercased())}") == id)
    }

    @Test("a table with one column more or less is somebody else's")
    func ours() throws {
        let writer = try #require(Profiles.named("wukong").flatMap { ListWriter($0, .customers, as: .csv) })
        let header = writer.header.joined(separator: ",")
        let cells = writer.cells([.name: "甲"], ownID: "1", poolID: CustomerID("C")).cells.joined(separator: ",")
        #expect(try ExportFile.open("\(header)\n\(cells)\n", name: "a.csv", options: ImportOptions()).isWrittenHere)
        let more = "\(header),定位\n\(cells),x\n"
        #expect(try !ExportFile.open(more, name: "a.csv", options: ImportOptions()).isWrittenHere)
    }

    @Test("mistakes in what a profile says of writing are named")
    func mistakes() {
        for (statement, message) in [
            ("write A | A", "'A' is written twice"), ("words level", "expected 'words FIELD: word; word'"),
            ("words rep: A", "expected 'words FIELD: word; word'"), ("within", "something follows 'within'"),
        ] {
            let text = "profile p\nlist customers\nname = A\n\(statement)\n"
            do throws(InputError) {
                _ = try ProfileText.profile(text, file: "p.profile")
                Issue.record("'\(statement)' was read")
            } catch {
                #expect(error.line == 4 && error.message == message)
            }
        }
    }
}
