/// Pairs of records that share a blocking key, each once however many they share.
///
/// Kept are the blocks, not the pairs: of a million records these are dozens of millions, which are made anew, record by
/// record, whenever they are looked at.
package struct CandidatePairs: Sendable {
    /// A key that more records share says too little to compare them all with each other.
    package static let mostInBlock = 50

    /// The blocks, one behind the other, each ascending: records with marks in the upper two bits.
    private var members: [UInt32] = []
    /// Where each record stands in `members`, once `finish` was called.
    private var places = PlaceIndex(of: [], below: 0)

    private static let isNew: UInt32 = 1 << 31
    private static let isLast: UInt32 = 1 << 30
    private static let number: UInt32 = isLast - 1

    package init() {}

    /// Takes the pairs of one key's records of which at least one is new.
    package mutating func add(_ block: [Int], isNew: (Int) -> Bool = { _ in true }) {
        guard block.count > 1, block.count <= Self.mostInBlock else { return }
        append(block.sorted().map { UInt32($0) | (isNew($0) ? Self.isNew : 0) })
    }

    private mutating func append(_ block: [UInt32]) {
        guard block.count > 1, block.contains(where: { $0 & Self.isNew != 0 }) else { return }
        members += block
        members[members.count - 1] |= Self.isLast
    }

    /// Ends the collection: from here on the pairs can be looked at.
    package mutating func finish() {
        places = PlaceIndex(of: members.lazy.map { Int($0 & Self.number) }, below: size)
    }

    /// One more than the largest record.
    private var size: Int { 1 + Int(members.lazy.map { $0 & Self.number }.max() ?? 0) }

    package var isEmpty: Bool { members.isEmpty }

    /// One more than the largest record that the finished collection was made of.
    package var end: Int { places.size }

    /// Counts the pairs, which makes all of them.
    package func count() -> Int {
        InParts.map(end) { part in
            var count = 0
            forEach(ofSmaller: part) { _, _ in count += 1 }
            return count
        }.reduce(0, +)
    }

    /// Visits the pairs whose smaller record is one of `part`, each once, in no order.
    package func forEach(ofSmaller part: Range<Int>, _ visit: (Int, Int) -> Void) {
        var met = [UInt32](repeating: 0, count: max(end - part.lowerBound, 0))
        members.withUnsafeBufferPointer { members in
            met.withUnsafeMutableBufferPointer { met in
                for left in part {
                    let mark = UInt32(left - part.lowerBound + 1)
                    for place in places[left] {
                        var next = Int(place)
                        let first = members[next]
                        while members[next] & Self.isLast == 0 {
                            next += 1
                            let right = Int(members[next] & Self.number)
                            guard (first | members[next]) & Self.isNew != 0, right != left,
                                met[right - part.lowerBound] != mark
                            else { continue }
                            met[right - part.lowerBound] = mark
                            visit(left, right)
                        }
                    }
                }
            }
        }
    }
}

extension CandidatePairs {
    /// Every record that is in a pair, ascending.
    package var records: [Int] {
        var isThere = [Bool](repeating: false, count: size)
        for member in members { isThere[Int(member & Self.number)] = true }
        return isThere.indices.filter { isThere[$0] }
    }

    /// Gives each record another number, in the same order, and ends the collection; pairs with one for which `newNumber`
    /// has none are dropped.
    package mutating func renumber(_ newNumber: (Int) -> Int?) {
        var numbers = [UInt32](repeating: .max, count: size)
        for record in records { if let number = newNumber(record) { numbers[record] = UInt32(number) } }
        let former = members
        members = []
        members.reserveCapacity(former.count)
        var block: [UInt32] = []
        for member in former {
            let number = numbers[Int(member & Self.number)]
            if number != .max { block.append(number | member & Self.isNew) }
            guard member & Self.isLast != 0 else { continue }
            append(block)
            block.removeAll(keepingCapacity: true)
        }
        finish()
    }
}
