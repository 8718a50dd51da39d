import Records
import Testing

@testable import Matching

@Suite("MatchKeys")
struct MatchKeysTests {
    func texts(_ rule: MatchKey.Rule, _ customer: Customer) -> [String] {
        MatchKeys.keys(of: customer).filter { $0.rule == rule }.map {
            $0.text.replacing("\u{1F}", with: " + ")
        }
    }

    @Test("the credit code is a key; with a branch it is marked by the branch's name")
    func creditCode() {
        #expect(texts(.creditCode, makeCustomer("???") { $0.creditCode = codes[0] }) == [codes[0]])
        let branch = makeCustomer("华强广州分公司", key: "华强广州分公司") { $0.creditCode = codes[0] }
        #expect(texts(.creditCode, branch) == [codes[0], "\(codes[0]) + 华强广州分公司"])
    }

    @Test("a name that must never be a key gives none but the credit code")
    func emptyKey() {
        let customer = makeCustomer("????") {
            $0.phone = "+8675583210987"
            $0.email = "a@acme.com"
        }
        #expect(MatchKeys.keys(of: customer).isEmpty)
    }

    @Test("a registered name with its place stands alone; without it, it carries the customer's place")
    func registeredName() {
        let placed = makeCustomer("深圳市华强电子有限公司", key: "深圳华强电子", core: "华强") { $0.city = "深圳" }
        #expect(texts(.fullName, placed) == ["深圳华强电子|limited"])
        let bracketed = makeCustomer("华强电子(深圳)有限公司", key: "华强电子深圳", core: "华强") { $0.city = "深圳" }
        #expect(texts(.fullName, bracketed) == ["华强电子深圳|limited"])
        let plain = makeCustomer("华强电子有限公司", key: "华强电子", core: "华强") { $0.city = "深圳" }
        #expect(texts(.fullName, plain) == ["华强电子|limited", "华强电子|limited + ||深圳"])
        #expect(texts(.fullName, makeCustomer("华强电子有限公司", key: "华强电子", core: "华强")) == ["华强电子|limited"])
    }

    @Test("short, generic and personal names are no keys of their own")
    func indistinctive() {
        #expect(texts(.fullName, makeCustomer("华强有限公司", key: "华强", core: "华强")).isEmpty)
        #expect(texts(.fullName, makeCustomer("Acme Inc", key: "acme", core: "acme")).isEmpty)
        #expect(texts(.fullName, makeCustomer("王小明", key: "王小明", core: "王小明") { $0.city = "深圳" }).isEmpty)
        #expect(
            texts(.fullName, makeCustomer("John Smith", key: "john smith", core: "john smith") { $0.city = "London" })
                .isEmpty)
        #expect(texts(.fullName, makeCustomer("北京华强电子", key: "北京华强电子", core: "华强")).isEmpty)
    }

    @Test("a long name without a legal form is a key together with its city")
    func formless() {
        let customer = makeCustomer("北京华强电子", key: "北京华强电子", core: "华强") { $0.city = "北京" }
        #expect(texts(.fullName, customer) == ["北京华强电子||北京", "北京华强电子||北京 + ||北京"])
    }

    @Test("the core joins by the last eight digits of a phone, without extension")
    func phone() {
        let customer = makeCustomer("华强电子", key: "华强电子", core: "华强") {
            $0.mobile = "+8613800135679"
            $0.phone = "+8675583210987;ext=12"
        }
        #expect(
            texts(.coreNameAndPhone, customer)
                == ["华强|00135679", "华强|00135679 + 电子", "华强|83210987", "华强|83210987 + 电子"])
    }

    @Test(
        "numbers typed to get past a form are no keys",
        arguments: ["+8688888888", "+8612345678", "10086", "+15555555555;ext=3"])
    func fakePhones(phone: String) {
        let customer = makeCustomer("华强", key: "华强", core: "华强") { $0.phone = phone }
        #expect(texts(.coreNameAndPhone, customer).isEmpty)
    }

    @Test(
        "the core joins by an own domain from website or mail, and by the mail address, not by a free mailer's domain")
    func mail() {
        let customer = makeCustomer("华强", key: "华强", core: "华强") {
            $0.website = "www2.hq.com"
            $0.email = "Wang@qq.com"
        }
        #expect(texts(.coreNameAndDomain, customer) == ["华强|hq.com"])
        #expect(texts(.coreNameAndEmail, customer) == ["华强|wang@qq.com"])
    }

    @Test("keys are sorted and unique")
    func sorted() {
        let customer = makeCustomer("Acme Widgets Inc", key: "acme widgets", core: "acme") {
            $0.website = "acme.com"
            $0.email = "info@acme.com"
            $0.creditCode = codes[0]
        }
        let keys = MatchKeys.keys(of: customer)
        #expect(keys == keys.sorted())
        #expect(Set(keys).count == keys.count)
    }
}
