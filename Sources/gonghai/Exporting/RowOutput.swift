import ArgumentParser
import Foundation
import Records

/// Rows of an export on their way out, as CSV or XML: to stdout piece by piece, or to a file that appears whole.
struct RowOutput {
    enum Format: String, CaseIterable, ExpressibleByArgument { case csv, xml }

    // One of the two; they are changed where they are, since a copy a row would be one of all rows before it.
    private var csv: CSVWriter?
    private var xml: XMLRecordWriter?
    private let isText: [Bool]
    /// `nil`: stdout.
    private let file: String?

    /// CSV under a header; cells of the columns that are `true` in `isText` are neutralised.
    init(header: [String], isText: [Bool], bom: Bool, to file: String?) {
        var writer = CSVWriter(bom: bom)
        writer.append(header)
        csv = writer
        self.isText = isText
        self.file = file
    }

    init(_ writer: XMLRecordWriter, to file: String?) {
        var writer = writer
        writer.begin()
        xml = writer
        isText = []
        self.file = file
    }

    mutating func append(_ cells: [String]) throws {
        csv?.append(cells, neutralising: isText)
        xml?.append(cells)
        if file == nil, bytes.count > 1 << 16 { try passOn() }
    }

    mutating func end() throws {
        xml?.end()
        if let file { try AtomicFiles.write(bytes, to: URL(filePath: file)) } else { try passOn() }
    }

    private var bytes: [UInt8] { csv?.bytes ?? xml?.bytes ?? [] }

    private mutating func passOn() throws {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        csv?.removeWritten()
        xml?.removeWritten()
    }
}
