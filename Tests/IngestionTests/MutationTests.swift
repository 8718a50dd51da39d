import Foundation
import Records
import TestSupport
import Testing

@testable import Ingestion

/// Real files with damage that nobody thought of. The seeds are fixed, so that what fails once fails again;
/// GONGHAI_MUTATIONS says how many damaged copies of each file are tried.
@Suite("Damaged files are read or refused, and every line of them is accounted for")
struct MutationTests {
    static let copies = ProcessInfo.processInfo.environment["GONGHAI_MUTATIONS"].flatMap { Int($0) } ?? 3

    /// Names of the sample files, below their folder, and of the files that stand beside the tests.
    static let sampleNames: [String] =
        Paths.samples.map { root in
            let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            return names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xml") || $0.hasSuffix(".xlsx") }.sorted()
        } ?? []
    static let fixtureNames = [
        "handmade.xlsx", "libreoffice.csv", "libreoffice.xls", "libreoffice.xlsx", "openpyxl.xlsx", "xlsxwriter.xlsx",
    ]

    @Test("the samples", .enabled(if: Paths.samples != nil), .timeLimit(.minutes(30)), arguments: sampleNames)
    func samples(name: String) throws {
        try tryCopies(of: try Data(contentsOf: URL(filePath: TestFiles.samplePath(name))), name: name)
    }

    @Test("workbooks and what spreadsheets write", .timeLimit(.minutes(30)), arguments: fixtureNames)
    func fixtures(name: String) throws {
        let path = Paths.root.appending(path: "Tests/IngestionTests/Fixtures/\(name)")
        try tryCopies(of: try Data(contentsOf: path), name: name)
    }

    private func tryCopies(of content: Data, name: String) throws {
        // Large samples are many rows of one kind: their beginning shows as much.
        let whole = Array(content.prefix(name.hasSuffix("x") ? content.count : 40_000))
        for copy in 0..<Self.copies {
            var random = SeededGenerator(seed: UInt64(copy) &* 1_000_003 &+ UInt64(whole.count))
            let bytes = Mutation.mutated(whole, using: &random)
            // Half of them are said to be customers, so that more is read than refused.
            let options = ImportOptions(entity: copy % 2 == 0 ? nil : .customers)
            try look(
                TestFiles.bytes(bytes, name: name, chunkSize: copy % 3 == 0 ? 997 : 1 << 18), options, "copy \(copy)")
        }
    }

    private func look(_ bytes: FileBytes, _ options: ImportOptions, _ copy: Comment) throws {
        let files: [ExportFile]
        do { files = try ExportFile.openAll(bytes, options: options) } catch {
            #expect(!error.message.isEmpty && !error.advice.isEmpty, copy)
            return
        }
        for file in files {
            #expect(!file.description.isEmpty)
            do {
                _ = try file.preview(rows: 10)
                let (records, rejects, summary) = try file.readAll()
                #expect(summary.read == records.count + rejects.count, copy)
                let lines = (records.map(\.position.line) + rejects.map(\.position.line)).sorted()
                #expect(lines.allSatisfy { $0 > file.headerLine ?? 0 }, copy)
                if file.container == .csv { try account(for: file, lines, summary, copy) }
            } catch let error as InputError {
                #expect(!error.message.isEmpty, copy)
            }
        }
    }

    /// Where a cell cannot hold a line break, every line below the header that is not blank is a row, or was left out and
    /// counted.
    private func account(for file: ExportFile, _ rows: [Int], _ summary: ReadSummary, _ copy: Comment) throws {
        #expect(Set(rows).count == rows.count, copy)
        let text = try TestFiles.decoded(file.bytes, file.encoding.encoding)
        guard let dialect = file.dialect, file.encoding.lineEncoding == nil, dialect.rowEnd.isEmpty,
            dialect.escape == nil, dialect.comment.isEmpty, dialect.quote.map({ !text.contains($0) }) ?? true
        else { return }
        let below = Self.lines(of: text).dropFirst(file.headerLine ?? 0)
        let filled = below.count { line in line.contains { $0 != 0x20 && $0 != 0x09 } }
        let leftOut = summary.warnings.filter { $0.hasSuffix("left out") }.reduce(0) { count, warning in
            count + (warning.split(separator: " ").lazy.compactMap { Int($0) }.first ?? 0)
        }
        #expect(filled == summary.read + leftOut, copy)
    }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < text.count {
            if text[index] == 0x0A || text[index] == 0x0D {
                lines.append(text[start..<index])
                if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [text[start...]]
    }
}

/// Damage to a file's bytes: some flipped, some cut out, some put in, some moved, the end cut off.
private enum Mutation {
    /// What puts readers off: marks of encodings, quotes, separators, ends of lines, tags, bytes of no text.
    private static let pieces: [[UInt8]] =
        [
            "\"", "\"\"", "\n", "\r", "\r\n", ",", ";", "\t", "|", "\\", "'", "=", "#", "\0", "\u{FEFF}", "<", ">",
            "</", "<!--",
            "]]>", "&", "&amp;", "<!DOCTYPE x>", "\"\n\"", ",,,,,,", "合计", "\u{A0}", "客户",
        ].map { Array($0.utf8) } + [[0xFF], [0xFF, 0xFE], [0x80], [0xC4], [0xED, 0xA0, 0x80], [0x00, 0x00, 0x00]]

    static func mutated(_ whole: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 0...64, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            case 3:
                let noise = (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
                bytes.insert(contentsOf: noise, at: place)
            case 4: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            default: if Bool.random(using: &random) { bytes.removeSubrange(end...) }
            }
        }
        return bytes
    }
}
