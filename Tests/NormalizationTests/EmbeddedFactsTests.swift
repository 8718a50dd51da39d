import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite("EmbeddedFacts")
struct EmbeddedFactsTests {
    let folder = Paths.root.appending(path: "Facts/normalization")

    @Test("the embedded tables say what the folder says; if not, run Scripts/embed.sh")
    func current() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(EmbeddedFacts.names == files)
        for file in files {
            #expect(
                EmbeddedFacts.text(file) == (try String(contentsOf: folder.appending(path: file), encoding: .utf8)),
                "\(file)")
        }
    }

    @Test("no table is empty, and each begins by saying what it is", arguments: EmbeddedFacts.names)
    func described(name: String) {
        #expect(!FactTable.lines(name).isEmpty)
        #expect(EmbeddedFacts.text(name)?.hasPrefix("# ") == true)
    }

    @Test("a table that is not there has no rows")
    func missing() {
        #expect(FactTable.rows("nothing.tsv").isEmpty)
    }

    @Test(
        "every code in the tables of words and values is one of GB/T 4754",
        arguments: ["keywords.tsv", "picklists.tsv"])
    func codes(name: String) {
        for row in FactTable.rows(name) { #expect(IndustryCatalogue.shared.code(row[1])?.code == row[1], "\(row)") }
    }

    @Test("every crosswalk names a classification, a code of GB/T 4754 or none, and no prefix twice")
    func crosswalks() {
        var seen: Set<String> = []
        for row in FactTable.rows("crosswalks.tsv") {
            let schemes = FactTable.alternatives(row[0])
            #expect(schemes.allSatisfy { IndustryCrosswalk.Scheme(rawValue: $0) != nil }, "\(row)")
            #expect(row[2] == "-" || IndustryCatalogue.shared.code(row[2])?.code == row[2], "\(row)")
            #expect(Double(row[3]).map { (0...0.95).contains($0) } == true, "\(row)")
            for scheme in schemes {
                for prefix in row[1].split(separator: " ") {
                    #expect(seen.insert("\(scheme) \(prefix)").inserted, "\(row)")
                }
            }
        }
        #expect(seen.count > 500)
    }

    @Test(
        "phrases are written as they are compared",
        arguments: ["keywords.tsv", "name-words.tsv", "legal-forms.tsv", "countries.tsv"])
    func folded(name: String) {
        let column = name == "keywords.tsv" ? 0 : 1
        for row in FactTable.rows(name) where row.count > column {
            for phrase in FactTable.alternatives(row[column]) { #expect(Folding.string(phrase) == phrase, "\(phrase)") }
        }
    }
}
