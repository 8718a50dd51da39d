import Records
import Testing

@testable import Rules

@Suite("sources: ownership")
struct SourceOwnershipTests {
    private func rules(_ yaml: String) throws -> Rules { try Rules(yaml: yaml, file: "gonghai.yaml") }

    @Test("each source says who may reassign; what is not said is gonghai's")
    func reads() throws {
        let rules = try rules("sources: [{name: a, ownership: source}, {name: b, ownership: ask}, {name: c}]\n")
        #expect(rules.sources.map(\.ownership) == [.source, .ask, .gonghai])
        #expect(rules.ownership(of: "a") == .source)
        #expect(rules.ownership(of: "z") == .gonghai)
    }

    @Test("a mistyped word is refused with its place and what was meant")
    func mistyped() throws {
        let error = #expect(throws: InputError.self) { try rules("sources: [{name: a, ownership: aks}]\n") }
        #expect(error?.line == 1 && error?.column == 32)
        #expect(error?.rendered.contains("Did you mean 'ask'?") == true)
    }

    @Test("the sentences name the systems, and say nothing where no list may do anything")
    func sentences() throws {
        let said = try rules("sources: [{name: crm, ownership: source}, {name: erp, ownership: ask}]\n")
        for language in Language.allCases {
            let texts = said.sentences(in: language).map(\.text)
            #expect(texts.count { $0.contains("crm") && !$0.contains("erp") } == 1)
            #expect(texts.contains { $0.contains("ownership-conflicts.csv") && $0.contains("erp") })
            #expect(try !rules("sources: [{name: crm}]\n").sentences(in: language).contains { $0.text.contains("crm") })
        }
    }
}
