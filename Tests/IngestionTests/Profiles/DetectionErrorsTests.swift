import Records
import Testing

@testable import Ingestion

@Suite("What is said of a header that cannot be read")
struct DetectionErrorsTests {
    @Test("a required field without a column is shown with the closest column and the option that maps it")
    func missingField() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("编号,往来户全名,手机", file: "inbox/customers.csv") })
        #expect(
            error.rendered
                == """
                inbox/customers.csv:1:4: no column for the field 'name'
                  |
                1 | 编号,往来户全名,手机
                  |    ^^^^^^^^^^
                The profile 'generic-zh' knows 客户名称, 公司名称 and 企业名称. The closest column is '往来户全名'.
                Map it with:  gonghai import --map name=往来户全名 inbox/customers.csv
                Nothing was imported.
                """.replacing("  |    ^", with: "  |      ^"))
    }

    @Test("the option that the message gives works, and repeats what was said already")
    func suggestionWorks() throws {
        let list = try Fixture.choose("编号,往来户全名,手机", file: "inbox/customers.csv", map: [.name: "往来户全名"])
        #expect(list.mapping.fields == [.id, .name, .mobile])
        let error = try #require(
            Fixture.failure { () throws(InputError) in
                try Fixture.choose("编号,往来户 全名,手机", entity: .contacts, profile: "generic-zh", map: [.id: "编号"])
            })
        #expect(error.message == "no column for the field 'customer'")
        #expect(
            error.advice.contains(
                "Map it with:  gonghai import --profile generic-zh --as contacts --map id=编号 --map customer='往来户 全名' export.csv"
            ))
    }

    @Test("a list that lacks its name is not taken for a lesser list that happens to be complete")
    func lesserList() throws {
        let error = try #require(Fixture.failure { () throws(InputError) in try Fixture.choose("编号,往来户全名,手机") })
        #expect(error.message == "no column for the field 'name'")
        let payments = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("回款编号,客户名称,回款日期,数目,回款方式") })
        #expect(payments.message == "no column for the field 'amount'")
    }

    @Test(
        "what is no list of these is refused, not guessed",
        arguments: [
            "sepal_length,sepal_width,species", "ID", "Name,Body,ParentId", "text,date,integer,float,time",
        ])
    func noList(line: String) throws {
        let error = try #require(Fixture.failure { () throws(InputError) in try Fixture.choose(line) })
        #expect(error.message == "no profile knows these columns")
    }

    @Test("ids and names alone are a list of customers, and the file's name tells what a short list is")
    func shortLists() throws {
        #expect(try Fixture.choose("客户编号,客户名称").entity == .customers)
        #expect(try Fixture.choose("customer_id,rep", file: "claims-2026-11-23.csv").entity == .claims)
        #expect(try Fixture.choose("Name,Body,ParentId", file: "customers.csv").entity == .customers)
    }

    @Test("a column that is like no known name is not called close")
    func nothingClose() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in
                try Fixture.choose("Phone,City,Artist,Longitude", entity: .customers)
            })
        #expect(
            error.advice.first == "The profile 'generic-en' knows Customer Name, Company Name and Account Name.")
        #expect(error.column == nil)
    }

    @Test("a header that nobody would read whole is cut")
    func longHeader() throws {
        let line = "foo," + (0..<100).map { "column\($0)" }.joined(separator: ",")
        let error = try #require(Fixture.failure { () throws(InputError) in try Fixture.choose(line) })
        #expect(error.excerpt == line.prefix(240) + "…")
    }

    @Test("of required fields that stand for each other, both are named")
    func missingEither() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("部门,入职时间,邮箱", entity: .reps) })
        #expect(error.message == "no column for the field 'id' or 'name'")
    }

    @Test("a profile or column that is mistyped is answered with the one that was meant")
    func didYouMean() throws {
        let profile = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("name,phone", profile: "salesfroce") })
        #expect(profile.message == "no profile is called 'salesfroce'")
        #expect(profile.advice == ["Did you mean 'salesforce'?", "Nothing was imported."])
        let column = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("name,telephone", map: [.phone: "telefone"]) }
        )
        #expect(column.message == "no column is called 'telefone' (--map phone=telefone)")
        #expect(column.advice.first == "Did you mean 'telephone'?")
    }

    @Test("a field of another entity is refused")
    func foreignField() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in
                try Fixture.choose("name,x", entity: .customers, map: [.wechat: "x"])
            })
        #expect(error.message == "'wechat' is not a field of customers")
    }

    @Test("an entity that a profile has no list of is refused")
    func foreignEntity() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("a,b", entity: .deals, profile: "dingtalk") })
        #expect(error.message == "the profile 'dingtalk' knows no deals")
        #expect(error.advice.first == "It knows reps and claims.")
    }

    @Test("a first row of data is called so, and its personal data is not shown")
    func headerless() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("1699,宁波澄禾化工有限公司,18800001000,a@b.example") })
        #expect(error.message == "no header row: this row looks like data")
        #expect(error.excerpt == nil)
        #expect(error.line == 1)
        #expect(!error.rendered.contains("18800001000"))
    }

    @Test("columns that nobody knows are asked about")
    func unknownColumns() throws {
        let error = try #require(
            Fixture.failure { () throws(InputError) in try Fixture.choose("slength,swidth,species") })
        #expect(error.message == "no profile knows these columns")
        #expect(error.excerpt == "slength,swidth,species")
    }

    @Test(
        "any header gives a list or an error", arguments: ["", ",,,", "name", "#2", "name#2", "*", "::", "客户名称,客户名称"])
    func neverTraps(_ line: String) {
        for entity in [nil] + Entity.allCases.map(Optional.some) {
            _ = try? Fixture.choose(line, entity: entity)
        }
    }
}
