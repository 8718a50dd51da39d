/// What separates cells and rows in one dialect.
struct CSVMarks {
    enum Mark {
        /// What follows begins at `next`.
        case delimiter(next: Int)
        case rowEnd(next: Int)
        /// A line break that ends no row.
        case lineBreak(next: Int)
        case nothing
        /// The window ends too early to say.
        case needsMore
    }

    /// The delimiter's first byte.
    let delimiter: UInt8
    /// Whether one byte separates cells and a line break rows.
    let isPlain: Bool
    private let delimiters: [UInt8]
    private let rowEnd: [UInt8]

    init(_ dialect: CSVDialect) {
        delimiters = dialect.delimiter
        delimiter = dialect.delimiter.first ?? UInt8(ascii: ",")
        rowEnd = dialect.rowEnd
        isPlain = dialect.delimiter.count == 1 && dialect.rowEnd.isEmpty
    }

    /// What stands at `index`, which is inside the window.
    func mark(_ window: UnsafeBufferPointer<UInt8>, _ index: Int, isLast: Bool) -> Mark {
        let byte = window[index]
        if !rowEnd.isEmpty, byte == rowEnd[0] {
            switch Self.holds(window, rowEnd, at: index) {
            case nil where !isLast: return .needsMore
            case true?:
                let next = index + rowEnd.count
                // The line break behind the mark is there for people.
                guard next < window.count else { return isLast ? .rowEnd(next: next) : .needsMore }
                guard window[next] == 0x0A || window[next] == 0x0D else { return .rowEnd(next: next) }
                return Self.afterLineBreak(window, next, isLast: isLast).map { .rowEnd(next: $0) } ?? .needsMore
            default: break
            }
        }
        if byte == delimiter {
            switch Self.holds(window, delimiters, at: index) {
            case nil where !isLast: return .needsMore
            case true?: return .delimiter(next: index + delimiters.count)
            default: return .nothing
            }
        }
        guard byte == 0x0A || byte == 0x0D else { return .nothing }
        guard let next = Self.afterLineBreak(window, index, isLast: isLast) else { return .needsMore }
        return rowEnd.isEmpty ? .rowEnd(next: next) : .lineBreak(next: next)
    }

    /// What stands behind the closing quote at `quote`; blanks between are padding, and the end of the text ends a row.
    @inline(__always)
    func behindQuote(_ window: UnsafeBufferPointer<UInt8>, _ quote: Int, isLast: Bool) -> Mark {
        var index = quote + 1
        if isPlain, index < window.count, window[index] == delimiter { return .delimiter(next: index + 1) }
        while index < window.count, index - quote < 256, window[index] == 0x20 { index += 1 }
        guard index < window.count else { return isLast ? .rowEnd(next: index) : .needsMore }
        return mark(window, index, isLast: isLast)
    }

    /// Whether `mark` stands at `index`; `nil` where the window ends within it.
    private static func holds(_ window: UnsafeBufferPointer<UInt8>, _ mark: [UInt8], at index: Int) -> Bool? {
        let shown = min(mark.count, window.count - index)
        for offset in 0..<shown where window[index + offset] != mark[offset] { return false }
        return shown == mark.count ? true : nil
    }

    /// The index behind the line break at `index`; `nil` where a CR ends the window and a LF may follow.
    @inline(__always)
    static func afterLineBreak(_ window: UnsafeBufferPointer<UInt8>, _ index: Int, isLast: Bool) -> Int? {
        guard window[index] == 0x0D else { return index + 1 }
        guard index + 1 < window.count else { return isLast ? index + 1 : nil }
        return window[index + 1] == 0x0A ? index + 2 : index + 1
    }

    /// The index of the first line break in the range.
    static func lineBreak(_ window: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard let base = window.baseAddress else { return nil }
        var index = range.lowerBound
        while index < range.upperBound {
            if base[index] == 0x0A || base[index] == 0x0D { return index }
            index += 1
        }
        return nil
    }
}
