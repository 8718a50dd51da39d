import Records

/// A table of the night as a file: `<name>.csv`.
///
/// Columns are only ever appended to. A new table is a type in one file, a line in `DataReport.tables`, and the titles
/// `data.<name>` and `field.<column>` in the texts.
protocol DataTable: Sendable {
    static var name: String { get }
    static var columns: [DataColumn] { get }
    /// A value for each column; `nil`: not applicable or not known.
    static func rows(_ night: Night) -> [[String?]]
}

/// A table that is made, with the rows of a night: of one kind there may be none, or several.
struct NightTable: Sendable {
    /// Its name in the data package: small letters of ASCII, digits, `.`, `-`, `_`.
    var name: String
    var file: String
    /// Its titles are `data.<kind>` in the texts.
    var kind: String
    var columns: [DataColumn]
    var rows: [[String?]]
    /// Whether the file begins with a byte order mark, for people who complete it in a spreadsheet.
    var hasMark = false

    init(_ table: any DataTable.Type, _ night: Night) {
        self.init(name: table.name, columns: table.columns, rows: table.rows(night))
    }

    init(name: String, columns: [DataColumn], rows: [[String?]]) {
        self.init(name: name, file: "\(name).csv", kind: name, columns: columns, rows: rows)
    }

    init(name: String, file: String, kind: String, columns: [DataColumn], rows: [[String?]], hasMark: Bool = false) {
        self.name = name
        self.file = file
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.hasMark = hasMark
    }

    /// The file: the header, then the rows; text columns neutralised.
    var bytes: [UInt8] {
        let isText = columns.map { $0.kind == .text }
        var writer = CSVWriter(bom: hasMark)
        writer.append(columns.map(\.name))
        for row in rows { writer.append(row.map { $0 ?? "" }, neutralising: isText) }
        return writer.bytes
    }
}

/// A column with what its values are, which says how they are written.
struct DataColumn: Sendable, Equatable {
    enum Kind: String, Sendable {
        /// Text from people or other systems: neutralised where a spreadsheet would evaluate it.
        case text
        /// Ids and codes of this program, which are compared byte for byte and never neutralised.
        case code
        case integer, number, date, time, boolean

        /// The type's name in a data package.
        var schemaType: String {
            switch self {
            case .text, .code: "string"
            case .integer: "integer"
            case .number: "number"
            case .date: "date"
            case .time: "datetime"
            case .boolean: "boolean"
            }
        }
    }

    var name: String
    var kind: Kind

    init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

extension Night {
    /// `source:id` and name, for two columns.
    func repColumns(_ rep: RepID?) -> [String?] { [rep?.rawValue, rep.map(reps.name(of:))] }
    func customerColumns(_ customer: CustomerID) -> [String?] { [customer.rawValue, name(of: customer)] }
    func iso(_ instant: Instant?) -> String? { instant.map(zone.iso) }
}

/// A fraction with six decimals.
func fraction(_ number: Double?) -> String? { number.map { Format.fixed($0, 6) } }

/// Seconds as hours with four decimals.
func hours(_ seconds: Int64?) -> String? { seconds.map { Format.fixed(Double($0) / 3600, 4) } }
