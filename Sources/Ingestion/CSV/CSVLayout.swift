import Records

/// What the beginning of a CSV file shows: how it is written, and where its header is.
struct CSVLayout: Sendable {
    var guess: DialectGuess
    /// The header's cells as they stand in the file; a profile's or numbers where there is none.
    var cells: [String]
    /// The physical line of the header, from 1; 0: the file has none.
    var headerLine: Int
    /// 0-1, and why.
    var headerConfidence: Double
    var headerReason: String
    /// Lines above it that hold something: a title, an export date.
    var titleLines: Int
    /// Whether such a line is a remark (`# exported …`), so that others may stand further down.
    var hasRemarks = false
    /// The header line as it stands in the file; `nil` where it spans several.
    var excerpt: String?

    var dialect: CSVDialect { guess.dialect }

    /// Only so many records are looked at for the header.
    private static let headerLimit = 20

    /// A record at the beginning of the file.
    struct Candidate {
        var cells: [String]
        var line: Int
        var excerpt: String?
        var filled: Int
        var score: Double
    }

    /// What the beginning of a text, in UTF-8, shows. `mapped` are columns that the user names, which only the header
    /// can have; `headerLine` is the line that the user says it is on. Throws where no line holds anything.
    static func find(
        _ head: [UInt8], isWhole: Bool, _ guess: DialectGuess, mapped: [String] = [], headerLine: Int? = nil,
        file: String
    ) throws(InputError) -> CSVLayout {
        let candidates = candidates(head, isWhole: isWhole, guess.dialect, limit: headerLine ?? headerLimit)
        if let headerLine {
            guard let header = candidates.first(where: { $0.line == headerLine }) else {
                throw noSuchLine(headerLine, candidates, file: file)
            }
            return CSVLayout(guess, header, candidates, confidence: 1, reason: "the options say so")
        }
        guard let header = header(among: candidates, mapped: mapped) else {
            throw noHeader(head, isWhole: isWhole, file: file)
        }
        let isTop = header.line == candidates.first?.line
        let known = Int((header.score * 100).rounded())
        let reason =
            header.score > 0
            ? "\(known) % of its names are known"
            : isTop ? "it is the first line" : "it is the first line of many cells"
        return CSVLayout(guess, header, candidates, confidence: 0.5 + min(0.49, header.score / 2), reason: reason)
    }

    private init(
        _ guess: DialectGuess, _ header: Candidate, _ candidates: [Candidate], confidence: Double, reason: String
    ) {
        self.guess = guess
        cells = header.cells
        headerLine = header.line
        headerConfidence = confidence
        headerReason = reason
        let above = candidates.filter { $0.line < header.line }
        titleLines = above.count
        hasRemarks = above.contains { $0.cells.first?.utf8.first == UInt8(ascii: "#") }
        excerpt = header.excerpt
    }

    /// The layout of a file without a header.
    init(_ guess: DialectGuess, columns: [String], reason: String) {
        self.guess = guess
        cells = columns
        headerLine = 0
        headerConfidence = 1
        headerReason = reason
        titleLines = 0
    }

    /// The first records.
    static func candidates(_ head: [UInt8], isWhole: Bool, _ dialect: CSVDialect, limit: Int) -> [Candidate] {
        struct Enough: Error {}
        var candidates: [Candidate] = []
        var reader = CSVReader(dialect)
        // The only error is the one that ends the look.
        try? reader.forEach(in: head, isWhole: isWhole) { row in
            guard candidates.count < limit else { throw Enough() }
            guard case .cells = row.shape, !row.isBlankLine, !isSeparatorHint(row) else { return }
            let cells = row.cells().strings
            let raw = row.rawBytes
            let isOneLine = !raw.contains { $0 == 0x0A || $0 == 0x0D }
            candidates.append(
                Candidate(
                    cells: cells, line: row.line, excerpt: isOneLine ? String(decoding: raw, as: UTF8.self) : nil,
                    filled: cells.count { !$0.isEmpty },
                    score: candidates.count < headerLimit ? ProfileDetection.headerScore(cells) : 0))
        }
        return candidates
    }

    /// Excel's `sep=;` names the delimiter and is no row.
    static func isSeparatorHint(_ row: borrowing CSVRow) -> Bool {
        row.line == 1 && row.rawBytes.count <= 5 && row.rawBytes.starts(with: Array("sep=".utf8))
    }

    /// The first record, unless it and those below it are far shorter than one that looks more like a header: titles.
    private static func header(among candidates: [Candidate], mapped: [String]) -> Candidate? {
        guard let first = candidates.first else { return nil }
        let names = mapped.map { name in name.lastIndex(of: "#").map { String(name[..<$0]) } ?? name }
        func isMapped(_ candidate: Candidate) -> Bool {
            !names.isEmpty && names.allSatisfy(candidate.cells.contains)
        }
        if isMapped(first) { return first }
        var widest = first.filled
        for candidate in candidates.dropFirst() {
            let isWider = candidate.filled >= 2 * widest && candidate.filled > 1
            let isBetter = candidate.score > first.score || first.score == 0 || isMapped(candidate)
            if isWider, isBetter { return candidate }
            widest = max(widest, candidate.filled)
        }
        return first
    }

    private static func noSuchLine(_ line: Int, _ candidates: [Candidate], file: String) -> InputError {
        let near = candidates.map(\.line).max()
        return InputError(
            file: file, line: line, message: "no header begins on this line",
            advice: (near.map { ["The last line before it on which a row begins is \($0)."] } ?? []) + [
                "Count every line of the file, from 1: titles and blank lines too.", nothingImported,
            ])
    }

    private static func noHeader(_ head: [UInt8], isWhole: Bool, file: String) -> InputError {
        if !isWhole, head.contains(where: { $0 > 0x20 }) {
            return InputError(
                file: file, line: 1,
                message:
                    "the line of the header is longer than \(FileSurvey.headLimit >> 10) KB, or a quote in it is open",
                advice: ["No export of customers looks like this: check where the file comes from.", nothingImported])
        }
        return InputError(
            file: file, message: "the file has no header line: there is nothing in it but blanks",
            advice: ["A list needs at least a header line. Export it again.", nothingImported])
    }
}
