import Records

/// One table of a workbook: of an XLSX file, or of one in Excel's XML of 2003.
struct Sheet: Sendable {
    enum Book: Sendable {
        case xlsx(Workbook, part: String)
        /// `position`: which of the worksheets it is, from 0.
        case xml(FileBytes, EncodingGuess, position: Int)
    }

    var name: String
    var isHidden = false
    var book: Book

    var isXLSX: Bool { if case .xlsx = book { true } else { false } }

    /// Visits the rows that hold something, in order. Each has `width` cells, or more where further ones are filled; its
    /// line is the sheet's row number.
    ///
    /// - Returns: what the user should know though nothing is wrong with a row.
    @discardableResult
    func forEach(width: Int, _ visit: (borrowing CSVRow) throws -> Void) throws -> [String] {
        try withoutActuallyEscaping(visit) { visit in
            switch book {
            case .xlsx(let workbook, let part):
                let reader = WorksheetReader(workbook, width: width, visit)
                try workbook.read(part, by: reader)
                return reader.warnings
            case .xml(let bytes, let encoding, let position):
                let worksheets = SpreadsheetML(file: bytes.shownAs, position: position, width: width, visit)
                let reader = XMLReader(worksheets, file: bytes.shownAs)
                defer { reader.close() }
                try XMLLayout.read(bytes, encoding, limit: nil) { try reader.push($0, isLast: $1) }
                return []
            }
        }
    }

    /// So many rows are looked at for the header, the list and the conventions.
    private static let headRows = 1_000

    /// The first rows as the text of a CSV file, one line a row: breaks inside cells are blanks there.
    func head() throws -> (text: [UInt8], isWhole: Bool) {
        struct Enough: Error {}
        var text: [UInt8] = []
        var line = 1
        do {
            try forEach(width: 0) { row in
                if row.line > Self.headRows || text.count >= FileSurvey.headLimit { throw Enough() }
                while line < row.line {
                    text.append(0x0A)
                    line += 1
                }
                // A row that stands before one already seen cannot be shown in its place.
                guard line == row.line else { return }
                for (index, field) in row.fields.enumerated() {
                    if index > 0 { text.append(UInt8(ascii: ",")) }
                    Self.append(row.window[field.start..<field.end], to: &text)
                }
                text.append(0x0A)
                line += 1
            }
            return (text, true)
        } catch is Enough {
            return (text, false)
        }
    }

    private static func append(_ cell: Slice<UnsafeBufferPointer<UInt8>>, to text: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let isQuoted = cell.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "#") }
        if isQuoted { text.append(quote) }
        for byte in cell.prefix(CSVLimits.fieldBytes / 2) {
            if byte == quote { text.append(quote) }
            text.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        }
        if isQuoted { text.append(quote) }
    }

    /// How that text is written.
    static let dialect = DialectGuess(dialect: CSVDialect(), confidence: 1, reason: "a sheet has cells")
}
