import Records

/// What is said about a file from outside, where its content does not say it or says it wrongly.
package struct ImportOptions: Sendable, Equatable {
    /// What it lists; `nil`: found from its columns and its name.
    package var entity: Entity?
    /// The profile's name; `nil`: found from its columns.
    package var profile: String?
    /// The system within which ids are unique; `nil`: the profile's name.
    package var source: String?
    /// `--map FIELD=COLUMN`: a column by its header, `name#2` for the second of that name.
    package var map: [Field: String]
    /// An encoding's name; `nil`: found from the bytes.
    package var encoding: String?
    /// What stands between two cells: `tab`, or itself, one or several characters; `nil`: found from the text.
    package var delimiter: String?
    /// What surrounds cells: one character, or `none`; `nil`: found from the text.
    package var quote: String?
    /// The physical line of the header, from 1; `nil`: found from the text.
    package var headerLine: Int?
    /// Whether the file has no header: its columns are those of the profile, else called `1`, `2` …
    package var hasNoHeader: Bool
    /// The only sheet of a workbook to take; `nil`: every one that holds a list.
    package var sheet: String?
    /// How dates and numbers are written, of the file or of single columns; what is not said here is found from the cells.
    package var conventions = ValueConventions()

    package init(
        entity: Entity? = nil, profile: String? = nil, source: String? = nil, map: [Field: String] = [:],
        encoding: String? = nil, delimiter: String? = nil, quote: String? = nil, headerLine: Int? = nil,
        hasNoHeader: Bool = false, sheet: String? = nil
    ) {
        self.entity = entity
        self.profile = profile
        self.source = source
        self.map = map
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.headerLine = headerLine
        self.hasNoHeader = hasNoHeader
        self.sheet = sheet
    }

    /// How an earlier import understood its file, for the rows of it that were rejected and are imported again.
    ///
    /// A field that one column feeds is mapped to it; one that several make up is left to the profile.
    package init(restoring batch: ImportBatch) {
        self.init(entity: batch.entity, profile: batch.profile, source: batch.source)
        for field in batch.entity.fields {
            let columns = batch.fields.indices.filter { batch.fields[$0] == field && batch.header.indices.contains($0) }
            guard columns.count == 1, let column = columns.first else { continue }
            let name = batch.header[column]
            let occurrence = batch.header[..<column].count { $0 == name } + 1
            map[field] = occurrence == 1 ? name : "\(name)#\(occurrence)"
        }
    }
}
