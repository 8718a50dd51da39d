import Records

/// Turns the rows of a CSV file into records and rejects.
struct TableReading {
    let file: ExportFile
    let layout: CSVLayout
    /// Columns before the list's own: those of a rejects file.
    let skipped: Int
    private var rules: TableRules
    private var read = 0
    private var emptyRows = 0
    private var remarks = 0
    private var notes: [String]

    init(_ file: ExportFile, _ layout: CSVLayout, skipped: Int) {
        self.file = file
        self.layout = layout
        self.skipped = skipped
        notes = file.notes
        rules = TableRules(file.table, header: file.header, hasHeader: layout.headerLine > 0)
    }

    mutating func run(_ visit: (ReadRow) throws -> Void) throws -> ReadSummary {
        var text = try TextStream(file.bytes, encoding: file.encoding)
        var reader = CSVReader(layout.dialect, width: layout.cells.count, headerLine: layout.headerLine)
        if let sheet = file.sheet {
            notes += try sheet.forEach(width: layout.cells.count) { row in try take(row, visit) }
            try file.checkUnchanged(file.byteCount)
        } else {
            try reader.forEach(in: &text) { row in try take(row, visit) }
            try file.checkUnchanged(text.byteCount)
        }
        return ReadSummary(header: file.header, fields: file.fields, read: read, warnings: warnings(text))
    }

    @inline(__always)
    private mutating func take(_ row: borrowing CSVRow, _ visit: (ReadRow) throws -> Void) throws {
        let (headerLine, width) = (layout.headerLine, layout.cells.count)
        guard row.line > headerLine, !row.isBlankLine else { return }
        if row.fields.count == width, row.isEmpty {
            emptyRows += 1
            return
        }
        if layout.hasRemarks, row.fields.count < width, row.rawBytes.first == UInt8(ascii: "#") {
            remarks += 1
            return
        }
        if headerLine == 0, CSVLayout.isSeparatorHint(row) { return }
        guard let result = self.row(row) else { return }
        read += 1
        try visit(result)
    }

    private func warnings(_ text: TextStream) -> [String] {
        var warnings: [String] = []
        if read == 0 {
            let place = layout.headerLine == 0 ? "in it" : "below the header on line \(layout.headerLine)"
            warnings.append("\(file.shownAs): there are no rows \(place)")
        }
        if emptyRows > 0 {
            warnings.append(
                "\(file.shownAs): \(emptyRows) \(emptyRows == 1 ? "row" : "rows") without any content left out")
        }
        if remarks > 0 {
            warnings.append("\(file.shownAs): \(remarks) \(remarks == 1 ? "line" : "lines") beginning with # left out")
        }
        if let other = file.encoding.lineEncoding, text.foreignLines > 0 {
            let lines = text.foreignLines == 1 ? "line was" : "lines were"
            warnings.append(
                "\(file.shownAs): \(text.foreignLines) \(lines) read as \(other.rawValue), the others as UTF-8: the file mixes "
                    + "encodings by line")
        }
        return notes + warnings + rules.warnings(file.shownAs)
    }

    /// `nil`: no record and no reject, but something that `rules` count.
    private mutating func row(_ row: borrowing CSVRow) -> ReadRow? {
        if case .broken(let code, let field, let text, let lines) = row.shape {
            return reject(
                row, code, column: field, Self.message(code, field: field, lines),
                CellTexts([String(decoding: text, as: UTF8.self)]))
        }
        if !file.isClean, let damage = row.damage {
            // What is no text shows as U+FFFD.
            let cells = CellTexts(row.cells(from: skipped).strings)
            let message =
                damage.isZero
                ? "field \(damage.field - skipped) holds a zero byte, which is no text; remove it"
                : "field \(damage.field - skipped) holds bytes that are no \(file.encoding.name) text; correct the cell, or name the "
                    + "file's encoding with --encoding"
            return reject(row, .undecodableText, column: damage.field, message, cells)
        }
        let (count, width) = (row.fields.count - skipped, layout.cells.count - skipped)
        let (bytes, ends) = row.cellBytes(from: skipped)
        var cells = CellTexts(bytes: bytes, ends: ends)
        if rules.mayConcern(bytes, ends) {
            guard rules.admit(&cells) else { return nil }
            if count == width { return record(row, cells, file.mapping.texts(of: cells)) }
        }
        if count == width { return record(row, cells, file.mapping.texts(ofCells: bytes, ends: ends)) }
        let message =
            "the row has \(count) \(count == 1 ? "cell" : "cells") and the \(layout.headerLine == 0 ? "list" : "header") "
            + "\(width); look for a \(layout.dialect.delimiterName) or a line break that should be inside quotes"
        return reject(row, .raggedRow, column: skipped + min(count, width) + 1, message, cells)
    }

    private func record(_ row: borrowing CSVRow, _ cells: CellTexts, _ texts: FieldTexts) -> ReadRow {
        .record(
            SourceRecord(
                entity: file.entity, source: file.source, position: SourcePosition(file: file.shownAs, line: row.line),
                texts: texts, cells: cells))
    }

    private func reject(
        _ row: borrowing CSVRow, _ code: ProblemCode, column: Int, _ message: String, _ cells: CellTexts
    )
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
