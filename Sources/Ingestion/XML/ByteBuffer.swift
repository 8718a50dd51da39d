/// Bytes that are gathered and thrown away many times, in room that is kept.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 12
    private(set) var count = 0

    init() { base = .allocate(capacity: 1 << 12) }

    deinit { base.deallocate() }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let from = bytes.baseAddress else { return }
        if bytes.count > capacity - count { grow(by: bytes.count) }
        (base + count).update(from: from, count: bytes.count)
        count += bytes.count
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        base[count] = byte
        count += 1
    }

    mutating func removeAll() { count = 0 }

    mutating func removeLast(_ number: Int) { count = max(0, count - number) }

    /// Valid until the next change.
    subscript(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let range = range.clamped(to: 0..<count)
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Copies a range to room that holds it; returns its length.
    @inline(__always)
    func copy(_ range: Range<Int>, to target: UnsafeMutablePointer<UInt8>) -> Int {
        let range = range.clamped(to: 0..<count)
        target.update(from: base + range.lowerBound, count: range.count)
        return range.count
    }

    @inline(never)
    private mutating func grow(by bytes: Int) {
        let wider = max(capacity * 2, count + bytes)
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
        room.update(from: base, count: count)
        base.deallocate()
        base = room
        capacity = wider
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there is nothing but blanks and control characters.
    var isBlank: Bool {
        for byte in self where byte > 0x20 { return false }
        return true
    }
}
