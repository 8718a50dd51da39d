import Records

/// An export that was looked at and understood, and not yet read: what `gonghai inspect` shows and `import` reads.
package struct ExportFile: Sendable {
    package enum Container: String, Sendable {
        case csv, xml, xlsx
    }

    enum Layout: Sendable {
        case table(CSVLayout, skipped: Int)
        case records(RecordReading)
    }

    /// The path as messages name it.
    package let shownAs: String
    package let encoding: EncodingGuess
    package let profile: Profile
    package let entity: Entity
    /// The system within which the file's ids are unique.
    package let source: String
    package let conventions: ValueConventions
    /// How sure its conventions are and why, a line for each.
    package let conventionReasons: [String]
    /// The columns' names as they stand in the file; leaf paths for XML. Those of a rejects file are left out.
    package let header: [String]
    /// Why it is taken for that list of that profile, in words.
    package let reason: String
    /// SHA-256 of the file's bytes: 32 bytes.
    package let digestBytes: [UInt8]
    /// The values of `reject_batch`, where the file is one that an import wrote; else none.
    package let rejectBatches: [String]
    var bytes: FileBytes
    package let byteCount: Int
    /// What the file's last change was when it was looked at.
    let stamp: FileStamp?
    /// Whether every byte is text in UTF-8, so that no row need be checked.
    let isClean: Bool
    /// The statements of the profile on rows that are no records.
    let table: Profile.TableForm
    let layout: Layout
    /// The table of a workbook that it is; `nil`: it is no workbook.
    let sheet: Sheet?
    /// Which list of a file with several it is: the sheet's name, or the record element; `nil`: the only one.
    package let part: String?
    /// Whether it is one that `ListWriter` wrote, by its columns.
    package let isWrittenHere: Bool
    /// What the user should know of the file though nothing is wrong with a row.
    var notes: [String]
    let mapping: ColumnMapping

    package var container: Container {
        if let sheet { return sheet.isXLSX ? .xlsx : .xml }
        if case .table = layout { return .csv }
        return .xml
    }

    /// Beside each column of `header` the field that it feeds; `nil`: kept with the record only.
    package var fields: [Field?] { mapping.fields }

    /// Beside each column of `header` the unit in which its bare numbers are read, since its name ends in one; `nil`: none.
    package var units: [String?] { mapping.units }

    /// SHA-256 of the file's bytes, hexadecimal.
    package var digest: String { Identity.hex(digestBytes) }

    /// How a CSV file is written; `nil` for others.
    package var dialect: CSVDialect? { dialectGuess?.dialect }

    /// The dialect, how sure it is, and why; `nil` where it is no CSV file.
    package var dialectGuess: DialectGuess? {
        if sheet == nil, case .table(let layout, _) = layout { layout.guess } else { nil }
    }

    /// The physical line of the header, from 1; 0: the file has none; `nil` for XML.
    package var headerLine: Int? {
        if case .table(let layout, _) = layout { layout.headerLine } else { nil }
    }

    /// How sure that line is (0-1), and why; `nil` for XML.
    package var headerConfidence: (confidence: Double, reason: String)? {
        if case .table(let layout, _) = layout { (layout.headerConfidence, layout.headerReason) } else { nil }
    }

    /// Lines above the header that hold something.
    package var titleLines: Int {
        if case .table(let layout, _) = layout { layout.titleLines } else { 0 }
    }

    /// Reads every row, in the order of the file. `onRead` is told of the file's bytes as they are read.
    ///
    /// Where it throws, what was visited before is not to be kept: a file counts whole or not at all.
    ///
    /// - Throws: `InputError` where the file breaks off or changes meanwhile, and what `visit` throws.
    package func read(
        onRead: (@Sendable (_ bytes: Int) -> Void)? = nil, _ visit: (ReadRow) throws -> Void
    ) throws -> ReadSummary {
        if let onRead {
            var file = self
            file.bytes.onRead = onRead
            return try file.read(visit)
        }
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

    /// - Throws: `InputError` where the file is not the one that was looked at: other bytes were read, or it was written to.
    func checkUnchanged(_ count: Int) throws(InputError) {
        guard count != byteCount || bytes.stamp != stamp else { return }
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
            lines += tableDescription(layout)
            if skipped > 0 {
                lines.append("  rejects    of an earlier import: batch \(rejectBatches.joined(separator: ", "))")
            }
        case .records(let layout):
            lines.append("  format     XML: each '\(layout.layout.record)' is a record")
        }
        lines += conventionReasons.map { "  values     \($0)" }
        lines.append("  source     \(source)")
        return lines
    }

    private func tableDescription(_ layout: CSVLayout) -> [String] {
        let titles =
            layout.titleLines == 0
            ? "" : ", below \(layout.titleLines) title \(layout.titleLines == 1 ? "line" : "lines")"
        let header = layout.headerLine == 0 ? "none" : "line \(layout.headerLine)\(titles)"
        if let sheet {
            let kind = sheet.isXLSX ? "XLSX" : "Excel's XML of 2003"
            return [
                "  format     \(kind): the sheet '\(sheet.name)'",
                "  header     \(header), \(Self.percent(layout.headerConfidence)) sure: \(layout.headerReason)",
            ]
        }
        return [
            "  format     CSV: \(layout.dialect.description), \(Self.percent(layout.guess.confidence)) sure: \(layout.guess.reason)",
            "  header     \(header), \(Self.percent(layout.headerConfidence)) sure: \(layout.headerReason)",
        ]
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
