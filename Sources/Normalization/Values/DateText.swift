import Records

/// A day with, perhaps, a time of day and an offset from Greenwich, as a cell has it.
struct DateText: Equatable, Sendable {
    var date: BusinessDate
    var secondOfDay: Int?
    /// Seconds east of Greenwich, where the text says so.
    var offset: Int64?

    /// The moment; a day without a time of day is its start, or its last second where `missingTimeIsEnd`.
    func instant(in zone: Zone, missingTimeIsEnd: Bool = false) -> Instant {
        guard let secondOfDay else { return missingTimeIsEnd ? zone.end(of: date) : zone.start(of: date) }
        guard let offset else { return zone.instant(date, secondOfDay: secondOfDay) }
        return Instant(epochSeconds: Int64(date.dayNumber) * 86_400 + Int64(secondOfDay) - offset)
    }

    /// The calendar day in `zone`.
    func date(in zone: Zone) -> BusinessDate {
        secondOfDay != nil && offset != nil ? zone.date(of: instant(in: zone)) : date
    }
}

/// Reads dates and times in the ways that exports write them.
struct DateReader: Sendable {
    /// How `03/04/2026` is read; `nil`: only where one reading is a date.
    var order: ValueConventions.DateOrder?
    /// What the column's dates are where they are no days as people write them.
    var form: ColumnConventions.DateForm?

    /// Reads a cleaned text. A spreadsheet's day number is converted, and flagged for a look unless the form says so: a
    /// workbook may count from 1904.
    func read(_ cleaned: Bytes) -> Reading<DateText> {
        guard !cleaned.isEmpty, !isZeroDate(cleaned) else { return .nothing }
        var scanner = ByteScanner(cleaned)
        _ = scanner.accept("'")
        if let form, let formed = Self.read(scanner, as: form) { return Reading(formed) }
        if let serial = Self.spreadsheetDay(scanner) {
            return Reading(
                serial,
                problem: Problem(
                    .excelDate,
                    "a spreadsheet's day number found; it was read as \(serial.date), counted from 1900: confirm it, or correct "
                        + "it, with --dates excel_1900 or excel_1904"))
        }
        do throws(Problem) {
            var text = DateText(date: try date(&scanner))
            try time(&scanner, into: &text)
            return Reading(text)
        } catch {
            return Reading(nil, problem: error)
        }
    }

    // MARK: The day

    private func date(_ scanner: inout ByteScanner) throws(Problem) -> BusinessDate {
        if scanner.accept(anyOf: ["民国", "民國"]) { return try republicanDate(&scanner) }
        if scanner.digitCount == 3 { return try republicanDate(&scanner, isNamed: false) }
        if let month = MonthName.accept(&scanner) { return try monthFirst(month, &scanner) }
        if [8, 12, 14].contains(scanner.digitCount), let whole = scanner.number(length: 8)?.value {
            return try Self.day(whole / 10_000, whole / 100 % 100, whole % 100)
        }
        guard let first = scanner.number(), first.digits <= 4, first.digits != 3 else { throw Self.invalid }
        if scanner.accept("年") {
            // 99年 is 1999 in Beijing and 2010 in Taipei; 26年 is no year of the past in either.
            if first.digits <= 2, first.value > 60 { throw Self.ambiguousYear }
            return try monthAndDay(of: first.digits == 4 ? first.value : 2000 + first.value, &scanner)
        }
        guard separator(&scanner) || scanner.next.map(isLetter) == true else { throw Self.invalid }
        if let month = MonthName.accept(&scanner) {
            _ = separator(&scanner)
            guard let last = scanner.number() else { throw Self.invalid }
            return first.digits == 4
                ? try Self.day(first.value, month, last.value) : try Self.day(Self.fullYear(last), month, first.value)
        }
        if first.digits == 4 { return try monthAndDay(of: first.value, &scanner) }
        return try shortDate(first, &scanner)
    }

