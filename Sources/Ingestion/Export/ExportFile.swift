import Records

/// An export that was looked at and understood, and not yet read: what `gonghai inspect` shows and `import` reads.
package struct ExportFile: Sendable {
    package enum Container: String, Sendable {
        case csv, xml
    }

    enum Layout: Sendable {
        case table(CSVLayout, skipped: Int)
        case records(XMLLayout)
    }

    /// The path as messages name it.
    package let shownAs: String
    package let encoding: EncodingGuess
    package let profile: Profile
    package let entity: Entity
    /// The system within which the file's ids are unique.
    package let source: String
    package let conventions: ValueConventions
    /// The columns' names as they stand in the file; leaf paths for XML. Those of a rejects file are left out.
    package let header: [String]
    /// Why it is taken for that list of that profile, in words.
    package let reason: String
    /// SHA-256 of the file's bytes: 32 bytes.
    package let digestBytes: [UInt8]
    /// The values of `reject_batch`, where the file is one that an import wrote; else none.
    package let rejectBatches: [String]
    let bytes: FileBytes
    let byteCount: Int
    let layout: Layout
    let mapping: ColumnMapping

    package var container: Container {
        if case .table = layout { .csv } else { .xml }
    }

    /// Beside each column of `header` the field that it feeds; `nil`: kept with the record only.
    package var fields: [Field?] { mapping.fields }

    /// SHA-256 of the file's bytes, hexadecimal.
    package var digest: String { Identity.hex(digestBytes) }

    /// How a CSV file is written; `nil` for XML.
    package var dialect: CSVDialect? {
        if case .table(let layout, _) = layout { layout.dialect } else { nil }
    }

    /// The physical line of the header, from 1; `nil` for XML.
    package var headerLine: Int? {
        if case .table(let layout, _) = layout { layout.headerLine } else { nil }
    }

    /// Lines above the header that hold something.
    package var titleLines: Int {
        if case .table(let layout, _) = layout { layout.titleLines } else { 0 }
    }

    /// Reads every row, in the order of the file.
    ///
    /// Where it throws, what was visited before is not to be kept: a file counts whole or not at all.
    ///
    /// - Throws: `InputError` where the file breaks off or changes meanwhile, and what `visit` throws.
    package func read(_ visit: (ReadRow) throws -> Void) throws -> ReadSummary {
        switch layout {
        case .table(let layout, let skipped):
            var reading = TableReading(self, layout, skipped: skipped)
            return try reading.run(visit)
        case .records(let layout):
            return try readRecords(layout, visit)
        }
    }

    /// The cells of the first records; rejected rows are left out.
    package func preview(rows limit: Int) throws -> Preview {
        struct Enough: Error {}
        var rows: [CellTexts] = []
        var warnings: [String] = []
        do {
            warnings = try read { row in
                if rows.count == limit { throw Enough() }
                if case .record(let record) = row { rows.append(record.cells) }
            }.warnings
        } catch is Enough {}
        return Preview(header: header, fields: fields, rows: rows, warnings: warnings)
    }

    private func readRecords(_ layout: XMLLayout, _ visit: (ReadRow) throws -> Void) throws -> ReadSummary {
        var read = 0
        let byteCount = try withoutActuallyEscaping(visit) { visit in
            let collector = RecordCollector(layout.record, file: shownAs) { values, line in
                var cells = CellTexts()
                for value in values { cells.append(value) }
                read += 1
                try visit(
                    .record(
                        SourceRecord(
                            entity: entity, source: source, position: SourcePosition(file: shownAs, line: line),
                            texts: mapping.texts(of: cells), cells: cells)))
            }
            let reader = XMLReader(collector, file: shownAs)
            defer { reader.close() }
            return try XMLLayout.read(bytes, encoding, limit: nil) { try reader.push($0, isLast: $1) }
        }
        try checkUnchanged(byteCount)
        let warnings = read == 0 ? ["\(shownAs): there are no records in it"] : []
        return ReadSummary(header: header, fields: fields, read: read, warnings: warnings)
    }

    /// - Throws: `InputError` where another number of bytes was read than when the file was looked at.
    func checkUnchanged(_ count: Int) throws(InputError) {
        guard count != byteCount else { return }
        throw InputError(
            file: shownAs, message: "the file changed while it was read",
            advice: ["Wait until whatever writes it is done, and import it again.", nothingImported])
    }

    /// How the file is understood, a line for each thing.
    package var description: [String] {
        var lines = [
            "\(shownAs): \(entity.rawValue), by the profile '\(profile.name)'",
            "  because    \(reason)",
            "  encoding   \(encoding.name), \(Int((encoding.confidence * 100).rounded())) % sure: \(encoding.reason)",
        ]
        switch layout {
        case .table(let layout, let skipped):
            let titles =
                layout.titleLines == 0
                ? "" : ", below \(layout.titleLines) title \(layout.titleLines == 1 ? "line" : "lines")"
            lines.append(
                "  format     CSV: \(layout.dialect.description); header on line \(layout.headerLine)\(titles)")
            if skipped > 0 {
                lines.append("  rejects    of an earlier import: batch \(rejectBatches.joined(separator: ", "))")
            }
        case .records(let layout):
            lines.append("  format     XML: each '\(layout.record)' is a record")
        }
        lines.append("  source     \(source)")
        return lines
    }
}
