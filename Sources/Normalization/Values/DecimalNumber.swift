import Records

/// An exact decimal: `mantissa` × 10^`exponent`, with a sign.
struct DecimalNumber: Equatable, Sendable {
    var isNegative = false
    var mantissa: UInt64
    var exponent: Int

    /// The number × 10^`places` as a whole number, rounded half away from zero; `nil` beyond 64 bits.
    func scaled(by places: Int) -> Int64? {
        var (value, shift) = (mantissa, exponent + places)
        while shift > 0, value > 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            (value, shift) = (product, shift - 1)
        }
        if shift < 0 {
            guard shift >= -19 else { return 0 }
            let divisor = (0..<(-shift)).reduce(into: UInt64(1)) { power, _ in power *= 10 }
            value = value / divisor + (value % divisor >= divisor - divisor / 2 ? 1 : 0)
        }
        guard let whole = Int64(exactly: value) else { return nil }
        return isNegative ? -whole : whole
    }

    /// Reads a number without sign: groups of three digits, a fraction, `E10`, a unit such as 万, 亿, k or bn.
    ///
    /// `separator` is the decimal one, `.` or `,`; without it a number that can be read in two ways is refused.
    static func read(_ scanner: inout ByteScanner, separator: UInt8?) throws(Problem) -> DecimalNumber {
        if let plain = plain(&scanner) { return plain }
        var parts = try digits(&scanner)
        var exponent = 0
        var rest = scanner
        let isScientific = rest.accept("e") && (rest.accept("+") || rest.next == 0x2D || rest.next.map(isDigit) == true)
        if isScientific {
            let isNegative = rest.accept("-")
            guard let power = rest.number() else { throw invalid }
            guard power.value <= 30 else { throw implausible }
            scanner = rest
            exponent = isNegative ? -power.value : power.value
        }
        scanner.skipBlanks()
        let unit = unit(&scanner)
        parts.hasUnit = unit != 0 || isScientific
        let fraction = try parts.fraction(separator: isScientific ? UInt8(ascii: ".") : separator)
        var mantissa: UInt64 = 0
        for digit in parts.whole(without: fraction) + fraction {
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit - 0x30))
            guard !overflow, !carry else { throw implausible }
            mantissa = sum
        }
        return DecimalNumber(mantissa: mantissa, exponent: exponent + unit - fraction.count)
    }

    /// Digits alone, perhaps with a unit, which can be read in one way only; `nil`, and nothing read, for all else.
    private static func plain(_ scanner: inout ByteScanner) -> DecimalNumber? {
        var rest = scanner
        var mantissa: UInt64 = 0
        let digits = rest.digitCount
        guard (1...18).contains(digits) else { return nil }
        while let byte = rest.next, isDigit(byte) {
            mantissa = mantissa * 10 + UInt64(byte - 0x30)
            rest.advance()
        }
        guard let next = rest.next, next < 0x80 || next >= 0xE4 else {
            guard rest.isAtEnd else { return nil }
            scanner = rest
            return DecimalNumber(mantissa: mantissa, exponent: 0)
        }
        if next < 0x80 { return nil }
        let unit = unit(&rest)
        scanner = rest
        return DecimalNumber(mantissa: mantissa, exponent: unit)
    }

    static let invalid = Problem(.invalidNumber, "no number found; expected one such as 1234.56 or 12万")
    static let ambiguous = Problem(
        .invalidNumber,
        "the separator may group digits or begin decimals; write the number without grouping, or name the file's decimal separator"
    )
    static let implausible = Problem(.implausibleNumber, "the number is larger than any amount can be")

    /// The run of digits with the separators between them.
    private static func digits(_ scanner: inout ByteScanner) throws(Problem) -> NumberParts {
        var parts = NumberParts()
        while let byte = scanner.next {
            if isDigit(byte) {
                parts.groups[parts.groups.count - 1].append(byte)
            } else if separators.contains(byte), scanner.byte(after: 1).map(isDigit) == true,
                parts.groups[0].count > 0 || byte == 0x2E
            {
                parts.separators.append(byte)
                parts.groups.append([])
            } else if byte == 0xE2, scanner.byte(after: 3).map(isDigit) == true, scanner.accept("\u{2019}") {
                // How word processors write the Swiss apostrophe.
                parts.separators.append(UInt8(ascii: "'"))
                parts.groups.append([])
                continue
            } else {
                break
            }
            scanner.advance()
        }
        guard parts.groups.contains(where: { !$0.isEmpty }) else { throw invalid }
        return parts
    }

    private static let separators: Set<UInt8> = Set("., '".utf8)

    /// The power of ten of the unit that comes next; 0: none.
    private static func unit(_ scanner: inout ByteScanner) -> Int {
        guard let next = scanner.next, mayBeginUnit[Int(lowercased(next))] else { return 0 }
        for (name, power) in units {
            var after = scanner
            guard after.accept(name), after.next.map(isLetter) != true else { continue }
            scanner = after
            return power
        }
        return 0
    }

    private static let mayBeginUnit: [Bool] = (0...255).map { byte in units.contains { $0.0.utf8Start[0] == byte } }

    private static let units: [(StaticString, Int)] = [
        ("万亿", 12), ("萬億", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("亿", 8), ("億", 8), ("千万", 7), ("百万", 6), ("十万", 5),
        ("万", 4), ("萬", 4), ("千", 3), ("thousand", 3), ("million", 6), ("billion", 9), ("mio", 6), ("mn", 6), ("mm", 6),
        ("bn", 9), ("k", 3), ("m", 6), ("b", 9), ("w", 4),
    ]
}

