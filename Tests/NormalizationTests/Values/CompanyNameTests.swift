import TestSupport
import Testing

@testable import Normalization

@Suite("CompanyName")
struct CompanyNameTests {
    func name(_ text: String) -> CompanyName { CompanyName(CleanText.string(text.utf8)) }

    @Test(
        "ways of writing one name have one key",
        arguments: [
            ("深圳市华强电子有限公司", "深圳市華強電子有限責任公司"), ("华强电子（深圳）有限公司", "华强电子(深圳)有限公司"), ("Acme Ltd.", "ACME Limited"),
            ("Acme Co., Ltd", "Acme Company Limited"), ("Acme, Inc.", "Acme Incorporated"), ("Acme L.L.C.", "ACME LLC"),
            ("Café Müller GmbH", "Cafe Muller GmbH"), ("A & B Corp.", "A and B Corporation"),
            ("华强电子有限责任公司深圳分公司", "华强电子有限公司深圳分公司"),
        ])
    func sameKey(left: String, right: String) {
        #expect(name(left).key == name(right).key)
        #expect(!name(left).key.isEmpty)
    }

    @Test(
        "key and core of a name",
        arguments: [
            ("深圳市华强电子有限公司", "深圳市华强电子", "华强"), ("北京金山软件股份有限公司", "北京金山软件", "金山"),
            ("华为技术有限公司", "华为技术", "华为"), ("阿里巴巴（中国）有限公司", "阿里巴巴中国", "阿里巴巴"),
            ("广东省深圳市南山区腾飞科技有限公司", "广东省深圳市南山区腾飞科技", "腾飞"), ("大连万达集团股份有限公司", "大连万达集团", "万达"),
            ("青岛啤酒股份有限公司", "青岛啤酒", "青岛啤酒"), ("深圳市新电子有限公司", "深圳市新电子", "新电子"),
            ("华强电子有限公司深圳分公司", "华强电子有限公司深圳分公司", "华强深圳分公司"),
            ("招商银行深圳分行", "招商银行深圳分行", "招商银行深圳分行"), ("IBM中国有限公司", "ibm中国", "ibm中国"),
            ("The Rhombus Group", "the rhombus group", "rhombus"),
            ("Varnum Consulting LLC", "varnum consulting", "varnum"),
            ("Siemens (China) Co., Ltd.", "siemens china", "siemens"), ("Global Media", "global media", "global media"),
            ("Hi Rise", "hi rise", "hi rise"), ("Limited", "limited", "limited"),
        ])
    func keyAndCore(text: String, key: String, core: String) {
        #expect(name(text).key == key)
        #expect(name(text).core == core)
    }

    @Test("a branch is not its head office, and no other branch")
    func branches() {
        let cores = ["华强电子有限公司", "华强电子有限公司深圳分公司", "华强电子有限公司广州分公司"].map { name($0).core }
        #expect(Set(cores).count == 3)
        #expect(name("Acme Ltd").key != name("Acme Ltd Shanghai Branch").key)
        #expect(name("Branchfield Ltd").core == "branchfield")
    }

    @Test("companies of two legal forms or two cities keep different keys where only these differ")
    func kept() {
        #expect(name("北京华强电子有限公司").key != name("上海华强电子有限公司").key)
        #expect(name("华强集团有限公司").key != name("华强有限公司").key)
    }

    @Test("a damaged name is no key", arguments: ["????????", "CafÃ© Paris SARL", "锟斤拷有限公司"])
    func damaged(text: String) {
        #expect(name(text).key == "")
        #expect(name(text).core == "")
        #expect(name(text).problem != nil)
        #expect(name(text).display == text)
    }

    @Test("the display name is clean and otherwise as given")
    func display() {
        #expect(name(" 华强电子（深圳）　有限公司 ").display == "华强电子(深圳) 有限公司")
    }

    @Test("naming a name again changes nothing")
    func idempotent() {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let once = name(String(decoding: HostileText.any(&generator), as: UTF8.self))
            #expect(name(once.display) == once)
            #expect(CompanyName(once.key).key == once.key)
        }
    }

    @Test("a blank between two ideographs is noise, one between words is not")
    func blanksInside() {
        #expect(CompanyName("成都郗桥新能源有 限责任公司").display == "成都郗桥新能源有限责任公司")
        #expect(CompanyName("Acme 中国 Ltd").display == "Acme 中国 Ltd")
    }
}
