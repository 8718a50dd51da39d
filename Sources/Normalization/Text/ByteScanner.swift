/// Reads a cleaned text from front to back, byte by byte; no step can leave the text.
struct ByteScanner {
    let bytes: Bytes
    private(set) var index = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }
    var rest: Bytes { bytes.part(from: index) }

    func byte(after distance: Int) -> UInt8? {
        let place = index + distance
        return place >= 0 && place < bytes.count ? bytes[place] : nil
    }

    mutating func advance(by count: Int = 1) { index = min(index + count, bytes.count) }

    mutating func skipBlanks() { while next == 0x20 { index += 1 } }

    /// Steps over `text` if it comes next; letters of ASCII in any case.
    mutating func accept(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard length > 0, length <= bytes.count - index else { return false }
        let wanted = text.utf8Start
        for offset in 0..<length where lowercased(bytes[index + offset]) != lowercased(wanted[offset]) { return false }
        index += length
        return true
    }

    /// Steps over the first of `texts` that comes next.
    mutating func accept(anyOf texts: [StaticString]) -> Bool {
        guard !isAtEnd else { return false }
        for text in texts where accept(text) { return true }
        return false
    }

    /// How many digits come next.
    var digitCount: Int {
        var end = index
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        return end - index
    }

    /// The next digits and how many they are; `nil` for none and for more than nine. With `length`, only so many.
    mutating func number(length: Int? = nil) -> (value: Int, digits: Int)? {
        let start = index
        var value = 0
        while let byte = next, isDigit(byte), index - start != length {
            guard index - start < 9 else {
                index = start
                return nil
            }
            value = value * 10 + Int(byte - 0x30)
            index += 1
        }
        return index > start ? (value, index - start) : nil
    }
}

/// An ASCII letter in lower case; any other byte as it is.
func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