/// Digits of a number in groups, before it is known which separator is the decimal one.
private struct NumberParts {
    var groups: [[UInt8]] = [[]]
    /// `separators[i]` stands between `groups[i]` and `groups[i + 1]`.
    var separators: [UInt8] = []
    /// A unit or an exponent follows, which nobody writes after grouped thousands.
    var hasUnit = false

    /// The digits after the decimal separator, in the one way in which the number can be read.
    func fraction(separator: UInt8?) throws(Problem) -> [UInt8] {
        guard let last = separators.last else { return [] }
        let isDecimal = try lastIsDecimal(last, separator: separator)
        let grouping = isDecimal ? separators.dropLast() : separators[...]
        guard Set(grouping).count <= 1, !(isDecimal && grouping.contains(last)) else { throw DecimalNumber.invalid }
        if !grouping.isEmpty {
            let grouped = groups.prefix(grouping.count + 1)
            guard (1...3).contains(grouped.first?.count ?? 0), grouped.dropFirst().allSatisfy({ $0.count == 3 }) else {
                throw DecimalNumber.invalid
            }
        }
        return isDecimal ? groups.last ?? [] : []
    }

    func whole(without fraction: [UInt8]) -> [UInt8] {
        Array((separators.isEmpty || fraction.isEmpty ? groups[...] : groups.dropLast()).joined())
    }

    private func lastIsDecimal(_ last: UInt8, separator: UInt8?) throws(Problem) -> Bool {
        guard last == UInt8(ascii: ".") || last == UInt8(ascii: ",") else { return false }
        if let separator { return last == separator }
        if Set(separators).count > 1 { return true }
        if separators.count > 1 { return false }
        let (before, after) = (groups[0], groups[1])
        // Nobody writes so many decimals with a comma; groups of four digits are met in Chinese files.
        if last == UInt8(ascii: ","), after.count > 3, !hasUnit { throw DecimalNumber.ambiguous }
        if after.count != 3 || before.count > 3 || before.first == 0x30 || before.isEmpty { return true }
        // A comma before three digits groups them: no currency of the world has amounts with a comma and three decimals
        // in the exports of those that group by points and name no convention.
        if last == UInt8(ascii: ",") { return false }
        if hasUnit { return true }
        throw DecimalNumber.ambiguous
    }
}
