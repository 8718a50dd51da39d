import Records

/// 统一社会信用代码 (GB 32100-2015): 17 characters and one that checks them.
enum CreditCode {
    /// The code in upper case without blanks and hyphens, if its check character is right.
    static func read(_ cleaned: [UInt8]) -> Reading<String> {
        let code = cleaned.filter { $0 != 0x20 && $0 != 0x2D && $0 != 0x27 }.map { isLetter($0) ? $0 & 0xDF : $0 }
        guard !code.isEmpty else { return .nothing }
        if ScientificNotation.digits(of: code) != nil {
            return .problem(
                .lostDigits, "a spreadsheet rounded the code to scientific notation; export it again as text")
        }
        guard code.count == 18 else {
            let hint = code.count == 15 ? " (15 are a registration number of before 2015)" : ""
            return .problem(.invalidCreditCode, "\(code.count) characters found, 18 expected\(hint)")
        }
        let values = code.compactMap { alphabet.firstIndex(of: $0) }
        guard values.count == 18 else {
            return .problem(
                .invalidCreditCode,
                "a character found that codes never have; expected digits and letters without I, O, S, V, Z")
        }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard (31 - sum % 31) % 31 == values[17] else {
            return .problem(.wrongCheckDigit, "the last character does not fit the others: one of them is mistyped")
        }
        return Reading(String(decoding: code, as: UTF8.self))
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// 3 to the power of the position, modulo 31; the check character has none.
    private static let weights: [Int] = (0..<17).reduce(into: []) { weights, _ in
        weights.append(weights.last.map { $0 * 3 % 31 } ?? 1)
    }
}
