/// Finds where the cells of one record begin and end. Bytes in, positions out: nothing is copied or decoded.
struct CSVScanner: ~Copyable {
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
    /// Line breaks inside the record that was scanned last.
    private(set) var lineBreaks = 0
    /// Whether a quote stands where RFC 4180 has none: within a cell without quotes, or alone within one that has them.
    private(set) var hasStrayQuote = false

    private var buffer = CSVFieldBuffer()
    private let specials: ByteSet
    private let quotedSpecials: ByteSet
    private let marks: CSVMarks
    /// -1: there is none, here and below.
    private let quote: Int
    private let escape: Int
    /// What an escape stands before where there are no quotes.
    private let bareEscape: Int

    init(_ dialect: CSVDialect) {
        self.dialect = dialect
        marks = CSVMarks(dialect)
        quote = dialect.quote.map { Int($0) } ?? -1
        escape = dialect.quote == nil ? -1 : dialect.escape.map { Int($0) } ?? -1
        bareEscape = dialect.quote == nil ? dialect.escape.map { Int($0) } ?? -1 : -1
        let mark = dialect.quote ?? dialect.escape ?? marks.delimiter
        specials = ByteSet(marks.delimiter, mark, dialect.rowEnd.first ?? marks.delimiter)
        quotedSpecials = ByteSet(mark, dialect.escape ?? mark, mark)
    }

    /// The cells of the record that was scanned last; valid until the next scan.
    var fields: UnsafeBufferPointer<CSVField> { buffer.fields }

    /// Scans the record that begins at `start`; `isLast`: no bytes follow the window.
    mutating func scan(_ window: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        buffer.removeAll()
        lineBreaks = 0
        hasStrayQuote = false
        guard start < window.count, let base = window.baseAddress else { return isLast ? .end : .needsMore }
        let (count, specials, delimiter, isPlain) = (window.count, specials, marks.delimiter, marks.isPlain)
        var cell = OpenCell(start: start)
        var words = HitWords(specials, base, count, from: start)
        while true {
            let index = words.next()
            if index - cell.start > CSVLimits.fieldBytes { return .fieldTooLong(field: buffer.count + 1) }
            guard index < count else {
                if !isLast { return .needsMore }
                close(&cell, at: count, next: count)
                return .record(next: count)
            }
            let byte = base[index]
            if isPlain {
                if byte == delimiter {
                    close(&cell, at: index, next: index + 1)
                    continue
                }
                if byte == 0x0A || byte == 0x0D {
                    guard let next = CSVMarks.afterLineBreak(window, index, isLast: isLast) else { return .needsMore }
                    close(&cell, at: index, next: next)
                    return .record(next: next)
                }
            }
            if Int(byte) == quote {
                guard index == cell.start else {
                    hasStrayQuote = true
                    continue
                }
                switch scanQuoted(window, from: index + 1, isLast: isLast) {
                case .failure(let outcome): return outcome
                case .delimiter(let next):
                    cell.start = next
                    words.move(to: next)
                case .rowEnd(let next): return .record(next: next)
                }
            } else if Int(byte) == bareEscape {
                guard let next = afterEscape(window, index, isLast: isLast) else { return .needsMore }
                cell.isEscaped = true
                words.move(to: next)
            } else if !isPlain {
                switch marks.mark(window, index, isLast: isLast) {
                case .delimiter(let next):
                    close(&cell, at: index, next: next)
                    words.move(to: next)
                case .rowEnd(let next):
                    close(&cell, at: index, next: next)
                    return .record(next: next)
                case .lineBreak(let next):
                    lineBreaks += 1
                    if lineBreaks >= CSVLimits.recordLines { return .fieldTooLong(field: buffer.count + 1) }
                    words.move(to: next)
                case .nothing: continue
                case .needsMore: return .needsMore
                }
            }
        }
    }

    private struct OpenCell {
        var start: Int
        var isEscaped = false
    }

    @inline(__always)
    private mutating func close(_ cell: inout OpenCell, at end: Int, next: Int) {
        buffer.append(CSVField(start: cell.start, end: end, isEscaped: cell.isEscaped))
        cell = OpenCell(start: next)
    }

