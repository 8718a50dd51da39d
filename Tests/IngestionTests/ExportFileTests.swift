import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("An export is understood and read")
struct ExportFileTests {
    @Test("the real Data Loader export needs no option", .enabled(if: Paths.samples != nil))
    func accountData() throws {
        let path = "salesforce/dataloader/accountData.csv"
        let file = try ExportFile.open(path: TestFiles.samplePath(path), shownAs: path)
        #expect(file.encoding.name == "Windows-1252")
        #expect(file.profile.name == "salesforce")
        #expect(file.entity == .customers)
        #expect(file.source == "salesforce")
        #expect(file.container == .csv)
        #expect(file.header.count == 38)
        let (records, rejects, summary) = try file.readAll()
        #expect(rejects == [])
        #expect(summary.read == 423)
        #expect(records.count == 423)
        #expect(records[0].position == SourcePosition(file: path, line: 2))
        #expect(records[0].texts[.id] == "001x0000002xLCVAA2")
        #expect(records[0].texts[.name] == "Gravity Investments")
        #expect(records[0].texts[.owner] == "005x0000000fNSiAAM")
        #expect(records.contains { $0.cells.strings.contains { $0.contains("Crédito") } })
    }

    @Test("deals of the same system are deals", .enabled(if: Paths.samples != nil))
    func opportunities() throws {
        let path = "salesforce/dataloader/opportunityData.csv"
        let file = try ExportFile.open(path: TestFiles.samplePath(path), shownAs: path)
        #expect(file.entity == .deals)
        let (records, _, summary) = try file.readAll()
        #expect(summary.read == 38)
        #expect(records.count { $0.texts[.status] == "won" } == 8)
    }

    @Test("a Chinese list in GB18030, with title lines above its header")
    func titles() throws {
        let text = "客户列表导出\r\n导出时间：2026-11-20,,\r\n\r\n编号,客户名称,手机\r\n1,华强电子有限公司,13800138000\r\n"
        let file = try ExportFile.open(
            TestFiles.bytes(TestFiles.transcode(text, to: .gb18030), name: "客户.csv"), options: ImportOptions())
        #expect(file.encoding.name == "GB18030")
        #expect(file.headerLine == 4)
        #expect(file.titleLines == 2)
        let (records, _, summary) = try file.readAll()
        #expect(summary.header == ["编号", "客户名称", "手机"])
        #expect(summary.fields == [.id, .name, .mobile])
        #expect(records.map(\.position.line) == [5])
        #expect(records[0].texts[.name] == "华强电子有限公司")
    }

