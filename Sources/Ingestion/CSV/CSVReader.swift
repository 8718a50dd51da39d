import Records

/// Reads a CSV text record by record, in bounded memory, and finds its way back after a broken one.
///
/// Where a quote is left open, only the lines up to the next one that is a whole row by itself are given up. No byte is
/// looked at more often than a fixed number of times, however long a record is.
struct CSVReader: ~Copyable {
    /// The number of cells that a row has; `nil`: not known, so nothing is ragged.
    var width: Int?
    /// The line of the header; what stands above it is not held against `width`.
    var headerLine = 0
    private var scanner: CSVScanner
    /// Looks at single lines while a record is in doubt.
    private var probe: CSVScanner
    private let comment: [UInt8]
    private let commentStart: UInt8?
    private let style: CSVCellStyle
    private var line = 1
    private var skipping: Skipped?

    /// Lines that are being given up.
    private struct Skipped {
        /// `nil`: a remark.
        var code: ProblemCode?
        var field = 0
        var firstLine: Int
        var text: [UInt8] = []
        /// Inside a line that is longer than the window may grow.
        var isMidLine = false
    }

    init(_ dialect: CSVDialect, width: Int? = nil, headerLine: Int = 0) {
        comment = dialect.comment
        commentStart = dialect.comment.first
        style = CSVCellStyle(dialect)
        self.width = width
        self.headerLine = headerLine
        scanner = CSVScanner(dialect)
        probe = CSVScanner(dialect)
    }

    /// Visits every record in order, those of blank lines too; remarks are passed over.
    mutating func forEach(in text: inout TextStream, _ visit: (borrowing CSVRow) throws -> Void) throws {
        var window = ByteWindow()
        var isLast = false
        while true {
            let consumed = try parse(window.bytes, isLast: isLast, visit)
            if isLast { return }
            // A record that is longer than the window is scanned again only when there is twice as much of it.
            let enough = consumed == 0 ? window.count * 2 : 0
            window.dropFirst(consumed)
            repeat { isLast = !(try text.append(to: &window)) } while !isLast && window.count < enough
        }
    }

    /// Visits the records of a text that is in memory; where it is only the beginning of one, the last may be missing.
    mutating func forEach(in text: [UInt8], isWhole: Bool, _ visit: (borrowing CSVRow) throws -> Void) throws {
        _ = try text.withUnsafeBufferPointer { try parse($0, isLast: isWhole, visit) }
    }

    /// Visits the records that are whole in the window; returns how many bytes are done with.
    private mutating func parse(
        _ window: UnsafeBufferPointer<UInt8>, isLast: Bool, _ visit: (borrowing CSVRow) throws -> Void
    ) throws -> Int {
        var position = 0
        while true {
            if skipping != nil {
                guard try skipLine(window, &position, isLast: isLast, visit) else { return position }
                continue
            }
            if position < window.count {
                switch lineStart(window, position, isLast: isLast) {
                case .row: break
                case .mark:
                    position += 3
                    continue
                case .remark:
                    skipping = Skipped(firstLine: line)
                    continue
                case .needsMore: return position
                }
            }
            switch scanner.scan(window, from: position, isLast: isLast) {
            case .end: return position
            case .needsMore:
                guard window.count - position > CSVLimits.recordBytes else { return position }
                giveUp(.fieldTooLong, field: scanner.fields.count + 1)
            case .fieldTooLong(let field): giveUp(.fieldTooLong, field: field)
            case .unclosedQuote(let field): giveUp(.unclosedQuote, field: field)
            case .record(let next):
                if scanner.lineBreaks > 0, isRagged, rowFollows(within: window, position..<next) {
                    let field = scanner.fields.firstIndex { CSVMarks.lineBreak(window, $0.start..<$0.end) != nil }
                    giveUp(.unclosedQuote, field: field.map { $0 + 1 } ?? 1)
                    continue
                }
                try visit(CSVRow(line: line, window: window, fields: scanner.fields, style: style))
                // A row may also end in a mark that no line break follows.
                line += scanner.lineBreaks + (window[next - 1] == 0x0A || window[next - 1] == 0x0D ? 1 : 0)
                position = next
            }
        }
    }

