import Foundation
import TestSupport
import Testing

@Suite("docs/edge-cases.md")
struct EdgeCaseTests {
    @Test("every edge has a test of that name")
    func named() throws {
        let root = Paths.root
        let sources = TidyTests.tests.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n")
        let text = try String(contentsOf: root.appending(path: "docs/edge-cases.md"), encoding: .utf8)
        let edges = text.split(separator: "\n").filter { $0.hasPrefix("- ") }
        #expect(edges.count > 40)
        for edge in edges {
            let start = try #require(edge.range(of: " → \""), "\(edge)").upperBound
            let name = edge[start...]
            #expect(name.hasSuffix("\"") && sources.contains("\"" + name), "\(edge)")
        }
    }
}
