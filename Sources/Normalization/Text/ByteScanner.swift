/// Reads a cleaned text from front to back, byte by byte; no step can leave the text.
struct ByteScanner {
    let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }
    var next: UInt8? { isAtEnd ? nil : bytes[index] }
    var rest: ArraySlice<UInt8> { bytes[min(index, bytes.count)...] }

    func byte(after distance: Int) -> UInt8? {
        bytes.indices.contains(index + distance) ? bytes[index + distance] : nil
    }

    mutating func advance(by count: Int = 1) { index = min(index + count, bytes.count) }

    mutating func skipBlanks() { while next == 0x20 { index += 1 } }

    /// Steps over `text` if it comes next; letters of ASCII in any case.
    mutating func accept(_ text: StaticString) -> Bool {
        let length = text.withUTF8Buffer { wanted in
            let isNext =
                index + wanted.count <= bytes.count
                && wanted.indices.allSatisfy { lowercased(bytes[index + $0]) == lowercased(wanted[$0]) }
            return isNext ? wanted.count : 0
        }
        index += length
        return length > 0
    }

    /// Steps over the first of `texts` that comes next.
    mutating func accept(anyOf texts: [StaticString]) -> Bool {
        for text in texts where accept(text) { return true }
        return false
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
