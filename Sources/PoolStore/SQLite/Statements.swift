import Foundation
import GRDB
import Records

typealias SQLValue = (any DatabaseValueConvertible)?

extension Database {
    /// Runs a statement that returns nothing; prepared once per connection.
    func run(_ sql: String, _ arguments: [SQLValue] = []) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    /// Every row, made into a value. `make` must not run the same statement.
    func all<Value>(
        _ sql: String, _ arguments: [SQLValue] = [], _ make: (inout ColumnReader) throws -> Value
    ) throws -> [Value] {
        let rows = try SQLRow.fetchCursor(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        var values: [Value] = []
        while let row = try rows.next() {
            var reader = ColumnReader(row)
            values.append(try make(&reader))
        }
        return values
    }

    func first<Value>(
        _ sql: String, _ arguments: [SQLValue] = [], _ make: (inout ColumnReader) throws -> Value
    ) throws -> Value? {
        let statement = try cachedStatement(sql: sql)
        let rows = try SQLRow.fetchCursor(statement, arguments: StatementArguments(arguments))
        guard let row = try rows.next() else { return nil }
        var reader = ColumnReader(row)
        return try make(&reader)
    }

    /// Visits the rows one by one; `visit` may use the store, whatever statements that runs.
    func each(_ sql: String, _ arguments: [SQLValue] = [], _ visit: (inout ColumnReader) throws -> Void) throws {
        let rows = try SQLRow.fetchCursor(makeStatement(sql: sql), arguments: StatementArguments(arguments))
        while let row = try rows.next() {
            var reader = ColumnReader(row)
            try visit(&reader)
        }
    }

    func count(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int {
        try first(sql, arguments) { $0.integer() } ?? 0
    }
}

/// Reads the columns of a row from left to right, so that a wide table needs no look-ups by name.
struct ColumnReader {
    private let row: SQLRow
    private var index = 0

    init(_ row: SQLRow) { self.row = row }

    mutating func text() -> String { optionalText() ?? "" }

    mutating func optionalText() -> String? {
        defer { index += 1 }
        return row[index]
    }

    mutating func integer() -> Int { optionalInteger() ?? 0 }

    mutating func optionalInteger() -> Int? {
        defer { index += 1 }
        return row[index]
    }

    mutating func optionalData() -> Data? {
        defer { index += 1 }
        return row[index]
    }

    mutating func optionalReal() -> Double? {
        defer { index += 1 }
        return row[index]
    }

    mutating func real() -> Double { optionalReal() ?? 0 }
    mutating func flag() -> Bool { integer() != 0 }
    mutating func optionalFlag() -> Bool? { optionalInteger().map { $0 != 0 } }

    mutating func id<Subject>() -> ID<Subject> { ID(text()) }
    mutating func optionalID<Subject>() -> ID<Subject>? { optionalText().map { ID($0) } }
    mutating func key() -> RecordKey { RecordKey(source: text(), externalID: text()) }

    mutating func instant() -> Instant { Instant(epochSeconds: Int64(integer())) }
    mutating func optionalInstant() -> Instant? { optionalInteger().map { Instant(epochSeconds: Int64($0)) } }
    mutating func date() -> BusinessDate { BusinessDate(dayNumber: integer()) }
    mutating func optionalDate() -> BusinessDate? { optionalInteger().map { BusinessDate(dayNumber: $0) } }

    /// Minor units, then the currency.
    mutating func optionalMoney() -> Money? {
        let minorUnits = optionalInteger()
        let currency = optionalText()
        guard let minorUnits, let currency else { return nil }
        return Money(minorUnits: Int64(minorUnits), currency: currency)
    }

    mutating func list() throws -> [String] { try CompactJSON.strings(text()) }

    mutating func choice<Choice: RawRepresentable<String>>() throws -> Choice {
        let raw = text()
        guard let choice = Choice(rawValue: raw) else {
            throw StoreError.damaged("'\(raw)' is no \(Choice.self)")
        }
        return choice
    }

    mutating func optionalChoice<Choice: RawRepresentable<String>>() throws -> Choice? {
        guard let raw = optionalText() else { return nil }
        guard let choice = Choice(rawValue: raw) else { throw StoreError.damaged("'\(raw)' is no \(Choice.self)") }
        return choice
    }
}

extension ID: DatabaseValueConvertible {}

extension Instant: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { epochSeconds.databaseValue }
    package static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        Int64.fromDatabaseValue(value).map { Instant(epochSeconds: $0) }
    }
}

extension BusinessDate: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { dayNumber.databaseValue }
    package static func fromDatabaseValue(_ value: DatabaseValue) -> BusinessDate? {
        Int.fromDatabaseValue(value).map { BusinessDate(dayNumber: $0) }
    }
}

/// `?,?,?`
func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ",") }

/// `name = excluded.name, …` of an insert that replaces what is there.
func replacements(_ names: some Sequence<String>) -> String {
    names.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
}

extension Array {
    /// Pieces for `IN (…)`, well below SQLite's limit of bound values.
    var chunks: [ArraySlice<Element>] {
        stride(from: 0, to: count, by: 500).map { self[$0..<Swift.min($0 + 500, count)] }
    }
}
