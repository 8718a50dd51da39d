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
        var index = 0
        while index < bytes.count {
            if remaining == 0 { index = skipPlain(bytes, from: index) }
            guard index < bytes.count else { return }
            let byte = bytes[index]
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

    /// The index of the first byte from `start` on that is NUL or not ASCII, eight bytes at a time.
    private func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let zeros = (word &- 0x0101_0101_0101_0101) & ~word
            if (word | zeros) & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] != 0, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
