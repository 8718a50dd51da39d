import Records

/// Writes values one after the other: numbers in as many bytes as they need, texts behind their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func add(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Small numbers of either sign are short.
    mutating func add(_ number: Int64) { add(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }
    mutating func add(_ number: Int) { add(Int64(number)) }
    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
    mutating func add(_ number: Double) { add(number.bitPattern.byteSwapped) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// `nil` is told from an empty value.
    mutating func add<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        guard let value else { return add(false) }
        add(true)
        write(&self, value)
    }

    mutating func add(_ text: String?) { add(text) { $0.add($1) } }
    mutating func add(_ moment: Instant?) { add(moment) { $0.add($1.epochSeconds) } }

    mutating func add<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
        add(UInt64(values.count))
        for value in values { write(&self, value) }
    }

    /// The ends of the cells, then their bytes.
    mutating func add(_ cells: CellTexts) {
        let (texts, ends) = cells.parts
        add(UInt64(ends.count))
        var start: Int32 = 0
        for end in ends {
            add(UInt64(end - start))
            start = end
        }
        bytes.append(contentsOf: texts.prefix(Int(start)))
    }
}

/// Reads what `ByteWriter` wrote, in the same order. Bytes that are no such thing throw.
struct ByteReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number() throws -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        throw Self.damaged
    }

    mutating func signed() throws -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    mutating func integer() throws -> Int { Int(try signed()) }
    mutating func flag() throws -> Bool { try byte() != 0 }
    mutating func real() throws -> Double { Double(bitPattern: try number().byteSwapped) }

    mutating func text() throws -> String {
        let count = try count()
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    mutating func optional<Value>(_ read: (inout ByteReader) throws -> Value) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func optionalText() throws -> String? { try optional { try $0.text() } }
    mutating func optionalInstant() throws -> Instant? {
        try optional { Instant(epochSeconds: try $0.signed()) }
    }

    mutating func list<Value>(_ read: (inout ByteReader) throws -> Value) throws -> [Value] {
        let count = try count()
        return try (0..<count).map { _ in try read(&self) }
    }

    mutating func cells() throws -> CellTexts {
        let lengths = try list { try $0.number() }
        var ends: [Int32] = []
        ends.reserveCapacity(lengths.count)
        var end = 0
        for length in lengths {
            guard length <= UInt64(bytes.count - index - end) else { throw Self.damaged }
            end += Int(length)
            ends.append(Int32(clamping: end))
        }
        defer { index += end }
        return CellTexts(bytes: Array(bytes[index..<index + end]), ends: ends)
    }

    private mutating func byte() throws -> UInt8 {
        guard index < bytes.count else { throw Self.damaged }
        defer { index += 1 }
        return bytes[index]
    }

    /// A count of what follows, each of at least one byte.
    private mutating func count() throws -> Int {
        let count = try number()
        guard count <= UInt64(bytes.count - index) else { throw Self.damaged }
        return Int(count)
    }

    private static let damaged = StoreError.damaged("a stored record cannot be read")
}
