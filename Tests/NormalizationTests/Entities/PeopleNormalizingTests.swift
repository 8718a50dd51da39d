import Records
import Testing

@testable import Normalization

@Suite("Contacts")
struct ContactNormalizingTests {
    @Test("a contact is cleaned")
    func contact() throws {
        let row = try accepted(
            normalizer().contact(
                record(
                    .contacts,
                    [
                        .customer: "C-1", .name: "王 丽", .title: "采购经理", .phone: "138 0013 8000",
                        .email: "wang@acme.com", .wechat: "wl", .decisionMaker: "是",
                    ])))
        #expect(row.value.customer == Reference("C-1"))
        #expect(row.value.name == "王 丽")
        #expect(row.value.mobile == "+8613800138000")
        #expect(row.value.phone == nil)
        #expect(row.value.isDecisionMaker == true)
        #expect(row.key.externalID.hasPrefix("~"))
    }

    @Test("a contact of nobody, or nobody's contact, is rejected")
    func rejects() throws {
        let orphan = try rejected(normalizer().contact(record(.contacts, [.name: "王丽"])))
        #expect(orphan.code == .missingReference)
        #expect(orphan.field == .customer)
        #expect(try rejected(normalizer().contact(record(.contacts, [.customer: "1"]))).code == .missingIdentity)
    }
}

@Suite("Reps")
struct RepNormalizingTests {
    @Test("a rep of a roster is cleaned")
    func rep() throws {
        let row = try accepted(
            normalizer().rep(
                record(
                    .reps,
                    [
                        .id: "u1", .name: "张伟(杭州)", .email: "zhang@acme.com", .team: "华东",
                        .managerEmail: "boss@acme.com", .active: "在职", .startsOn: "2024/3/1",
                        .leave: "2026-10-01/2026-10-08;2026/12/1~2026/12/3;2026-12-24", .industries: "C39;软件和信息技术服务业;F",
                        .sizes: "大型;medium",
                        .regions: "广东、上海;Berlin", .needs: "WMS", .claimLimit: "10", .holdingLimit: "50",
                        .aliases: "crm-b:zw;zhangwei",
                    ])))
        let rep = row.value
        #expect(row.flags == [])
        #expect(rep.id == RepID("crm-a:u1"))
        #expect(rep.isActive)
        #expect(rep.startsOn?.description == "2024-03-01")
        #expect(
            rep.leave.map { "\($0.lowerBound)/\($0.upperBound)" } == [
                "2026-10-01/2026-10-08", "2026-12-01/2026-12-03", "2026-12-24/2026-12-24",
            ])
        #expect(rep.industries == ["39", "65", "F"])
        #expect(rep.sizes == [.large, .medium])
        #expect(rep.regions == ["广东省", "上海市", "Berlin"])
        #expect(rep.needs == ["仓储"])
        #expect([rep.claimLimit, rep.intakeLimit, rep.holdingLimit] == [10, nil, 50])
        #expect(rep.aliases == ["crm-b:zw", "zhangwei"])
    }

    @Test("leave in slashed dates is read too")
    func slashedLeave() throws {
        let row = try accepted(normalizer().rep(record(.reps, [.id: "1", .leave: "2026/10/1/2026/10/8"])))
        #expect(row.value.leave.map(\.upperBound.description) == ["2026-10-08"])
    }

    @Test("what narrows a rep down stays narrow where it is not understood, and is flagged")
    func narrow() throws {
        let row = try accepted(
            normalizer().rep(
                record(
                    .reps,
                    [
                        .id: "1", .industries: "卖东西", .regions: "华南", .needs: "喝茶", .sizes: "巨型", .leave: "下周",
                        .active: "停薪留职", .claimLimit: "5-10",
                    ])))
        #expect(row.value.industries == ["卖东西"])
        #expect(row.value.regions == ["华南"])
        #expect(row.value.needs == ["喝茶"])
        #expect(row.value.sizes == [])
        #expect(row.value.isActive)
        #expect(row.value.claimLimit == nil)
        #expect(
            Set(row.flagNames) == [
                "industries unknown_industry", "regions unknown_division", "needs unknown_value", "sizes unknown_value",
                "leave invalid_date",
                "active unknown_value", "claim_limit invalid_number",
            ])
    }

    @Test("a rep without a name is called by the id, one without an id is found by name and e-mail")
    func identity() throws {
        #expect(try accepted(normalizer().rep(record(.reps, [.id: "u1"]))).value.name == "u1")
        let named = try accepted(normalizer().rep(record(.reps, [.name: "张伟", .email: "z@acme.com"])))
        #expect(named.value.id == RepID("crm-a:" + named.key.externalID))
        #expect(try rejected(normalizer().rep(record(.reps, [.email: "z@acme.com"]))).code == .missingIdentity)
    }

    @Test("a leaver is inactive", arguments: ["离职", "否", "0", "false", "停用"])
    func inactive(text: String) throws {
        #expect(try !accepted(normalizer().rep(record(.reps, [.id: "1", .active: text]))).value.isActive)
    }
}
