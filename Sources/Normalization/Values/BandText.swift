import Records

/// Reads counts that may be ranges, such as a number of employees.
struct BandReader: Sendable {
    var separator: UInt8?

    init(separator: Character?) { self.separator = separator?.asciiValue }

    /// `120`, `51-200`, `20人以下` (up to 20), `500人以上` (from 500), `少于50人` (up to 49), `1000+`, `>500` (from 501).
    ///
    /// `10-Jan` was `10-1` or `1-10` before a spreadsheet made a date of it: flagged, since nobody can say which.
    func read(_ cleaned: Bytes) -> Reading<Band> {
        guard !cleaned.isEmpty else { return .nothing }
        if isDate(cleaned) {
            return .problem(
                .excelDate, "a spreadsheet made a date of a range such as 1-10; export the range again as text")
        }
        do throws(Problem) {
            let band = try band(cleaned)
            guard band.low <= band.high ?? .max else { throw Self.invalid }
            guard max(band.low, band.high ?? 0) <= 10_000_000 else { throw DecimalNumber.implausible }
            return Reading(band)
        } catch {
            return Reading(nil, problem: error)
        }
    }

    static let invalid = Problem(.invalidNumber, "no count found; expected a number or a range such as 51-200 or 500+")

    private func band(_ cleaned: Bytes) throws(Problem) -> Band {
        var scanner = ByteScanner(cleaned)
        _ = scanner.accept("'")
        _ = scanner.accept(anyOf: ["约", "大约", "about ", "approx. ", "approx ", "~"])
        let bound = Bound.before(&scanner)
        scanner.skipBlanks()
        let first = try count(&scanner)
        if bound == nil, scanner.accept(anyOf: ["-", "~", "–", "—", "−", "〜", "至", "到", "to ", "and "]) {
            scanner.skipBlanks()
            let second = try count(&scanner)
            try end(&scanner)
            return Band(low: first, high: second)
        }
        let last = Bound.after(&scanner)
        try end(&scanner)
        switch (bound ?? last, last) {
        case (nil, _): return Band(first)
        case (.from, _): return Band(low: first, high: nil)
        case (.above, _): return Band(low: first + 1, high: nil)
        case (.upTo, _): return Band(low: 0, high: first)
        case (.below, _): return Band(low: 0, high: max(0, first - 1))
        }
    }

    private enum Bound {
        case from, above, upTo, below

        static func before(_ scanner: inout ByteScanner) -> Bound? {
            if scanner.accept(anyOf: [">=", "≥", "不少于", "至少", "at least "]) { return .from }
            if scanner.accept(anyOf: ["<=", "≤", "不超过", "最多", "up to "]) { return .upTo }
            if scanner.accept(anyOf: [">", "超过", "多于", "大于", "over ", "more than "]) { return .above }
            if scanner.accept(anyOf: ["<", "少于", "不足", "小于", "不到", "under ", "less than ", "fewer than "]) {
                return .below
            }
            return nil
        }

        static func after(_ scanner: inout ByteScanner) -> Bound? {
            if scanner.accept(anyOf: ["+", "以上", "及以上", "或以上", "余人", "多人", "and more", "or more"]) { return .from }
            if scanner.accept(anyOf: ["以下", "及以下", "以内", "之内", "or less", "or fewer"]) { return .upTo }
            return nil
        }
    }

    private func count(_ scanner: inout ByteScanner) throws(Problem) -> Int {
        let number = try DecimalNumber.read(&scanner, separator: separator)
        guard let value = number.scaled(by: 0).flatMap({ Int(exactly: $0) }), value < .max else {
            throw DecimalNumber.implausible
        }
        Self.skipUnit(&scanner)
        return value
    }

    private func end(_ scanner: inout ByteScanner) throws(Problem) {
        Self.skipUnit(&scanner)
        guard scanner.isAtEnd else { throw Self.invalid }
    }

    private static func skipUnit(_ scanner: inout ByteScanner) {
        scanner.skipBlanks()
        _ = scanner.accept(anyOf: ["employees", "employee", "people", "persons", "人", "名员工", "名", "员工"])
        scanner.skipBlanks()
    }

    private func isDate(_ cleaned: Bytes) -> Bool {
        var scanner = ByteScanner(cleaned)
        while !scanner.isAtEnd {
            if MonthName.accept(&scanner) != nil || scanner.accept("月") { return true }
            scanner.advance()
        }
        guard cleaned.contains(UInt8(ascii: "-")) || cleaned.contains(UInt8(ascii: "/")) else { return false }
        return DateReader(order: .monthDayYear).read(cleaned).value != nil
    }
}
