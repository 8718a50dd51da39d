import Records

/// What a file's first rows show of how it writes dates and amounts, beside what its profile and the user say.
package struct ConventionGuess: Sendable, Equatable {
    package var conventions: ValueConventions
    /// A line for people on each convention: what, how sure, why.
    package var reasons: [String]
}

enum ConventionDetection {
    /// `rows` are the cells of the first records.
    ///
    /// What the user says (`wishes`) goes before everything. What the cells that can be read in one way only agree on goes
    /// before the profile's word, for the whole file where its columns agree, else for each column that tells. A column
    /// that tells nothing where others differ goes by the profile; where that says nothing either, its doubtful values
    /// are flagged.
    static func guess(
        _ profile: ValueConventions, wishes: ValueConventions = ValueConventions(), _ mapping: ColumnMapping,
        rows: [[String]]
    ) -> ConventionGuess {
        var evidence: [(field: Field, found: ValueEvidence)] = []
        for (column, field) in mapping.fields.enumerated() {
            guard let field, field.isDate || field.isMeasured else { continue }
            let place = evidence.firstIndex { $0.field == field } ?? evidence.count
            if place == evidence.count { evidence.append((field, ValueEvidence())) }
            for row in rows where row.indices.contains(column) {
                let cell = Array(row[column].utf8)
                if field.isDate {
                    evidence[place].found.lookAtDate(cell)
                } else {
                    evidence[place].found.lookAtNumber(cell)
                }
            }
        }
        var guess = ConventionGuess(conventions: profile, reasons: [])
        let dates = evidence.filter { $0.field.isDate }, numbers = evidence.filter { $0.field.isMeasured }
        guess.decide(
            dates.map { ($0.field, $0.found.order.answer, $0.found.doubtful) }, ConventionKind.dates, wishes)
        guess.decide(
            numbers.map { ($0.field, $0.found.separator.answer, $0.found.doubtful) }, ConventionKind.decimals, wishes)
        for (field, found) in dates {
            guard wishes.columns[field]?.dateForm == nil, let form = found.form else { continue }
            guess.conventions.columns[field, default: ColumnConventions()].dateForm = form
            guess.reasons.append(
                "\(field.rawValue): \(form.title): all of its first cells (\(found.filled)) look so")
        }
        for (field, wish) in wishes.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let form = wish.dateForm else { continue }
            guess.conventions.columns[field, default: ColumnConventions()].dateForm = form
            guess.reasons.append("\(field.rawValue): \(form.title), as the options say")
        }
        return guess
    }
}

/// One of the two things that are found in the same way: the order of dates, the separator of decimals.
private struct ConventionKind<Way: Hashable & Sendable> {
    var name: String
    var option: String
    /// Every way, in the order in which they are named.
    var ways: [Way]
    var shown: @Sendable (Way) -> String
    /// As the option wants it.
    var written: @Sendable (Way) -> String
    var file: WritableKeyPath<ValueConventions, Way?> & Sendable
    var column: WritableKeyPath<ColumnConventions, Way?> & Sendable
    /// What cannot be told in a cell that can be read in two ways.
    var doubt: String
}

extension ConventionKind<ValueConventions.DateOrder> {
    static var dates: Self {
        Self(
            name: "dates", option: "--dates", ways: [.dayMonthYear, .monthDayYear], shown: { $0.rawValue },
            written: { $0.rawValue }, file: \.dateOrder, column: \.dateOrder,
            doubt: "day and month cannot be told apart")
    }
}

extension ConventionKind<Character> {
    static var decimals: Self {
        Self(
            name: "decimals", option: "--decimal", ways: [".", ","], shown: { "'\($0)'" },
            written: { String($0) }, file: \.decimalSeparator, column: \.decimalSeparator,
            doubt: "it cannot be told whether the separator groups digits")
    }
}

extension ConventionGuess {
    fileprivate typealias Column<Way: Hashable> = (field: Field, answer: Verdict<Way>.Answer, doubtful: Int)

