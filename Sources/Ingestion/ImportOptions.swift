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
    /// Any one-byte character; `nil`: found from the text.
    package var delimiter: UInt8?

    package init(
        entity: Entity? = nil, profile: String? = nil, source: String? = nil, map: [Field: String] = [:],
        encoding: String? = nil, delimiter: UInt8? = nil
    ) {
        self.entity = entity
        self.profile = profile
        self.source = source
        self.map = map
        self.encoding = encoding
        self.delimiter = delimiter
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
