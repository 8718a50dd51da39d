import Records

/// Turns the number of a cell into the text that a CSV export of it would hold.
enum NumberText {
    /// Excel shows 15 digits; further ones are what binary fractions leave behind.
    private static let shownDigits = 15
    private static let mostZeros = 40

    /// `1.38E+10` is 13800000000, `0.30000000000000004` is 0.3, and a whole number keeps all its digits.
    static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let number = Decimal(text) else { return Array(text) }
        return number.rounded(to: shownDigits).text(mostZeros: mostZeros) ?? Array(text)
    }

    /// A number as its format shows it.
    static func shown(_ text: UnsafeBufferPointer<UInt8>, as format: NumberFormat, from1904: Bool) -> [UInt8] {
        let plain = plain(text)
        switch format {
        case .plain: return plain
        case .digits(let count):
            guard plain.count < count, plain.allSatisfy({ (0x30...0x39).contains($0) }) else { return plain }
            return Array(repeating: UInt8(ascii: "0"), count: count - plain.count) + plain
        case .time(let hasDay, let isElapsed):
            guard let serial = Double(String(decoding: text, as: UTF8.self)) else { return plain }
            return time(serial, hasDay: hasDay, isElapsed: isElapsed, from1904: from1904).map { Array($0.utf8) }
                ?? plain
        }
    }

    /// A day number as ISO text: `2026-03-05`, with the time of day where there is one; `nil` where it is no day.
    ///
    /// Excel counts a 29 February 1900, so that days before it are one further on. It is shown as what it is there, for
    /// somebody to correct.
    static func time(_ serial: Double, hasDay: Bool, isElapsed: Bool, from1904: Bool) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (day, second) = (seconds / 86_400, seconds % 86_400)
        if isElapsed { return clock(seconds) }
        if day == 0, !from1904 { return second == 0 && hasDay ? nil : clock(second) }
        if day == 0, !hasDay { return clock(second) }
        let date: String
        if from1904 {
            date = BusinessDate(dayNumber: day + daysTo1904).description
        } else if day == 60 {
            date = "1900-02-29"
        } else {
            date = BusinessDate(dayNumber: day + daysTo1900 + (day < 60 ? 1 : 0)).description
        }
        return second == 0 ? date : "\(date)T\(clock(second))"
    }

    /// From 1970-01-01 to 1899-12-30 and to 1904-01-01.
    private static let daysTo1900 = -25_569
    private static let daysTo1904 = -24_107

    private static func clock(_ seconds: Int) -> String {
        "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    /// `2026-03-05T00:00:00.000` is a day, `1899-12-31T14:30:00.000` a time of day.
    static func time(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var end = text.count
        if let point = text.first(UInt8(ascii: "."), from: 0), text[point...].dropFirst().allSatisfy({ $0 == 0x30 }) {
            end = point
        }
        let cut = UnsafeBufferPointer(rebasing: text[0..<end])
        if cut.count == 19, cut[10...].elementsEqual("T00:00:00".utf8) {
            return UnsafeBufferPointer(rebasing: cut[0..<10])
        }
        if cut.count == 19, cut[0..<11].elementsEqual("1899-12-31T".utf8) {
            return UnsafeBufferPointer(rebasing: cut[11...])
        }
        return cut
    }

    /// A number by its decimal digits.
    private struct Decimal {
        var isNegative = false
        /// Without zeros in front; none for zero.
        var digits: [UInt8] = []
        /// How many of the digits stand before the point; may be negative or more than there are.
        var point = 0

        init?(_ text: UnsafeBufferPointer<UInt8>) {
            var index = 0
            if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                index = 1
            }
            var hasPoint = false
            var hasDigit = false
            while index < text.count, text[index] | 0x20 != UInt8(ascii: "e") {
                let byte = text[index]
                index += 1
                if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                    continue
                }
                guard (0x30...0x39).contains(byte) else { return nil }
                hasDigit = true
                if digits.isEmpty, byte == UInt8(ascii: "0") {
                    if hasPoint { point -= 1 }
                    continue
                }
                digits.append(byte)
                if !hasPoint { point += 1 }
            }
            guard hasDigit else { return nil }
            guard index < text.count else { return }
            let exponent = text[(index + 1)...].first == UInt8(ascii: "+") ? index + 2 : index + 1
            guard let power = Int(String(decoding: text[min(exponent, text.count)...], as: UTF8.self)),
                (-400...400).contains(power)
            else { return nil }
            point += power
        }

        /// Fractions of more digits are rounded; whole numbers stay.
        func rounded(to count: Int) -> Self {
            guard digits.count > count, digits.count > point else { return self }
            var number = self
            let keep = max(count, min(point, digits.count))
            let up = keep < digits.count && digits[keep] >= UInt8(ascii: "5")
            number.digits = Array(digits.prefix(keep))
            guard up else { return number }
            var index = keep - 1
            while index >= 0, number.digits[index] == UInt8(ascii: "9") {
                number.digits[index] = UInt8(ascii: "0")
                index -= 1
            }
            if index >= 0 {
                number.digits[index] += 1
            } else {
                number.digits.insert(UInt8(ascii: "1"), at: 0)
                number.point += 1
            }
            return number
        }

        /// Without an exponent; `nil` where that would take more zeros than anybody reads.
        func text(mostZeros: Int) -> [UInt8]? {
            var digits = digits
            while digits.count > max(0, point), digits.last == UInt8(ascii: "0") { digits.removeLast() }
            guard !digits.isEmpty else { return [UInt8(ascii: "0")] }
            let zeros = point > digits.count ? point - digits.count : max(0, -point)
            guard zeros <= mostZeros else { return nil }
            var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
            if point <= 0 { text += [UInt8(ascii: "0")] } else { text += digits.prefix(point) }
            if point > digits.count { text += Array(repeating: UInt8(ascii: "0"), count: zeros) }
            if point < digits.count {
                text.append(UInt8(ascii: "."))
                if point < 0 { text += Array(repeating: UInt8(ascii: "0"), count: zeros) }
                text += digits.dropFirst(max(0, point))
            }
            return text
        }
    }
}
