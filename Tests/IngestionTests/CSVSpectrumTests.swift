import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("The csv-spectrum suite is read as its answers say", .enabled(if: Paths.samples != nil))
struct CSVSpectrumTests {
    static let names = [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines",
        "simple", "simple_crlf", "utf8",
    ]

    @Test("every cell is the one of the answer", arguments: names)
    func answers(name: String) throws {
        var text = try TestFiles.decoded(TestFiles.sample("csv-spectrum/csvs/\(name).csv"), .utf8)
        // A checkout may have turned these files' CRLF into LF; the answers still have it.
        if name.hasSuffix("_crlf"), !text.contains(0x0D) { text = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
        let rows: [[String]] = try CSVReader.rows(TestFiles.bytes(text)).map { row in
            if case .cells(_, let cells) = row { cells } else { ["broken"] }
        }
        let header = try #require(rows.first)
        let read = rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
        let answer = try Data(contentsOf: URL(filePath: TestFiles.samplePath("csv-spectrum/json/\(name).json")))
        #expect(read == (try JSONDecoder().decode([[String: String]].self, from: answer)))
    }
}