    fileprivate mutating func decide<Way: Hashable & Sendable>(
        _ columns: [Column<Way>], _ kind: ConventionKind<Way>, _ wishes: ValueConventions
    ) {
        if let wish = wishes[keyPath: kind.file] {
            conventions[keyPath: kind.file] = wish
            reasons.append("\(kind.name): \(kind.shown(wish)), as the options say")
        } else {
            decide(columns.filter { wishes.columns[$0.field]?[keyPath: kind.column] == nil }, kind)
        }
        for (field, wish) in wishes.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let way = wish[keyPath: kind.column] else { continue }
            conventions.columns[field, default: ColumnConventions()][keyPath: kind.column] = way
            reasons.append("\(field.rawValue): \(kind.shown(way)), as the options say")
        }
    }

    private mutating func decide<Way: Hashable & Sendable>(_ columns: [Column<Way>], _ kind: ConventionKind<Way>) {
        var told: [(field: Field, way: Way, cells: Int, others: Int)] = []
        for column in columns {
            if case .told(let way, let cells, let others) = column.answer {
                told.append((column.field, way, cells, others))
            }
        }
        let isMixed = columns.contains { if case .mixed = $0.answer { true } else { false } }
        let given = conventions[keyPath: kind.file]
        if let first = told.first, !isMixed, told.allSatisfy({ $0.way == first.way }) {
            conventions[keyPath: kind.file] = first.way
            let (cells, others) = told.reduce((0, 0)) { ($0.0 + $1.cells, $0.1 + $1.others) }
            let alike = columns.filter { $0.answer == .silent && $0.doubtful > 0 }.map(\.field.rawValue)
            reasons.append(
                "\(kind.name): \(Self.told(first.way, cells, others, "the", kind))"
                    + (alike.isEmpty ? "" : "; \(alike.joined(separator: ", ")) read alike"))
            return
        }
        for column in told {
            conventions.columns[column.field, default: ColumnConventions()][keyPath: kind.column] = column.way
            reasons.append(
                "\(column.field.rawValue): \(Self.told(column.way, column.cells, column.others, "its", kind))")
        }
        for column in columns {
            switch column.answer {
            case .mixed(let against):
                // What speaks against every other way speaks for this one.
                let counts = kind.ways.map { way in
                    let count = kind.ways.filter { $0 != way }.map { against[$0] ?? 0 }.min() ?? 0
                    return "\(count) of its first cells \(count == 1 ? "is" : "are") \(kind.shown(way))"
                }
                reasons.append(
                    "\(column.field.rawValue): \(counts.joined(separator: ", ")): \(Self.rest(given, column.field, kind))"
                )
            case .silent where column.doubtful > 0:
                reasons.append(
                    "\(column.field.rawValue): \(kind.doubt) in \(column.doubtful) of its first cells: "
                        + Self.rest(given, column.field, kind))
            case .told, .silent: break
            }
        }
        if let given, told.isEmpty, !isMixed {
            reasons.append("\(kind.name): \(kind.shown(given)), as the profile says; the first cells do not tell")
        }
    }

    private static func told<Way: Hashable>(
        _ way: Way, _ cells: Int, _ others: Int, _ whose: String, _ kind: ConventionKind<Way>
    ) -> String {
        let sure = 100 * cells / (cells + others + 1)
        let slips = others == 0 ? "" : ", \(others) can only be otherwise and \(others == 1 ? "is" : "are") flagged"
        return "\(kind.shown(way)), \(sure) % sure: \(cells) of \(whose) first cells can only be so\(slips)"
    }

    /// What becomes of cells that can be read in two ways, and what to do.
    private static func rest<Way: Hashable>(_ given: Way?, _ field: Field, _ kind: ConventionKind<Way>) -> String {
        let goes =
            given.map { "those that can be read in two ways go by the profile (\(kind.shown($0)))" }
            ?? "those that can be read in two ways are flagged"
        let ways = kind.ways.map { "\(kind.option) \(field.rawValue)=\(kind.written($0))" }
        return "\(goes); say it with \(ways.joined(separator: " or "))"
    }
}

extension Field {
    /// Whether its values are days or moments.
    package var isDate: Bool { Self.dates.contains(self) }

    /// Whether its values are amounts or counts, which may have a separator.
    package var isMeasured: Bool { Self.measured.contains(self) }

    private static let dates: Set<Field> = [
        .ownedSince, .poolSince, .lockedUntil, .createdAt, .updatedAt, .lastFollowUpAt, .startsOn, .endsOn, .at,
        .recordedAt, .nextAt, .closedAt, .paidAt, .requestedAt,
    ]
    private static let measured: Set<Field> = [.revenue, .assets, .value, .amount, .employees]
}

extension ColumnConventions.DateForm {
    /// For people.
    package var title: String {
        switch self {
        case .epochSeconds: "seconds since 1970"
        case .epochMilliseconds: "milliseconds since 1970"
        case .republican: "years of the Republic of China (民国)"
        case .excel1900: "a spreadsheet's day numbers, counted from 1900"
        case .excel1904: "a spreadsheet's day numbers, counted from 1904"
        }
    }
}
