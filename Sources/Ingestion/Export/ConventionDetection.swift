import Records

/// What a file's first rows show of how it writes dates and amounts, beside what its profile says.
package struct ConventionGuess: Sendable, Equatable {
    package var conventions: ValueConventions
    /// A line for people on each convention: what, how sure, why.
    package var reasons: [String]
}

enum ConventionDetection {
    private static let dates: Set<Field> = [
        .ownedSince, .poolSince, .lockedUntil, .createdAt, .updatedAt, .lastFollowUpAt, .startsOn, .endsOn, .at,
        .recordedAt, .nextAt, .closedAt, .paidAt, .requestedAt,
    ]
    private static let amounts: Set<Field> = [.revenue, .assets, .value, .amount]

    /// `rows` are the cells of the first records. What all telling cells agree on goes before the profile's word; where
    /// they disagree, or tell nothing, that stands.
    static func guess(_ profile: ValueConventions, _ mapping: ColumnMapping, rows: [[String]]) -> ConventionGuess {
        var (dayFirst, monthFirst, points, commas) = (0, 0, 0, 0)
        for (column, field) in mapping.fields.enumerated() {
            guard let field, dates.contains(field) || amounts.contains(field) else { continue }
            for row in rows where row.indices.contains(column) {
                let cell = Array(row[column].utf8)
                if dates.contains(field) {
                    let order = dateOrder(cell)
                    if order == .dayMonthYear { dayFirst += 1 }
                    if order == .monthDayYear { monthFirst += 1 }
                } else {
                    let separator = decimalSeparator(cell)
                    if separator == "." { points += 1 }
                    if separator == "," { commas += 1 }
                }
            }
        }
        var guess = ConventionGuess(conventions: profile, reasons: [])
        guess.decide(
            \.dateOrder, (.dayMonthYear, dayFirst), (.monthDayYear, monthFirst), what: "dates", shown: { $0.rawValue })
        guess.decide(\.decimalSeparator, (".", points), (",", commas), what: "decimals", shown: { "'\($0)'" })
        return guess
    }

    /// The order that a date such as `25/03/2026` can only have; `nil` for one that tells nothing.
    static func dateOrder(_ cell: [UInt8]) -> ValueConventions.DateOrder? {
        let day = cell.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
        let parts = day.split(omittingEmptySubsequences: false) { [0x2E, 0x2F, 0x2D].contains($0) }
        guard parts.count == 3, parts[2].count == 4 || parts[2].count == 2, let first = number(parts[0]),
            let second = number(parts[1]), (1...31).contains(first), (1...31).contains(second)
        else { return nil }
        if first > 12, second <= 12, parts[2].count == 4 { return .dayMonthYear }
        return first <= 12 && second > 12 ? .monthDayYear : nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...2).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The decimal separator that an amount such as `1.234,56` can only have; `nil` for one that tells nothing.
    static func decimalSeparator(_ cell: [UInt8]) -> Character? {
        let separators = cell.indices.filter { cell[$0] == 0x2E || cell[$0] == 0x2C }
        guard let last = separators.last, cell.count <= 40, !cell.contains(where: { $0 | 0x20 == UInt8(ascii: "e") })
        else {
            return nil
        }
        let mark: Character = cell[last] == 0x2E ? "." : ","
        let kinds = Set(separators.map { cell[$0] })
        if kinds.count == 2 { return separators.count { cell[$0] == cell[last] } == 1 ? mark : nil }
        if separators.count > 1 { return mark == "." ? "," : "." }
        let decimals = cell[(last + 1)...].prefix { (0x30...0x39).contains($0) }
        return decimals.count == 1 || decimals.count == 2 ? mark : nil
    }
}

extension ConventionGuess {
    fileprivate mutating func decide<Value: Equatable>(
        _ path: WritableKeyPath<ValueConventions, Value?>, _ one: (value: Value, count: Int),
        _ other: (value: Value, count: Int), what: String, shown: (Value) -> String
    ) {
        let (most, least) = one.count >= other.count ? (one, other) : (other, one)
        if most.count > 0, least.count > 0 {
            reasons.append(
                "\(what): \(most.count) of the first cells are \(shown(most.value)), \(least.count) are \(shown(least.value)): "
                    + "those that can be read in two ways go by the profile")
        } else if most.count > 1 {
            conventions[keyPath: path] = most.value
            let sure = 100 * most.count / (most.count + 1)
            reasons.append(
                "\(what): \(shown(most.value)), \(sure) % sure: \(most.count) of the first cells can only be so")
        } else if let given = conventions[keyPath: path] {
            reasons.append("\(what): \(shown(given)), as the profile says; the first cells do not tell")
        }
    }
}
