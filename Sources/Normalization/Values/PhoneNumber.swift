import Records

/// A telephone number in E.164, as far as its country's rule is known.
struct PhoneNumber: Equatable, Sendable {
    enum Kind: Sendable { case mobile, landline, other }

    /// `+8613800138000`, `+8675583220000;ext=801`.
    var text: String
    var kind: Kind

    /// Reads the first number of a cleaned cell; further ones stay in the cell.
    ///
    /// `country` is an ISO 3166 code. `nil` and `CN` read numbers without a country code as Chinese ones, `US` and `CA` as
    /// North American ones; for other countries such a number cannot be completed and is flagged.
    static func read(_ cleaned: [UInt8], country: String?) -> Reading<PhoneNumber> {
        guard !cleaned.isEmpty else { return .nothing }
        let cell = withoutDecoration(cleaned)
        switch ScientificNotation.digits(of: cell) {
        case .lost:
            return .problem(
                .lostDigits, "a spreadsheet rounded the number to scientific notation; export it again as text")
        case .all(let digits):
            return number(digits, hasPlus: false, country: country).map { Reading($0) } ?? unusable(digits.count)
        case nil: break
        }
        guard let first = parts(of: cell).first, let text = PhoneText(first), !text.digits.isEmpty else {
            return letters
        }
        return number(text, country: country).map { Reading($0) } ?? unusable(text.digits.count)
    }

    private static var letters: Reading<PhoneNumber> {
        .problem(.invalidPhone, "no telephone number found; expected digits with separators, such as 0755-83220000")
    }

    private static func unusable(_ count: Int) -> Reading<PhoneNumber> {
        .problem(
            .invalidPhone,
            "\(count) digits found that fit no known kind of number; expected a mobile number, an area code with a number, or"
                + " + with a country code")
    }

    // MARK: Taking the cell apart

    private static func withoutDecoration(_ cell: [UInt8]) -> [UInt8] {
        var scanner = ByteScanner(cell)
        while scanner.accept(anyOf: ["'", "tel:", "tel.", "tel", "phone:", "mobile:", "手机", "电话", ":", " "]) {}
        var rest = Array(scanner.rest)
        // A number that was a floating-point value on its way: 13800138000.0.
        if rest.suffix(2) == [0x2E, 0x30], rest.dropLast(2).allSatisfy(isDigit) { rest.removeLast(2) }
        return rest
    }

