import Records
import Testing

@testable import Ingestion

@Suite("Whole files of systems, as their profiles read them")
struct ProfileFilesTests {
    /// What a file comes to: its list, the texts of each record, and the rows that are none.
    private struct Outcome {
        var list: String
        var texts: [[String: String]]
        var rejects: Int
        var warnings: [String]
    }

    private static func outcome(
        _ text: String, name: String, options: ImportOptions = ImportOptions()
    ) throws -> Outcome {
        let file = try ExportFile.open(text, name: name, options: options)
        let (records, rejects, summary) = try file.readAll()
        let texts = records.map { record in
            Dictionary(uniqueKeysWithValues: record.texts.fields.map { ($0.rawValue, record.texts[$0] ?? "") })
        }
        return Outcome(
            list: "\(file.profile.name) \(file.entity.rawValue)", texts: texts, rejects: rejects.count,
            warnings: summary.warnings)
    }

    @Test("the lines with which a report of Salesforce ends are no customers")
    func reportFooter() throws {
        let text = """
            "Account Owner","Account Name","Billing City","Last Activity"
            "Kim Lee","Acme","Reno","11/23/2026"
            "Kim Lee","Beta","Boise",""
            "Grand Totals (2 records)","","",""
            "Confidential Information - Do Not Distribute","","",""
            "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.","","",""

            """
        let outcome = try Self.outcome(text, name: "report1.csv")
        #expect(outcome.list == "salesforce customers")
        #expect(outcome.texts.map { $0["name"] } == ["Acme", "Beta"])
        #expect(outcome.rejects == 0)
        #expect(outcome.warnings.count == 1)
    }

    @Test("lines of one receipt take its head, keep their own number, and totals are left out")
    func receipts() throws {
        let text = """
            单据编号,行号,业务日期,往来单位编码,往来单位,销售员,币别,收款金额,结算方式,单据状态
            SKD1,1,2026-11-23,C1,甲公司,王磊,人民币,900.00,电汇,已审核
            ,2,,,,,,100.00,现金,
            SKD2,1,2026-11-23,C2,乙公司,李娜,美元,-50.00,电汇,已审核
            合计,,,,,,,950.00,,

            """
        let outcome = try Self.outcome(text, name: "收款.csv")
        #expect(outcome.list == "kingdee payments")
        #expect(outcome.texts.map { $0["customer"] } == ["C1", "C1", "C2"])
        #expect(outcome.texts.map { $0["amount"] } == ["900.00", "100.00", "-50.00"])
        #expect(outcome.texts.map { $0["currency"] } == ["CNY", "CNY", "USD"])
        #expect(Set(outcome.texts.map { $0["id"] }).count == 3)
        #expect(outcome.rejects == 0)
    }

    @Test("stores without a header, with their own marks between cells and rows, name their sales people by id")
    func stores() throws {
        let row = { (id: Int, name: String, rep: Int) in
            "\(id)+|\(name)+|\(rep)+|<StoreSurvey><Banks>a, \"b\"</Banks></StoreSurvey>+|A22517E3-848D-4EBE-B9D9-"
                + "7437F3432304+|2014-09-12 11:15:07.497&|"
        }
        let text = [row(292, "Next-Door Bike Store", 279), row(294, "Professional Sales", 276)].joined(separator: "\n")
        let outcome = try Self.outcome(text + "\n", name: "Store.csv")
        #expect(outcome.list == "adventureworks customers")
        #expect(outcome.texts.map { $0["name"] } == ["Next-Door Bike Store", "Professional Sales"])
        #expect(outcome.texts.map { $0["owner"] } == ["279", "276"])
    }

    @Test("of data.xml each entity is a list, and lookups name what they refer to by id")
    func dataverse() throws {
        let text = """
            <entities timestamp="2026-11-23T00:00:00Z">
             <entity name="account" displayname="Account"><records>
              <record id="{A1}"><field name="name" value="Acme"/><field name="industrycode" value="16"/>
               <field name="ownerid" value="{U1}" lookupentity="systemuser" lookupentityname="Kim Lee"/></record>
             </records></entity>
             <entity name="systemuser" displayname="User"><records>
              <record id="{U1}"><field name="fullname" value="Kim Lee"/><field name="isdisabled" value="False"/></record>
             </records></entity>
            </entities>
            """
        let customers = try Self.outcome(text, name: "data.xml", options: ImportOptions(entity: .customers))
        #expect(customers.list == "dynamics365 customers")
        #expect(customers.texts == [["id": "{A1}", "name": "Acme", "industry": "Financial", "owner": "{U1}"]])
        let reps = try Self.outcome(text, name: "data.xml", options: ImportOptions(entity: .reps))
        #expect(reps.texts == [["id": "{U1}", "name": "Kim Lee", "active": "yes"]])
    }

    @Test("Zoho's rows are known by the values of their keys, and long ids stay as they are")
    func zoho() throws {
        let text = """
            <response><result><Accounts>
            <row no="1"><FL val="ACCOUNTID">919325000000064034</FL><FL val="SMOWNERID">919325000000064001</FL>
            <FL val="Account Owner"><![CDATA[Kim Lee]]></FL><FL val="Account Name"><![CDATA[Acme & Sons]]></FL></row>
            <row no="2"><FL val="ACCOUNTID">919325000000064035</FL><FL val="Account Name">Beta</FL></row>
            </Accounts></result></response>
            """
        let outcome = try Self.outcome(text, name: "accounts.xml")
        #expect(outcome.list == "zoho customers")
        #expect(outcome.texts.map { $0["id"] } == ["919325000000064034", "919325000000064035"])
        #expect(outcome.texts.first?["name"] == "Acme & Sons")
        #expect(outcome.texts.first?["owner"] == "919325000000064001")
    }

    @Test("orders of 1C are deals, and the counterparties in them customers where they are asked for")
    func commerceML() throws {
        let text = """
            <КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1"><Контейнер><Документ>
            <Ид>d1</Ид><Номер>1</Номер><Дата>2026-08-22</Дата><Время>21:14:29</Время><ХозОперация>Заказ товара</ХозОперация>
            <Контрагенты><Контрагент><Ид>k1</Ид><Наименование>Акме</Наименование>
            <ОфициальноеНаименование>ООО Акме</ОфициальноеНаименование><ИНН>7707083893</ИНН></Контрагент></Контрагенты>
            <Валюта>руб</Валюта><Сумма>9683.42</Сумма></Документ></Контейнер></КоммерческаяИнформация>
            """
        let customers = try Self.outcome(text, name: "orders.xml", options: ImportOptions(entity: .customers))
        #expect(customers.list == "commerceml customers")
        #expect(customers.texts == [["id": "k1", "name": "ООО Акме", "credit_code": "7707083893"]])
        let deals = try Self.outcome(text, name: "orders.xml", options: ImportOptions(entity: .deals))
        #expect(deals.list == "commerceml deals")
        #expect(try Self.outcome(text, name: "orders.xml").list == "commerceml deals")
        #expect(deals.texts.first?["customer"] == "k1")
        #expect(deals.texts.first?["created_at"] == "2026-08-22 21:14:29")
        #expect(deals.texts.first?["currency"] == "RUB")
    }
}
