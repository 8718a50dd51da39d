import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Which list of which system a header is")
struct ProfileDetectionTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let profile: String
        let entity: Entity
        let line: String
        var record: String?
        var testDescription: String { "\(profile) \(entity.rawValue)" }
    }

    private static let known: [Known] = [
        Known(
            profile: "wukong", entity: .customers,
            line: """
                客户编号,客户名称,统一社会信用代码,客户来源,手机,电话,网址,客户行业,客户级别,员工人数,年营收,省份,城市,详细地址,联系人,邮箱,需求,\
                成交状态,锁定至,负责人,获取时间,前负责人,最后跟进时间,下次联系时间,备注,创建时间,更新时间
                """),
        Known(profile: "wukong", entity: .contacts, line: "姓名,客户名称,职务,手机,电话,邮箱,微信,是否关键决策人,性别"),
        Known(profile: "wukong", entity: .followUps, line: "跟进编号,客户编号,跟进方式,跟进内容,跟进人,跟进时间,创建时间,下次联系时间"),
        Known(profile: "wukong", entity: .deals, line: "商机编号,商机名称,客户名称,商机金额,商机阶段,结束状态,负责人,预计成交日期,成交日期,创建时间"),
        Known(profile: "wukong", entity: .customers, line: "客户名称,客户来源,手机,电话,网址,客户行业,客户级别,下次联系时间,备注,邮箱"),
        // 芋道 writes other words than it reads.
        Known(
            profile: "ruoyi", entity: .customers,
            line: """
                编号,客户名称,跟进状态,最后跟进时间,最后跟进内容,下次联系时间,负责人的用户编号,负责人名字,负责人部门,锁定状态,手机,电话,QQ,wechat,email,\
                地区编号,地区名称,详细地址,所属行业,客户等级,备注,创建时间,更新时间,创建人,创建人名字
                """),
        Known(profile: "ruoyi", entity: .reps, line: "登录名称,用户名称,部门编号,用户邮箱,手机号码,用户性别,账号状态"),
        Known(profile: "dingtalk", entity: .reps, line: "员工UserID,姓名,手机号,邮箱,部门,职位,工号,直属主管,入职时间"),
        Known(profile: "generic-zh", entity: .followUps, line: "关联对象,客户名称,联系人,跟进方式,创建人,创建时间,下次联系时间,定位"),
        Known(profile: "generic-zh", entity: .followUps, line: "日期,业务员,客户简称,跟进情况,下一步"),
        Known(profile: "ruoyi", entity: .followUps, line: "编号,数据类型,数据编号,跟进类型,跟进内容,下次联系时间,创建时间"),
        Known(profile: "ruoyi", entity: .deals, line: "编号,商机名称,客户名称,负责人名字,负责人部门,商机状态组,商机状态,结束状态,预计成交日期,商机总金额"),
        Known(
            profile: "ruoyi", entity: .payments,
            line: "编号,回款编号,回款计划编号,回款方式,回款金额,计划回款日期,客户名字,负责人名字,负责人部门,工作流编号,工作流编号,审批状态"),
        Known(profile: "kingdee", entity: .payments, line: "单据编号,业务日期,往来单位编码,往来单位,销售员,币别,收款金额,结算方式,单据状态"),
        Known(profile: "dingtalk", entity: .claims, line: "审批编号,标题,审批状态,发起时间,发起人工号,发起人姓名,发起人部门,客户名称"),
        Known(
            profile: "salesforce", entity: .followUps,
            line: "Id,WhoId,WhatId,OwnerId,Subject,ActivityDate,Status,CreatedDate"),
        Known(
            profile: "salesforce", entity: .contacts,
            line: "Guid,AccountId,Email,FirstName,LastName,MailingCity,Phone,Title"),
        Known(
            profile: "salesforce", entity: .reps,
            line: "ID,USERNAME,LASTNAME,FIRSTNAME,EMAIL,ISACTIVE,PROFILEID,DEPARTMENT"),
        Known(
            profile: "hubspot", entity: .customers,
            line: "Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry"),
        Known(
            profile: "hubspot", entity: .deals,
            line: "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company"),
        Known(
            profile: "generic-en", entity: .customers, line: "Customer Name,Phone,Mobile,Country,Owner,Annual Revenue"),
        Known(profile: "generic-en", entity: .payments, line: "Customer,Payment Date,Amount,Currency"),
        Known(
            profile: "odoo", entity: .customers,
            line: "@id,@model,field[@name='partner_name'],field[@name='name'],field[@name='email_from']",
            record: "record"),
        Known(
            profile: "odoo", entity: .customers,
            line: "@id,@model,field[@name='name'],field[@name='is_company'],field[@name='country_id']/@ref",
            record: "odoo/data/record"),
        Known(
            profile: "yonyou-u8", entity: .customers, line: "code,name,abbrname,sort_code,seed_date,ccusexch_name",
            record: "ufinterface[@roottag='customer']/customer"),
    ]

    @Test("a header is known by its columns alone", arguments: known)
    func knows(_ known: Known) throws {
        let list = try Fixture.choose(known.line, record: known.record)
        #expect(list.profile.name == known.profile, "\(list.reason)")
        #expect(list.entity == known.entity, "\(list.reason)")
    }

    @Test(
        "the sample files are known without their names",
        arguments: [
            ("customers-crm-b.csv", "salesforce", Entity.customers), ("deals-crm-b.csv", "salesforce", .deals),
            ("follow-ups-crm-b.csv", "salesforce", .followUps), ("payments.csv", "generic-zh", .payments),
            ("reps.csv", "generic-en", .reps), ("claims-2026-11-23.csv", "dingtalk", .claims),
        ])
    func knowsSamples(_ file: String, _ profile: String, _ entity: Entity) throws {
        let text = try String(contentsOf: Paths.root.appending(path: "SampleData/inbox/\(file)"), encoding: .utf8)
        let line = String(text.prefix { !$0.isNewline }.drop { $0 == "\u{FEFF}" })
        let list = try Fixture.choose(line)
        #expect(list.profile.name == profile, "\(list.reason)")
        #expect(list.entity == entity, "\(list.reason)")
        #expect(list.mapping.fields.count == Fixture.header(line).count)
    }

    @Test(
        "real exports are known, with the columns of a loader's result too", .enabled(if: Paths.samples != nil),
        arguments: [
            ("accountData.csv", Entity.customers), ("opportunityData.csv", .deals), ("success0413060133.csv", .deals),
            ("error0413060133.csv", .deals),
        ])
    func knowsRealExports(_ file: String, _ entity: Entity) throws {
        let samples = try #require(Paths.samples)
        let bytes = try Data(contentsOf: samples.appending(path: "salesforce/dataloader/\(file)"))
        let line = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        let list = try Fixture.choose(line)
        #expect(list.profile.name == "salesforce")
        #expect(list.entity == entity)
        let header = Fixture.header(line)
        if entity == .customers {
            #expect(list.mapping.fields[try #require(header.firstIndex(of: "NAME"))] == .name)
            #expect(list.mapping.fields[try #require(header.firstIndex(of: "OWNERID"))] == .owner)
            #expect(list.mapping.fields[try #require(header.firstIndex(of: "FAX"))] == nil)
        }
    }

    @Test("case, full width, blanks and marks in a header make no difference")
    func foldsHeaders() throws {
        let list = try Fixture.choose("＊客户 名称,ＥＭＡＩＬ,手机号：,负责人*")
        #expect(list.mapping.fields == [.name, .email, .mobile, .owner])
    }

    @Test("a generic profile that fits as well is passed over, and can still be named")
    func prefersSpecific() throws {
        let line = "姓名,客户名称,职务,手机,是否关键决策人"
        #expect(try Fixture.choose(line).profile.name == "wukong")
        #expect(try Fixture.choose(line, profile: "generic-zh").profile.name == "generic-zh")
    }

    @Test("two systems' lists that fit equally well are asked about, whatever a list of any origin says")
    func tieOfSystems() throws {
        let line = "姓名,客户名称,归属部门,联系人所有人"
        let error = try #require(Fixture.failure { () throws(InputError) in try Fixture.choose(line) })
        #expect(error.message == "cannot tell what this file lists")
        #expect(
            error.advice == [
                "The profiles 'fxiaoke' and 'xiaoshouyi' fit equally well. Say which it is:",
                "  gonghai import --profile fxiaoke export.csv", "  gonghai import --profile xiaoshouyi export.csv",
                "Nothing was imported.",
            ])
        for name in ["fxiaoke", "xiaoshouyi"] {
            #expect(try Fixture.choose(line, profile: name).profile.name == name)
        }
    }

    @Test("a list of no known system is read by its columns' names, and the reason says so")
    func unknownSystem() throws {
        let list = try Fixture.choose("单位名称,联系手机,归属销售,保护期至,暗号")
        #expect(list.profile.name == "generic-zh")
        #expect(list.mapping.fields == [.name, .mobile, .owner, .lockedUntil, nil])
        #expect(
            list.reason == """
                4 of 5 columns are known to 'generic-zh' as customers (单位名称, 联系手机, 归属销售 …); not known, kept with the \
                record: 暗号; it is no known system's list, so its columns are read by what they are called
                """)
        #expect(!(try Fixture.choose("单位名称,联系手机", profile: "generic-zh").reason.contains("no known system")))
    }

    @Test("a name that begins with a star is every column that ends so, and only as it is written")
    func endings() throws {
        let list = try Fixture.choose("Name,Phone,Need__c,Level__C,Abc", file: "x.csv")
        #expect(list.profile.name == "salesforce")
        #expect(list.reason.contains("not known, kept with the record: Abc"))
        #expect(try Fixture.choose("Name,Phone,Need_c,__c").profile.name == "generic-en")
        #expect(ProfileDetection.headerScore(["c", "a__c"]) == 0)
    }

    @Test("a profile that is named needs no signature")
    func namedProfile() throws {
        let list = try Fixture.choose("客户名称,手机", profile: "wukong", map: [:])
        #expect(list.entity == .customers)
    }

    @Test("a list that fits two entities is asked about, never guessed; the file's name can tell")
    func tie() throws {
        let error = try #require(Fixture.failure { () throws(InputError) in try Fixture.choose("id,name,email") })
        #expect(error.message == "cannot tell what this file lists")
        #expect(
            error.advice == [
                "Its columns fit customers and reps equally well. Say which it is:",
                "  gonghai import --as customers export.csv", "  gonghai import --as reps export.csv",
                "Nothing was imported.",
            ])
        #expect(try Fixture.choose("id,name,email", file: "inbox/reps-2026.csv").entity == .reps)
        #expect(try Fixture.choose("id,name,email", entity: .customers).entity == .customers)
    }

    @Test("the reason names counts, columns and what the file's name said")
    func reason() throws {
        let list = try Fixture.choose("客户名称,客户级别,手机,怪列", file: "in/客户.csv")
        #expect(
            list.reason == """
                3 of 4 columns are known to 'wukong' as customers (客户名称, 客户级别, 手机); not known, kept with the record: \
                怪列; the file's name says customers
                """)
    }

    @Test("a header scores high, a title and data low")
    func headerScore() {
        #expect(ProfileDetection.headerScore(["客户名称", "手机", "负责人"]) == 1)
        #expect(ProfileDetection.headerScore(["客户列表导出（2026-11-23 23:40 系统管理员）", "", ""]) == 0)
        #expect(ProfileDetection.headerScore(["客户", "", ""]) == 0.5)
        #expect(ProfileDetection.headerScore(["KH10001", "宁波澄禾化工有限公司", "18800001000"]) == 0)
        #expect(ProfileDetection.headerScore([]) == 0)
        #expect(ProfileDetection.headerScore(["", " "]) == 0)
    }

    @Test(
        "the name of a file hints at one entity or at none",
        arguments: [
            ("inbox/customers-crm-a.csv", Entity.customers), ("客户联系人.csv", .customers), ("导出-联系人.csv", .contacts),
            ("Follow-Ups.csv", .followUps), ("Opportunities.csv", .deals), ("2026回款.csv", .payments),
            ("a/claims.d/x.csv", nil), ("crm-accounts-2026.csv", .customers),
        ] as [(String, Entity?)])
    func fileNames(_ name: String, _ entity: Entity?) {
        #expect(FileNameHint.entity(of: name) == entity)
    }
}

@Suite("Profiles that the sample workspace names")
struct NamedProfileTests {
    @Test(
        "a profile named for a file finds the list in it",
        arguments: [
            ("审批编号,标题,审批状态,审批结果,发起时间,发起人工号,发起人姓名,发起人部门,客户名称,领取理由", "generic-zh", Entity.claims),
            ("回款编号,客户名称,负责人,回款日期,回款金额,币种,回款方式,审批状态,备注", "generic-zh", .payments),
            ("跟进编号,客户编号,跟进方式,跟进内容,跟进人,跟进时间,创建时间,下次联系时间", "wukong", .followUps),
            ("姓名,客户名称,职务,手机,电话,邮箱,微信,是否关键决策人,性别", "wukong", .contacts),
            (
                "id,name,email,team,manager_email,active,starts_on,ends_on,leave,regions,holding_limit,aliases",
                "generic-en", .reps
            ),
        ])
    func named(_ line: String, _ profile: String, _ entity: Entity) throws {
        let list = try Fixture.choose(line, profile: profile)
        #expect(list.profile.name == profile)
        #expect(list.entity == entity, "\(list.reason)")
    }
}
