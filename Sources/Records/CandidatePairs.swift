/// Pairs of records that share a blocking key, each once however many they share.
package struct CandidatePairs: Sendable {
    /// A key that more records share says too little to compare them all with each other.
    package static let mostInBlock = 50

    /// The smaller number in the upper half.
    private var packed: [UInt64] = []

    package init() {}

    /// Takes the pairs of one key's records of which at least one is new.
    package mutating func add(_ block: [Int], isNew: (Int) -> Bool = { _ in true }) {
        guard block.count > 1, block.count <= Self.mostInBlock else { return }
        for (index, left) in block.enumerated() {
            let isLeftNew = isNew(left)
            for right in block[(index + 1)...] where left != right && (isLeftNew || isNew(right)) {
                packed.append(UInt64(min(left, right)) << 32 | UInt64(max(left, right)))
            }
        }
        if packed.count > 2 * settled, packed.count > 4_000_000 { settle() }
    }

    private var settled = 0

    /// Drops what came twice.
    private mutating func settle() {
        packed.sort()
        var count = 0
        for pair in packed where count == 0 || packed[count - 1] != pair {
            packed[count] = pair
            count += 1
        }
        packed.removeLast(packed.count - count)
        settled = count
    }

    /// Ends the collection: from here on the pairs are ascending, each there once.
    package mutating func finish() { settle() }

    package var count: Int { packed.count }

    package subscript(_ index: Int) -> (left: Int, right: Int) {
        (Int(packed[index] >> 32), Int(packed[index] & 0xFFFF_FFFF))
    }
}

extension CandidatePairs {
    /// Every record that is in a pair, ascending.
    package var records: [Int] {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(count * 2)
        for index in 0..<count {
            numbers.append(UInt32(self[index].left))
            numbers.append(UInt32(self[index].right))
        }
        numbers.sort()
        var records: [Int] = []
        for number in numbers where records.last != Int(number) { records.append(Int(number)) }
        return records
    }

    /// Gives each record another number; pairs with one for which `newNumber` has none are dropped.
    package mutating func renumber(_ newNumber: (Int) -> Int?) {
        packed = packed.compactMap { pair in
            guard let left = newNumber(Int(pair >> 32)), let right = newNumber(Int(pair & 0xFFFF_FFFF)) else {
                return nil
            }
            return UInt64(min(left, right)) << 32 | UInt64(max(left, right))
        }
        settle()
    }
}
