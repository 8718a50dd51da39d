import Matching
import Records

/// Rows of a key that had come before in the same import, in one file or in several.
struct ContestedRows {
    typealias Contender = (file: Int, row: Row<CustomerRecord>)

    private var rows: [RecordKey: [Contender]] = [:]

    func has(_ key: RecordKey) -> Bool { rows[key] != nil }

    mutating func add(_ row: Row<CustomerRecord>, of file: Int) { rows[row.key, default: []].append((file, row)) }

    func sorted() -> [(key: RecordKey, rows: [Contender])] {
        rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    struct Settled {
        var byFile: [(file: Int, resolution: RowIdentity.Resolution<CustomerRecord>)]
        /// The row that counts; `nil`: all are rejected.
        var winner: Contender?
    }

    /// Within a file by `RowIdentity`; of what the files keep the newer row, or else that of the later file.
    static func settle(_ rows: [Contender]) -> Settled {
        let byFile = Dictionary(grouping: rows, by: \.file).sorted { $0.key < $1.key }.map {
            (file: $0.key, resolution: RowIdentity.resolve($0.value.map(\.row)))
        }
        var winner: Contender?
        for (file, resolution) in byFile {
            guard let row = resolution.rows.first else { continue }
            if let own = row.value.customer.updatedAt, let other = winner?.row.value.customer.updatedAt, own < other {
                continue
            }
            winner = (file, row)
        }
        return Settled(byFile: byFile, winner: winner)
    }
}
