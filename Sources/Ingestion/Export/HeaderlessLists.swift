import Records

/// Finds the list that a file without a header is: by the number of its cells and by what they look like.
struct HeaderlessLists {
    struct Match {
        var profile: Profile
        var list: Profile.List
        var guess: DialectGuess
        /// Columns whose cells look as they should.
        var evidence: Int
        var rows: Int

        var reason: String {
            "it has no header: its rows have the \(list.table.columns.count) cells of this list, and \(evidence) columns look as they "
                + "should in the first \(rows) rows"
        }
    }

    private static let rowLimit = 200
    /// The share of rows, and of a column's filled cells, that must be as expected.
    private static let leastShare = 0.95

    /// The lists that fit, the best ones only: more than one is a question.
    static func matches(
        _ text: [UInt8], isWhole: Bool, _ guess: DialectGuess, profiles: [Profile], entity: Entity?
    ) -> [Match] {
        var samples: [(dialect: CSVDialect, rows: [[String]])] = []
        var matches: [Match] = []
        for profile in profiles {
            for list in profile.lists where !list.table.columns.isEmpty && entity ?? list.entity == list.entity {
                var guess = guess
                guess.dialect = list.table.dialect(over: guess.dialect)
                if !samples.contains(where: { $0.dialect == guess.dialect }) {
                    let rows = CSVLayout.candidates(text, isWhole: isWhole, guess.dialect, limit: rowLimit)
                    samples.append((guess.dialect, rows.map(\.cells)))
                }
                let rows = samples.first { $0.dialect == guess.dialect }?.rows ?? []
                if let evidence = evidence(list, rows) {
                    matches.append(
                        Match(profile: profile, list: list, guess: guess, evidence: evidence, rows: rows.count))
                }
            }
        }
        let best = matches.map(\.evidence).max() ?? 0
        return matches.filter { $0.evidence == best }
    }

    /// The number of columns that look as they should; `nil` where one does not, or nothing tells the list from others.
    private static func evidence(_ list: Profile.List, _ rows: [[String]]) -> Int? {
        let width = list.table.columns.count
        let whole = rows.filter { $0.count == width }
        guard let first = whole.first, Double(whole.count) >= leastShare * Double(rows.count) else { return nil }
        var evidence = 0
        var tellsFromHeader = false
        for (column, kind) in forms(list) {
            let filled = whole.map { $0[column] }.filter { !$0.isEmpty && $0 != "NULL" }
            let fitting = filled.count { kind.holds(Array($0.utf8)) }
            guard Double(fitting) >= leastShare * Double(filled.count) else { return nil }
            if kind == .blank { continue }
            if !first[column].isEmpty, !kind.holds(Array(first[column].utf8)) { return nil }
            if filled.isEmpty { continue }
            evidence += 1
            if kind != .text, !first[column].isEmpty { tellsFromHeader = true }
        }
        return tellsFromHeader ? evidence : nil
    }

    /// What is known of the columns: what the profile says, and what their fields mean.
    private static func forms(_ list: Profile.List) -> [(column: Int, kind: Profile.ColumnForm.Kind)] {
        let header = Header(list.table.columns)
        var forms: [Int: Profile.ColumnForm.Kind] = [:]
        for rule in list.rules {
            guard let kind = Profile.ColumnForm.Kind(of: rule.field) else { continue }
            for name in rule.steps.joined().flatMap(\.columns) {
                if let column = header.column(name) { forms[column] = kind }
            }
        }
        for form in list.table.forms {
            if let column = header.column(form.column) { forms[column] = form.kind }
        }
        return forms.keys.sorted().compactMap { column in forms[column].map { (column, $0) } }
    }
}

extension Profile.TableForm {
    /// The dialect of the list, where it says nothing that of the file.
    func dialect(over found: CSVDialect) -> CSVDialect {
        var dialect = found
        if !delimiter.isEmpty { dialect.delimiter = delimiter }
        if !rowEnd.isEmpty { dialect.rowEnd = rowEnd }
        if hasBackslashes { dialect.escape = UInt8(ascii: "\\") }
        if hasNoQuotes { dialect.quote = nil }
        if !comment.isEmpty { dialect.comment = comment }
        return dialect
    }
}

extension Profile.ColumnForm.Kind {
    /// What the cells of a column look like that feeds the field, where that is certain.
    fileprivate init?(of field: Field) {
        switch field {
        case .revenue, .assets, .amount: self = .number
        case .createdAt, .updatedAt, .lastFollowUpAt, .at, .recordedAt, .closedAt, .paidAt, .requestedAt: self = .date
        case .email: self = .email
        default: return nil
        }
    }

    /// Whether a filled cell looks so.
    fileprivate func holds(_ cell: [UInt8]) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        switch self {
        case .integer: return cell.allSatisfy(isDigit)
        case .number:
            let isPlain = cell.allSatisfy { isDigit($0) || Array("+-., Ee".utf8).contains($0) }
            return isPlain && cell.contains(where: isDigit)
        case .date:
            let digits = cell.count(where: isDigit)
            let isPlain = cell.allSatisfy { isDigit($0) || Array("-/.: TZ+".utf8).contains($0) }
            return isPlain && digits >= 4 && digits < cell.count || cell.count == 8 && digits == 8
        case .guid:
            let core = cell.filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "-") }
            return core.count == 32 && core.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
        case .email:
            let parts = cell.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(UInt8(ascii: "."))
        case .text: return cell.contains { isLetter($0) || $0 >= 0x80 }
        case .blank: return cell.isEmpty
        }
    }
}
