import Records

/// A table that the product wrote to be completed by a person, read back: as CSV or a workbook, in any encoding and
/// dialect that a spreadsheet saves it with.
package struct FilledTable: Sendable {
    package struct Row: Sendable {
        /// The 1-based line on which it begins.
        package var line: Int
        /// One per column of `header`, in its order; of a row that is not `whole`, what stands there.
        package var cells: [String]
        /// Whether it has as many cells as the header.
        package var isWhole: Bool
    }

    /// The path as messages name it.
    package let shownAs: String
    package let header: [String]
    package private(set) var rows: [Row] = []

    /// Nothing larger is looked at: a table that people complete has no millions of rows, and every list comes by here.
    private static let sizeLimit = 64 << 20

    /// The table of the file whose header begins with `columns`; `nil`: the file is something else, or none that can be
    /// read, which importing it will say.
    package static func open(path: String, shownAs: String, columns: [String]) -> FilledTable? {
        do {
            let bytes = try FileBytes.open(path: path, shownAs: shownAs)
            guard let size = bytes.stamp?.size, size <= sizeLimit, let start = try bytes.stream().next(),
                ZipArchive.begins(start) || mayBegin(start, columns)
            else { return nil }
            let looks = try ExportFile.sheets(bytes, ImportOptions()) ?? [FileLook(bytes, ImportOptions())]
            for look in looks where look.sheet != nil || !look.isXML {
                if let table = try read(look, columns, shownAs) { return table }
            }
            return nil
        } catch {
            return nil
        }
    }

    /// A first guess without decoding: the last of the columns stands in the first bytes, whatever the width of a character.
    private static func mayBegin(_ start: some Sequence<UInt8>, _ columns: [String]) -> Bool {
        guard let last = columns.last else { return false }
        let text = String(decoding: start.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
        return text.contains(last)
    }

    private static func read(_ look: FileLook, _ columns: [String], _ shownAs: String) throws -> FilledTable? {
        var options = ImportOptions()
        options.headerLine = 1
        let layout = try look.tableLayout(options, look.dialect(options))
        guard layout.cells.starts(with: columns) else { return nil }
        var table = FilledTable(shownAs: shownAs, header: layout.cells)
        let width = layout.cells.count
        if let sheet = look.sheet {
            try sheet.forEach(width: width) { table.take($0, width: width) }
        } else {
            var text = try TextStream(look.bytes, encoding: look.encoding)
            var reader = CSVReader(layout.dialect, width: width, headerLine: 1)
            try reader.forEach(in: &text) { table.take($0, width: width) }
        }
        return table
    }

    private mutating func take(_ row: borrowing CSVRow, width: Int) {
        guard row.line > 1, !row.isBlankLine, !row.isEmpty else { return }
        if case .broken(_, _, let text, _) = row.shape {
            rows.append(Row(line: row.line, cells: [String(decoding: text, as: UTF8.self)], isWhole: false))
        } else {
            let cells = row.cells().strings
            rows.append(Row(line: row.line, cells: cells, isWhole: cells.count == width))
        }
    }
}
