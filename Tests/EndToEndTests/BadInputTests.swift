import Foundation
import TestSupport
import Testing

/// A file that cannot be imported, and what is said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
    var name = "customers.csv"
    /// `nil`: there is no such file.
    var bytes: Data?
    var options: [String] = []
    var status: Int32 = 2
    var says: String

    var testDescription: String { "\(name) \(options.joined(separator: " ")): \(says.prefix { !$0.isNewline })" }

    init(_ text: String?, name: String = "customers.csv", _ options: String..., status: Int32 = 2, says: String) {
        self.init(bytes: text.map { Data($0.utf8) }, name: name, options, status: status, says: says)
    }

    init(bytes: Data?, name: String = "customers.csv", _ options: [String] = [], status: Int32 = 2, says: String) {
        (self.name, self.bytes, self.options, self.status, self.says) = (name, bytes, options, status, says)
    }
}

@Suite("Files that cannot be imported")
struct BadInputTests {
    static let good = "客户编号,客户名称,手机,城市\n1,苏州甲乙有限公司,13800138000,苏州\n2,上海丙丁有限公司,13900139000,上海\n"
    static let doctype = """
        the XML has a DOCTYPE, which is refused: it can make a reader open other files
        Remove the declaration '<!DOCTYPE …>' if you trust the file; exports do not need it.
        Nothing was imported.
        """
    static let customers = "An ENTITY is customers, contacts, reps, follow-ups, deals, payments or claims."

    static let files = [
        BadInput(
            nil,
            says: """
                customers.csv: there is no such file
                Check the path: it is taken from the folder you are in.
                Nothing was imported.
                """),
        BadInput(
            "",
            says: """
                customers.csv: the file is empty (0 bytes)
                A list needs at least a header line. Export it again.
                Nothing was imported.
                """),
        BadInput(
            "\n \r\n",
            says: """
                customers.csv: the file has no header line: there is nothing in it but blanks
                A list needs at least a header line. Export it again.
                Nothing was imported.
                """),
        BadInput(
            bytes: Data([0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 26) + Array("[Content_Types].xml".utf8)),
            says: """
                customers.csv: this ZIP archive, or workbook, cannot be unpacked: Not a zip archive
                The file is damaged or was cut off: export or copy it again.
                Nothing was imported.
                """),
        BadInput(
            bytes: Data([0x1F, 0x8B, 8, 0]),
            says: """
                customers.csv: this is a gzip archive, not a CSV, XML or XLSX file
                Unpack it and import the file in it.
                Nothing was imported.
                """),
        BadInput(
            bytes: Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
            says: """
                customers.csv: this is a picture (PNG), not a CSV, XML or XLSX file
                Export the list as CSV UTF-8, XLSX or XML.
                Nothing was imported.
                """),
        BadInput(
            "<!DOCTYPE html>\n<html><body>Please sign in</body></html>",
            says: """
                customers.csv: this is a web page (HTML), not a CSV, XML or XLSX file
                Where it is a page to sign in: sign in, and export again. Where it is a table that a system calls Excel: \
                open it in Excel or WPS, and save it as 'Excel workbook (*.xlsx)'.
                Nothing was imported.
                """),
        BadInput(
            "编号,往来户全名,手机\n1,甲乙有限公司,13800138000\n", name: "客户 a.csv",
            says: """
                客户 a.csv:1:4: no column for the field 'name'
                  |
                1 | 编号,往来户全名,手机
                  |      ^^^^^^^^^^
                The profile 'generic-zh' knows 客户名称, 公司名称 and 企业名称. The closest column is '往来户全名'.
                Map it with:  gonghai import --map name=往来户全名 '客户 a.csv'
                Nothing was imported.
                """),
        BadInput(
            "sepal_length,sepal_width,species\n5.1,3.5,setosa\n",
            says: """
                customers.csv:1: no profile knows these columns
                  |
                1 | sepal_length,sepal_width,species
                Say what the file lists, and map its columns:
                  gonghai import --as ENTITY --map FIELD=COLUMN customers.csv
                \(customers)
                Nothing was imported.
                """),
        // Rows of people must not be shown as if they were columns.
        BadInput(
            "王小明,13800138000,wang@acme.com\n李四,13900139000,li@acme.com\n",
            says: """
                customers.csv:1: no header row: this row looks like data
                Put a row with the names of the columns above it, such as customer_name,phone,owner.
                Or import it as it is, its columns called 1, 2 …:  gonghai import --as ENTITY --no-header --map FIELD=NUMBER customers.csv
                Nothing was imported.
                """),
        BadInput(
            "id,name\n1,Suzhou Lake Ltd\n", name: "export.csv",
            says: """
                export.csv:1: cannot tell what this file lists
                  |
                1 | id,name
                Its columns fit customers and reps equally well. Say which it is:
                  gonghai import --as customers export.csv
                  gonghai import --as reps export.csv
                Nothing was imported.
                """),
        BadInput(
            good, "--encoding", "utf-9",
            says: """
                customers.csv: there is no encoding 'utf-9'
                Did you mean 'UTF-8'?
                Known: UTF-8, GB18030, Big5, Shift_JIS, Windows-1252, Windows-1251, UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE.
                Nothing was imported.
                """),
        BadInput(
            good, "--encoding", "GBK",
            says: """
                customers.csv:1: no profile knows these columns
                  |
                1 | 瀹㈡埛缂栧彿,瀹㈡埛鍚嶇О,鎵嬫満,鍩庡競
                It was read as GB18030 as --encoding says, but looks like UTF-8: try without --encoding.
                Say what the file lists, and map its columns:
                  gonghai import --as ENTITY --map FIELD=COLUMN customers.csv
                \(customers)
                Nothing was imported.
                """),
        BadInput(
            good, "--map", "name=客户名",
            says: """
                customers.csv:1: no column is called '客户名' (--map name=客户名)
                  |
                1 | 客户编号,客户名称,手机,城市
                Did you mean '客户名称'?
                Nothing was imported.
                """),
    ]

