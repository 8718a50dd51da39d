import Records

/// How a CSV file is written, how sure that is, and why.
package struct DialectGuess: Sendable, Equatable {
    package var dialect: CSVDialect
    /// 0-1.
    package var confidence: Double
    /// How it was found, in words.
    package var reason: String
}

/// Finds a CSV file's dialect: the one in which most of the first records have the same number of cells.
enum DialectDetection {
    /// What is said about the dialect from outside; `nil`: found from the text.
    struct Wishes {
        var delimiter: [UInt8]?
        /// `.some(nil)`: quotes mean nothing.
        var quote: UInt8??
        var comment: [UInt8] = []
        /// Dialects of profiles, tried beside the usual ones.
        var others: [CSVDialect] = []
    }

    static let delimiters: [UInt8] = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")]
    /// Delimiters that are taken only where no usual one explains the text, and then every record must.
    private static let rareDelimiters: [[UInt8]] =
        [[0x01], [0x1F], [UInt8(ascii: "^")], [UInt8(ascii: "~")], Array("¦".utf8)]
    /// Delimiters that hold a usual one, taken where every record has as many cells by them.
    private static let longDelimiters = ["||", "|~|", "~|~", "^|^", "|^|", "+|", "@|@", ";;", "::", "@@", "##", "$$"]
        .map {
            Array($0.utf8)
        }
    private static let recordLimit = 200

    /// The dialect of a text from its beginning, in UTF-8.
    static func detect(_ head: [UInt8], isWhole: Bool, wishes: Wishes = Wishes()) -> DialectGuess {
        if let quote = wishes.quote, let delimiter = wishes.delimiter {
            let dialect = CSVDialect(delimiter: delimiter, quote: quote, comment: wishes.comment)
            return DialectGuess(dialect: dialect, confidence: 1, reason: "the options say so")
        }
        if wishes.delimiter == nil, let named = separatorLine(head) {
            let dialect = CSVDialect(delimiter: [named], comment: wishes.comment)
            return DialectGuess(dialect: dialect, confidence: 1, reason: "its first line is 'sep='")
        }
        var ranking = Ranking(head, isWhole: isWhole, wishes)
        if let delimiter = wishes.delimiter {
            for dialect in quotings(delimiter, wishes) { ranking.consider(dialect) }
            return ranking.guess
        }
        for dialect in wishes.others + longDelimiters.map({ CSVDialect(delimiter: $0) }) {
            ranking.considerExact(dialect)
        }
        if ranking.hasBest { return ranking.guess }
        for delimiter in delimiters {
            for dialect in quotings([delimiter], wishes) { ranking.consider(dialect) }
        }
        if !ranking.hasBest {
            for delimiter in rareDelimiters { ranking.considerExact(CSVDialect(delimiter: delimiter)) }
        }
        return ranking.guess
    }

    private static func quotings(_ delimiter: [UInt8], _ wishes: Wishes) -> [CSVDialect] {
        if let quote = wishes.quote {
            let plain = CSVDialect(delimiter: delimiter, quote: quote, comment: wishes.comment)
            let escaped = CSVDialect(
                delimiter: delimiter, quote: quote, escape: UInt8(ascii: "\\"), comment: wishes.comment)
            return quote == nil ? [plain] : [plain, escaped]
        }
        return [
            CSVDialect(delimiter: delimiter, comment: wishes.comment),
            CSVDialect(delimiter: delimiter, escape: UInt8(ascii: "\\"), comment: wishes.comment),
            CSVDialect(delimiter: delimiter, quote: nil, comment: wishes.comment),
        ]
    }

    /// Excel's own hint, `sep=;` as the first line.
    private static func separatorLine(_ head: [UInt8]) -> UInt8? {
        guard head.count > 5, head.starts(with: Array("sep=".utf8)), head[5] == 0x0A || head[5] == 0x0D else {
            return nil
        }
        return head[4]
    }

    /// The dialect that explains the text best so far.
    private struct Ranking {
        private let head: [UInt8]
        private let isWhole: Bool
        private var best: (dialect: CSVDialect, fit: Fit)
        /// The best fit of another delimiter than the best one's.
        private var second = 0.0

