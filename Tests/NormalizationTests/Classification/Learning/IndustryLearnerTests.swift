import Records
import TestSupport
import Testing

@testable import Normalization

@Suite("IndustryLearner")
struct IndustryLearnerTests {
    /// A trade that no built-in word knows, and what its names end in.
    private static let trades = [("C34", "珐琅器"), ("F51", "百汇行"), ("I65", "码坊"), ("H62", "灶头间")]

    /// A record named after its trade; `label`: a given code, or a text that nothing understands.
    private func row(_ number: Int, _ name: String, code: String = "", industry: String = "") -> Row<CustomerRecord> {
        let given = IndustryClassifier.Given(code: code, industry: industry)
        var customer = Customer(name: name)
        let company = name.withBytes { CompanyName($0) }
        (customer.nameKey, customer.nameCore) = (company.key, company.core)
        customer.industry = Industry(section: nil, division: nil, confidence: 0, evidence: given.evidence)
        let flags = given.unread.map { Flag(field: $0.field, code: .unknownIndustry, message: "", raw: $0.text) }
        return Row(
            key: RecordKey(source: "erp", externalID: "\(number)"), position: SourcePosition(file: "", line: number),
            value: CustomerRecord(customer: customer), flags: flags)
    }

    private func rows(_ count: Int, seed: UInt64 = 1) -> [Row<CustomerRecord>] {
        var generator = SeededGenerator(seed: seed)
        let brands = Array("澄湖云岭金石海棠长风晓月青松白露星河远山")
        return (0..<count).map { number in
            let brand = String((0..<2).map { _ in brands.randomElement(using: &generator) ?? "一" })
            let (code, trade) = Self.trades[number % Self.trades.count]
            return row(number, "\(brand)\(trade)有限公司", code: code)
        }
    }

    private func learn(_ rows: [Row<CustomerRecord>]) throws -> (model: IndustryModel, report: IndustryLearningReport) {
        var learner = IndustryLearner()
        for row in rows { learner.add(row, decided: nil) }
        return try #require(learner.learn())
    }

    @Test("names of a trade that nothing built in knows are told after forty examples, and the evidence shows by what")
    func learns() throws {
        let unseen = row(9, "扬帆珐琅器有限公司")
        #expect(IndustryClassifier().industry(of: unseen).section == nil)
        let (model, report) = try learn(rows(40))
        let result = IndustryClassifier(learned: model).industry(of: unseen)
        #expect(result.section == "C")
        #expect(result.division == "34")
        let piece = try #require(result.evidence.first)
        #expect(piece.kind == .learned)
        #expect(piece.found.contains("珐琅"))
        #expect(report.examples == 40 && report.sections == 4 && report.heldOut.count == 40)
    }

    @Test("a CRM's own numbers are understood after people said what some of them are")
    func numbers() throws {
        var learner = IndustryLearner()
        for number in 0..<60 {
            let (code, _) = Self.trades[number % 3]
            learner.add(row(number, "某\(number)公司", industry: "\(40 + number % 3)"), decided: code)
        }
        let (model, report) = try #require(learner.learn())
        #expect(report.decisions == 60)
        let classifier = IndustryClassifier(learned: model)
        #expect(classifier.industry(of: row(0, "未见公司", industry: "40")).section == "C")
        #expect(classifier.industry(of: row(0, "未见公司", industry: "42")).section == "I")
        #expect(classifier.industry(of: row(0, "未见公司", industry: "49")).section == nil)
    }

    @Test("what is built in still speaks for trades that the workspace has no customers of")
    func keepsBuiltIn() throws {
        let (model, _) = try learn(rows(40))
        let result = IndustryClassifier(learned: model).industry(of: row(0, "第一人民医院"))
        #expect(result.section == "Q")
    }

    @Test("a given code outweighs what was learnt")
    func givenFirst() throws {
        let (model, _) = try learn(rows(40))
        let result = IndustryClassifier(learned: model).industry(of: row(0, "扬帆珐琅器有限公司", code: "F51"))
        #expect(result.section == "F")
        #expect(result.evidence.map(\.kind) == [.industryCode, .learned])
    }

    @Test("the same examples teach the same, to the last bit")
    func deterministic() throws {
        #expect(try learn(rows(60)).model.bytes == learn(rows(60)).model.bytes)
    }

    @Test("what was learnt comes back from its bytes, and bytes of anything else do not")
    func bytes() throws {
        let model = try learn(rows(40)).model
        #expect(IndustryModel(bytes: model.bytes) == model)
        #expect(IndustryModel(bytes: []) == nil)
        #expect(IndustryModel(bytes: Array(model.bytes.dropLast())) == nil)
        #expect(IndustryModel(bytes: [9] + model.bytes.dropFirst()) == nil)
    }

    @Test("too few examples, or examples of one section only, teach nothing")
    func tooLittle() {
        var few = IndustryLearner()
        for row in rows(IndustryLearner.fewestExamples - 1) { few.add(row, decided: nil) }
        #expect(few.learn() == nil)
        var same = IndustryLearner()
        for row in rows(200) where row.value.customer.industry.evidence[0].speaksFor == "C34" {
            same.add(row, decided: nil)
        }
        #expect(same.learn() == nil)
    }

    @Test("confidence is what share is right: names of two trades at once are stated with less")
    func calibrated() throws {
        // Two trades share a word, three to one.
        let mixed = (0..<400).map { number in
            row(number, "第\(number % 37)号百宝阁有限公司", code: number % 4 == 0 ? "F52" : "R88")
        }
        let (model, report) = try learn(mixed + rows(400))
        let result = IndustryClassifier(learned: model, threshold: 0).industry(of: row(0, "第3号百宝阁有限公司"))
        #expect(result.section == "R")
        #expect((0.6...0.9).contains(result.confidence))
        #expect(try #require(report.measures(at: 0.95)).precision > 0.97)
        // Right three times in four is no verdict, where 97 in a hundred are wanted.
        #expect(report.threshold > 0.7 && model.threshold == Float(report.threshold))
        #expect(IndustryClassifier(learned: model).industry(of: row(0, "第3号百宝阁有限公司")).section == nil)
        #expect(IndustryClassifier(learned: model).industry(of: row(0, "扬帆珐琅器有限公司")).section == "C")
    }
}
