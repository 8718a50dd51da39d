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
    static func read(_ cleaned: Bytes, country: String?) -> Reading<PhoneNumber> {
        guard !cleaned.isEmpty else { return .nothing }
        if let plain = plain(cleaned, country: country) { return Reading(plain) }
        let cell = withoutDecoration(cleaned)
        switch ScientificNotation.digits(of: cell) {
        case .lost:
            return .problem(
                .lostDigits, "a spreadsheet rounded the number to scientific notation; export it again as text")
        case .all(let digits):
            return whole(digits, hasPlus: false, country: country).map { Reading($0) } ?? unusable(digits.count)
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

    /// One whole number of digits and separators, in one pass: most cells. `nil` says nothing about the cell.
    private static func plain(_ cell: Bytes, country: String?) -> PhoneNumber? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var count = 0
            let hasPlus = cell.first == UInt8(ascii: "+")
            for byte in hasPlus ? cell.part(from: 1) : cell {
                if isDigit(byte) {
                    guard count < 20 else { return nil }
                    digits[count] = byte
                    count += 1
                } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: " ") {
                    return nil
                }
            }
            return number(Bytes(rebasing: digits[..<count]), hasPlus: hasPlus, country: country)
        }
    }

    // MARK: Taking the cell apart

    private static func withoutDecoration(_ cell: Bytes) -> Bytes {
        var scanner = ByteScanner(cell)
        while scanner.accept(anyOf: ["'", "tel:", "tel.", "tel", "phone:", "mobile:", "手机", "电话", ":", " "]) {}
        let rest = scanner.rest
        // A number that was a floating-point value on its way: 13800138000.0.
        let whole = rest.part(upTo: rest.count - 2)
        return rest.count > 2 && rest[rest.count - 2] == 0x2E && rest[rest.count - 1] == 0x30
            && whole.allSatisfy(isDigit) ? whole : rest
    }

    /// The cell split where another number begins; `;ext=` belongs to the number before it.
    private static func parts(of cell: Bytes) -> [[UInt8]] {
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
        if let whole = whole(text.digits, hasPlus: text.hasPlus, country: country) {
            return text.ext.isEmpty ? whole : whole.with(ext: text.ext)
        }
        // 0755-83220000-801: a last group that is too much is an extension.
        guard text.ext.isEmpty, text.groups.count >= 2, let last = text.groups.last, (1...5).contains(last.count) else {
            return nil
        }
        let head = Array(text.groups.dropLast().joined())
        return whole(head, hasPlus: text.hasPlus, country: country)?.with(ext: last)
    }

    private static func whole(_ digits: [UInt8], hasPlus: Bool, country: String?) -> PhoneNumber? {
        digits.withUnsafeBufferPointer { number($0, hasPlus: hasPlus, country: country) }
    }

    private func with(ext: [UInt8]) -> PhoneNumber {
        PhoneNumber(text: text + ";ext=" + String(decoding: ext, as: UTF8.self), kind: kind)
    }

    private static func number(_ digits: Bytes, hasPlus: Bool, country: String?) -> PhoneNumber? {
        if hasPlus { return international(digits) }
        if digits.count > 10, digits.begins(with: "00") { return international(digits.part(from: 2)) }
        switch country {
        case nil, "CN":
            if let national = chinese(digits, needsTrunkPrefix: true) { return national }
            return digits.count > 11 && digits.begins(with: "86") ? chinese(digits.part(from: 2)) : nil
        case "US", "CA":
            let hasPrefix = digits.count == 11 && digits.begins(with: "1")
            return northAmerican(hasPrefix ? digits.part(from: 1) : digits)
        default: return nil
        }
    }

    private static func international(_ digits: Bytes) -> PhoneNumber? {
        guard let first = digits.first, first != 0x30, (7...15).contains(digits.count) else { return nil }
        if digits.begins(with: "86") { return chinese(digits.part(from: 2)) }
        if first == 0x31 { return northAmerican(digits.part(from: 1)) }
        return PhoneNumber(prefix: "+", digits, kind: .other)
    }

    private static func northAmerican(_ digits: Bytes) -> PhoneNumber? {
        guard digits.count == 10, (0x32...0x39).contains(digits[0]), (0x32...0x39).contains(digits[3]) else {
            return nil
        }
        return PhoneNumber(prefix: "+1", digits, kind: .other)
    }

    /// A number inside China. An area code has the trunk prefix 0 in front, except after the country's code.
    private static func chinese(_ digits: Bytes, needsTrunkPrefix: Bool = false) -> PhoneNumber? {
        let national = digits.first == 0x30 ? digits.part(from: 1) : digits
        let hasTrunkPrefix = national.count < digits.count
        let mayBeArea = hasTrunkPrefix || !needsTrunkPrefix
        guard national.count >= 10 else { return nil }
        switch (national[0], national.count) {
        case (0x31, 11) where national[1] >= 0x33:
            return PhoneNumber(prefix: "+86", national, kind: .mobile)
        case (0x34, 10) where national.begins(with: "400") && !hasTrunkPrefix,
            (0x38, 10) where national.begins(with: "800") && !hasTrunkPrefix:
            return PhoneNumber(prefix: "+86", national, kind: .landline)
        // Beijing (010) and 02x have 8 digits more, the areas with a code of three digits 7 or 8.
        case (0x31, 10) where mayBeArea && national[1] == 0x30, (0x32, 10) where mayBeArea,
            (0x33...0x39, 10...11) where mayBeArea:
            return PhoneNumber(prefix: "+86", national, kind: .landline)
        default: return nil
        }
    }

    private init(prefix: StaticString, _ digits: Bytes, kind: Kind) {
        let prefixLength = prefix.utf8CodeUnitCount
        text = String(unsafeUninitializedCapacity: prefixLength + digits.count) { text in
            for index in 0..<prefixLength { text[index] = prefix.utf8Start[index] }
            for index in 0..<digits.count { text[prefixLength + index] = digits[index] }
            return prefixLength + digits.count
        }
        self.kind = kind
    }

    init(text: String, kind: Kind) {
        self.text = text
        self.kind = kind
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
        guard text.withUnsafeBufferPointer({ read(ByteScanner($0)) }) else { return nil }
    }

    private mutating func read(_ given: ByteScanner) -> Bool {
        var scanner = given
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
                guard scanner.isAtEnd, (1...6).contains(ext.count) else { return false }
            } else if scanner.accept(anyOf: ["-", " ", "(", ")", ".", "—", "–", "‐", "‑", "－", "_"]) {
                if groups.last?.isEmpty == false { groups.append([]) }
            } else {
                return false
            }
        }
        if groups.last?.isEmpty == true, groups.count > 1 { groups.removeLast() }
        return true
    }
}
