/// `1.38E+10`: what a spreadsheet makes of a long number in a cell that it takes for an amount.
enum ScientificNotation {
    enum Digits: Equatable {
        case all([UInt8])
        /// The notation shows fewer digits than the number had, or cannot say.
        case lost
    }

    /// What a spreadsheet did to an id: it shows twelve digits or more in scientific notation, which has a plus sign, and
    /// keeps fifteen, so that an id of sixteen or more which ends in zeros from there on, three at least, has likely lost
    /// its end. `nil`: nothing that shows.
    static func damage(of id: Bytes) -> Problem? {
        if digits(of: id) == .lost, id.contains(UInt8(ascii: "+")) {
            return Problem(.lostDigits, "a spreadsheet rounded the id to scientific notation; export it again as text")
        }
        guard id.count >= 16, id.allSatisfy(isDigit), id.part(from: min(15, id.count - 3)).allSatisfy({ $0 == 0x30 })
        else { return nil }
        return Problem(
            .lostDigits,
            "the id ends as if a spreadsheet had rounded it to 15 digits; compare it with its origin, and export it again as text"
        )
    }

    /// The digits of a number in scientific notation; `nil` for a text that is not in it.
    static func digits(of text: Bytes) -> Digits? {
        guard text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
        var scanner = ByteScanner(text)
        var mantissa: [UInt8] = []
        var fraction = 0
        while let byte = scanner.next, isDigit(byte) {
            mantissa.append(byte)
            scanner.advance()
        }
        guard mantissa.count == 1, scanner.accept(".") || scanner.next.map(lowercased) == 0x65 else { return nil }
        while let byte = scanner.next, isDigit(byte) {
            mantissa.append(byte)
            fraction += 1
            scanner.advance()
        }
        guard scanner.accept("e"), scanner.accept("+") || scanner.next.map(isDigit) == true,
            let exponent = scanner.number()?.value, scanner.isAtEnd
        else { return nil }
        return fraction == exponent ? .all(mantissa) : .lost
    }
}