    private enum LineStart {
        case row, mark, remark, needsMore
    }

    /// What begins at `position`: a byte order mark, where files were put one behind the other, and a remark are no row.
    @inline(__always)
    private func lineStart(_ window: UnsafeBufferPointer<UInt8>, _ position: Int, isLast: Bool) -> LineStart {
        let byte = window[position]
        if byte == 0xEF {
            guard position + 3 <= window.count else { return isLast ? .row : .needsMore }
            if window[position + 1] == 0xBB, window[position + 2] == 0xBF { return .mark }
        }
        guard byte == commentStart else { return .row }
        let rest = window[position...]
        if rest.count < comment.count, !isLast { return .needsMore }
        return rest.starts(with: comment) ? .remark : .row
    }

    private var isRagged: Bool {
        guard let width, line > headerLine else { return false }
        return scanner.fields.count != width
    }

    private mutating func giveUp(_ code: ProblemCode, field: Int) {
        skipping = Skipped(code: code, field: field, firstLine: line)
    }

    /// Whether one of the record's later lines is a row by itself: then its first line left a quote open.
    private mutating func rowFollows(within window: UnsafeBufferPointer<UInt8>, _ record: Range<Int>) -> Bool {
        var index = record.lowerBound
        while let lineBreak = CSVMarks.lineBreak(window, index..<record.upperBound),
            let next = CSVMarks.afterLineBreak(window, lineBreak, isLast: true), next < record.upperBound
        {
            if isRow(window, next..<record.upperBound) { return true }
            index = next
        }
        return false
    }

    /// Whether the line that begins at the range's start is a row of the right width with its quotes in order.
    private mutating func isRow(_ window: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let width, line >= headerLine else { return true }
        let end = CSVMarks.lineBreak(window, range) ?? range.upperBound
        let text = UnsafeBufferPointer(rebasing: window[range.lowerBound..<end])
        guard case .record = probe.scan(text, from: 0, isLast: true) else { return false }
        return probe.fields.count == width && !probe.hasStrayQuote
    }

    /// Gives up the line at `position`, or ends the skipping where that line is a row.
    ///
    /// - Returns: false where more bytes are needed.
    private mutating func skipLine(
        _ window: UnsafeBufferPointer<UInt8>, _ position: inout Int, isLast: Bool,
        _ visit: (borrowing CSVRow) throws -> Void
    ) throws -> Bool {
        guard var skipped = skipping else { return true }
        let end = lineEnd(window, position, isLast: isLast)
        // The first line is given up whatever it holds; from the second on, one that is a row ends it.
        if !skipped.isMidLine, !skipped.text.isEmpty {
            if end == nil, window.count - position <= CSVLimits.recordBytes { return false }
            if skipped.code == nil || position == window.count || end.map({ isRow(window, position..<$0) }) ?? false {
                skipping = nil
                if let code = skipped.code { try visit(row(of: skipped, code, window)) }
                return true
            }
        }
        let stop = end ?? window.count
        // So much is kept as a cell may hold.
        let room = max(0, CSVLimits.fieldBytes - skipped.text.count)
        skipped.text.append(contentsOf: window[position..<min(stop, position + room)])
        skipped.isMidLine = end == nil
        if end != nil { line += 1 }
        position = stop
        skipping = skipped
        return end != nil
    }

    /// The index behind the line that begins at `position`; `nil` where the window ends before it does.
    private func lineEnd(_ window: UnsafeBufferPointer<UInt8>, _ position: Int, isLast: Bool) -> Int? {
        guard let lineBreak = CSVMarks.lineBreak(window, position..<window.count) else {
            return isLast ? window.count : nil
        }
        return CSVMarks.afterLineBreak(window, lineBreak, isLast: isLast)
    }

    private func row(of skipped: Skipped, _ code: ProblemCode, _ window: UnsafeBufferPointer<UInt8>) -> CSVRow {
        var text = skipped.text
        while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
        let lines = skipped.firstLine...max(skipped.firstLine, line - 1)
        return CSVRow(
            shape: .broken(code: code, field: skipped.field, text: text, lines: lines), line: skipped.firstLine,
            window: window, fields: UnsafeBufferPointer(start: nil, count: 0), style: style)
    }
}
