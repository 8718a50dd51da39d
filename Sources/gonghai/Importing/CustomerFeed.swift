import Ingestion
import Matching
import Normalization
import PoolStore
import Records
import Rules

/// The rows of a list of customers, made ready to be stored: read, normalised and encoded on one core while the other
/// stores them.
enum CustomerFeed {
    struct Piece: Sendable {
        var rows: [PreparedRow] = []
        var rejects: [Reject] = []
        /// Of the whole file, with its last piece.
        var summary: ReadSummary?
    }

    static let rowsPerPiece = 2_000

    static func read(
        _ file: ExportFile, rules: Rules, industries: IndustryClassifier, asOf: BusinessDate, progress: Progress?
    ) -> Feed<Piece> {
        Feed { give in
            let normalizer = Normalizer(
                rules: rules, conventions: file.conventions, asOf: asOf, industries: industries)
            var piece = Piece()
            let onRead = progress.map { progress in { @Sendable (bytes: Int) in progress.read(bytes: bytes) } }
            let summary = try file.read(onRead: onRead) { row in
                switch row {
                case .rejected(let reject): piece.rejects.append(reject)
                case .record(let record):
                    switch normalizer.customer(record) {
                    case .accepted(let row): piece.rows.append(prepared(row))
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
