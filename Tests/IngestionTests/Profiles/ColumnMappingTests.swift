import Records
import Testing

@testable import Ingestion

@Suite("How cells become the texts of fields")
struct ColumnMappingTests {
    @Test("blanks around a cell go, and so do null tokens and the apostrophe that guards a formula")
    func cleansCells() throws {
        let list = try Fixture.choose("id,name,phone,email,notes,city")
        let texts = Fixture.texts(list, [" 1 ", "\tAcme\n", "'+86 574", "#N/A", "'quoted'", "NULL"])
        #expect(texts == ["id": "1", "name": "Acme", "phone": "+86 574", "notes": "'quoted'"])
    }

    @Test("a row that is shorter than the header leaves its fields empty")
    func shortRow() throws {
        let list = try Fixture.choose("id,name,phone")
        #expect(Fixture.texts(list, ["1"]) == ["id": "1"])
        #expect(Fixture.texts(list, []) == [:])
    }

    @Test(
        "given and family name are joined as the name is written",
        arguments: [
            (["Anna", "Keller"], "Anna Keller"), (["伟", "张"], "张伟"), (["Wei", "张"], "Wei 张"),
            (["", "Keller"], "Keller"),
            (["Zoë", ""], "Zoë"),
        ])
    func joinsNames(_ parts: [String], _ name: String) throws {
        let list = try Fixture.choose("FIRSTNAME,LASTNAME,ACCOUNTID")
        #expect(list.mapping.fields == [.name, .name, .customer])
        #expect(Fixture.texts(list, parts + ["001"])["name"] == name)
    }

    @Test("columns joined in order have a blank between words and none between ideographs")
    func joinsInOrder() throws {
        let feed = ColumnMapping.Feed(field: .address, columns: [0, 1])
        let mapping = ColumnMapping(["省", "市"], feeds: [feed], nullTokens: [])
        #expect(mapping.texts(of: CellTexts(["浙江省", "宁波市"]))[.address] == "浙江省宁波市")
        #expect(mapping.texts(of: CellTexts(["No. 2", "Ningbo"]))[.address] == "No. 2 Ningbo")
    }

    @Test(
        "an opportunity is won, lost or open by its marks before its stage",
        arguments: [
            (["Closed Won", "true", "true"], "won"), (["Abgeschlossen", "TRUE", "true"], "won"),
            (["Closed Lost", "true", "false"], "lost"), (["Prospecting", "false", "false"], "open"),
            (["closed  won", "", ""], "won"), (["Prospecting", "", ""], "open"), (["", "", ""], nil),
        ] as [([String], String?)])
    func dealStatus(_ cells: [String], _ status: String?) throws {
        let list = try Fixture.choose("STAGENAME,ISCLOSED,ISWON,ACCOUNTID,CLOSEDATE")
        #expect(list.mapping.fields == [.stage, .status, .status, .customer, .closedAt])
        let texts = Fixture.texts(list, cells + ["001", ""])
        #expect(texts["status"] == status)
        #expect(texts["stage"] == (cells[0].isEmpty ? nil : cells[0]))
    }

    @Test("a later step counts only where the earlier ones are blank")
    func steps() throws {
        let list = try Fixture.choose("审批编号,审批状态,审批结果,发起时间,发起人工号,发起人姓名,客户名称")
        let row = { (status: String, result: String, id: String) in
            Fixture.texts(list, ["7", status, result, "2026-11-23", id, "王磊", "甲公司"])
        }
        #expect(row("已完成", "拒绝", "E1")["status"] == "rejected")
        #expect(row("已撤销", "", "E1")["status"] == "withdrawn")
        #expect(row("审批中", "", "E1")["rep"] == "E1")
        #expect(row("审批中", "", "")["rep"] == "王磊")
        #expect(row("怪", "", "")["status"] == "怪")
    }

    @Test("of repeated columns the first is read; --map reaches the others")
    func repeatedColumns() throws {
        let line = "客户名称,姓名,手机,电话,手机,电话"
        let first = try Fixture.choose(line)
        #expect(first.mapping.fields == [.customer, .name, .mobile, .phone, nil, nil])
        let second = try Fixture.choose(line, map: [.mobile: "手机#2"])
        #expect(second.mapping.fields == [.customer, .name, nil, .phone, .mobile, nil])
    }

    @Test("a column that the user maps feeds nothing else")
    func mapWins() throws {
        let list = try Fixture.choose("客户名称,公司名称,电话", entity: .customers, map: [.notes: "客户名称"])
        #expect(list.mapping.fields == [.notes, .name, .phone])
    }
}
