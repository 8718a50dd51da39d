import Foundation
import Records
import TestSupport
import Testing

@Suite("docs/reason-codes.md is complete")
struct CodeDocumentationTests {
    static let text =
        (try? String(contentsOf: Paths.root.appending(path: "docs/reason-codes.md"), encoding: .utf8)) ?? ""

    @Test("every reason code stands in it", arguments: ReasonCode.allCases)
    func reasons(_ code: ReasonCode) { #expect(Self.text.contains("`\(code.rawValue)`")) }

    @Test("every problem code stands in it", arguments: ProblemCode.allCases)
    func problems(_ code: ProblemCode) { #expect(Self.text.contains("`\(code.rawValue)`")) }
}
