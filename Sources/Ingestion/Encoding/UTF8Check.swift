/// Reads bytes as UTF-8 and counts what is right and wrong; the bytes may come in pieces.
struct UTF8Check: Sendable {
    /// Well-formed sequences of two to four bytes.
    private(set) var sequences = 0
    private(set) var errors = 0
    private(set) var nuls = 0
    private var remaining = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    var isValid: Bool { errors == 0 && remaining == 0 }

    mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        let count = bytes.count
        var index = 0
        while index < count {
            if remaining == 0 { index = skipWellFormed(base, count, from: index) }
            guard index < count else { return }
            let byte = base[index]
            if remaining == 0 {
                begin(byte)
                index += 1
            } else if byte >= low, byte <= high {
                remaining -= 1
                (low, high) = (0x80, 0xBF)
                if remaining == 0 { sequences += 1 }
                index += 1
            } else {
                // The byte that breaks a sequence may begin another one.
                errors += 1
                remaining = 0
            }
        }
    }

    /// Counts a sequence that the end of the text cuts off.
    mutating func finish() {
        if remaining > 0 { errors += 1 }
        remaining = 0
    }

    private mutating func begin(_ byte: UInt8) {
        (low, high) = (0x80, 0xBF)
        switch byte {
        case 0: nuls += 1
        case 0x01...0x7F: break
        case 0xC2...0xDF: remaining = 1
        case 0xE0: (remaining, low) = (2, 0xA0)
        case 0xED: (remaining, high) = (2, 0x9F)
        case 0xE1...0xEF: remaining = 2
        case 0xF0: (remaining, low) = (3, 0x90)
        case 0xF1...0xF3: remaining = 3
        case 0xF4: (remaining, high) = (3, 0x8F)
        default: errors += 1
        }
    }

    /// The index of the first byte from `start` on that is neither ASCII without NUL nor part of a whole character of
    /// three bytes, as most ideographs are: what needs a closer look.
    @inline(__always)
    private mutating func skipWellFormed(_ base: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int {
        var index = start
        while index + 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            // The high bit of each byte that is zero or not ASCII; above the first one it may be wrong.
            let special = (word | ((word &- 0x0101_0101_0101_0101) & ~word)) & 0x8080_8080_8080_8080
            if special == 0 {
                index += 8
                continue
            }
            index += special.trailingZeroBitCount >> 3
            // A run of ideographs, two and more at a time: 0xE1-0xEC or 0xEE-0xEF, then twice 0x80-0xBF.
            let before = index
            while index + 4 <= count {
                let character = UInt32(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self))
                let first = character & 0xFF
                guard character & 0x00C0_C0F0 == 0x0080_80E0, first != 0xE0, first != 0xED else { break }
                index += 3
                sequences += 1
            }
            if index == before { return index }
        }
        while index < count, base[index] != 0, base[index] < 0x80 { index += 1 }
        return index
    }
}
