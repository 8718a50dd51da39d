import Records

/// Reads amounts of money, exactly: digits to minor units, never through a floating-point number.
struct MoneyReader: Sendable {
    /// `.` or `,`; `nil`: only amounts that can be read in one way.
    var separator: UInt8?

    init(separator: Character?) { self.separator = separator?.asciiValue }

    /// Reads a cleaned amount. A mark in it (`USD`, `美元`, `€`) names the currency; `$` and `¥` name the default one
    /// where that fits, and otherwise US dollars and yuan.
    func read(_ cleaned: Bytes, currency fallback: String) -> Reading<Money> {
        guard !cleaned.isEmpty else { return .nothing }
        do throws(Problem) {
            let (number, currency) = try amount(cleaned, fallback)
            guard let minorUnits = number.scaled(by: Money.minorDigits(of: currency)) else {
                throw DecimalNumber.implausible
            }
            return Reading(Money(minorUnits: minorUnits, currency: currency))
        } catch {
            return Reading(nil, problem: error)
        }
    }

    private func amount(_ cleaned: Bytes, _ fallback: String) throws(Problem) -> (DecimalNumber, String) {
        var scanner = ByteScanner(cleaned)
        _ = scanner.accept("'")
        let isBracketed = scanner.accept("(")
        var isNegative = Self.acceptMinus(&scanner) || isBracketed
        var currency = Currency.accept(&scanner, fallback: fallback)
        scanner.skipBlanks()
        isNegative = Self.acceptMinus(&scanner) || isNegative
        var number = try DecimalNumber.read(&scanner, separator: separator)
        scanner.skipBlanks()
        if let named = Currency.accept(&scanner, fallback: fallback) { currency = currency ?? named }
        _ = scanner.accept(anyOf: ["整", "正"])
        if isBracketed, !scanner.accept(")") { throw DecimalNumber.invalid }
        scanner.skipBlanks()
        isNegative = Self.acceptMinus(&scanner) || isNegative
        guard scanner.isAtEnd else { throw DecimalNumber.invalid }
        number.isNegative = isNegative
        return (number, currency ?? fallback)
    }

    private static func acceptMinus(_ scanner: inout ByteScanner) -> Bool {
        scanner.skipBlanks()
        let isMinus = scanner.accept(anyOf: ["-", "−", "–"])
        if !isMinus { _ = scanner.accept("+") }
        scanner.skipBlanks()
        return isMinus
    }
}

/// Currencies by the words and marks of exports.
enum Currency {
    /// The ISO 4217 code of a cleaned currency cell.
    static func read(_ cleaned: Bytes, fallback: String) -> Reading<String> {
        guard !cleaned.isEmpty else { return .nothing }
        var scanner = ByteScanner(cleaned)
        if let code = accept(&scanner, fallback: fallback), scanner.isAtEnd { return Reading(code) }
        if cleaned.count == 3, cleaned.allSatisfy(isLetter) {
            return Reading(String(decoding: cleaned.map { $0 & 0xDF }, as: UTF8.self))
        }
        return .problem(.unknownValue, "no known currency found; expected an ISO 4217 code such as CNY or USD")
    }

    /// Steps over a mark of a currency, the longest that comes next.
    static func accept(_ scanner: inout ByteScanner, fallback: String) -> String? {
        guard let next = scanner.next, mayBegin[Int(lowercased(next))] else { return nil }
        let rest = scanner.rest
        for (mark, code) in marks where rest.count >= mark.count {
            guard zip(rest, mark).allSatisfy({ lowercased($0) == $1 }) else { continue }
            if let last = mark.last, isLetter(last), scanner.byte(after: mark.count).map(isLetter) == true { continue }
            scanner.advance(by: mark.count)
            return code
        }
        if scanner.accept("$") { return dollars.contains(fallback) ? fallback : "USD" }
        if scanner.accept("¥") { return fallback == "JPY" ? "JPY" : "CNY" }
        if scanner.accept(anyOf: ["元", "圆", "块"]) { return dollars.contains(fallback) ? fallback : "CNY" }
        return nil
    }

    /// First bytes of all marks, of `$`, `¥` and of 元 圆 块.
    private static let mayBegin: [Bool] = (0...255).map { byte in
        [0x24, 0xC2, 0xE5].contains(byte) || marks.contains { $0.mark.first == UInt8(byte) }
    }

    private static let dollars: Set<String> = ["USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD"]

    private static let marks: [(mark: [UInt8], code: String)] = FactTable.rows("currencies.tsv").flatMap { row in
        row.count < 2 ? [] : FactTable.alternatives(row[1]).map { (Array($0.utf8), row[0]) }
    }.sorted { $0.mark.count > $1.mark.count }
}
