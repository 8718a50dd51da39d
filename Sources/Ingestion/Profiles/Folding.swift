/// How the words of a header or a picklist are compared: as somebody would who reads them aloud.
///
/// Case of the Latin alphabet, full width, blanks, `_` and `-` make no difference, nor do marks around the word
/// (`*客户名称`, `Name:`). Works on UTF-8; bytes that are not UTF-8 are compared as they are.
package enum Folding {
    package static func folded(_ text: some Collection<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        let bytes = Array(text)
        var index = 0
        while index < bytes.count {
            let (byte, length) = narrowed(bytes, at: index)
            if let byte {
                append(byte, to: &folded)
            } else {
                folded.append(contentsOf: bytes[index..<index + length])
            }
            index += length
        }
        while let last = folded.last, last == UInt8(ascii: ":") || last == UInt8(ascii: "*") { folded.removeLast() }
        if folded.count > 1, folded.first == UInt8(ascii: "*") { folded.removeFirst() }
        return folded
    }

    package static func folded(_ text: String) -> [UInt8] { folded(text.utf8) }

    private static func append(_ byte: UInt8, to folded: inout [UInt8]) {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "_"), UInt8(ascii: "-"): break
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
        default: folded.append(byte)
        }
    }

    /// The ASCII byte that the character at `index` is or is the full-width form of, and how many bytes it takes;
    /// no byte where it is another character.
    private static func narrowed(_ bytes: [UInt8], at index: Int) -> (byte: UInt8?, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (first, 1) }
        if first == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return (0x20, 2) }
        guard index + 2 < bytes.count else { return (nil, 1) }
        switch (first, bytes[index + 1], bytes[index + 2]) {
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return (0x20, 3)
        // U+FF01 to U+FF3F, then U+FF40 to U+FF5E.
        case (0xEF, 0xBC, 0x81...0xBF): return (bytes[index + 2] - 0x60, 3)
        case (0xEF, 0xBD, 0x80...0x9E): return (bytes[index + 2] - 0x20, 3)
        default: return (nil, 1)
        }
    }
}
