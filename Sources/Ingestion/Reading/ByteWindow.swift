/// The part of a text that is being looked at: bytes leave at its front and come in at its end, in place.
struct ByteWindow: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var end = 0

    init() {
        capacity = 1 << 16
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    var count: Int { end - start }

    /// Valid until the next change.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + start, count: count) }

    mutating func dropFirst(_ count: Int) { start = min(end, start + count) }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let from = bytes.baseAddress else { return }
        makeRoom(bytes.count)
        (base + end).update(from: from, count: bytes.count)
        end += bytes.count
    }

    /// Lets `fill` write up to `count` bytes behind the last one; it returns how many it wrote.
    mutating func append<Failure: Error>(
        upTo count: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        makeRoom(count)
        end += min(count, try fill(UnsafeMutableRawBufferPointer(start: base + end, count: count)))
    }

    private mutating func makeRoom(_ room: Int) {
        guard end + room > capacity else { return }
        let count = self.count
        if count + room <= capacity {
            base.update(from: base + start, count: count)
        } else {
            let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: max(capacity * 2, count + room))
            wider.update(from: base + start, count: count)
            base.deallocate()
            base = wider
            capacity = max(capacity * 2, count + room)
        }
        (start, end) = (0, count)
    }
}