    static let xml = [
        BadInput(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<l>&x;</l>",
            says: ":2:1: \(doctype)"),
        BadInput(
            "<list>\n<customer><name>A</name><phone>1</phone></customer>\n<customer><name>B</na",
            says: """
                :3:22: the XML ends too early: 3 elements are still open
                The file was cut off: export or copy it again.
                Nothing was imported.
                """),
        BadInput(
            "<list>\n<customer><name>A</nome></customer>\n</list>",
            says: """
                :2:25: the XML is not well-formed: Opening and ending tag mismatch: name line 2 and nome
                Export it again, or correct the place named.
                Nothing was imported.
                """),
        BadInput(
            String(repeating: "<a>", count: 100_000),
            says: """
                :1:195: elements are nested deeper than 64 levels
                No export of customers looks like this: check where the file comes from.
                Nothing was imported.
                """),
        BadInput(
            "<customers/>",
            says: """
                : the XML has no records: no element in it repeats and holds values
                Export the list with its records, or as CSV UTF-8.
                Nothing was imported.
                """),
    ].map { BadInput(bytes: $0.bytes, name: "customers.xml", says: "customers.xml\($0.says)") }

    static let usage = [
        BadInput(
            good, "--as", "customer", status: 64,
            says: """
                there is no entity 'customer'. Did you mean 'customers'?
                """),
        BadInput(
            good, "--map", "name", status: 64,
            says: "'name' is no mapping; write --map FIELD=COLUMN, such as --map name=客户全名"),
    ]