    private enum Quoted {
        /// The cell is done, and so is the mark behind it.
        case delimiter(next: Int)
        case rowEnd(next: Int)
        case failure(Outcome)
    }

    /// Scans a cell from behind its opening quote. A quote closes it only before a delimiter, a line break or the end;
    /// one that does not is taken as it is, unless the cell has a line break: then a quote was left open further up.
    private mutating func scanQuoted(_ window: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Quoted {
        let number = buffer.count + 1
        let breaksBefore = lineBreaks
        guard let base = window.baseAddress else { return .failure(.needsMore) }
        let count = window.count
        var (isEscaped, hasStray) = (false, false)
        var words = HitWords(quotedSpecials, base, count, from: start)
        while true {
            let index = words.next()
            if index - start > CSVLimits.fieldBytes { return .failure(.fieldTooLong(field: number)) }
            guard index < count else { return .failure(isLast ? .unclosedQuote(field: number) : .needsMore) }
            let byte = base[index]
            if Int(byte) == escape {
                guard let next = afterEscape(window, index, isLast: isLast) else { return .failure(.needsMore) }
                isEscaped = true
                words.move(to: next)
            } else if Int(byte) == quote {
                guard index + 1 < count || isLast else { return .failure(.needsMore) }
                if escape < 0, index + 1 < count, base[index + 1] == byte {
                    isEscaped = true
                    words.move(to: index + 2)
                    continue
                }
                switch marks.behindQuote(window, index, isLast: isLast) {
                case .needsMore: return .failure(.needsMore)
                case .delimiter(let next):
                    buffer.append(CSVField(start: start, end: index, isQuoted: true, isEscaped: isEscaped))
                    return .delimiter(next: next)
                case .rowEnd(let next):
                    buffer.append(CSVField(start: start, end: index, isQuoted: true, isEscaped: isEscaped))
                    return .rowEnd(next: next)
                case .nothing, .lineBreak:
                    hasStray = true
                    hasStrayQuote = true
                    if lineBreaks > breaksBefore { return .failure(.unclosedQuote(field: number)) }
                }
            } else if byte == 0x0A || byte == 0x0D {
                guard let next = CSVMarks.afterLineBreak(window, index, isLast: isLast) else {
                    return .failure(.needsMore)
                }
                lineBreaks += 1
                if hasStray || lineBreaks >= CSVLimits.recordLines { return .failure(.unclosedQuote(field: number)) }
                words.move(to: next)
            }
        }
    }

    /// The index behind the character that the escape at `index` stands before; a line break is one character, however
    /// it is written, and counts. `nil` where the window ends too early to say.
    private mutating func afterEscape(_ window: UnsafeBufferPointer<UInt8>, _ index: Int, isLast: Bool) -> Int? {
        guard index + 1 < window.count else { return isLast ? index + 1 : nil }
        let byte = window[index + 1]
        guard byte == 0x0A || byte == 0x0D else { return index + 2 }
        guard let next = CSVMarks.afterLineBreak(window, index + 1, isLast: isLast) else { return nil }
        lineBreaks += 1
        return next
    }
}

/// Walks over the bytes of a window that may mean something.
private struct HitWords {
    private let bytes: ByteSet
    private let base: UnsafePointer<UInt8>
    private let count: Int
    private var start: Int
    private var hits: UInt64

    @inline(__always)
    init(_ bytes: ByteSet, _ base: UnsafePointer<UInt8>, _ count: Int, from start: Int) {
        self.bytes = bytes
        self.base = base
        self.count = count
        self.start = start
        // Where less than eight bytes are left, each is looked at.
        hits = start + 8 <= count ? bytes.hits(base, start) : 0x8080_8080_8080_8080
    }

    /// The index of the next such byte, or one behind the window.
    @inline(__always)
    mutating func next() -> Int {
        while hits == 0 {
            start += 8
            hits = start + 8 <= count ? bytes.hits(base, start) : 0x8080_8080_8080_8080
        }
        let index = start + hits.trailingZeroBitCount >> 3
        hits &= hits &- 1
        return min(index, count)
    }

    @inline(__always)
    mutating func move(to index: Int) {
        self = HitWords(bytes, base, count, from: index)
    }
}
