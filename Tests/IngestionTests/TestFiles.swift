import Foundation
import Records
import TestSupport

@testable import Ingestion

/// Files that exist in memory only.
enum TestFiles {
    static func bytes(_ text: String, name: String = "list.csv", chunkSize: Int = 1 << 18) -> FileBytes {
        bytes(Array(text.utf8), name: name, chunkSize: chunkSize)
    }

    static func bytes(_ bytes: [UInt8], name: String = "list.csv", chunkSize: Int = 1 << 18) -> FileBytes {
        FileBytes(origin: .memory(bytes), shownAs: name, chunkSize: chunkSize)
    }

    static func sample(_ path: String, chunkSize: Int = 1 << 18) throws -> FileBytes {
        var bytes = try FileBytes.open(path: samplePath(path), shownAs: path)
        bytes.chunkSize = chunkSize
        return bytes
    }

    static func samplePath(_ path: String) -> String { Paths.samples?.appending(path: path).path ?? path }

    /// The text in another encoding, by the C library's own converter.
    static func transcode(_ text: String, to encoding: TextEncoding) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", encoding.iconvName]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }

    /// The whole text of a file as it is decoded.
    static func decoded(_ bytes: FileBytes, _ encoding: TextEncoding) throws -> [UInt8] {
        var text: [UInt8] = []
        var stream = try TextStream(bytes, encoding: EncodingGuess(encoding: encoding, confidence: 1, reason: ""))
        while try stream.append(to: &text) {}
        return text
    }
}

/// A row as tests compare it: its line and cells, or its line and what is wrong with it.
enum SeenRow: Equatable {
    case cells(Int, [String])
    case broken(Int, ProblemCode, field: Int, lines: ClosedRange<Int>, text: String)
}

extension CSVReader {
    /// All rows but blank lines.
    static func rows(
        _ bytes: FileBytes, _ dialect: CSVDialect = CSVDialect(), width: Int? = nil, headerLine: Int = 0
    ) throws -> [SeenRow] {
        var seen: [SeenRow] = []
        var text = try TextStream(bytes, encoding: EncodingGuess(encoding: .utf8, confidence: 1, reason: ""))
        var reader = CSVReader(dialect, width: width, headerLine: headerLine)
        try reader.forEach(in: &text) { row in
            switch row.shape {
            case .cells: if !row.isBlankLine { seen.append(.cells(row.line, row.cells().strings)) }
            case .broken(let code, let field, let text, let lines):
                seen.append(
                    .broken(row.line, code, field: field, lines: lines, text: String(decoding: text, as: UTF8.self)))
            }
        }
        return seen
    }

    static func rows(_ text: String, _ dialect: CSVDialect = CSVDialect(), width: Int? = nil) throws -> [SeenRow] {
        try rows(TestFiles.bytes(text), dialect, width: width)
    }
}

extension ExportFile {
    /// Everything that a whole pass gives.
    func readAll() throws -> (records: [SourceRecord], rejects: [Reject], summary: ReadSummary) {
        var records: [SourceRecord] = []
        var rejects: [Reject] = []
        let summary = try read { row in
            switch row {
            case .record(let record): records.append(record)
            case .rejected(let reject): rejects.append(reject)
            }
        }
        return (records, rejects, summary)
    }

    static func open(
        _ text: String, name: String = "customers.csv", options: ImportOptions = ImportOptions()
    ) throws(InputError) -> ExportFile {
        try open(TestFiles.bytes(text, name: name), options: options)
    }
}

/// What an input error says, or `nil` where there is none.
func message(of body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as InputError {
        return error.rendered
    } catch {
        return "\(error)"
    }
}