    @Test("ragged, unclosed and undecodable rows are rejected one by one, at their own lines, and nothing is shifted")
    func badRows() throws {
        var bytes = Array("id,name,phone\n1,A,1\n2,B\n3,C,3,x\n4,\"D,4\n5,E,5\n6,".utf8)
        bytes += [0xFF, 0x2C, 0x36, 0x0A]
        bytes += Array("7,G\u{0},7\n8,客户有限公司以及更多的文字为了让编码清楚,8\n".utf8)
        let (records, rejects, summary) = try ExportFile.open(
            TestFiles.bytes(bytes, name: "customers.csv"), options: ImportOptions()
        ).readAll()
        #expect(records.map(\.position.line) == [2, 6, 9])
        #expect(records.map { $0.texts[.id] } == ["1", "5", "8"])
        #expect(
            rejects.map(\.position.description) == [
                "customers.csv:3:3", "customers.csv:4:4", "customers.csv:5:2", "customers.csv:7:2", "customers.csv:8:2",
            ])
        #expect(rejects.map(\.code) == [.raggedRow, .raggedRow, .unclosedQuote, .undecodableText, .undecodableText])
        #expect(rejects[1].cells.strings == ["3", "C", "3", "x"])
        #expect(rejects[2].cells.strings == ["4,\"D,4"])
        #expect(rejects[3].cells.strings == ["6", "\u{FFFD}", "6"])
        #expect(
            rejects.map(\.message) == [
                "the row has 2 cells and the header 3; look for a comma or a line break that should be inside quotes",
                "the row has 4 cells and the header 3; look for a comma or a line break that should be inside quotes",
                "a quote that field 2 opens is not closed before the next row; line 5 was left out: close it, or double it inside the cell",
                "field 2 holds bytes that are no UTF-8 text; correct the cell, or name the file's encoding with --encoding",
                "field 2 holds a zero byte, which is no text; remove it",
            ])
        #expect(summary.read == records.count + rejects.count)
    }

    @Test("rows without any content are left out, and that is said")
    func emptyRows() throws {
        let (records, rejects, summary) = try ExportFile.open("id,name,phone\n,,\n1,A,1\n\n,,\n").readAll()
        #expect((records.count, rejects.count, summary.read) == (1, 0, 1))
        #expect(summary.warnings == ["customers.csv: 2 rows without any content left out"])
    }

    @Test("a header alone is a list without rows")
    func headerOnly() throws {
        let summary = try ExportFile.open("id,name,phone\n").readAll().summary
        #expect(summary.read == 0)
        #expect(summary.warnings == ["customers.csv: there are no rows below the header on line 1"])
    }

    @Test("a null token is a blank text and stays in the cells")
    func nullTokens() throws {
        let record = try ExportFile.open("id,name,phone,city\n1,A,#N/A,NULL\n").readAll().records[0]
        #expect(record.texts.fields == [.id, .name])
        #expect(record.cells.strings == ["1", "A", "#N/A", "NULL"])
    }

    @Test("an apostrophe that was put before a formula is taken off again, any other stays")
    func apostrophes() throws {
        let record = try ExportFile.open("id,name,phone,notes\n1,'n Sync,'+8613800138000,'=1+1\n").readAll().records[0]
        #expect(record.texts[.name] == "'n Sync")
        #expect(record.texts[.phone] == "+8613800138000")
        #expect(record.texts[.notes] == "=1+1")
        #expect(record.cells[2] == "'+8613800138000")
    }

    @Test("a column is mapped by its name, the second of a name by its number")
    func mapping() throws {
        let text = "合同编号,合同编号,公司,金额\nA,B,甲,5\n"
        let options = ImportOptions(entity: .deals, source: "erp", map: [.id: "合同编号#2", .customer: "公司"])
        let file = try ExportFile.open(text, name: "x.csv", options: options)
        #expect(file.source == "erp")
        #expect(try file.readAll().records[0].texts[.id] == "B")
    }

    @Test("a rejects file is recognised, and gives back what was rejected")
    func rejects() throws {
        let original = try ExportFile.open("id,name,phone\n1,A,1,2\n", name: "customers.csv").readAll()
        var writer = CSVWriter(bom: true)
        writer.append(RejectColumns.names + original.summary.header)
        for reject in original.rejects {
            writer.append(
                ["b1", "customers.csv", "2", "4", "", reject.code.rawValue, reject.message] + reject.cells.strings)
        }
        writer.append(["b1", "customers.csv", "3", "", "", "ragged_row", "corrected by hand", "2", "B", "5"])
        writer.append(["b2", "customers.csv", "4", "", "", "ragged_row", "", "3", "C", "6"])
        let file = try ExportFile.open(
            TestFiles.bytes(writer.bytes, name: "customers.rejects.csv"), options: ImportOptions())
        #expect(file.rejectBatches == ["b1", "b2"])
        #expect(file.header == ["id", "name", "phone"])
        let (records, rejects, summary) = try file.readAll()
        #expect(records.map(\.cells.strings) == [["2", "B", "5"], ["3", "C", "6"]])
        // Left uncorrected, a row is not accepted by accident.
        #expect(rejects.map(\.position.description) == ["customers.rejects.csv:2:4"])
        #expect(rejects.map(\.cells) == original.rejects.map(\.cells))
        #expect(summary.read == 3)
    }

    @Test("an earlier import's mapping is restored, the second column of a name by its number")
    func restoring() throws {
        let text = "编号,编号,单位,手机\nA,B,甲,5\nC,D,乙\n"
        let options = ImportOptions(entity: .customers, source: "erp", map: [.id: "编号#2", .name: "单位"])
        let first = try ExportFile.open(text, options: options)
        let (_, rejects, summary) = try first.readAll()
        let batch = ImportBatch(
            id: BatchID("b1"), source: first.source, entity: first.entity, profile: first.profile.name,
            encoding: "UTF-8",
            file: "customers.csv", digest: first.digest, header: summary.header, fields: summary.fields)
        let restored = ImportOptions(restoring: batch)
        #expect(restored.map[.id] == "编号#2")
        #expect(restored.map[.name] == "单位")
        var writer = CSVWriter(bom: true)
        writer.append(RejectColumns.names + summary.header)
        writer.append(["b1", "", "3", "4", "", "ragged_row", ""] + rejects[0].cells.strings + ["6"])
        let again = try ExportFile.open(TestFiles.bytes(writer.bytes, name: "x.csv"), options: restored)
        #expect(again.source == "erp")
        #expect(try again.readAll().records.map { $0.texts[.id] } == ["D"])
    }

    @Test(
        "every real sample is read or refused with a reason, and every row is accounted for",
        .enabled(if: Paths.samples != nil))
    func allSamples() throws {
        let root = TestFiles.samplePath("")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xml") || $0.hasSuffix(".tsv") || $0.hasSuffix(".xlsx") }
            .sorted()
        #expect(names.count > 100)
        for name in names {
            do {
                let options = ImportOptions(entity: .customers)
                let (records, rejects, summary) = try ExportFile.open(
                    path: root + "/" + name, shownAs: name, options: options
                ).readAll()
                #expect(summary.read == records.count + rejects.count, "\(name)")
            } catch let error as InputError {
                // A sheet of several is `list.xlsx[客户]`.
                #expect(error.file == name || error.file.hasPrefix("\(name)["), "\(error.file)")
                #expect(error.advice.last == "Nothing was imported.", "\(name)")
            }
        }
    }

    @Test("no bytes trap: a file is understood or refused")
    func hostileBytes() throws {
        var random = SeededGenerator(seed: 17)
        let starts: [[UInt8]] = [
            [], Array("id,name,phone\n".utf8), Array("<?xml version='1.0'?><l><c>".utf8), [0xFF, 0xFE],
            [0xFE, 0xFF, 0, 0],
            Array(
                "reject_batch,reject_file,reject_line,reject_column,reject_field,reject_code,reject_message,id,name\n"
                    .utf8),
        ]
        for round in 0..<300 {
            let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                round % 2 == 0
                    ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0x20...0x40, using: &random)
            }
            let bytes = starts[round % starts.count] + noise
            do {
                let (records, rejects, summary) = try ExportFile.open(TestFiles.bytes(bytes), options: ImportOptions())
                    .readAll()
                #expect(summary.read == records.count + rejects.count)
            } catch is InputError {}
        }
    }

    @Test("the preview is the first records, as they stand")
    func preview() throws {
        let text = "id,name,phone\n" + (1...30).map { "\($0),N,1\n" }.joined()
        let preview = try ExportFile.open(text).preview(rows: 10)
        #expect(preview.rows.count == 10)
        #expect(preview.rows.last?.strings == ["10", "N", "1"])
        #expect(preview.fields == [.id, .name, .phone])
    }

    @Test("the digest is that of the bytes, whatever is read of them")
    func digest() throws {
        let file = try ExportFile.open("id,name,phone\n")
        #expect(file.digest == Identity.digest("id,name,phone\n".utf8))
        #expect(Identity.hex(file.digestBytes) == file.digest)
    }

    @Test("inspect says how a file is understood")
    func description() throws {
        let file = try ExportFile.open("编号;客户名称;手机\n1;甲;2\n", name: "客户.csv")
        #expect(
            file.description == [
                "客户.csv: customers, by the profile 'generic-zh'",
                "  because    \(file.reason)",
                "  encoding   UTF-8, 99 % sure: its characters outside ASCII (9) are all well-formed UTF-8",
                "  format     CSV: semicolon, quotes doubled, 99 % sure: 2 of the first 2 rows have 3 cells by it",
                "  header     line 1, 99 % sure: 100 % of its names are known",
                "  values     dates: ymd, as the profile says; the first cells do not tell",
                "  values     decimals: '.', as the profile says; the first cells do not tell",
                "  source     generic-zh",
            ])
    }

    @Test("the records are the same wherever chunks of a file end", arguments: [1, 2, 3, 7, 64, 1_000])
    func chunks(size: Int) throws {
        let text = "编号,客户名称,手机\r\n1,\"甲\r\n乙\",2\r\n3,\"丙,4\r\n5,丁,6\r\n"
        for encoding in [TextEncoding.utf8, .gb18030, .utf16LE] {
            let bytes = try TestFiles.transcode(text, to: encoding)
            let options = ImportOptions(encoding: encoding.rawValue)
            let whole = try ExportFile.open(TestFiles.bytes(bytes, name: "客户.csv"), options: options).readAll()
            let pieces = try ExportFile.open(TestFiles.bytes(bytes, name: "客户.csv", chunkSize: size), options: options)
                .readAll()
            #expect(pieces == whole)
            #expect(whole.records.count == 2)
            #expect(whole.rejects.count == 1)
        }
    }
}

