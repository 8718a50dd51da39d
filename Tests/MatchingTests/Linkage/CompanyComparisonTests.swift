import Records
import Testing

@testable import Matching

@Suite("How two companies compare")
struct CompanyComparisonTests {
    typealias Names = CompanyTable.NameLevel

    func pattern(_ one: Customer, _ other: Customer) -> LevelPattern {
        var table = CompanyTable()
        table.add(one)
        table.add(other)
        #expect(table.pattern(0, 1) == table.pattern(1, 0), "the order of the two must not matter")
        return table.pattern(0, 1)
    }

    func name(_ one: (String, String, String), _ other: (String, String, String)) -> Names? {
        let customers = [one, other].map { makeCustomer($0.0, key: $0.1, core: $0.2) }
        return Names(rawValue: pattern(customers[0], customers[1])[CompanyTable.Field.name.rawValue])
    }

    let huaqiang = ("深圳市华强电子有限公司", "深圳市华强电子", "华强")

    @Test("a name is the same with or without its place, in short, or by sound")
    func sameNames() {
        #expect(name(huaqiang, ("深圳华强电子有限公司", "深圳华强电子", "华强")) == .whole)
        #expect(name(huaqiang, ("华强电子", "华强电子", "华强")) == .placeLeftOut)
        #expect(name(huaqiang, ("华强(深圳)电子有限公司", "华强深圳电子", "华强")) == .whole)
        #expect(name(huaqiang, ("华强", "华强", "华强")) == .short)
        #expect(name(huaqiang, ("Huaqiang Electronics Co., Ltd.", "huaqiang electronics", "huaqiang")) == .sound)
        #expect(
            name(huaqiang, ("Shenzhen Huaqiang Co., Ltd.", "shenzhen huaqiang", "shenzhen huaqiang")) == .sound)
        #expect(name(huaqiang, ("深圳市花强电子有限公司", "深圳市花强电子", "花强")) == .sound)
    }

    @Test("a slip behind the first letters is near, within them it makes a name that is only nearly the same")
    func slips() {
        #expect(name(huaqiang, ("深圳市华强电予有限公司", "深圳市华强电予", "华强电予")) == .near)
        #expect(name(huaqiang, ("深圳市华盛电子有限公司", "深圳市华盛电子", "华盛")) == .close)
        #expect(
            name(
                ("Alpine Granite Ltd", "alpine granite", "alpine granite"),
                ("Alpine Granit", "alpine granit", "alpine granit"))
                == .near)
    }

    @Test(
        "other numbers in two names are other companies, however near the names; the same ones in other signs are not")
    func numbers() {
        let first = ("北京第一机床厂", "北京第一机床厂", "第一机床厂")
        #expect(name(first, ("北京第二机床厂", "北京第二机床厂", "第二机床厂")) == .sibling)
        #expect(name(first, ("北京第1机床厂", "北京第1机床厂", "第1机床厂")) == .close)
        #expect(
            name(("某某实业第21有限公司", "某某实业第21", "某某实业第21"), ("某某实业第20有限公司", "某某实业第20", "某某实业第20"))
                == .sibling)
        #expect(name(("Area 51 Ltd", "area 51", "area 51"), ("Area 52 Ltd", "area 52", "area 52")) == .sibling)
        #expect(
            name(
                ("华强电子有限公司珠海第一分公司", "华强电子有限公司珠海第一分公司", "华强"),
                ("华强电子有限公司珠海第二分公司", "华强电子有限公司珠海第二分公司", "华强")) == .branch)
    }

    @Test("another trade under one core, one name of two places, and a branch are other companies")
    func relatives() {
        #expect(name(huaqiang, ("深圳市华强物流有限公司", "深圳市华强物流", "华强")) == .sibling)
        #expect(name(huaqiang, ("深圳市华强集团有限公司", "深圳市华强", "华强")) == .sibling)
        #expect(name(huaqiang, ("广州市华强电子有限公司", "广州市华强电子", "华强")) == .elsewhere)
        let branch = ("深圳市华强电子有限公司广州分公司", "深圳市华强电子有限公司广州分公司", "华强广州分公司")
        #expect(name(huaqiang, branch) == .branch)
        #expect(name(branch, branch) == .whole)
        let itself = ("深圳市华强电子有限公司(本部)", "深圳市华强电子有限公司本部", "华强")
        #expect(name(huaqiang, itself) == .whole, "the head office is the company")
        #expect(name(branch, ("深圳市华强电子广州分公司", "深圳市华强电子广州分公司", "华强广州分公司")) == .whole)
        #expect(
            name(branch, ("深圳市华强电子有限公司惠州分公司", "深圳市华强电子有限公司惠州分公司", "华强惠州分公司")) == .branch)
        #expect(name(huaqiang, ("北京金龙贸易有限公司", "北京金龙贸易", "金龙")) == .different)
    }

    @Test("a damaged name compares with nothing")
    func noName() {
        #expect(name(huaqiang, ("????", "", "")) == nil)
    }

    @Test("two credit codes keep records apart whatever else agrees; one code joins whatever the name")
    func creditCodes() {
        let table = CompanyTable()
        let one = makeCustomer("华强", key: "华强", core: "华强") { $0.creditCode = codes[0] }
        let other = makeCustomer("华强", key: "华强", core: "华强") { $0.creditCode = codes[1] }
        #expect(table.isApart(pattern(one, other)))
        let renamed = makeCustomer("金龙", key: "金龙", core: "金龙") { $0.creditCode = codes[0] }
        #expect(table.mayJoin(pattern(one, renamed)))
        let branch = makeCustomer("华强电子有限公司广州分公司", key: "华强电子有限公司广州分公司", core: "华强广州分公司") {
            $0.creditCode = codes[0]
        }
        #expect(table.isApart(pattern(one, branch)), "a branch under its head office's code")
    }

    @Test("a shared number or address alone joins nobody")
    func sharedNumber() {
        let shared = { (customer: inout Customer) in
            customer.phone = "+8675583210987"
            customer.address = "福田区深南大道1号"
            customer.city = "深圳市"
        }
        let pattern = pattern(
            makeCustomer("华强", key: "华强", core: "华强", shared), makeCustomer("金龙", key: "金龙", core: "金龙", shared))
        #expect(pattern[CompanyTable.Field.phone.rawValue] == 2)
        #expect(pattern[CompanyTable.Field.address.rawValue] == 1)
        #expect(!CompanyTable().mayJoin(pattern))
    }

    @Test("an address is its street and house number, however the rest is written")
    func addresses() {
        func level(_ one: String, _ other: String) -> Int {
            pattern(makeCustomer("华强") { $0.address = one }, makeCustomer("华强") { $0.address = other })[
                CompanyTable.Field.address.rawValue]
        }
        #expect(level("福田区深南大道1001号3楼", "深圳市福田區深南大道 1001號") == 1)
        #expect(level("福田区深南大道1001号", "福田区深南大道88号") == 2)
        #expect(level("福田区深南大道1001号", "南山区科技路1001号") == 3)
        #expect(level("80 North Lane", "80 north ln.") == 1)
    }
}
