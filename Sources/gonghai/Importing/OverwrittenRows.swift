import Records

/// Rows that stand in several files of one list: the last file's count, in the order of the files, and the others are
/// unchanged. Otherwise dated lists that stay in the inbox would overwrite each other at every import.
enum OverwrittenRows {
    /// Customers are left alone: `CustomerImport` goes by their `updated_at` first.
    static func dropped(from files: [FileRows]) -> [FileRows] {
        var files = files
        var later: [Entity: Set<RecordKey>] = [:]
        for index in files.indices.reversed() where files[index].batch.entity != .customers {
            let known = later[files[index].batch.entity] ?? []
            let keys = files[index].dropRows { known.contains($0) }
            later[files[index].batch.entity] = known.union(keys)
        }
        return files
    }
}

extension FileRows {
    /// Drops rows, which count as unchanged, and returns the keys of those that stay.
    fileprivate mutating func dropRows(_ isDropped: (RecordKey) -> Bool) -> [RecordKey] {
        var keys: [RecordKey] = []
        func kept<Value>(_ rows: [Row<Value>]) -> [Row<Value>] {
            let kept = rows.filter { !isDropped($0.key) }
            keys = kept.map(\.key)
            counts.unchanged += rows.count - kept.count
            return kept
        }
        switch values {
        case .customers: break
        case .contacts(let rows): values = .contacts(kept(rows))
        case .reps(let rows): values = .reps(kept(rows))
        case .followUps(let rows): values = .followUps(kept(rows))
        case .deals(let rows): values = .deals(kept(rows))
        case .payments(let rows): values = .payments(kept(rows))
        case .claims(let rows): values = .claims(kept(rows))
        }
        return keys
    }
}