        init(_ head: [UInt8], isWhole: Bool, _ wishes: Wishes) {
            self.head = head
            self.isWhole = isWhole
            var dialect = CSVDialect(delimiter: wishes.delimiter ?? [delimiters[0]], comment: wishes.comment)
            if let quote = wishes.quote { dialect.quote = quote }
            best = (dialect, Fit())
        }

        var hasBest: Bool { best.fit.score > 0 }

        mutating func consider(_ dialect: CSVDialect) {
            let fit = Fit(dialect, head, isWhole: isWhole)
            let isSame = best.dialect.delimiter == dialect.delimiter
            // A later candidate must be better, not as good; a few rows with an open quote do not undo quoting.
            if fit.score > best.fit.score + (isSame && dialect.quote == nil ? 0.25 : 1e-9) {
                if !isSame { second = max(second, best.fit.score) }
                best = (dialect, fit)
            } else if !isSame {
                second = max(second, fit.score)
            }
        }

        /// Takes a dialect only where it explains nearly every record, the first one among them.
        mutating func considerExact(_ dialect: CSVDialect) {
            guard Self.holds(head, dialect.delimiter) else { return }
            let fit = Fit(dialect, head, isWhole: isWhole)
            guard fit.records >= 2, fit.fitsFirst, fit.share >= 0.98, fit.score > best.fit.score else { return }
            best = (dialect, fit)
        }

        private static func holds(_ text: [UInt8], _ mark: [UInt8]) -> Bool {
            text.withUnsafeBufferPointer { text in
                guard let first = mark.first, text.count >= mark.count else { return false }
                for index in 0...(text.count - mark.count) where text[index] == first {
                    if text[index..<(index + mark.count)].elementsEqual(mark) { return true }
                }
                return false
            }
        }

        var guess: DialectGuess {
            let fit = best.fit
            guard fit.columns > 1 else {
                return DialectGuess(
                    dialect: best.dialect, confidence: 0.6, reason: "no delimiter gives its rows equal numbers of cells"
                )
            }
            let margin = min(1, max(0.6, 0.6 + (fit.score - second)))
            return DialectGuess(
                dialect: best.dialect, confidence: min(0.99, fit.share * margin),
                reason: "\(fit.fitting) of the first \(fit.records) rows have \(fit.columns) cells by it")
        }
    }

    /// How well a dialect explains the records: the share that has the commonest number of cells, and a little for
    /// every further cell; a broken record, or a quote out of place, counts as one that does not fit.
    private struct Fit {
        var records = 0
        var fitting = 0
        var columns = 0
        var fitsFirst = false

        init() {}

        var share: Double { records == 0 ? 0 : Double(fitting) / Double(records) }
        var score: Double { columns > 1 ? share + 0.02 * (1 - 1 / Double(columns)) : 0 }

        init(_ dialect: CSVDialect, _ head: [UInt8], isWhole: Bool) {
            var counts: [Int: Int] = [:]
            var first = 0
            var records = 0
            head.withUnsafeBufferPointer { window in
                var scanner = CSVScanner(dialect)
                var position = 0
                while records < recordLimit {
                    let outcome = scanner.scan(window, from: position, isLast: isWhole)
                    if case .record(let next) = outcome {
                        let isBlank = scanner.fields.count == 1 && scanner.fields[0].end == scanner.fields[0].start
                        let isRemark = !dialect.comment.isEmpty && window[position...].starts(with: dialect.comment)
                        if !isBlank, !isRemark {
                            records += 1
                            if records == 1 { first = scanner.fields.count }
                            if !scanner.hasStrayQuote { counts[scanner.fields.count, default: 0] += 1 }
                        }
                        position = next
                    } else if outcome == .needsMore || outcome == .end {
                        break
                    } else {
                        records += 1
                        guard let lineBreak = window[position...].firstIndex(of: 0x0A) else { break }
                        position = lineBreak + 1
                    }
                }
            }
            self.records = records
            guard let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
            (columns, fitting) = (best.key, best.value)
            fitsFirst = first == columns
        }
    }
}
