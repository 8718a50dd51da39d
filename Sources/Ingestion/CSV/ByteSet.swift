/// Byte values that mean something, found eight bytes at a time.
struct ByteSet {
    private let words: (UInt64, UInt64, UInt64)

    /// Line breaks and other control characters below 0x0E are always found.
    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        words = (UInt64(first) * ones, UInt64(second) * ones, UInt64(third) * ones)
    }

    /// A bit for each of the eight bytes at `index`, eight bits apart, that may be one of these. A byte behind one that
    /// is may be marked by mistake: whoever uses it looks at the byte itself.
    @inline(__always)
    func hits(_ base: UnsafePointer<UInt8>, _ index: Int) -> UInt64 {
        let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        return
            (Self.zeros(word ^ words.0) | Self.zeros(word ^ words.1) | Self.zeros(word ^ words.2)
            | ((word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word)) & 0x8080_8080_8080_8080
    }

    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }
}
