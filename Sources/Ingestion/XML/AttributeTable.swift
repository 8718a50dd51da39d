import CLibXML2

/// A start tag's attributes with their ampersands as they are meant.
///
/// libxml2 hands the values of attributes to its callbacks ready to be parsed once more: every `&`, written as `&amp;` or
/// as a number, stands there as `&#38;`. They are decoded once, from left to right, in room of our own: `&amp;#38;` is
/// the text `&#38;`. The parser's own option that would expand them (NOENT) expands everything else too.
struct AttributeTable: ~Copyable {
    private typealias Slot = UnsafePointer<UInt8>?

    /// Five pointers an attribute: see `XMLTag`.
    private var table = UnsafeMutableBufferPointer<Slot>.allocate(capacity: 5 * 16)
    private var text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 10)

    private static let written: StaticString = "&#38;"

    deinit {
        table.deallocate()
        text.deallocate()
    }

    /// The same attributes, decoded where there is anything to decode; valid until the next call.
    @inline(__always)
    mutating func decoded(
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
    ) -> UnsafeMutablePointer<UnsafePointer<UInt8>?>? {
        guard let attributes else { return nil }
        for index in 0..<count where XMLTag.value(index, in: attributes).first(UInt8(ascii: "&"), from: 0) != nil {
            return copy(attributes, count: count)
        }
        return attributes
    }

    @inline(never)
    private mutating func copy(
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>, count: Int
    ) -> UnsafeMutablePointer<UnsafePointer<UInt8>?>? {
        let length = (0..<count).reduce(0) { $0 + XMLTag.value($1, in: attributes).count }
        makeRoom(slots: 5 * count, bytes: length)
        guard let to = text.baseAddress else { return attributes }
        var end = 0
        for index in 0..<count {
            for place in 5 * index..<5 * index + 3 { table[place] = attributes[place] }
            let start = end
            end += Self.decode(XMLTag.value(index, in: attributes), to: to + start)
            table[5 * index + 3] = UnsafePointer(to + start)
            table[5 * index + 4] = UnsafePointer(to + end)
        }
        return table.baseAddress
    }

    /// Writes `value` with each `&#38;` as `&`; returns how many bytes that takes.
    private static func decode(_ value: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
        var (from, to) = (0, 0)
        while from < value.count {
            target[to] = value[from]
            to += 1
            let isWritten =
                value[from] == UInt8(ascii: "&") && value.count - from >= written.utf8CodeUnitCount
                && (0..<written.utf8CodeUnitCount).allSatisfy { value[from + $0] == written.utf8Start[$0] }
            from += isWritten ? written.utf8CodeUnitCount : 1
        }
        return to
    }

    private mutating func makeRoom(slots: Int, bytes: Int) {
        if slots > table.count {
            table.deallocate()
            table = .allocate(capacity: slots)
        }
        if bytes > text.count {
            text.deallocate()
            text = .allocate(capacity: 2 * bytes)
        }
    }
}
