import Records

/// Which rows of a table are no records, and what a row takes from the one above: the statements `skip` and `continue`
/// of a profile, for every container.
struct TableRules {
    private struct Skip {
        var column: Int?
        var words: [Profile.Skip.Word]
    }

    private let skips: [Skip]
    private let continued: [Int]
    /// The header, cell by cell: a row that repeats it is none.
    private let header: [[UInt8]]
    /// The cells of `continued` in the row above.
    private var above: [[UInt8]] = []
    private var counts: [(word: String, rows: Int)] = []
    private var repeatedHeaders = 0

    /// Whether every row has to be shown to `admit`; if not, only those whose first cell is the header's.
    private let isActive: Bool
    private let firstName: [UInt8]

    /// `cells` is the header; empty where the file has none.
    init(_ table: Profile.TableForm, header cells: [String], hasHeader: Bool) {
        let columns = Header(cells)
        skips = table.skips.compactMap { skip in
            guard let name = skip.column else { return Skip(column: nil, words: skip.words) }
            return columns.column(name).map { Skip(column: $0, words: skip.words) }
        }
        continued = table.continued.compactMap { columns.column($0) }
        header = hasHeader && cells.count > 1 ? cells.map { Array($0.utf8) } : []
        firstName = header.first ?? []
        isActive = !skips.isEmpty || !continued.isEmpty
    }

    /// Whether `admit` may have something to say on a row whose cells stand one behind the other in `bytes`.
    func mayConcern(_ bytes: [UInt8], _ ends: [Int32]) -> Bool {
        if isActive { return true }
        guard !header.isEmpty, let end = ends.first, Int(end) == firstName.count else { return false }
        return bytes.starts(with: firstName)
    }

    /// Whether the row is a record; fills in what it takes from the row above.
    mutating func admit(_ cells: inout CellTexts) -> Bool {
        if isHeader(cells) {
            repeatedHeaders += 1
            return false
        }
        guard isActive else { return true }
        if let word = total(cells) {
            if let place = counts.firstIndex(where: { $0.word == word }) {
                counts[place].rows += 1
            } else {
                counts.append((word, 1))
            }
            return false
        }
        if !continued.isEmpty { inherit(&cells) }
        return true
    }

    /// What was left out, for people.
    func warnings(_ file: String) -> [String] {
        var warnings: [String] = []
        if !counts.isEmpty {
            let rows = counts.reduce(0) { $0 + $1.rows }
            let words = counts.map(\.word).joined(separator: ", ")
            warnings.append("\(file): \(rows) total \(rows == 1 ? "row" : "rows") (\(words)) left out")
        }
        if repeatedHeaders > 0 {
            let lines = repeatedHeaders == 1 ? "line that repeats" : "lines that repeat"
            warnings.append("\(file): \(repeatedHeaders) \(lines) the header left out")
        }
        return warnings
    }

    private func isHeader(_ cells: CellTexts) -> Bool {
        guard cells.count == header.count, !header.isEmpty else { return false }
        for (index, name) in header.enumerated() where !cells.utf8(index).elementsEqual(name) { return false }
        return true
    }

    /// The word that makes the row one of totals.
    private func total(_ cells: CellTexts) -> String? {
        for skip in skips {
            let column = skip.column ?? (0..<cells.count).first { !Self.isBlank(cells.utf8($0)) }
            guard let column, case let cell = cells.utf8(column), !Self.isBlank(cell), cell.count <= 256 else {
                continue
            }
            let folded = Folding.folded(cell)
            let word = skip.words.first { $0.isPrefix ? folded.starts(with: $0.folded) : folded == $0.folded }
            if let word { return word.text }
        }
        return nil
    }

    private mutating func inherit(_ cells: inout CellTexts) {
        let isHeadless = continued.allSatisfy { Self.isBlank(cells.utf8($0)) }
        guard isHeadless, !above.isEmpty else {
            if !isHeadless { above = continued.map { Array(cells.utf8($0)) } }
            return
        }
        var filled = CellTexts()
        for index in 0..<cells.count {
            if let place = continued.firstIndex(of: index) {
                filled.append(above[place])
            } else {
                filled.append(cells.utf8(index))
            }
        }
        cells = filled
    }

    private static func isBlank(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}
