import Records

/// One record of a CSV file, or the lines that make none. A view on the reader's window, valid during the visit only.
struct CSVRow {
    enum Shape {
        case cells
        /// `text` is what stands there, as it is.
        case broken(code: ProblemCode, field: Int, text: [UInt8], lines: ClosedRange<Int>)
    }

    var shape = Shape.cells
    /// The physical line of its first byte, from 1.
    var line: Int
    let window: UnsafeBufferPointer<UInt8>
    let fields: [CSVField]
    let dialect: CSVDialect

    /// Whether nothing stands in it at all: a blank line.
    var isBlankLine: Bool {
        guard case .cells = shape, fields.count == 1, let only = fields.first else { return false }
        return !only.isQuoted && window[only.start..<only.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether it has cells and all of them are empty.
    var isEmpty: Bool {
        guard case .cells = shape else { return false }
        return fields.allSatisfy { $0.start == $0.end }
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
        var cells = CellTexts()
        for field in fields.dropFirst(first) {
            if field.isEscaped {
                cells.append(unescaped(field))
            } else {
                cells.append(UnsafeBufferPointer(rebasing: window[field.start..<field.end]))
            }
        }
        return cells
    }

    private func unescaped(_ field: CSVField) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(field.end - field.start)
        let quote = dialect.quote ?? 0
        var index = field.start
        while index < field.end {
            let byte = window[index]
            let next = index + 1 < field.end ? window[index + 1] : nil
            if let escape = dialect.escape {
                if byte == escape, next == quote || next == escape { index += 1 }
            } else if byte == quote, next == quote {
                index += 1
            }
            text.append(window[index])
            index += 1
        }
        return text
    }
}
