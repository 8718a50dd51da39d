import Records

/// How the records of an XML file become rows: what was seen at its beginning, and what reads columns that come later.
struct RecordReading: Sendable {
    var layout: XMLLayout
    private let profile: Profile
    private let list: Profile.List
    private let map: [Field: String]

    init(_ layout: XMLLayout, _ found: DetectedList, map: [Field: String]) {
        self.layout = layout
        profile = found.profile
        // An element that says nothing is mostly left out, so that each record has others: what a list knows under
        // several names is looked for under each in every record.
        var list = found.list
        for index in list.rules.indices {
            list.rules[index].steps = list.rules[index].steps.flatMap { $0.map { [$0] } }
        }
        self.list = list
        self.map = map
    }

    /// How a header is read that begins with the layout's.
    func mapping(_ header: [String]) -> ColumnMapping {
        let names = layout.names + layout.names(ofLate: header.dropFirst(layout.names.count))
        let columns = Header(names, paths: header)
        var own: [Field: Int] = [:]
        for (field, name) in map { own[field] = columns.column(called: name) }
        return ListFit(profile, list, columns, userColumns: own).mapping
    }
}

extension ExportFile {
    /// The lists of an XML file: mostly one.
    static func openRecords(_ look: FileLook, _ options: ImportOptions) throws -> [ExportFile] {
        if let place = XMLDeclaration.doctype(look.text) {
            throw Doctype.refusal(file: look.bytes.shownAs, line: place.line, column: place.column)
        }
        let records = try XMLLayout.records(look, options: options)
        guard records.count > 1 else {
            return try records.map { try openRecords(look, $0.pattern, name: $0.name, options) }
        }
        return try several(look, names: records.map(\.name)) { index, look in
            try openRecords(look, records[index].pattern, name: records[index].name, options)
        }
    }

    private static func openRecords(
        _ look: FileLook, _ pattern: RecordPattern, name: String, _ options: ImportOptions
    ) throws -> ExportFile {
        do {
            return try openRecords(try XMLLayout(pattern, name: name, look, isWhole: false), look, options)
        } catch let error as InputError {
            // What is missing may come later in the file.
            if look.isWhole { throw error }
            return try openRecords(try XMLLayout(pattern, name: name, look, isWhole: true), look, options)
        }
    }

    private static func openRecords(
        _ layout: XMLLayout, _ look: FileLook, _ options: ImportOptions
    ) throws -> ExportFile {
        var list = try ProfileDetection.choose(
            ProfileDetection.Question(
                header: layout.names, record: layout.recordName, paths: layout.header, file: look.bytes.shownAs,
                entity: options.entity, profile: options.profile, map: options.map))
        let reading = RecordReading(layout, list, map: options.map)
        list.mapping = reading.mapping(layout.header)
        return ExportFile(
            look, list, header: layout.header, layout: .records(reading), options: options, rejectBatches: [],
            sample: layout.sample)
    }

    /// Reads every record of an XML file.
    func readRecords(_ reading: RecordReading, _ visit: (ReadRow) throws -> Void) throws -> ReadSummary {
        var read = 0
        var mapping = mapping
        var known = header
        var expressions = Expressions(header)
        let byteCount = try withoutActuallyEscaping(visit) { visit in
            var collector: RecordCollector?
            let rows = RecordCollector(reading.layout.record, header: header, file: shownAs) { cells, line in
                if cells.count > known.count, let collector {
                    known = collector.header
                    mapping = reading.mapping(known)
                    expressions.extend(known)
                }
                read += 1
                expressions.look(cells)
                try visit(
                    .record(
                        SourceRecord(
                            entity: entity, source: source, position: SourcePosition(file: shownAs, line: line),
                            texts: mapping.texts(of: cells), cells: cells)))
            }
            collector = rows
            let reader = XMLReader(rows, file: shownAs)
            defer {
                reader.close()
                collector = nil
            }
            return try XMLLayout.read(bytes, encoding, limit: nil) { try reader.push($0, isLast: $1) }
        }
        try checkUnchanged(byteCount)
        var warnings = notes + expressions.warnings(shownAs)
        if read == 0 { warnings.append("\(shownAs): there are no records in it") }
        return ReadSummary(header: known, fields: mapping.fields, read: read, warnings: warnings)
    }
}

/// Counts values that a program would have to work out: `eval="[(6, 0, [ref('tag')])]"`. Nothing ever does; their fields
/// stay empty, and somebody is told.
private struct Expressions {
    private var columns: [(index: Int, path: String, count: Int)] = []
    private var seen = 0

    init(_ header: [String]) { extend(header) }

    mutating func extend(_ header: [String]) {
        for index in seen..<max(seen, header.count) where header[index].hasSuffix("/@eval") {
            columns.append((index, String(header[index].dropLast("/@eval".count)), 0))
        }
        seen = header.count
    }

    @inline(__always)
    mutating func look(_ cells: CellTexts) {
        for index in columns.indices where !cells.utf8(columns[index].index).isEmpty { columns[index].count += 1 }
    }

    func warnings(_ file: String) -> [String] {
        let found = columns.filter { $0.count > 0 }
        guard !found.isEmpty else { return [] }
        let count = found.reduce(0) { $0 + $1.count }
        let shown = found.prefix(5).map(\.path).joined(separator: ", ") + (found.count > 5 ? " …" : "")
        let values = count == 1 ? "value is an expression" : "values are expressions"
        return ["\(file): \(count) \(values) (eval=), which are never run, and were left empty: \(shown)"]
    }
}
