import CLibXML2

/// Finds start tags with more attributes than `XMLLimits` allows before libxml2 sees them: it compares each attribute of
/// a tag with every other, which takes minutes where there are some hundred thousand.
///
/// It hops from one `=` to the next, so that a text without attributes costs next to nothing. A tag begins at the last
/// `<` before a `=`, with no `>` between; no value can hold a `<`, so whatever a comment or a text looks like, the next
/// `<` sets it right. What is not well-formed it leaves to the parser.
struct TagGuard {
    private enum State {
        /// Behind a `>`, or at the beginning: nothing here is an attribute's.
        case outside
        /// Behind a `<` or a value: a `=` before the next `>` is an attribute's.
        case tag
        /// Behind a `=`, before the quote.
        case equals
        /// In a value, up to this quote.
        case value(UInt8)
    }

    private var state = State.outside
    private var attributes = 0

    /// Whether no tag in this next piece of the text has too many attributes.
    mutating func admits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            switch state {
            case .outside, .tag:
                guard let equals = bytes.first(UInt8(ascii: "="), from: index) else {
                    follow(bytes, index..<bytes.count)
                    return true
                }
                follow(bytes, index..<equals)
                if case .tag = state {
                    state = .equals
                    attributes += 1
                    if attributes > XMLLimits.attributes { return false }
                }
                index = equals + 1
            case .equals: index = findQuote(bytes, from: index)
            case .value(let quote): index = endValue(bytes, from: index, quote)
            }
        }
        return true
    }

    /// Goes over bytes without any `=`: whether they end in a tag.
    private mutating func follow(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let open = bytes.last(UInt8(ascii: "<"), in: range)
        if open != nil { attributes = 0 }
        if bytes.last(UInt8(ascii: ">"), in: (open ?? range.lowerBound)..<range.upperBound) != nil {
            state = .outside
        } else if open != nil {
            state = .tag
        }
    }

    private mutating func findQuote(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                state = .value(bytes[index])
                return index + 1
            default:
                attributes -= 1
                state = .outside
                return index
            }
        }
        return index
    }

    private mutating func endValue(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ quote: UInt8) -> Int {
        let close = bytes.first(quote, from: start) ?? bytes.count
        let value = UnsafeBufferPointer(rebasing: bytes[start..<close])
        if let open = value.first(UInt8(ascii: "<"), from: 0) {
            state = .outside
            return start + open
        }
        if close < bytes.count { state = .tag }
        return min(bytes.count, close + 1)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first index from `start` on at which this byte stands.
    @inline(__always)
    func first(_ byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
            return nil
        }
        return found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: base)
    }

    /// The last index in `range` at which this byte stands.
    func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
        var index = range.upperBound
        while index > range.lowerBound {
            index -= 1
            if self[index] == byte { return index }
        }
        return nil
    }
}
