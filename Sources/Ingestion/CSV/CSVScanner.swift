/// One cell of a record: a slice of the window's bytes.
struct CSVField {
    var start: Int
    var end: Int
    var isQuoted = false
    /// Holds doubled or escaped quotes, so that its text is not its bytes.
    var isEscaped = false
}

/// Limits of one record: what passes them is damage, usually a quote that never closes (OPERATIONS.md, "Input attacks").
enum CSVLimits {
    static let fieldBytes = 1 << 16
    static let recordLines = 1_000
    static let recordBytes = 1 << 22
}

/// Finds where the cells of one record begin and end. Bytes in, positions out: nothing is copied or decoded.
struct CSVScanner {
    enum Outcome: Equatable {
        /// The next record begins at `next`.
        case record(next: Int)
        /// The window ends inside the record.
        case needsMore
        /// A quote was opened in field `field` (1-based) and is not closed as quotes are.
        case unclosedQuote(field: Int)
        case fieldTooLong(field: Int)
        case end
    }

    let dialect: CSVDialect
    /// The cells of the record that was scanned last.
    private(set) var fields: [CSVField] = []
    /// Line breaks inside it.
    private(set) var lineBreaks = 0
    /// Whether a quote stands where RFC 4180 has none: within a cell without quotes, or alone within one that has them.
    private(set) var hasStrayQuote = false

    private let specials: ByteSet
    private let quotedSpecials: ByteSet

    init(_ dialect: CSVDialect) {
        self.dialect = dialect
        let quote = dialect.quote ?? dialect.delimiter
        specials = ByteSet(dialect.delimiter, quote, 0x0A, 0x0D)
        quotedSpecials = ByteSet(dialect.escape ?? quote, quote, 0x0A, 0x0D)
    }

    /// Scans the record that begins at `start`; `isLast`: no bytes follow the window.
    mutating func scan(_ window: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        lineBreaks = 0
        hasStrayQuote = false
        guard start < window.count else { return isLast ? .end : .needsMore }
        var fieldStart = start
        var index = start
        while true {
            index = specials.first(in: window, from: index)
            if index - fieldStart > CSVLimits.fieldBytes { return .fieldTooLong(field: fields.count + 1) }
            guard index < window.count else {
                if !isLast { return .needsMore }
                fields.append(CSVField(start: fieldStart, end: index))
                return .record(next: index)
            }
            switch window[index] {
            case dialect.delimiter:
                fields.append(CSVField(start: fieldStart, end: index))
                index += 1
                fieldStart = index
            case 0x0A, 0x0D:
                guard let next = Self.afterLineBreak(window, index, isLast: isLast) else { return .needsMore }
                fields.append(CSVField(start: fieldStart, end: index))
                return .record(next: next)
            default:
                guard index == fieldStart else {
                    hasStrayQuote = true
                    index += 1
                    continue
                }
                switch scanQuoted(window, from: index + 1, isLast: isLast) {
                case .failure(let outcome): return outcome
                case .closed(let next):
                    guard next < window.count else { return .record(next: next) }
                    if window[next] != dialect.delimiter {
                        guard let end = Self.afterLineBreak(window, next, isLast: isLast) else { return .needsMore }
                        return .record(next: end)
                    }
                    index = next + 1
                    fieldStart = index
                }
            }
        }
    }

    private enum Quoted {
        /// The cell is done; `next` is where its delimiter or line break stands, or the end of the text.
        case closed(next: Int)
        case failure(Outcome)
    }

    /// Scans a cell from behind its opening quote. A quote closes it only before a delimiter, a line break or the end;
    /// one that does not is taken as it is, unless the cell has a line break: then a quote was left open further up.
    private mutating func scanQuoted(_ window: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Quoted {
        let number = fields.count + 1
        let breaksBefore = lineBreaks
        var field = CSVField(start: start, end: start, isQuoted: true)
        var hasStray = false
        var index = start
        while true {
            index = quotedSpecials.first(in: window, from: index)
            if index - start > CSVLimits.fieldBytes { return .failure(.fieldTooLong(field: number)) }
            guard index < window.count else { return .failure(isLast ? .unclosedQuote(field: number) : .needsMore) }
            let byte = window[index]
            if byte == 0x0A || byte == 0x0D {
                guard let next = Self.afterLineBreak(window, index, isLast: isLast) else { return .failure(.needsMore) }
                lineBreaks += 1
                if hasStray || lineBreaks >= CSVLimits.recordLines { return .failure(.unclosedQuote(field: number)) }
                index = next
            } else if let escape = dialect.escape, byte == escape {
                guard index + 1 < window.count else {
                    return .failure(isLast ? .unclosedQuote(field: number) : .needsMore)
                }
                field.isEscaped = true
                // A line break behind the escape is counted like any other.
                index += window[index + 1] == 0x0A || window[index + 1] == 0x0D ? 1 : 2
            } else {
                guard index + 1 < window.count || isLast else { return .failure(.needsMore) }
                if dialect.escape == nil, index + 1 < window.count, window[index + 1] == byte {
                    field.isEscaped = true
                    index += 2
                    continue
                }
                guard let next = afterClosingQuote(window, index, isLast: isLast) else { return .failure(.needsMore) }
                if next >= 0 {
                    field.end = index
                    fields.append(field)
                    return .closed(next: next)
                }
                hasStray = true
                hasStrayQuote = true
                if lineBreaks > breaksBefore { return .failure(.unclosedQuote(field: number)) }
                index += 1
            }
        }
    }

    /// Where the delimiter, line break or end behind a closing quote stands; -1 where something else follows; `nil`
    /// where the window ends too early to say. Blanks between are padding.
    private func afterClosingQuote(_ window: UnsafeBufferPointer<UInt8>, _ quote: Int, isLast: Bool) -> Int? {
        var index = quote + 1
        while index < window.count, index - quote < 256, window[index] == 0x20 { index += 1 }
        guard index < window.count else { return isLast ? index : nil }
        let byte = window[index]
        return byte == dialect.delimiter || byte == 0x0A || byte == 0x0D ? index : -1
    }

    /// The index behind the line break at `index`; `nil` where a CR ends the window and a LF may follow.
    static func afterLineBreak(_ window: UnsafeBufferPointer<UInt8>, _ index: Int, isLast: Bool) -> Int? {
        guard window[index] == 0x0D else { return index + 1 }
        guard index + 1 < window.count else { return isLast ? index + 1 : nil }
        return window[index + 1] == 0x0A ? index + 2 : index + 1
    }
}

/// Up to four byte values, found eight bytes at a time.
struct ByteSet {
    private let bytes: (UInt8, UInt8, UInt8, UInt8)
    private let words: (UInt64, UInt64, UInt64, UInt64)

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        bytes = (first, second, third, fourth)
        let ones: UInt64 = 0x0101_0101_0101_0101
        words = (UInt64(first) * ones, UInt64(second) * ones, UInt64(third) * ones, UInt64(fourth) * ones)
    }

    /// The index of the first of these bytes from `start` on, or the end of the window.
    @inline(__always)
    func first(in window: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(window)
        var index = start
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let hits =
                Self.zeroBytes(word ^ words.0) | Self.zeroBytes(word ^ words.1) | Self.zeroBytes(word ^ words.2)
                | Self.zeroBytes(word ^ words.3)
            if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < window.count {
            let byte = window[index]
            if byte == bytes.0 || byte == bytes.1 || byte == bytes.2 || byte == bytes.3 { return index }
            index += 1
        }
        return index
    }

    /// The high bit of each zero byte. Bits above the lowest may be wrong; only the lowest is used.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