    /// The cell split where another number begins; `;ext=` belongs to the number before it.
    private static func parts(of cell: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var scanner = ByteScanner(cell)
        while let byte = scanner.next {
            if scanner.accept(anyOf: [";ext=", ";ext"]) {
                parts[parts.count - 1] += Array("x".utf8)
            } else if scanner.accept(anyOf: ["/", ";", ",", "|", "、", "或", "\\"]) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
                scanner.advance()
            }
        }
        return parts.filter { $0.contains(where: isDigit) }
    }

    // MARK: Rules of countries

    private static func number(_ text: PhoneText, country: String?) -> PhoneNumber? {
        if let whole = number(text.digits, hasPlus: text.hasPlus, country: country) {
            return text.ext.isEmpty ? whole : whole.with(ext: text.ext)
        }
        // 0755-83220000-801: a last group that is too much is an extension.
        guard text.ext.isEmpty, text.groups.count >= 2, let last = text.groups.last, (1...5).contains(last.count) else {
            return nil
        }
        let head = Array(text.groups.dropLast().joined())
        return number(head, hasPlus: text.hasPlus, country: country)?.with(ext: last)
    }

    private func with(ext: [UInt8]) -> PhoneNumber {
        PhoneNumber(text: text + ";ext=" + String(decoding: ext, as: UTF8.self), kind: kind)
    }

    private static func number(_ digits: [UInt8], hasPlus: Bool, country: String?) -> PhoneNumber? {
        var digits = digits[...]
        var isInternational = hasPlus
        if !hasPlus, digits.starts(with: [0x30, 0x30]), digits.count > 10 {
            digits = digits.dropFirst(2)
            isInternational = true
        }
        if isInternational { return international(digits) }
        switch country {
        case nil, "CN":
            if let national = chinese(digits, needsTrunkPrefix: true) { return national }
            return digits.starts(with: [0x38, 0x36]) && digits.count > 11 ? chinese(digits.dropFirst(2)) : nil
        case "US", "CA": return northAmerican(digits.count == 11 && digits.first == 0x31 ? digits.dropFirst() : digits)
        default: return nil
        }
    }

    private static func international(_ digits: ArraySlice<UInt8>) -> PhoneNumber? {
        guard let first = digits.first, first != 0x30, (7...15).contains(digits.count) else { return nil }
        if digits.starts(with: [0x38, 0x36]) { return chinese(digits.dropFirst(2)) }
        if first == 0x31 { return northAmerican(digits.dropFirst()) }
        return PhoneNumber(text: "+" + String(decoding: digits, as: UTF8.self), kind: .other)
    }

    private static func northAmerican(_ digits: ArraySlice<UInt8>) -> PhoneNumber? {
        let digits = Array(digits)
        guard digits.count == 10, (0x32...0x39).contains(digits[0]), (0x32...0x39).contains(digits[3]) else {
            return nil
        }
        return PhoneNumber(text: "+1" + String(decoding: digits, as: UTF8.self), kind: .other)
    }

    /// A number inside China. An area code has the trunk prefix 0 in front, except after the country's code.
    private static func chinese(_ digits: ArraySlice<UInt8>, needsTrunkPrefix: Bool = false) -> PhoneNumber? {
        let national = digits.first == 0x30 ? digits.dropFirst() : digits
        let text = String(decoding: national, as: UTF8.self)
        let hasTrunkPrefix = national.count < digits.count
        let mayBeArea = hasTrunkPrefix || !needsTrunkPrefix
        let second = national.dropFirst().first ?? 0
        switch (national.first ?? 0, national.count) {
        case (0x31, 11) where second >= 0x33:
            return PhoneNumber(text: "+86" + text, kind: .mobile)
        case (0x34, 10) where text.hasPrefix("400") && !hasTrunkPrefix,
            (0x38, 10) where text.hasPrefix("800") && !hasTrunkPrefix:
            return PhoneNumber(text: "+86" + text, kind: .landline)
        // Beijing (010) and 02x have 8 digits more, the areas with a code of three digits 7 or 8.
        case (0x31, 10) where mayBeArea && second == 0x30, (0x32, 10) where mayBeArea,
            (0x33...0x39, 10...11) where mayBeArea:
            return PhoneNumber(text: "+86" + text, kind: .landline)
        default: return nil
        }
    }
}

/// One written number: its digits in groups, its extension.
private struct PhoneText {
    var hasPlus = false
    /// Runs of digits between separators.
    var groups: [[UInt8]] = [[]]
    var ext: [UInt8] = []
    var digits: [UInt8] { Array(groups.joined()) }

    /// `nil` where there is anything but digits, separators and an extension.
    init?(_ text: [UInt8]) {
        var scanner = ByteScanner(text)
        scanner.skipBlanks()
        while scanner.accept("(") {}
        hasPlus = scanner.accept("+")
        while let byte = scanner.next {
            if isDigit(byte) {
                groups[groups.count - 1].append(byte)
                scanner.advance()
            } else if hasPlus, scanner.accept("(0)") {
                continue
            } else if scanner.accept(anyOf: ["分机号", "分机", "转", "extension", "ext.", "ext", "x", "#"]) {
                _ = scanner.accept(anyOf: [":", "="])
                scanner.skipBlanks()
                while let digit = scanner.next, isDigit(digit) {
                    ext.append(digit)
                    scanner.advance()
                }
                scanner.skipBlanks()
                guard scanner.isAtEnd, (1...6).contains(ext.count) else { return nil }
            } else if scanner.accept(anyOf: ["-", " ", "(", ")", ".", "—", "–", "‐", "‑", "－", "_"]) {
                if groups.last?.isEmpty == false { groups.append([]) }
            } else {
                return nil
            }
        }
        if groups.last?.isEmpty == true, groups.count > 1 { groups.removeLast() }
    }
}
