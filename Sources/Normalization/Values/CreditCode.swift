import Records

/// 统一社会信用代码 (GB 32100-2015): 17 characters and one that checks them.
enum CreditCode {
    /// The code in upper case without blanks and hyphens, if its check character is right.
    static func read(_ cleaned: Bytes) -> Reading<String> {
        if cleaned.isEmpty { return .nothing }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cleaned.count) { code in
            var count = 0
            for byte in cleaned where byte != 0x20 && byte != 0x2D && byte != 0x27 {
                code[count] = isLetter(byte) ? byte & 0xDF : byte
                count += 1
            }
            return check(Bytes(rebasing: code[..<count]))
        }
    }

    private static func check(_ code: Bytes) -> Reading<String> {
        guard !code.isEmpty else { return .nothing }
        guard code.count == 18 else { return problem(of: code) }
        var sum = 0
        for index in 0..<17 {
            let value = values[Int(code[index])]
            guard value >= 0 else { return problem(of: code) }
            sum += value * weights[index]
        }
        let last = values[Int(code[17])]
        guard last >= 0 else { return problem(of: code) }
        guard (31 - sum % 31) % 31 == last else {
            if let rounded = ScientificNotation.damage(of: code) { return Reading(nil, problem: rounded) }
            return .problem(.wrongCheckDigit, "the last character does not fit the others: one of them is mistyped")
        }
        return Reading(code.string)
    }

    private static func problem(of code: Bytes) -> Reading<String> {
        if ScientificNotation.digits(of: code) != nil {
            return .problem(
                .lostDigits, "a spreadsheet rounded the code to scientific notation; export it again as text")
        }
        guard code.count == 18 else {
            let hint = code.count == 15 ? " (15 are a registration number of before 2015)" : ""
            return .problem(.invalidCreditCode, "\(code.count) characters found, 18 expected\(hint)")
        }
        return .problem(
            .invalidCreditCode,
            "a character found that codes never have; expected digits and letters without I, O, S, V, Z")
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// What each byte is worth; -1: it is in no code.
    private static let values: [Int] = (0...255).map { byte in alphabet.firstIndex(of: UInt8(byte)) ?? -1 }

    /// 3 to the power of the position, modulo 31; the check character has none.
    private static let weights: [Int] = (0..<17).reduce(into: []) { weights, _ in
        weights.append(weights.last.map { $0 * 3 % 31 } ?? 1)
    }
}
