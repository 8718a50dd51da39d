import Records

/// Turns the rows of a CSV file into records and rejects.
struct TableReading {
    let file: ExportFile
    let layout: CSVLayout
    /// Columns before the list's own: those of a rejects file.
    let skipped: Int
    private var read = 0
    private var emptyRows = 0

    init(_ file: ExportFile, _ layout: CSVLayout, skipped: Int) {
        self.file = file
        self.layout = layout
        self.skipped = skipped
    }

    mutating func run(_ visit: (ReadRow) throws -> Void) throws -> ReadSummary {
        var text = try TextStream(file.bytes, encoding: file.encoding)
        var reader = CSVReader(layout.dialect, width: layout.cells.count, headerLine: layout.headerLine)
        try reader.forEach(in: &text) { row in
            guard row.line > layout.headerLine, !row.isBlankLine else { return }
            if row.isEmpty, row.fields.count == layout.cells.count {
                emptyRows += 1
                return
            }
            read += 1
            try visit(self.row(row))
        }
        try file.checkUnchanged(text.byteCount)
        var warnings: [String] = []
        if read == 0 {
            warnings.append("\(file.shownAs): there are no rows below the header on line \(layout.headerLine)")
        }
        if emptyRows > 0 {
            warnings.append(
                "\(file.shownAs): \(emptyRows) \(emptyRows == 1 ? "row" : "rows") without any content left out")
        }
        return ReadSummary(header: file.header, fields: file.fields, read: read, warnings: warnings)
    }

    private func row(_ row: CSVRow) -> ReadRow {
        if case .broken(let code, let field, let text, let lines) = row.shape {
            return reject(
                row, code, column: field, Self.message(code, field: field, lines),
                CellTexts([String(decoding: text, as: UTF8.self)]))
        }
        if let damage = row.damage {
            // What is no text shows as U+FFFD.
            let cells = CellTexts(row.cells(from: skipped).strings)
            let message =
                damage.isZero
                ? "field \(damage.field - skipped) holds a zero byte, which is no text; remove it"
                : "field \(damage.field - skipped) holds bytes that are no \(file.encoding.name) text; correct the cell, or name the "
                    + "file's encoding with --encoding"
            return reject(row, .undecodableText, column: damage.field, message, cells)
        }
        let cells = row.cells(from: skipped)
        let (count, width) = (row.fields.count - skipped, layout.cells.count - skipped)
        guard count == width else {
            let message =
                "the row has \(count) \(count == 1 ? "cell" : "cells") and the header \(width); look for a "
                + "\(layout.dialect.delimiterName) or a line break that should be inside quotes"
            return reject(row, .raggedRow, column: skipped + min(count, width) + 1, message, cells)
        }
        return .record(
            SourceRecord(
                entity: file.entity, source: file.source, position: SourcePosition(file: file.shownAs, line: row.line),
                texts: file.mapping.texts(of: cells), cells: cells))
    }

    private func reject(_ row: CSVRow, _ code: ProblemCode, column: Int, _ message: String, _ cells: CellTexts)
        -> ReadRow
    {
        .rejected(
            Reject(
                position: SourcePosition(file: file.shownAs, line: row.line, column: max(1, column - skipped)),
                code: code,
                message: message, cells: cells))
    }

    private static func message(_ code: ProblemCode, field: Int, _ lines: ClosedRange<Int>) -> String {
        let place =
            lines.count == 1 ? "line \(lines.lowerBound) was" : "lines \(lines.lowerBound) to \(lines.upperBound) were"
        return code == .unclosedQuote
            ? "a quote that field \(field) opens is not closed before the next row; \(place) left out: close it, or double it inside the cell"
            : "field \(field) is longer than 64 KB, or its row than 4 MB; \(place) left out: shorten the cell, or close its quote"
    }
}
