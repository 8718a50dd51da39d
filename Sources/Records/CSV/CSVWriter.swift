/// Writes CSV as RFC 4180 has it: comma, CRLF, quotes where they are needed and doubled inside.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// `bom`: begin with a byte order mark, without which Excel does not read Chinese.
    package init(bom: Bool = false) {
        if bom { bytes = Self.byteOrderMark }
    }

    /// Appends a row. Cells of columns that are `true` in `neutralising` get an apostrophe in front where a spreadsheet
    /// would evaluate them; columns beyond its end are left as they are.
    package mutating func append(_ cells: [String], neutralising isText: [Bool] = []) {
        // An empty line is no row to most readers, and a byte order mark at the beginning of one is no text.
        let isLoneEmpty = cells.count == 1 && cells[0].isEmpty
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let isNeutralised = isText.indices.contains(index) && isText[index] && FormulaText.isEvaluated(cell.utf8)
            let isLikeMark = index == 0 && cell.utf8.starts(with: Self.byteOrderMark)
            append(cell: cell, prefix: isNeutralised ? "'" : "", needsQuotes: isLoneEmpty || isLikeMark)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// Forgets what was written so far, for a caller that has passed it on.
    package mutating func removeWritten() { bytes.removeAll(keepingCapacity: true) }

    private mutating func append(cell: String, prefix: String, needsQuotes: Bool) {
        let needsQuotes = needsQuotes || cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            bytes.append(contentsOf: prefix.utf8)
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(0x22)
        bytes.append(contentsOf: prefix.utf8)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}

/// Text that a spreadsheet takes for a formula (OWASP, CSV injection; the full-width forms in CJK editions of Excel).
package enum FormulaText {
    /// Whether the first character is one of `= + - @`, a tab, CR, LF or NUL, or a full-width `＝ ＋ － ＠`.
    package static func isEvaluated(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0x00: true
        case 0xEF:
            // U+FF1D, U+FF0B, U+FF0D, U+FF20
            [[0xBC, 0x9D], [0xBC, 0x8B], [0xBC, 0x8D], [0xBC, 0xA0]].contains(Array(text.dropFirst().prefix(2)))
        default: false
        }
    }
}
