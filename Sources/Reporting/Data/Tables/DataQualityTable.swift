import Records

/// What became of the rows of every file.
enum DataQualityTable: DataTable {
    static let name = "data-quality"
    static let columns = [
        DataColumn("file", .text), DataColumn("source", .text), DataColumn("entity", .code),
        DataColumn("profile", .code), DataColumn("encoding", .code), DataColumn("read", .integer),
        DataColumn("accepted", .integer), DataColumn("new", .integer), DataColumn("updated", .integer),
        DataColumn("unchanged", .integer), DataColumn("rejected", .integer), DataColumn("pending", .integer),
        DataColumn("merged", .integer), DataColumn("flagged", .integer), DataColumn("review", .integer),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.facts.imports.map { file in
            let counts = file.counts
            return [
                file.batch.file, file.batch.source, file.batch.entity.rawValue,
                file.batch.profile, file.batch.encoding,
            ]
                + [
                    counts.read, counts.accepted, counts.new, counts.updated, counts.unchanged, counts.rejected,
                    counts.pending, counts.merged, counts.flagged, counts.review,
                ].map { String($0) }
        }
    }
}
