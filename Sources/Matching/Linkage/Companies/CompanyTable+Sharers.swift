import Records

extension CompanyTable {
    /// Counts how many records of the pool share a value, for those values that two of the table share.
    ///
    /// `holders` says how many records have each of some keys, which are sorted.
    package mutating func countSharers(_ holders: ([KeyHash]) throws -> [Int]) rethrows {
        let shared = sharedKeys()
        let counts = try holders(shared)
        let sharers = InParts.map(count) { part in
            part.map { record in
                var sharers = SIMD8<UInt16>()
                forEachCountedKey(of: record) { value, key in
                    sharers[value.rawValue] = Self.place(of: key, in: shared).map { UInt16(clamping: counts[$0]) } ?? 1
                }
                return sharers
            }
        }
        for (record, sharers) in sharers.joined().enumerated() { features[record].sharers = sharers }
    }

    /// The keys that several records of the table have, sorted.
    private func sharedKeys() -> [KeyHash] {
        var all: [KeyHash] = []
        all.reserveCapacity(count * 5)
        for record in 0..<count { forEachCountedKey(of: record) { all.append($1) } }
        all.sort()
        var shared: [KeyHash] = []
        for (index, key) in all.enumerated() where index > 0 && all[index - 1] == key && shared.last != key {
            shared.append(key)
        }
        return shared
    }

    private static func place(of key: KeyHash, in keys: [KeyHash]) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }
}
