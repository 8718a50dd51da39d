import Records

/// JSON of strings only, without blanks, keys in byte order: the same value always gives the same text.
///
/// Written by hand because rows in millions go through it, and because `JSONEncoder` does not promise an order.
enum CompactJSON {
    static func array(_ strings: [String]) -> String {
        guard !strings.isEmpty else { return "[]" }
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (index, string) in strings.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(string, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }

    static func object(_ values: [String: String]) -> String {
        guard !values.isEmpty else { return "{}" }
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (index, pair) in values.sorted(by: { $0.key.isOrderedBefore($1.key) }).enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(pair.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(pair.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads what `array` wrote.
    static func strings(_ text: String) throws -> [String] {
        if text == "[]" { return [] }
        var reader = Reader(text)
        try reader.expect("[")
        var strings = [try reader.string()]
        while reader.skip(",") { strings.append(try reader.string()) }
        try reader.expect("]")
        return strings
    }

    /// Reads what `object` wrote.
    static func values(_ text: String) throws -> [String: String] {
        if text == "{}" { return [:] }
        var reader = Reader(text)
        try reader.expect("{")
        var values: [String: String] = [:]
        repeat {
            let key = try reader.string()
            try reader.expect(":")
            values[key] = try reader.string()
        } while reader.skip(",")
        try reader.expect("}")
        return values
    }

    private static func append(_ string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: Identity.hex(CollectionOfOne(byte)).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private struct Reader {
        private let bytes: [UInt8]
        private var index = 0

        init(_ text: String) { bytes = Array(text.utf8) }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }

        mutating func expect(_ character: Unicode.Scalar) throws {
            guard skip(character) else { throw StoreError.damaged("a list lacks its '\(character)'") }
        }

        mutating func string() throws -> String {
            try expect("\"")
            var text: [UInt8] = []
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
                case UInt8(ascii: "\\"): text.append(try escaped())
                default: text.append(byte)
                }
            }
            throw StoreError.damaged("a text in a list has no end")
        }

        /// The byte after a backslash: itself, or the control character of `u00xx`.
        private mutating func escaped() throws -> UInt8 {
            guard index < bytes.count else { throw StoreError.damaged("a text in a list has no end") }
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "u") else { return byte }
            guard index + 4 <= bytes.count,
                let code = UInt8(String(decoding: bytes[index + 2..<index + 4], as: UTF8.self), radix: 16)
            else { throw StoreError.damaged("a text in a list has a broken escape") }
            index += 4
            return code
        }
    }
}
