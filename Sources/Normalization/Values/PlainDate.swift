import Records

extension DateText {
    /// Reads what nearly every export writes, `2026-01-05`, `2026/1/5 09:30` or `2026-01-05T09:30:15.000Z`, in one pass.
    ///
    /// `nil` says nothing about the text: `DateReader` knows every other way, and what is wrong with it.
    init?(plain text: Bytes) {
        guard (8...24).contains(text.count), let year = Self.digits(text, 0, 4), (1900...9999).contains(year) else {
            return nil
        }
        let mark = text[4]
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else { return nil }
        var index = 5
        guard let month = Self.shortNumber(text, &index), index < text.count, text[index] == mark else { return nil }
        index += 1
        guard let day = Self.shortNumber(text, &index), let date = BusinessDate(year: year, month: month, day: day)
        else { return nil }
        self.init(date: date)
        if index == text.count { return }
        guard text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "T") else { return nil }
        index += 1
        guard let second = Self.clock(text, &index) else { return nil }
        secondOfDay = second
        if index == text.count { return }
        guard index == text.count - 1, text[index] == UInt8(ascii: "Z") else { return nil }
        offset = 0
    }

    /// `9:30`, `09:30:15`, `09:30:15.123`
    private static func clock(_ text: Bytes, _ index: inout Int) -> Int? {
        guard let hour = shortNumber(text, &index), hour <= 23, let minute = part(text, &index) else { return nil }
        guard index < text.count, text[index] == UInt8(ascii: ":") else { return hour * 3600 + minute * 60 }
        guard let second = part(text, &index) else { return nil }
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            while index < text.count, isDigit(text[index]) { index += 1 }
        }
        return hour * 3600 + minute * 60 + second
    }

    /// `:30`
    private static func part(_ text: Bytes, _ index: inout Int) -> Int? {
        guard index < text.count, text[index] == UInt8(ascii: ":"), let number = digits(text, index + 1, 2), number < 60
        else { return nil }
        index += 3
        if index < text.count, isDigit(text[index]) { return nil }
        return number
    }

    /// One or two digits, and no third one.
    private static func shortNumber(_ text: Bytes, _ index: inout Int) -> Int? {
        guard index < text.count, isDigit(text[index]) else { return nil }
        var number = Int(text[index] - 0x30)
        index += 1
        if index < text.count, isDigit(text[index]) {
            number = number * 10 + Int(text[index] - 0x30)
            index += 1
        }
        return index < text.count && isDigit(text[index]) ? nil : number
    }

    private static func digits(_ text: Bytes, _ start: Int, _ count: Int) -> Int? {
        guard start + count <= text.count else { return nil }
        var number = 0
        for index in start..<(start + count) {
            guard isDigit(text[index]) else { return nil }
            number = number * 10 + Int(text[index] - 0x30)
        }
        return number
    }
}
