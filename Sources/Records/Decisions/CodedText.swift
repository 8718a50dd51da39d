/// A code with values on one line: `limit_reached of=claims used=10 limit=10 window=week`.
///
/// Blanks, `=`, `;`, `%` and control characters inside a value are percent-encoded; everything else stands as it is.
/// A list has `;` between its items, and one without items is left out.
struct CodedText: Equatable {
    let code: String
    private var values: [(key: String, value: String)] = []

    init(_ code: String) { self.code = code }

    /// Reads what `text` writes. Whoever takes the values apart checks that what it made of them writes the same text.
    init?(text: String) {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false)[...]
        guard let code = parts.popFirst(), !code.isEmpty else { return nil }
        self.code = String(code)
        for part in parts {
            guard let equals = part.firstIndex(of: "=") else { return nil }
            values.append((String(part[..<equals]), String(part[part.index(after: equals)...])))
        }
    }

    static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    var text: String { ([code] + values.map { "\($0.key)=\($0.value)" }).joined(separator: " ") }

    // MARK: Writing

    mutating func set(_ key: String, _ value: String?) {
        if let value { values.append((key, Self.encoded(value))) }
    }

    mutating func set(_ key: String, _ number: Int?) { set(key, number.map { String($0) }) }
    mutating func set(_ key: String, _ date: BusinessDate?) { set(key, date?.description) }

    mutating func set(_ key: String, list: [String]) {
        if !list.isEmpty { values.append((key, list.map(Self.encoded).joined(separator: ";"))) }
    }

    // MARK: Reading

    func has(_ key: String) -> Bool { raw(key) != nil }
    func string(_ key: String) -> String? { raw(key).flatMap(Self.decoded) }
    func number(_ key: String) -> Int? { string(key).flatMap { Int($0) } }
    func date(_ key: String) -> BusinessDate? { string(key).flatMap { BusinessDate(iso: $0) } }
    func rep(_ key: String) -> RepID? { string(key).map { RepID($0) } }

    func choice<Choice: RawRepresentable>(_ key: String) -> Choice? where Choice.RawValue == String {
        string(key).flatMap(Choice.init(rawValue:))
    }

    func list(_ key: String) -> [String]? {
        guard let raw = raw(key) else { return [] }
        let items = raw.split(separator: ";", omittingEmptySubsequences: false)
        let decoded = items.compactMap { Self.decoded(String($0)) }
        return decoded.count == items.count ? decoded : nil
    }

    private func raw(_ key: String) -> String? { values.first { $0.key == key }?.value }

    // MARK: Encoding

    private static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case ...0x20, 0x25, 0x3B, 0x3D, 0x7F:
                bytes += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func decoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexDigits.firstIndex(of:)),
                let low = rest.popFirst().flatMap(hexDigits.firstIndex(of:))
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
