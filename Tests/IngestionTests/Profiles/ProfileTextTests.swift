import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("The text of a profile")
struct ProfileTextTests {
    @Test("every statement is read")
    func reads() throws {
        let text = """
            # remark
            profile p
            title A system
            null #N/A
            dates dmy
            decimal ,
            currency EUR
            zone Europe/Berlin
            list deals
            record r[@k='v']
            signature A B, C
            customer = X | Y ?? Z
            rep = 电话#2
            also Q | R
            values status: Closed Won -> won; old -> ; * -> open
            values status from S: true -> won
            """
        let profile = try ProfileText.profile(text, file: "p.profile")
        #expect(profile.title == "A system")
        #expect(profile.nullTokens == ["#N/A"])
        #expect(profile.conventions.dateOrder == .dayMonthYear)
        #expect(profile.conventions.decimalSeparator == ",")
        #expect(profile.conventions.zone?.name == "Europe/Berlin")
        #expect(profile.entities == [.deals])
        let list = try #require(profile.lists.first)
        #expect(list.record == "r[@k='v']")
        #expect(list.signatures == [[Profile.ColumnName("A B"), Profile.ColumnName("C")]])
        #expect(list.rules[0].steps.map { $0.flatMap(\.columns).map(\.text) } == [["X", "Y"], ["Z"]])
        #expect(list.rules[1].steps[0][0].columns[0].occurrence == 2)
        #expect(list.values[0].targets[Folding.folded("CLOSED_WON")] == Array("won".utf8))
        #expect(list.values[0].targets[Folding.folded("old")] == [])
        #expect(list.values[1].column == Profile.ColumnName("S"))
    }

    @Test("a line that begins with a bar goes on with the statement above, whose line an error shows")
    func continued() throws {
        let text = """
            profile p
            list reps
            id = A
                | B
            # remark
                ?? C | D
            also E
                | F
            """
        let list = try #require(try ProfileText.profile(text, file: "p.profile").lists.first)
        #expect(list.rules[0].steps.map { $0.flatMap(\.columns).map(\.text) } == [["A", "B"], ["C", "D"]])
        #expect(list.others.map(\.text) == ["E", "F"])
        #expect {
            try ProfileText.profile("profile p\nlist reps\nid = A\nid = B\n    | C\n\nname = D", file: "p.profile")
        } throws: { error in
            (error as? InputError)?.line == 4
        }
    }

    @Test("how a list is written as a table")
    func tables() throws {
        let text = """
            profile p
            list payments
            columns A | - | A
            form A, A#2 = number
            delimiter +|
            row_end &|
            escape backslash
            quote none
            comment ##
            skip A = 合计 | 小计*
            skip * = Total
            continue A, A#2
            amount = A
            customer = A#2
            """
        let table = try #require(try ProfileText.profile(text, file: "p.profile").lists.first).table
        #expect(table.columns == ["A", "", "A"])
        #expect(table.forms.map(\.column.occurrence) == [1, 2])
        #expect(table.forms.allSatisfy { $0.kind == .number })
        #expect(table.delimiter == Array("+|".utf8))
        #expect(table.rowEnd == Array("&|".utf8))
        #expect(table.hasBackslashes && table.hasNoQuotes)
        #expect(table.comment == Array("##".utf8))
        #expect(table.skips.map(\.column) == [Profile.ColumnName("A"), nil])
        #expect(table.skips[0].words.map(\.text) == ["合计", "小计"])
        #expect(table.skips[0].words.map(\.isPrefix) == [false, true])
        #expect(table.continued == [Profile.ColumnName("A"), Profile.ColumnName("A#2")])
        let tabs = try ProfileText.profile("profile p\nlist reps\ndelimiter tab", file: "p").lists[0].table
        #expect(tabs.delimiter == [0x09])
    }

    @Test(
        "a statement on a table that makes no sense is refused",
        arguments: [
            "delimiter \"", "form A = word", "skip 合计", "skip A = *", "quote single", "escape /", "columns",
        ])
    func badTables(statement: String) {
        #expect(throws: InputError.self) {
            try ProfileText.profile("profile p\nlist payments\n\(statement)", file: "p.profile")
        }
    }

    @Test(
        "a line that cannot be read is shown, with the word that was meant",
        arguments: [
            ("title x", 1, "the first statement is 'profile NAME'"),
            ("profile p\nlist custmers", 2, "unknown word 'custmers'"),
            ("profile p\ndates xyz", 2, "unknown word 'xyz'"),
            ("profile p\nlist reps\n  wechat = A", 3, "unknown word 'wechat'"),
            ("profile p\nlist reps\nid = A\nid = B", 4, "'id' is given twice"),
            ("profile p\nlist reps\nvalues active: yes", 3, "expected 'word -> text', found 'yes'"),
            ("", 1, "the first statement is 'profile NAME'"),
        ])
    func positions(_ text: String, _ line: Int, _ message: String) {
        #expect {
            try ProfileText.profile(text, file: "p.profile")
        } throws: { error in
            guard let error = error as? InputError else { return false }
            return error.file == "p.profile" && error.line == line && error.message == message
        }
    }

    @Test("title and currency are statements before the first list, and fields in it")
    func fieldsThatAreStatements() throws {
        let wukong = try #require(Profiles.named("wukong"))
        #expect(wukong.conventions.currency == "CNY")
        #expect(wukong.lists.first { $0.entity == .contacts }?.rules.contains { $0.field == .title } == true)
        #expect(wukong.lists.first { $0.entity == .payments }?.rules.contains { $0.field == .currency } == true)
    }

    @Test("every built-in profile parses and is called as its file is")
    func builtIn() throws {
        for file in EmbeddedProfiles.names where file.hasSuffix(".profile") {
            let profile = try ProfileText.profile(try #require(EmbeddedProfiles.text(file)), file: file)
            #expect("\(profile.name).profile" == file)
            for list in profile.lists where !profile.isGeneric && list.table.columns.isEmpty {
                #expect(!list.signatures.isEmpty, "\(file)")
            }
            for list in profile.lists {
                let fed = Set(list.rules.map(\.field))
                #expect(list.entity.requiredFields.allSatisfy { !fed.isDisjoint(with: $0) }, "\(file) \(list.entity)")
            }
        }
        #expect(Profiles.builtIn.count == EmbeddedProfiles.names.count { $0.hasSuffix(".profile") })
        #expect(Profiles.builtIn.map(\.name) == Profiles.builtIn.map(\.name).sorted { $0.isOrderedBefore($1) })
        #expect(Profiles.named("wukong")?.title.hasPrefix("悟空CRM") == true)
        #expect(Profiles.named("nobody") == nil)
        #expect(Profiles.source(of: "odoo")?.contains("profile odoo") == true)
    }

    @Test("the embedded texts are those of the folder; Scripts/embed.sh writes them")
    func embeddedIsFresh() throws {
        let folder = Paths.root.appending(path: "Profiles")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".profile") }
        #expect(files.sorted { $0.isOrderedBefore($1) } == EmbeddedProfiles.names)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(EmbeddedProfiles.text(file) == text, "\(file) is stale")
        }
    }

    @Test("in generic-en every field of every entity has its own name", arguments: Entity.allCases)
    func canonicalNames(_ entity: Entity) throws {
        let header = entity.fields.map(\.rawValue)
        let list = try ProfileDetection.choose(
            ProfileDetection.Question(header: header, file: "x.csv", entity: entity, profile: "generic-en"))
        #expect(list.mapping.fields == entity.fields.map(Optional.some))
    }
}
