/// What was made of texts that come again and again, so that it is made once: bounded, the newest of two that share a
/// place stays. Makes nothing different, only faster. For one thread.
final class Memo<Value> {
    private struct Slot {
        var key: [UInt8]
        var value: Value
    }

    private var slots: [Slot?]
    private let mask: UInt64

    /// Longer texts rarely come twice.
    private let longestKey = 96

    /// - Parameter bits: two to the power of `bits` texts are kept at most.
    init(bits: Int = 10) {
        slots = Array(repeating: nil, count: 1 << bits)
        mask = (1 << UInt64(bits)) - 1
    }

    /// What was made of `key`, or what `make` makes of it now.
    func value(of key: Bytes, _ make: () -> Value) -> Value {
        guard key.count <= longestKey else { return make() }
        let place = Int(Self.hash(key) & mask)
        if let slot = slots[place], key.isEqual(to: slot.key) { return slot.value }
        let value = make()
        slots[place] = Slot(key: Array(key), value: value)
        return value
    }

    /// Spreads texts over the places; not the seeded hash of the standard library, which costs more than most values.
    private static func hash(_ key: Bytes) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15
        guard let base = UnsafeRawPointer(key.baseAddress) else { return hash }
        var index = 0
        while index + 8 <= key.count {
            hash = (hash ^ base.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash >> 32
            index += 8
        }
        while index < key.count {
            hash = (hash ^ UInt64(key[index])) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash >> 29
            index += 1
        }
        return hash ^ hash >> 33
    }
}
