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
        let scale: UInt64 = digits == 3 ? 1000 : 100
        let magnitude = minorUnits.magnitude
        let fraction = padded(Int(magnitude % scale), digits)
        return "\(minorUnits < 0 ? "-" : "")\(magnitude / scale).\(fraction)"
    }
}
