import Records

extension DateReader {
    /// `0000-00-00`, as MySQL writes no date, and day 0 of a spreadsheet, `1900-01-00`.
    func isZeroDate(_ text: Bytes) -> Bool {
        if text.allSatisfy({ $0 == 0x30 || $0 == 0x2D || $0 == 0x2F || $0 == 0x3A || $0 == 0x20 || $0 == 0x2E }) {
            return true
        }
        var scanner = ByteScanner(text)
        return scanner.accept(anyOf: ["1900-01-00", "1900/1/0", "1900/01/00", "1/0/1900", "0/1/1900", "00/01/1900"])
            && scanner.rest.allSatisfy { $0 == 0x30 || $0 == 0x3A || $0 == 0x20 }
    }

    /// A date of a form that only a column, or the user, can tell; `nil`: the text has another.
    static func read(_ given: ByteScanner, as form: ColumnConventions.DateForm) -> DateText? {
        switch form {
        case .epochSeconds: epoch(given, unitsPerSecond: 1)
        case .epochMilliseconds: epoch(given, unitsPerSecond: 1_000)
        case .republican: republican(given)
        case .excel1900: spreadsheetDay(given)
        case .excel1904: spreadsheetDay(given, from1904: true)
        }
    }

    /// Seconds or milliseconds since 1970-01-01T00:00:00Z, up to the year 9999.
    private static func epoch(_ given: ByteScanner, unitsPerSecond: Int) -> DateText? {
        var scanner = given
        var count = 0
        guard (1...15).contains(scanner.digitCount) else { return nil }
        while let byte = scanner.next, isDigit(byte) {
            count = count * 10 + Int(byte - 0x30)
            scanner.advance()
        }
        let seconds = count / unitsPerSecond
        guard scanner.isAtEnd, seconds < 253_402_300_800 else { return nil }
        return DateText(
            date: BusinessDate(dayNumber: seconds / 86_400), secondOfDay: seconds % 86_400, offset: 0)
    }

    /// `115/11/23`, `99-1-5`, `1151123`: years of the Republic of China, whose first is 1912.
    private static func republican(_ given: ByteScanner) -> DateText? {
        var scanner = given
        var (year, month, day) = (0, 0, 0)
        if [6, 7].contains(scanner.digitCount), let whole = scanner.number()?.value {
            (year, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100)
        } else {
            guard let first = scanner.number(), first.digits <= 3, scanner.accept(anyOf: ["/", "-", ".", "年"]),
                let second = scanner.number(), scanner.accept(anyOf: ["/", "-", ".", "月"]), let third = scanner.number()
            else { return nil }
            _ = scanner.accept("日")
            (year, month, day) = (first.value, second.value, third.value)
        }
        guard let date = try? Self.day(year + 1911, month, day) else { return nil }
        var text = DateText(date: date)
        guard (try? DateReader(order: nil).time(&scanner, into: &text)) != nil else { return nil }
        return text
    }

    /// A spreadsheet's day number with a fraction for the time; only some 80 years around today, so that no other number
    /// is taken for one. Days count from 1899-12-30, where the 1900 that had no 29th of February is left out, or from
    /// 1904-01-01.
    static func spreadsheetDay(_ given: ByteScanner, from1904: Bool = false) -> DateText? {
        var scanner = given
        guard let (days, digits) = scanner.number(), digits == 5, (25_000...60_000).contains(days) else { return nil }
        // 1982 to 2064; days that count from 1904 are four years less.
        guard from1904 || days >= 30_000 else { return nil }
        var text = DateText(date: BusinessDate(dayNumber: days - (from1904 ? 24_107 : 25_569)))
        if scanner.accept(".") {
            var (part, scale) = (0, 1)
            while let byte = scanner.next, isDigit(byte) {
                if scale < 1_000_000_000 { (part, scale) = (part * 10 + Int(byte - 0x30), scale * 10) }
                scanner.advance()
            }
            if part > 0 { text.secondOfDay = min(86_399, (part * 86_400 + scale / 2) / scale) }
        }
        return scanner.isAtEnd ? text : nil
    }
}
