import Records

/// The cells of one row of a sheet as they come, in the form of a record of a CSV file, so that both are read alike.
struct SheetRow: ~Copyable {
    /// Columns that Excel has.
    static let columnLimit = 16_384

    private var bytes = ByteBuffer()
    private var fields: [CSVField] = []
    private static let style = CSVCellStyle(CSVDialect())

    mutating func removeAll() {
        bytes.removeAll()
        fields.removeAll(keepingCapacity: true)
    }

    /// Gives the cell at a 0-based column its text; columns that were passed over are empty.
    mutating func put(_ text: UnsafeBufferPointer<UInt8>, at column: Int) {
        guard !text.isEmpty, column >= 0, column < Self.columnLimit else { return }
        let start = bytes.count
        bytes.append(text)
        while fields.count <= column { fields.append(CSVField(start: start, end: start)) }
        fields[column] = CSVField(start: start, end: bytes.count)
    }

    var isEmpty: Bool { fields.isEmpty }

    /// Visits the row with `width` cells; with more where further ones hold something.
    mutating func give(
        line: Int, width: Int, _ visit: (borrowing CSVRow) throws -> Void
    ) throws {
        while fields.count > width, let last = fields.last, bytes[last.start..<last.end].isBlank { fields.removeLast() }
        while fields.count < width { fields.append(CSVField(start: bytes.count, end: bytes.count)) }
        let window = bytes[0..<bytes.count]
        try fields.withUnsafeBufferPointer { fields in
            try visit(CSVRow(line: line, window: window, fields: fields, style: Self.style))
        }
    }
}
