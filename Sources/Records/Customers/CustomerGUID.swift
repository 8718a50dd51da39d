/// A customer's id in the form of a GUID, for systems in which every id is one.
///
/// It begins with the letters `gongha` and is of version 8, which RFC 9562 leaves to whoever makes it; the 65 bits of the
/// id follow, so that it can be read back.
extension ID<Customer> {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let mark = "676f6e67-6861-8"

    /// `nil`: not an id as `Identity.customer` makes them.
    package var guid: String? {
        guard let number = number else { return nil }
        let (high, middle, low) = (number >> 62, number >> 48 & 0x3FFF | 0x8000, number & 0xFFFF_FFFF_FFFF)
        return Self.mark + Self.hex(high, 3) + "-" + Self.hex(middle, 4) + "-" + Self.hex(low, 12)
    }

    /// The id that `text` is, in its own form or as a GUID; `nil`: it is none.
    package init?(written text: String) {
        self.init(text)
        if number != nil { return }
        let text = text.lowercased().filter { $0 != "{" && $0 != "}" }
        guard text.utf8.count == 36, text.hasPrefix(Self.mark) else { return nil }
        let digits = text.dropFirst(Self.mark.count).filter { $0 != "-" }
        guard digits.utf8.count == 19, let high = UInt128(digits.prefix(3), radix: 16),
            let rest = UInt128(digits.dropFirst(3), radix: 16)
        else { return nil }
        let middle = rest >> 48
        guard middle >> 14 == 2, high < 8 else { return nil }
        self.init(number: high << 62 | (middle & 0x3FFF) << 48 | rest & 0xFFFF_FFFF_FFFF)
    }

    private var number: UInt128? {
        let utf8 = Array(rawValue.utf8)
        guard utf8.count == 14, utf8[0] == UInt8(ascii: "C") else { return nil }
        var number: UInt128 = 0
        for byte in utf8.dropFirst() {
            guard let digit = Self.alphabet.firstIndex(of: byte) else { return nil }
            number = number << 5 | UInt128(digit)
        }
        return number
    }

    private init(number: UInt128) {
        let digits = (0..<13).reversed().map { Self.alphabet[Int(number >> (5 * $0) & 31)] }
        self.init("C" + String(decoding: digits, as: UTF8.self))
    }

    private static func hex(_ number: UInt128, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
