import Records

/// Reads a CSV text record by record, in bounded memory, and finds its way back after a broken one.
///
/// Where a quote is left open, only the lines up to the next one that is a whole row by itself are given up.
struct CSVReader {
    /// The number of cells that a row has; `nil`: not known, so nothing is ragged.
    var width: Int?
    /// The line of the header; what stands above it is not held against `width`.
    var headerLine = 0
    private var scanner: CSVScanner
    private let dialect: CSVDialect
    private var line = 1
    private var skipping: Skipped?

    /// Lines that are being given up.
    private struct Skipped {
        var code: ProblemCode
        var field: Int
        var firstLine: Int
        var text: [UInt8] = []
        /// Inside a line that is longer than the window may grow.
        var isMidLine = false
    }

    init(_ dialect: CSVDialect, width: Int? = nil, headerLine: Int = 0) {
        self.dialect = dialect
        self.width = width
        self.headerLine = headerLine
        scanner = CSVScanner(dialect)
    }

    /// Visits every record in order, those of blank lines too.
    mutating func forEach(in text: inout TextStream, _ visit: (CSVRow) throws -> Void) throws {
        var window: [UInt8] = []
        var isLast = false
        while true {
            let consumed = try window.withUnsafeBufferPointer { try parse($0, isLast: isLast, visit) }
            if isLast { return }
            window.removeFirst(consumed)
            isLast = !(try text.append(to: &window))
        }
    }

    /// Visits the records of a text that is in memory; where it is only the beginning of one, the last may be missing.
    mutating func forEach(in text: [UInt8], isWhole: Bool, _ visit: (CSVRow) throws -> Void) throws {
        _ = try text.withUnsafeBufferPointer { try parse($0, isLast: isWhole, visit) }
    }

    /// Visits the records that are whole in the window; returns how many bytes are done with.
    private mutating func parse(
        _ window: UnsafeBufferPointer<UInt8>, isLast: Bool, _ visit: (CSVRow) throws -> Void
    ) throws -> Int {
        var position = 0
        while true {
            if skipping != nil {
                guard try skipLine(window, &position, isLast: isLast, visit) else { return position }
                continue
            }
            switch scanner.scan(window, from: position, isLast: isLast) {
            case .end: return position
            case .needsMore:
                guard window.count - position > CSVLimits.recordBytes else { return position }
                giveUp(.fieldTooLong, field: scanner.fields.count + 1)
            case .fieldTooLong(let field): giveUp(.fieldTooLong, field: field)
            case .unclosedQuote(let field): giveUp(.unclosedQuote, field: field)
            case .record(let next):
                if isRagged, scanner.lineBreaks > 0, rowFollows(within: window, position..<next) {
                    giveUp(
                        .unclosedQuote, field: scanner.fields.firstIndex { isMultiline($0, window) }.map { $0 + 1 } ?? 1
                    )
                    continue
                }
                try visit(CSVRow(line: line, window: window, fields: scanner.fields, dialect: dialect))
                line += scanner.lineBreaks + 1
                position = next
            }
        }
    }

    private var isRagged: Bool {
        guard let width, line > headerLine else { return false }
        return scanner.fields.count != width
    }

    private func isMultiline(_ field: CSVField, _ window: UnsafeBufferPointer<UInt8>) -> Bool {
        window[field.start..<field.end].contains { $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func giveUp(_ code: ProblemCode, field: Int) {
        skipping = Skipped(code: code, field: field, firstLine: line)
    }

    /// Whether one of the record's later lines is a row by itself: then its first line left a quote open.
    private func rowFollows(within window: UnsafeBufferPointer<UInt8>, _ record: Range<Int>) -> Bool {
        var index = record.lowerBound
        while index < record.upperBound {
            guard let lineBreak = window[index..<record.upperBound].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }),
                let next = CSVScanner.afterLineBreak(window, lineBreak, isLast: true), next < record.upperBound
            else { return false }
            if isRow(window, next..<record.upperBound) { return true }
            index = next
        }
        return false
    }

    /// Whether the line that begins at the range's start is a row of the right width with its quotes in order.
    private func isRow(_ window: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let width, line >= headerLine else { return true }
        let end = window[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
        var probe = CSVScanner(dialect)
        let text = UnsafeBufferPointer(rebasing: window[range.lowerBound..<end])
        guard case .record = probe.scan(text, from: 0, isLast: true) else { return false }
        return probe.fields.count == width && !probe.hasStrayQuote
    }

    /// Gives up the line at `position`, or ends the skipping where that line is a row.
    ///
    /// - Returns: false where more bytes are needed.
    private mutating func skipLine(
        _ window: UnsafeBufferPointer<UInt8>, _ position: inout Int, isLast: Bool, _ visit: (CSVRow) throws -> Void
    ) throws -> Bool {
        guard var skipped = skipping else { return true }
        let end = lineEnd(window, position, isLast: isLast)
        // The first line is given up whatever it holds; from the second on, one that is a row ends it.
        if !skipped.isMidLine, !skipped.text.isEmpty {
            if end == nil, window.count - position <= CSVLimits.recordBytes { return false }
            if position == window.count || end.map({ isRow(window, position..<$0) }) ?? false {
                skipping = nil
                try visit(row(of: skipped, window))
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
        guard let lineBreak = window[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return isLast ? window.count : nil
        }
        return CSVScanner.afterLineBreak(window, lineBreak, isLast: isLast)
    }

    private func row(of skipped: Skipped, _ window: UnsafeBufferPointer<UInt8>) -> CSVRow {
        var text = skipped.text
        while let last = text.last, last == 0x0A || last == 0x0D { text.removeLast() }
        let lines = skipped.firstLine...max(skipped.firstLine, line - 1)
        return CSVRow(
            shape: .broken(code: skipped.code, field: skipped.field, text: text, lines: lines), line: skipped.firstLine,
            window: window, fields: [], dialect: dialect)
    }
}
