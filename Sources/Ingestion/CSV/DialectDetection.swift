import Records

/// Finds a CSV file's dialect: the one in which most of the first records have the same number of cells.
enum DialectDetection {
    static let delimiters: [UInt8] = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")]
    private static let recordLimit = 200

    /// The dialect of a text from its beginning, in UTF-8; where the delimiter is given, only the quoting is looked for.
    static func detect(_ head: [UInt8], isWhole: Bool, delimiter: UInt8?) -> CSVDialect {
        if delimiter == nil, let named = separatorLine(head) { return CSVDialect(delimiter: named) }
        var best = (dialect: CSVDialect(delimiter: delimiter ?? delimiters[0]), fit: -1.0)
        for candidate in delimiter.map({ [$0] }) ?? delimiters {
            for dialect in quotings(candidate) {
                let fit = fit(of: dialect, head, isWhole: isWhole)
                // A later candidate must be better, not as good; a few rows with an open quote do not undo quoting.
                let isUnquoted = dialect.quote == nil && best.dialect.delimiter == candidate
                if fit > best.fit + (isUnquoted ? 0.25 : 1e-9) { best = (dialect, fit) }
            }
        }
        return best.dialect
    }

    private static func quotings(_ delimiter: UInt8) -> [CSVDialect] {
        [
            CSVDialect(delimiter: delimiter), CSVDialect(delimiter: delimiter, escape: UInt8(ascii: "\\")),
            CSVDialect(delimiter: delimiter, quote: nil),
        ]
    }

    /// Excel's own hint, `sep=;` as the first line.
    private static func separatorLine(_ head: [UInt8]) -> UInt8? {
        guard head.count > 5, head.starts(with: Array("sep=".utf8)), head[5] == 0x0A || head[5] == 0x0D else {
            return nil
        }
        return head[4]
    }

    /// How well the dialect explains the records: the share that has the commonest number of cells, and a little for
    /// every further cell; a broken record, or a quote out of place, counts as one that does not fit.
    private static func fit(of dialect: CSVDialect, _ head: [UInt8], isWhole: Bool) -> Double {
        head.withUnsafeBufferPointer { window in
            var scanner = CSVScanner(dialect)
            var counts: [Int: Int] = [:]
            var (position, records) = (0, 0)
            while records < recordLimit {
                switch scanner.scan(window, from: position, isLast: isWhole) {
                case .record(let next):
                    let isBlank = scanner.fields.count == 1 && scanner.fields[0].end == scanner.fields[0].start
                    if !isBlank { records += 1 }
                    if !isBlank, !scanner.hasStrayQuote { counts[scanner.fields.count, default: 0] += 1 }
                    position = next
                    continue
                case .unclosedQuote, .fieldTooLong:
                    records += 1
                    guard let lineBreak = window[position...].firstIndex(of: 0x0A) else { break }
                    position = lineBreak + 1
                    continue
                case .needsMore, .end: break
                }
                break
            }
            guard records > 0, let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
            guard best.key > 1 else { return 0 }
            return Double(best.value) / Double(records) + 0.02 * (1 - 1 / Double(best.key))
        }
    }
}
