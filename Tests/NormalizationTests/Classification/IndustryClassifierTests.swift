import Records
import TestSupport
import Testing

@testable import Normalization

@Suite("IndustryClassifier")
struct IndustryClassifierTests {
    private let classifier = IndustryClassifier()

    func industry(name: String = "", code: String = "", industry: String = "", notes: String = "") -> Industry {
        classifier.industry(code: code, industry: industry, texts: texts(name: name, notes: notes))
    }

    private func texts(name: String = "", notes: String = "", website: String? = nil) -> IndustryTexts {
        let company = name.withBytes { CompanyName($0) }
        var texts = IndustryTexts()
        texts.name = company.key.isEmpty ? "" : company.display
        texts.nameKey = company.key
        texts.notes = notes
        texts.website = website
        return texts
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
        #expect(result.confidence >= 0.7 && result.confidence <= 0.98)
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
        #expect(result.evidence.map(\.kind) == [.industryCode, .keyword])
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
            industry(industry: "生产").evidence + industry(name: "华强电子有限公司").evidence
            + industry(name: "华强贸易").evidence
        var generator = SeededGenerator(seed: 5)
        let expected = classifier.industry(from: pieces)
        for _ in 0..<50 {
            let shuffled = classifier.industry(from: pieces.shuffled(using: &generator))
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

    @Test(
        "the ending of a domain speaks where only one trade gets it",
        arguments: [
            ("zju.edu.cn", "P83"), ("example.bank", "J66"), ("mof.gov.cn", "S92"), ("stanford.edu", "P83"),
            ("shop.example.com", nil), ("example.cn", nil),
        ] as [(String, String?)])
    func domains(website: String, code: String?) {
        let result = classifier.industry(code: "", industry: "", texts: texts(website: website))
        #expect(result.section == code.map { String($0.prefix(1)) })
        #expect(result.evidence.map(\.speaksFor) == [code].compactMap(\.self))
    }

    @Test("what a person says wins, keeps what else speaks, and is named")
    func person() {
        let found = industry(name: "华强贸易", code: "C39")
        let result = IndustryClassifier.industry(
            decided: "C341", by: "王芳", when: "2026-11-25", evidence: found.evidence)
        #expect(result.section == "C" && result.division == "34" && result.confidence == 1)
        #expect(result.evidence.map(\.kind) == [.person, .industryCode, .keyword])
        #expect(result.evidence[0].found == "王芳, 2026-11-25")
    }

    @Test("a suggestion is named where nothing is sure enough to be stated")
    func suggestion() throws {
        let result = industry(notes: "他们做软件")
        let suggestion = try #require(classifier.suggestion(from: result.evidence))
        #expect(suggestion.code == "I65")
        #expect(suggestion.probability < IndustryClassifier.defaultThreshold)
        #expect(classifier.suggestion(from: []) == nil)
    }
}
