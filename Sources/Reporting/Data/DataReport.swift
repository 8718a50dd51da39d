import Records
import Rules

/// The night's tables as CSV, and datapackage.json, which says what their columns are.
struct DataReport: Report {
    static let tables: [any DataTable.Type] = [
        ClaimTable.self, AllocationTable.self, FollowUpTable.self, RecycledTable.self, ActionTable.self,
        ConversionTable.self, RepTable.self, PoolTable.self, ReconciliationTable.self, DataQualityTable.self,
        FeedTable.self, DayTable.self,
    ]

    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile] {
        let sheets = Self.tables.map { DataSheet(name: $0.name, columns: $0.columns, rows: $0.rows(night)) }
        let package = DataPackage(
            night: night, chinese: press.words(.chinese), english: press.words(.english))
        return sheets.map(\.file) + [package.file(of: sheets)]
    }
}

/// A table as it is written: the header, then its rows; text columns neutralised.
struct DataSheet {
    let name: String
    let columns: [DataColumn]
    let file: ReportFile

    init(name: String, columns: [DataColumn], rows: [[String?]]) {
        self.name = name
        self.columns = columns
        let isText = columns.map { $0.kind == .text }
        var writer = CSVWriter()
        writer.append(columns.map(\.name))
        for row in rows { writer.append(row.map { $0 ?? "" }, neutralising: isText) }
        file = ReportFile(name: "\(name).csv", bytes: writer.bytes)
    }
}

/// The descriptor of a night's tables: a Frictionless tabular data package.
struct DataPackage {
    let night: Night
    let chinese: Words
    let english: Words

    func file(of sheets: [DataSheet]) -> ReportFile {
        ReportFile(name: "datapackage.json", text: json(sheets.map(resource)).rendered() + "\n")
    }

    private func json(_ resources: [JSON]) -> JSON {
        [
            "profile": "tabular-data-package", "name": .text("gonghai-\(night.date)"),
            "title": .text(title("data.package")), "titles": titles("data.package"),
            "version": "\(night.version)",
            "business_date": "\(night.date)", "as_of": .text(night.zone.iso(night.facts.asOf)),
            "time_zone": .text(night.zone.name), "rules_digest": .text(night.rules.digest),
            "resources": .list(resources),
        ]
    }

    private func resource(_ table: DataSheet) -> JSON {
        [
            "profile": "tabular-data-resource", "name": .text(table.name), "path": .text(table.file.name),
            "title": .text(title("data.\(table.name)")), "titles": titles("data.\(table.name)"),
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": .number(table.file.bytes.count),
            "hash": .text("sha256:" + Identity.digest(table.file.bytes)),
            "dialect": [
                "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": .flag(true),
                "header": .flag(true),
            ],
            "schema": [
                "fields": .list(table.columns.map(field)), "missingValues": [""],
            ],
        ]
    }

    private func field(_ column: DataColumn) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("name", .text(column.name)), ("type", .text(column.kind.schemaType)),
        ]
        if column.kind == .time { members.append(("format", "any")) }
        members.append(("title", .text(title("field.\(column.name)"))))
        members.append(("titles", titles("field.\(column.name)")))
        return .object(members)
    }

    private func title(_ key: String) -> String { "\(chinese(key)) · \(english(key))" }
    private func titles(_ key: String) -> JSON { ["zh-CN": .text(chinese(key)), "en": .text(english(key))] }
}
