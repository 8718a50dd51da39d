/// An amount in minor units (cents, 分) of one currency: whole numbers, so that sums are exact.
package struct Money: Hashable, Sendable {
    package var minorUnits: Int64
    /// ISO 4217.
    package var currency: String

    package init(minorUnits: Int64, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Digits after the decimal point of a currency, by ISO 4217; 2 for one that is not listed.
    package static func minorDigits(of currency: String) -> Int {
        switch currency {
        case "JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF": 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    /// Major units as a plain decimal, without grouping or currency: `1234.50`.
    package var majorUnits: String {
        let digits = Self.minorDigits(of: currency)
        guard digits > 0 else { return String(minorUnits) }
        let width = 24
        return String(unsafeUninitializedCapacity: width) { text in
            // From the last digit back; at least one stands before the point.
            var (place, written) = (width, 0)
            var rest = minorUnits.magnitude
            func put(_ byte: UInt8) {
                place -= 1
                text[place] = byte
            }
            while rest > 0 || written <= digits {
                if written == digits { put(UInt8(ascii: ".")) }
                put(0x30 + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
                written += 1
            }
            if minorUnits < 0 { put(UInt8(ascii: "-")) }
            for index in place..<width { text[index - place] = text[index] }
            return width - place
        }
    }
}
