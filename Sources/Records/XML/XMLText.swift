/// Text as XML 1.0 may hold it, whatever it is made of.
package enum XMLText {
    /// Appends text that neither ends an element nor an attribute, and that a parser gives back as it was: `&`, `<`, `>`
    /// (so that no `]]>` stands there) and quotes as references, and so the blanks that parsers change: CR everywhere,
    /// tab and LF in attributes. What XML cannot hold at all (control characters, U+FFFE, U+FFFF) becomes U+FFFD.
    package static func append(_ text: some StringProtocol, to bytes: inout [UInt8], inAttribute: Bool = false) {
        var utf8 = text.utf8.makeIterator()
        while let byte = utf8.next() {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0x09 where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
            case 0x0A where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20: bytes.append(contentsOf: replacement)
            case 0xEF:
                // Of a string's UTF-8 two bytes always follow.
                let (second, third) = (utf8.next() ?? 0, utf8.next() ?? 0)
                bytes.append(contentsOf: second == 0xBF && third >= 0xBE ? replacement : [byte, second, third])
            default: bytes.append(byte)
            }
        }
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
