import Records

/// What of a dialect tells a cell's text from its bytes.
struct CSVCellStyle {
    let quote: UInt8?
    let escape: UInt8?
    let delimiter: UInt8?
    let rowEnd: UInt8?

    init(_ dialect: CSVDialect) {
        quote = dialect.quote
        escape = dialect.escape
        delimiter = dialect.delimiter.first
        rowEnd = dialect.rowEnd.first
    }
}

/// One record of a CSV file, or the lines that make none. A view on the reader's window, valid during the visit only.
struct CSVRow: ~Copyable {
    enum Shape {
        case cells
        /// `text` is what stands there, as it is.
        case broken(code: ProblemCode, field: Int, text: [UInt8], lines: ClosedRange<Int>)
    }

    var shape = Shape.cells
    /// The physical line of its first byte, from 1.
    var line: Int
    let window: UnsafeBufferPointer<UInt8>
    let fields: UnsafeBufferPointer<CSVField>
    let style: CSVCellStyle

    /// Whether nothing stands in it at all: a blank line.
    var isBlankLine: Bool {
        guard fields.count == 1, case .cells = shape, let only = fields.first else { return false }
        return !only.isQuoted && window[only.start..<only.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether it has cells and all of them are empty.
    var isEmpty: Bool {
        guard case .cells = shape else { return false }
        for field in fields where field.start != field.end { return false }
        return true
    }

    /// The record as it stands in the file, with its quotes and without its line break.
    var rawBytes: UnsafeBufferPointer<UInt8> {
        guard let first = fields.first, let last = fields.last else {
            return UnsafeBufferPointer(rebasing: window[0..<0])
        }
        let start = first.isQuoted ? first.start - 1 : first.start
        let end = last.isQuoted ? min(window.count, last.end + 1) : last.end
        return UnsafeBufferPointer(rebasing: window[start..<end])
    }

    /// The first field that holds a zero byte or bytes that are no UTF-8, and which of both; 1-based.
    var damage: (field: Int, isZero: Bool)? {
        var whole = UTF8Check()
        whole.update(rawBytes)
        whole.finish()
        if whole.isValid, whole.nuls == 0 { return nil }
        for (index, field) in fields.enumerated() {
            var check = UTF8Check()
            check.update(UnsafeBufferPointer(rebasing: window[field.start..<field.end]))
            check.finish()
            if !check.isValid || check.nuls > 0 { return (index + 1, check.isValid) }
        }
        return (1, whole.isValid)
    }

    /// The cells from `first` on.
    func cells(from first: Int = 0) -> CellTexts {
        let (bytes, ends) = cellBytes(from: first)
        return CellTexts(bytes: bytes, ends: ends)
    }

    /// The bytes of the cells from `first` on, one behind the other, and the end of each.
    func cellBytes(from first: Int = 0) -> (bytes: [UInt8], ends: [Int32]) {
        let fields = UnsafeBufferPointer(rebasing: fields.dropFirst(first))
        guard let base = window.baseAddress else { return ([], []) }
        var length = 0
        for field in fields { length += field.end - field.start }
        var ends: [Int32] = []
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
            ends = [Int32](unsafeUninitializedCapacity: fields.count) { ends, endCount in
                for field in fields {
                    if let to = bytes.baseAddress.map({ $0 + count }) {
                        if field.isEscaped {
                            count += unescape(field, into: to)
                        } else {
                            to.update(from: base + field.start, count: field.end - field.start)
                            count += field.end - field.start
                        }
                    }
                    ends[endCount] = Int32(truncatingIfNeeded: count)
                    endCount += 1
                }
            }
        }
        return (bytes, ends)
    }

    /// Writes the field's text, which has no more bytes than the field; returns how many.
    private func unescape(_ field: CSVField, into text: UnsafeMutablePointer<UInt8>) -> Int {
        var (index, count) = (field.start, 0)
        let quote = style.quote
        while index < field.end {
            let byte = window[index]
            let next = index + 1 < field.end ? window[index + 1] : nil
            if let escape = style.escape {
                if byte == escape, let next, quote == nil ? isMark(next) : next == quote || next == escape {
                    index += 1
                }
            } else if byte == quote, next == quote {
                index += 1
            }
            text[count] = window[index]
            count += 1
            index += 1
        }
        return count
    }

    /// Whether an escape before this byte is no part of the text, where there are no quotes.
    private func isMark(_ byte: UInt8) -> Bool {
        byte == style.escape || byte == style.delimiter || byte == style.rowEnd || byte == 0x0A
            || byte == 0x0D || byte == UInt8(ascii: "\"")
    }
}
