import Records

/// What the beginning of a CSV file shows: how it is written, and where its header is.
struct CSVLayout: Sendable {
    var dialect: CSVDialect
    /// The header's cells as they stand in the file.
    var cells: [String]
    /// The physical line of the header, from 1.
    var headerLine: Int
    /// Lines above it that hold something: a title, an export date.
    var titleLines: Int
    /// The header line as it stands in the file; `nil` where it spans several.
    var excerpt: String?

    /// Only so many records are looked at for the header.
    private static let headerLimit = 20

    /// A record at the beginning of the file.
    private struct Candidate {
        var cells: [String]
        var line: Int
        var excerpt: String?
        var filled: Int
        var score: Double
    }

    /// What the beginning of a text, in UTF-8, shows. `mapped` are columns that the user names, which only the header
    /// can have. Throws where no line holds anything.
    static func find(
        _ head: [UInt8], isWhole: Bool, delimiter: UInt8?, mapped: [String], file: String
    ) throws(InputError) -> CSVLayout {
        let dialect = DialectDetection.detect(head, isWhole: isWhole, delimiter: delimiter)
        let candidates = candidates(head, isWhole: isWhole, dialect)
        guard let header = header(among: candidates, mapped: mapped) else {
            if !isWhole, head.contains(where: { $0 > 0x20 }) {
                throw InputError(
                    file: file, line: 1,
                    message:
                        "the line of the header is longer than \(FileSurvey.headLimit >> 10) KB, or a quote in it is open",
                    advice: [
                        "No export of customers looks like this: check where the file comes from.", nothingImported,
                    ])
            }
            throw InputError(
                file: file, message: "the file has no header line: there is nothing in it but blanks",
                advice: ["A list needs at least a header line. Export it again.", nothingImported])
        }
        return CSVLayout(
            dialect: dialect, cells: header.cells, headerLine: header.line,
            titleLines: candidates.count { $0.line < header.line }, excerpt: header.excerpt)
    }

    private static func candidates(_ head: [UInt8], isWhole: Bool, _ dialect: CSVDialect) -> [Candidate] {
        struct Enough: Error {}
        var candidates: [Candidate] = []
        var reader = CSVReader(dialect)
        // The only error is the one that ends the look.
        try? reader.forEach(in: head, isWhole: isWhole) { row in
            guard candidates.count < headerLimit else { throw Enough() }
            guard case .cells = row.shape, !row.isBlankLine, !isSeparatorHint(row) else { return }
            let cells = row.cells().strings
            let raw = row.rawBytes
            let isOneLine = !raw.contains { $0 == 0x0A || $0 == 0x0D }
            candidates.append(
                Candidate(
                    cells: cells, line: row.line, excerpt: isOneLine ? String(decoding: raw, as: UTF8.self) : nil,
                    filled: cells.count { !$0.isEmpty }, score: ProfileDetection.headerScore(cells)))
        }
        return candidates
    }

    /// Excel's `sep=;` names the delimiter and is no row.
    private static func isSeparatorHint(_ row: CSVRow) -> Bool {
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
}
