import Records
import TestSupport
import Testing

@testable import Normalization

@Suite("IndustryClassifier")
struct IndustryClassifierTests {
    func industry(name: String = "", code: String = "", industry: String = "", notes: String = "") -> Industry {
        IndustryClassifier.industry(of: .init(name: name, industryCode: code, industry: industry, notes: notes))
    }

    @Test(
        "a name alone, where its words are clear",
        arguments: [
            ("深圳市华强电子有限公司", "C", "39"), ("北京金山软件股份有限公司", "I", "65"), ("上海远洋运输有限公司", "G", "54"), ("明珠大酒店", "H", "61"),
            ("第一人民医院", "Q", "84"),
            ("华强电子贸易有限公司", "F", "51"), ("Varnum Consulting LLC", "L", "72"), ("First National Bank", "J", "66"),
            ("某某律师事务所", "L", "72"),
        ])
    func names(name: String, section: String, division: String) {
        let result = industry(name: name)
        #expect(result.section == section)
        #expect(result.division == division)
        #expect(result.confidence >= 0.5 && result.confidence <= 0.85)
    }

    @Test(
        "a name without clear words leaves the industry unknown",
        arguments: ["腾飞科技有限公司", "华强集团", "Acme", "", "Tech Services"])
    func unclearNames(name: String) {
        #expect(industry(name: name).section == nil)
        #expect(industry(name: name).confidence == 0)
    }

    @Test("a code outweighs a name that says otherwise, and both are told")
    func codeFirst() {
        let result = industry(name: "华强贸易有限公司", code: "C39")
        #expect(result.section == "C")
        #expect(result.division == "39")
        #expect(result.evidence.map(\.kind) == ["industry_code", "keyword"])
        #expect(result.evidence.map(\.speaksFor) == ["C39", "F51"])
        #expect(result.confidence < 0.98)
    }

    @Test("a name that agrees with the picklist makes it surer, and names the division that the picklist leaves open")
    func agreement() {
        let alone = industry(industry: "生产")
        let both = industry(name: "华强电子有限公司", industry: "生产")
        #expect(alone.section == "C")
        #expect(alone.division == nil)
        #expect(both.section == "C")
        #expect(both.division == "39")
        let banking = industry(name: "First Bank", industry: "Banking")
        #expect(banking.confidence > industry(industry: "Banking").confidence)
    }

    @Test("two sections that are equally likely are neither")
    func tie() {
        #expect(industry(industry: "电子贸易和软件 餐饮").section == nil)
    }

    @Test("a destroyed name gives no evidence")
    func destroyed() {
        #expect(industry(name: "????软件").evidence.isEmpty)
        #expect(industry(name: "????软件", industry: "Banking").division == "66")
    }

    @Test("notes alone do not decide, but speak")
    func notes() {
        let result = industry(notes: "他们做软件")
        #expect(result.section == nil)
        #expect(result.evidence.map(\.field) == [.notes])
    }

    @Test("words of letters count as whole words only")
    func wholeWords() {
        #expect(industry(name: "Spartan Inc").evidence.isEmpty)
        #expect(industry(name: "Homestead Barnes").evidence.isEmpty)
    }

    @Test("the evidence of several records can be judged together, in any order")
    func together() {
        let pieces =
            IndustryClassifier.evidence(in: .init(industry: "生产"))
            + IndustryClassifier.evidence(in: .init(name: "华强电子有限公司"))
            + IndustryClassifier.evidence(in: .init(name: "华强贸易"))
        var generator = SeededGenerator(seed: 5)
        let expected = IndustryClassifier.industry(from: pieces)
        for _ in 0..<50 {
            let shuffled = IndustryClassifier.industry(from: pieces.shuffled(using: &generator))
            #expect(shuffled.section == expected.section)
            #expect(shuffled.division == expected.division)
            #expect(shuffled.confidence == expected.confidence)
        }
    }

    @Test("confidence has four decimals and stays between 0 and 1")
    func confidence() {
        for text in ["银行 保险 证券 基金 银行业", "Banking", "C39"] {
            let result = industry(name: text, code: text, industry: text, notes: text)
            #expect((0...1).contains(result.confidence))
            #expect((result.confidence * 10_000).rounded() / 10_000 == result.confidence)
        }
    }
}
