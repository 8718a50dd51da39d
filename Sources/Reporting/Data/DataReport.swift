import Records
import Rules

/// The night's tables as CSV, and datapackage.json, which says what their columns are.
struct DataReport: Report {
    static let tables: [any DataTable.Type] = [
        ClaimTable.self, AllocationTable.self, BottleneckTable.self, FollowUpTable.self, RecycledTable.self,
        ActionTable.self,
        ConversionTable.self, RepTable.self, PoolTable.self, ReconciliationTable.self, DataQualityTable.self,
        FeedTable.self, DayTable.self,
    ]

    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile] {
        let tables =
            Self.tables.map { NightTable($0, night) } + OwnershipConflictTable.tables(night) + OwnerTable.tables(night)
            + QualityReport.tables(night)
        return DataPackage(night: night, chinese: press.words(.chinese), english: press.words(.english))
            .files(of: tables)
    }
}

/// The descriptor of a night's tables: a Frictionless tabular data package.
struct DataPackage {
    let night: Night
    let chinese: Words
    let english: Words

    /// The tables as files, and datapackage.json.
    func files(of tables: [NightTable]) -> [ReportFile] {
        let files = tables.map { ReportFile(name: $0.file, bytes: $0.bytes) }
        let package = json(zip(tables, files).map(resource))
        return files + [ReportFile(name: "datapackage.json", text: package.rendered() + "\n")]
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

    private func resource(_ table: NightTable, _ file: ReportFile) -> JSON {
        [
            "profile": "tabular-data-resource", "name": .text(table.name), "path": .text(file.name),
            "title": .text(title("data.\(table.kind)")), "titles": titles("data.\(table.kind)"),
            "format": "csv", "mediatype": "text/csv", "encoding": .text(table.hasMark ? "utf-8-sig" : "utf-8"),
            "bytes": .number(file.bytes.count),
            "hash": .text("sha256:" + Identity.digest(file.bytes)),
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