    @Test("say where, what was expected and what to do, and change nothing", arguments: files + xml + usage)
    func refused(input: BadInput) throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        if let bytes = input.bytes { try folder.write(bytes, to: input.name) }
        let result = try CommandLineTool.run(["import"] + input.options + [input.name], in: folder.url)
        #expect(result.errors == "gonghai: error: \(input.says)\n")
        #expect(result.output.isEmpty)
        #expect(result.status == input.status)
        // One that breaks in the middle is seen only when the store is open already.
        if folder.exists("pool.sqlite") {
            let customers = try CommandLineTool.run(["export", "customers"], in: folder.url)
            #expect(customers.output.split(separator: "\r\n").count == 1)
        }
        #expect(!folder.exists("rejects"))
    }

    @Test("the option that the message suggests imports the file")
    func suggestedCommand() throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        try folder.write("编号,往来户全名,手机\n1,甲乙有限公司,13800138000\n", to: "it's 客户.csv")
        let refused = try folder.gonghai("import", "it's 客户.csv")
        let line = try #require(refused.errors.split(separator: "\n").first { $0.hasPrefix("Map it with:  gonghai ") })
        let words = line.dropFirst("Map it with:  gonghai ".count)
        #expect(words == "import --map name=往来户全名 'it'\\''s 客户.csv'", "as a shell wants it")
        let result = try folder.gonghai("import", "--map", "name=往来户全名", "it's 客户.csv")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try folder.gonghai("export", "customers").output.contains("甲乙有限公司"))
    }

    @Test("a file beside a bad one is imported all the same")
    func goodBesideBad() throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        try folder.write(Self.good, to: "good.csv")
        try folder.write("", to: "bad.csv")
        let result = try folder.gonghai("import", "bad.csv", "good.csv")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("gonghai: error: bad.csv: the file is empty (0 bytes)\n"))
        #expect(try folder.gonghai("export", "customers").output.contains("苏州甲乙有限公司"))
    }
}

@Suite("Files with bad rows")
struct BadRowTests {
    /// Lines of customers, and per rejected row its line, column and code.
    static let lists: [(rows: [String], rejects: [String])] = [
        (["3,\"北京戊己有限"], ["4,2,,unclosed_quote"]),
        (["3,北京戊己有限公司,1"], ["4,4,,ragged_row"]),
        (["3,北京\u{0}戊己有限公司,13700137000,北京"], ["4,2,,undecodable_text"]),
        (["3,,13700137000,北京"], ["4,2,name,missing_identity"]),
        (["1,北京戊己有限公司,13700137000,北京"], ["2,1,id,duplicate_id", "4,1,id,duplicate_id"]),
        (["3,\(String(repeating: "长", count: 30_000)),1,北京"], ["4,2,,field_too_long"]),
    ]

    @Test("reject those, with line, column and reason, and import the others", arguments: lists)
    func rejects(rows: [String], rejects: [String]) throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        try folder.write(BadInputTests.good + rows.joined(separator: "\n"), to: "customers.csv")
        let result = try folder.gonghai("import", "customers.csv")
        #expect(result.status == 1, "\(result.errors)")
        let lines = try folder.text("rejects/customers.rejects.csv").split(whereSeparator: \.isNewline)
        let found = lines.dropFirst().compactMap { line in
            line.firstRange(of: "customers.csv,").map {
                line[$0.upperBound...].split(separator: ",", omittingEmptySubsequences: false)
            }
        }
        #expect(found.map { $0.prefix(4).joined(separator: ",") } == rejects)
        #expect(try folder.gonghai("export", "customers").output.contains("上海丙丁有限公司"))
    }

    @Test("give rejects that are accepted once corrected, as rows of the list that they come from")
    func correctedRejects() throws {
        let folder = try SampleWorkspace.make()
        let first = try folder.gonghai("import", "inbox/customers-crm-a.csv", "--source", "crm-a")
        #expect(first.status == 1)
        let path = "rejects/customers-crm-a.rejects.csv"
        let text = try folder.text(path)
        // As a person would in a spreadsheet: a name is filled in, and an address put back into one cell.
        let corrected = text.replacing("KH19901,,", with: "KH19901,成都溪桥能源有限公司,")
            .replacing("北仑区环城东路78号,3栋2楼,", with: "\"北仑区环城东路78号,3栋2楼\",")
        #expect(corrected != text)
        try folder.write(corrected, to: "corrected.csv")
        let second = try folder.gonghai("import", "corrected.csv", "--json")
        #expect(second.status == 0, "\(second.errors)\(second.output)")
        for part in [
            "\"new\":2", "\"source\":\"crm-a\"", "\"profile\":\"wukong\"", "\"rejected\":0", "\"entity\":\"customers\"",
        ] {
            #expect(second.output.contains(part), "\(part) in \(second.output)")
        }
        #expect(try folder.gonghai("verify").status == 0)
    }
}
