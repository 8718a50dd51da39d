import Records

/// Companies of one list matched in memory: what an import does with the help of its store.
package struct CompanyMatching {
    package private(set) var table: CompanyTable
    package private(set) var pairs = CandidatePairs()

    /// Finds the pairs and counts how many share a value.
    package init(_ table: CompanyTable) {
        self.table = table
        var entries: [Entry] = []
        entries.reserveCapacity(table.count * 8)
        for record in 0..<table.count {
            for key in table.blockingKeys(of: record) { entries.append(Entry(hash: key.bits, record: UInt32(record))) }
        }
        entries.sort()
        var counts: [UInt64: Int] = [:]
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            if end - start > 1 {
                counts[entries[start].hash] = end - start
                if end - start <= CandidatePairs.mostInBlock { pairs.add(entries[start..<end].map { Int($0.record) }) }
            }
            start = end
        }
        pairs.finish()
        self.table.countSharers { keys in keys.map { counts[$0.bits] ?? 1 } }
    }

    private struct Entry: Comparable {
        var hash: UInt64
        var record: UInt32

        static func < (left: Entry, right: Entry) -> Bool {
            left.hash == right.hash ? left.record < right.record : left.hash < right.hash
        }
    }

    package func estimate() -> LinkageModel { Linkage.estimate(table, pairs, records: table.count) }

    package func clusters(_ model: LinkageModel) -> LinkClusters<CompanyTable> {
        let linkage = Linkage(table: table, model: model, records: table.count)
        return LinkClusters(linkage, links: linkage.links(pairs))
    }
}
