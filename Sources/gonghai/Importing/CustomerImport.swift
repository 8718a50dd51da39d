import Matching
import Normalization
import PoolStore
import Records

/// Customers of all files of one import: matched with each other and with the pool, merged to one clean record each.
struct CustomerImport {
    let session: ImportSession
    let store: any Store

    /// Saves them and fills in the files' counts.
    func save(_ files: inout [FileRows]) throws -> (new: [CustomerID], touched: [CustomerID]) {
        let newest = newestByKey(files)
        var outcomes: [RecordKey: SaveOutcome] = [:]
        let stored = try store.storedRecords(newest.keys.sorted())
        var changed: [RecordKey: Row<CustomerRecord>] = [:]
        for (key, row) in newest {
            guard let known = stored[key] else {
                outcomes[key] = .new
                changed[key] = row
                continue
            }
            let isSame = known.digest == row.cells.digest
            outcomes[key] = isSame ? .unchanged : .updated
            if !isSame { changed[key] = row }
        }
        let keys = changed.mapValues { MatchKeys.keys(of: $0.value.customer) }
        let matched = try match(changed, keys: keys, stored: stored.mapValues(\.customer))
        try store.save(
            matched, from: batches(files, holding: changed), keys: keys, date: session.date, at: session.at)
        let touched = matched.map(\.id).sorted()
        try refresh(touched)
        count(&files, outcomes: outcomes, newest: newest, matched: matched)
        return (matched.filter(\.isNew).map(\.id).sorted(), touched)
    }

    /// One row per key over all files: the newer one, or else the one of the later file.
    private func newestByKey(_ files: [FileRows]) -> [RecordKey: Row<CustomerRecord>] {
        var newest: [RecordKey: Row<CustomerRecord>] = [:]
        for file in files {
            guard case .customers(let rows) = file.values else { continue }
            for row in rows {
                if let other = newest[row.key]?.value.customer.updatedAt, let own = row.value.customer.updatedAt,
                    own < other
                {
                    continue
                }
                newest[row.key] = row
            }
        }
        return newest
    }

    private func match(
        _ rows: [RecordKey: Row<CustomerRecord>], keys: [RecordKey: [MatchKey]], stored: [RecordKey: CustomerID]
    ) throws -> [MatchedCustomer] {
        guard !rows.isEmpty else { return [] }
        let known = try store.customers(
            sharing: Set(keys.values.joined()).sorted(), or: rows.keys.compactMap { stored[$0] })
        let records = rows.keys.map { RecordToMatch(key: $0, keys: keys[$0] ?? [], stored: stored[$0]) }
        return Clustering.match(records, known: known)
    }

    private func batches(
        _ files: [FileRows], holding changed: [RecordKey: Row<CustomerRecord>]
    ) -> [BatchRows<CustomerRecord>] {
        files.compactMap { file in
            guard case .customers(let rows) = file.values else { return nil }
            return BatchRows(batch: file.batch, rows: rows.filter { changed[$0.key]?.position == $0.position })
        }
    }

    /// Makes the clean record of each customer anew from all its source records.
    private func refresh(_ customers: [CustomerID]) throws {
        let trust = session.workspace.rules.sources.map(\.name)
        var clean: [CustomerID: Customer] = [:]
        for (id, rows) in try store.records(of: customers) {
            var customer = Survivorship.merge(rows, trust: trust)
            customer.size = SizeRule.size(of: customer)
            clean[id] = customer
        }
        try store.update(clean, date: session.date, at: session.at)
    }

    private func count(
        _ files: inout [FileRows], outcomes: [RecordKey: SaveOutcome], newest: [RecordKey: Row<CustomerRecord>],
        matched: [MatchedCustomer]
    ) {
        var joined: Set<RecordKey> = []
        for customer in matched {
            let first = customer.isNew ? customer.records.map(\.key).min() : nil
            for record in customer.records where record.key != first && outcomes[record.key] == .new {
                joined.insert(record.key)
            }
        }
        for index in files.indices {
            guard case .customers(let rows) = files[index].values else { continue }
            let isNewest = rows.map { newest[$0.key]?.position == $0.position }
            let own = zip(rows, isNewest).map { row, newest in newest ? outcomes[row.key] ?? .unchanged : .unchanged }
            files[index].count(own, of: rows)
            files[index].counts.merged = zip(rows, isNewest).count { $1 && joined.contains($0.key) }
        }
    }
}