@Suite("XML exports are understood and read")
struct XMLExportTests {
    @Test("用友 U8 customers")
    func yonyou() throws {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <ufinterface roottag="customer" proc="add" version="2.0">
            <customer><code>0101</code><name>华强电子有限公司</name><abbrname>华强</abbrname><seed_date>2026-07-04 00:00:00</seed_date></customer>
            </ufinterface>
            """
        let file = try ExportFile.open(text, name: "u8.xml")
        #expect(file.profile.name == "yonyou-u8")
        #expect(file.entity == .customers)
        let (records, _, summary) = try file.readAll()
        #expect(summary.header == ["abbrname", "code", "name", "seed_date"])
        #expect(records[0].texts[.id] == "0101")
        #expect(records[0].texts[.name] == "华强电子有限公司")
        #expect(records[0].position.line == 3)
    }

    @Test("Odoo leads: the company is partner_name, messages are no records, eval is not read")
    func odoo() throws {
        let text = """
            <odoo><data noupdate="1">
            <record id="l1" model="crm.lead"><field name="name">Order of 5 desks</field><field name="partner_name">Acme</field>
            <field name="email_from">a@acme.example</field><field name="country_id" ref="base.fr"/><field name="tag_ids" eval="[(6,0,[])]"/></record>
            <record id="m1" model="mail.message"><field name="body">x</field></record>
            </data></odoo>
            """
        let file = try ExportFile.open(text, name: "crm_lead.xml")
        #expect(file.profile.name == "odoo")
        let (records, _, summary) = try file.readAll()
        #expect(summary.read == 1)
        #expect(records[0].texts[.name] == "Acme")
        #expect(records[0].texts[.email] == "a@acme.example")
    }

    @Test("a list that no profile knows is read by the names of its leaves, in its declared encoding")
    func generic() throws {
        let text = """
            <?xml version="1.0" encoding="GBK"?>
            <客户列表><客户><编号>1</编号><客户名称>甲公司</客户名称><地址 类型="主"><城市>苏州</城市></地址></客户>
            <客户><编号>2</编号><客户名称>乙公司</客户名称><手机>13800138000</手机></客户></客户列表>
            """
        let file = try ExportFile.open(
            TestFiles.bytes(TestFiles.transcode(text, to: .gb18030), name: "客户.xml"), options: ImportOptions())
        #expect(file.encoding.name == "GB18030")
        #expect(file.profile.name == "generic-zh")
        let (records, _, summary) = try file.readAll()
        #expect(summary.header == ["地址/@类型", "地址/城市", "客户名称", "手机", "编号"])
        #expect(records[0].texts[.city] == "苏州")
        #expect(records[1].texts[.mobile] == "13800138000")
        #expect(file.description.contains("  format     XML: each '客户列表/客户' is a record"))
    }

    @Test("a column of an XML list is mapped by its path")
    func mapping() throws {
        let text = "<l><c><a><n>Acme</n></a><phone>1</phone></c><c><a><n>Beta</n></a><phone>2</phone></c></l>"
        let options = ImportOptions(entity: .customers, map: [.name: "a/n"])
        #expect(
            try ExportFile.open(text, name: "x.xml", options: options).readAll().records.map { $0.texts[.name] } == [
                "Acme", "Beta",
            ])
    }
}
