import Ingestion
import Matching
import Normalization
import PoolStore
import Records
import Rules

/// The rows of a list of customers, made ready to be stored while those before them are: one thread reads and normalises,
/// another one encodes. Neither of these, nor storing, takes half of the time, so that two cores are kept busy.
enum CustomerFeed {
    struct Piece<Content: Sendable>: Sendable {
        var rows: [Content] = []
        var rejects: [Reject] = []
        /// Of the whole file, with its last piece.
        var summary: ReadSummary?
    }

    static let rowsPerPiece = 1_000

    static func read(
        _ file: ExportFile, rules: Rules, industries: IndustryClassifier, asOf: BusinessDate, progress: Progress?
    ) -> Feed<Piece<PreparedRow>> {
        normalised(file, rules: rules, industries: industries, asOf: asOf, progress: progress).map { piece in
            Piece(rows: piece.rows.map { prepared($0) }, rejects: piece.rejects, summary: piece.summary)
        }
    }

    private static func normalised(
        _ file: ExportFile, rules: Rules, industries: IndustryClassifier, asOf: BusinessDate, progress: Progress?
    ) -> Feed<Piece<Row<CustomerRecord>>> {
        Feed { give in
            let normalizer = Normalizer(
                rules: rules, conventions: file.conventions, asOf: asOf, industries: industries)
            var piece = Piece<Row<CustomerRecord>>()
            let onRead = progress.map { progress in { @Sendable (bytes: Int) in progress.read(bytes: bytes) } }
            let summary = try file.read(onRead: onRead) { row in
                switch row {
                case .rejected(let reject): piece.rejects.append(reject)
                case .record(let record):
                    switch normalizer.customer(record) {
                    case .accepted(let row): piece.rows.append(row)
                    case .rejected(let reject): piece.rejects.append(reject)
                    }
                }
                if piece.rows.count + piece.rejects.count >= rowsPerPiece {
                    try give(piece)
                    piece = Piece()
                }
            }
            piece.summary = summary
            try give(piece)
        }
    }

    static func prepared(_ row: Row<CustomerRecord>) -> PreparedRow {
        PreparedRow(row, keys: CompanyTable.blockingKeys(of: row.value.customer))
    }
}
