import Records

extension DateReader {
    /// Reads what follows the day to the end of the text: nothing, a time of day, an offset.
    func time(_ scanner: inout ByteScanner, into text: inout DateText) throws(Problem) {
        scanner.skipBlanks()
        if scanner.accept(anyOf: ["星期", "周"]) { _ = scanner.accept(anyOf: ["一", "二", "三", "四", "五", "六", "日", "天"]) }
        scanner.skipBlanks()
        _ = scanner.accept(",")
        if scanner.next == 0x54 || scanner.next == 0x74 { scanner.advance() }
        scanner.skipBlanks()
        var half = Self.acceptHalf(&scanner)
        scanner.skipBlanks()
        let isCompact = scanner.digitCount
        if let digits = scanner.number() {
            var (hour, minute, second) = (digits.value, 0, 0)
            switch isCompact {
            case 6: (hour, minute, second) = (digits.value / 10_000, digits.value / 100 % 100, digits.value % 100)
            case 4: (hour, minute) = (digits.value / 100, digits.value % 100)
            case 1, 2: try Self.minutes(&scanner, &minute, &second)
            default: throw Self.invalid
            }
            scanner.skipBlanks()
            half = Self.acceptHalf(&scanner) ?? half
            try Self.set(&text, hour, minute, second, half)
        }
        scanner.skipBlanks()
        if let offset = Self.acceptOffset(&scanner) { text.offset = offset }
        scanner.skipBlanks()
        guard scanner.isAtEnd else { throw Self.invalid }
    }

    private static func minutes(_ scanner: inout ByteScanner, _ minute: inout Int, _ second: inout Int) throws(Problem)
    {
        guard scanner.accept(":") || scanner.accept(anyOf: ["时", "点", "時"]) else {
            // An hour by itself is a time only with am or pm.
            guard scanner.next == 0x20 || scanner.next.map(isLetter) == true else { throw invalid }
            return
        }
        guard let minutes = scanner.number(), minutes.digits <= 2 else {
            if scanner.isAtEnd { return }
            throw invalid
        }
        minute = minutes.value
        _ = scanner.accept("分")
        if scanner.accept(":") || scanner.next.map(isDigit) == true {
            guard let seconds = scanner.number(), seconds.digits <= 2 else { throw invalid }
            second = seconds.value
            _ = scanner.accept("秒")
            if scanner.accept(".") || scanner.accept(",") {
                while let byte = scanner.next, isDigit(byte) { scanner.advance() }
            }
        }
    }

    /// The part of the day that a time of twelve hours is in.
    private enum Half {
        case morning, noon, afternoon, night
    }

    private static func set(
        _ text: inout DateText, _ hour: Int, _ minute: Int, _ second: Int, _ half: Half?
    ) throws(Problem) {
        var hour = hour
        switch half {
        case .morning where hour == 12: hour = 0
        // 晚上12:30 is half an hour after this day, or before it: nobody can say.
        case .night where hour == 12: throw invalid
        case .afternoon where hour < 12, .night where (5..<12).contains(hour), .noon where hour < 11: hour += 12
        case .night where hour < 5: throw invalid
        case .morning, .noon, .afternoon, .night, nil: break
        }
        if hour == 24, minute == 0, second == 0 {
            text.date = text.date + 1
            hour = 0
        }
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { throw invalid }
        text.secondOfDay = hour * 3600 + minute * 60 + min(second, 59)
    }

    private static func acceptHalf(_ scanner: inout ByteScanner) -> Half? {
        if scanner.accept(anyOf: ["p.m.", "pm", "下午", "午後", "午后", "傍晚"]) { return .afternoon }
        if scanner.accept(anyOf: ["a.m.", "am", "上午", "午前", "早上", "凌晨", "清晨"]) { return .morning }
        if scanner.accept("中午") { return .noon }
        return scanner.accept("晚上") ? .night : nil
    }

    /// `Z`, `UTC`, `+08:00`, `+0800`, `+8`, `GMT+8`: seconds east of Greenwich.
    private static func acceptOffset(_ scanner: inout ByteScanner) -> Int64? {
        let isNamed = scanner.accept(anyOf: ["UTC", "GMT", "Z"])
        let start = scanner
        let isEast = scanner.accept("+")
        guard isEast || scanner.accept("-") else { return isNamed ? 0 : nil }
        guard let hours = scanner.number(), hours.digits <= 4 else {
            scanner = start
            return nil
        }
        var seconds = (hours.digits > 2 ? hours.value / 100 : hours.value) * 3600
        if hours.digits > 2 {
            seconds += hours.value % 100 * 60
        } else if scanner.accept(":"), let minutes = scanner.number() {
            seconds += minutes.value * 60
        }
        guard seconds <= 14 * 3600 else {
            scanner = start
            return nil
        }
        return Int64(isEast ? seconds : -seconds)
    }
}

/// English names of months and their first three letters.
enum MonthName {
    static func accept(_ scanner: inout ByteScanner) -> Int? {
        for (index, (full, short)) in names.enumerated() {
            var after = scanner
            guard after.accept(full) || after.accept(short) else { continue }
            _ = after.accept(".")
            guard after.next.map(isLetter) != true else { continue }
            scanner = after
            return index + 1
        }
        return nil
    }

    private static let names: [(StaticString, StaticString)] = [
        ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May", "May"), ("June", "Jun"),
        ("July", "Jul"), ("August", "Aug"), ("September", "Sep"), ("October", "Oct"), ("November", "Nov"),
        ("December", "Dec"),
    ]
}