    /// `1/5`, `1月5日` after a year and its separator.
    private func monthAndDay(of year: Int, _ scanner: inout ByteScanner) throws(Problem) -> BusinessDate {
        scanner.skipBlanks()
        guard let month = scanner.number(), separator(&scanner) || scanner.accept("月") else { throw Self.invalid }
        scanner.skipBlanks()
        guard let day = scanner.number() else { throw Self.invalid }
        _ = scanner.accept(anyOf: ["日", "号", "號"])
        return try Self.day(year, month.value, day.value)
    }

    /// Behind 民国; without it, three digits and 年 are such a year too.
    private func republicanDate(
        _ scanner: inout ByteScanner, isNamed: Bool = true
    ) throws(Problem) -> BusinessDate {
        scanner.skipBlanks()
        guard let year = scanner.number(), year.digits <= 3, scanner.accept("年") || isNamed && separator(&scanner)
        else {
            throw Self.invalid
        }
        return try monthAndDay(of: year.value + 1911, &scanner)
    }

    private func monthFirst(_ month: Int, _ scanner: inout ByteScanner) throws(Problem) -> BusinessDate {
        _ = separator(&scanner)
        guard let day = scanner.number() else { throw Self.invalid }
        _ = scanner.accept(anyOf: ["st", "nd", "rd", "th"])
        _ = scanner.accept(",")
        _ = separator(&scanner)
        guard let year = scanner.number() else { throw Self.invalid }
        return try Self.day(Self.fullYear(year), month, day.value)
    }

    /// Three short numbers, in the order that the file's convention or the numbers themselves give.
    private func shortDate(
        _ first: (value: Int, digits: Int), _ scanner: inout ByteScanner
    ) throws(Problem) -> BusinessDate {
        guard let second = scanner.number(), separator(&scanner), let third = scanner.number() else {
            throw Self.invalid
        }
        if third.digits != 4 {
            guard third.digits <= 2, let order else { throw Self.ambiguous }
            switch order {
            case .yearMonthDay: return try Self.day(Self.fullYear(first), second.value, third.value)
            case .monthDayYear: return try Self.day(Self.fullYear(third), first.value, second.value)
            case .dayMonthYear: return try Self.day(Self.fullYear(third), second.value, first.value)
            }
        }
        switch order {
        case .monthDayYear: return try Self.day(third.value, first.value, second.value)
        case .dayMonthYear: return try Self.day(third.value, second.value, first.value)
        case .yearMonthDay, nil:
            let monthFirst = BusinessDate(year: third.value, month: first.value, day: second.value)
            let dayFirst = BusinessDate(year: third.value, month: second.value, day: first.value)
            if let monthFirst, let dayFirst, monthFirst != dayFirst { throw Self.ambiguous }
            guard let date = monthFirst ?? dayFirst else { throw Self.invalid }
            return date
        }
    }

    private func separator(_ scanner: inout ByteScanner) -> Bool {
        let hadBlank = scanner.next == 0x20
        scanner.skipBlanks()
        let hasMark = scanner.accept(anyOf: ["-", "/", "."])
        scanner.skipBlanks()
        return hasMark || hadBlank
    }

    private static func fullYear(_ year: (value: Int, digits: Int)) -> Int {
        year.digits <= 2 ? year.value + (year.value < 70 ? 2000 : 1900) : year.value
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> BusinessDate {
        guard (1900...9999).contains(year), let date = BusinessDate(year: year, month: month, day: day) else {
            throw invalid
        }
        return date
    }

    static let invalid = Problem(.invalidDate, "no date found; expected one such as 2026-01-05 or 2026-01-05 09:30:00")
    static let ambiguousYear = Problem(
        .ambiguousDate, "the year may be one of the Republic of China (民国) or one of our era; write all of it, as 2010")
    static let ambiguous = Problem(
        .ambiguousDate, "day and month cannot be told apart; write the date as 2026-01-05 or name the file's date order"
    )
}
