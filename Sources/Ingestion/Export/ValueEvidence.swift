import Records

/// What the first cells of one field show of how its dates, or its numbers, are written.
struct ValueEvidence {
    typealias Order = ValueConventions.DateOrder
    typealias Form = ColumnConventions.DateForm

    /// Cells that say anything.
    private(set) var filled = 0
    /// Cells that would be read in this way, and in another one too, as another value.
    private(set) var doubtful = 0
    /// Of short dates such as `03/04/2026`, how many are no day in this order.
    private(set) var againstOrder: [Order: Int] = [:]
    /// Of numbers with a separator, how many are no number with this decimal one.
    private(set) var againstSeparator: [Character: Int] = [:]
    /// How many cells look like a date of this form.
    private(set) var forms: [Form: Int] = [:]

    mutating func lookAtDate(_ cell: [UInt8]) {
        guard Self.says(cell) else { return }
        filled += 1
        if let form = Self.form(cell) { forms[form, default: 0] += 1 }
        guard let orders = Self.orders(of: cell) else { return }
        if orders.count > 1 { doubtful += 1 }
        for order in Order.allCases where !orders.contains(order) { againstOrder[order, default: 0] += 1 }
    }

    mutating func lookAtNumber(_ cell: [UInt8]) {
        guard Self.says(cell) else { return }
        filled += 1
        guard let separators = Self.separators(of: cell) else { return }
        // A comma before three digits groups them where nothing says otherwise.
        if separators.count > 1, cell.contains(UInt8(ascii: ".")) { doubtful += 1 }
        for separator in [".", ","] as [Character] where !separators.contains(separator) {
            againstSeparator[separator, default: 0] += 1
        }
    }

    /// The form that every cell has.
    var form: Form? { filled == 0 ? nil : Form.allCases.first { forms[$0] == filled } }

    var order: Verdict<Order> { Verdict(against: againstOrder, among: Order.allCases, least: 1) }

    /// One number with a comma before two digits may be a slip; two are none.
    var separator: Verdict<Character> { Verdict(against: againstSeparator, among: [".", ","], least: 2) }

    private static func says(_ cell: [UInt8]) -> Bool {
        // `0000-00-00` and the like say that there is no date.
        cell.contains { $0 != 0x20 && $0 != 0x30 && $0 != 0x2D && $0 != 0x2F && $0 != 0x3A }
    }

    // MARK: Dates

    /// The orders in which three short numbers are a day; `nil`: the cell is written otherwise, or is one day in all.
    static func orders(of cell: [UInt8]) -> Set<Order>? {
        let day = cell.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") }
        let parts = day.split(omittingEmptySubsequences: false) { [0x2E, 0x2F, 0x2D].contains($0) }
        guard parts.count == 3, [1, 2].contains(parts[0].count), [1, 2].contains(parts[1].count),
            [1, 2, 4].contains(parts[2].count), let first = number(parts[0]), let second = number(parts[1]),
            let third = number(parts[2])
        else { return nil }
        func isDay(_ day: Int, _ month: Int) -> Bool { (1...31).contains(day) && (1...12).contains(month) }
        var orders: Set<Order> = []
        if isDay(first, second) { orders.insert(.dayMonthYear) }
        if isDay(second, first) { orders.insert(.monthDayYear) }
        if parts[2].count <= 2, isDay(third, second) { orders.insert(.yearMonthDay) }
        if orders.isEmpty || parts[2].count == 4 && first == second { return nil }
        return orders
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...13).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// What a date that is no day as people write them looks like; a spreadsheet's day numbers look like any number, so
    /// that only the user can say that.
    static func form(_ cell: [UInt8]) -> Form? {
        let parts = cell.split(omittingEmptySubsequences: false) { [0x2E, 0x2F, 0x2D].contains($0) }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count else { return nil }
        switch (parts.count, parts[0].count) {
        case (1, 10): return isRecent(numbers[0]) ? .epochSeconds : nil
        case (1, 13): return isRecent(numbers[0] / 1_000) ? .epochMilliseconds : nil
        case (1, 7): return isRepublican(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
        case (3, 3): return isRepublican(numbers[0], numbers[1], numbers[2])
        default: return nil
        }
    }

    /// From 2000 to 2049.
    private static func isRecent(_ seconds: Int) -> Bool { (946_684_800..<2_524_608_000).contains(seconds) }

    private static func isRepublican(_ year: Int, _ month: Int, _ day: Int) -> Form? {
        (60...199).contains(year) && (1...12).contains(month) && (1...31).contains(day) ? .republican : nil
    }

    // MARK: Numbers

    /// The decimal separators with which a cell is a number; `nil`: it is without one, or no number.
    static func separators(of cell: [UInt8]) -> Set<Character>? {
        let places = cell.indices.filter { cell[$0] == 0x2E || cell[$0] == 0x2C }
        guard let last = places.last, cell.count <= 40, !cell.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return nil
        }
        let mark: Character = cell[last] == 0x2E ? "." : ","
        let other: Character = mark == "." ? "," : "."
        if Set(places.map { cell[$0] }).count == 2 {
            return places.count { cell[$0] == cell[last] } == 1 ? [mark] : nil
        }
        if places.count > 1 { return [other] }
        let before = cell[..<last].reversed().prefix { (0x30...0x39).contains($0) }.count
        let decimals = cell[(last + 1)...].prefix { (0x30...0x39).contains($0) }.count
        if decimals == 0 { return nil }
        // `0.125`: nobody groups behind a zero.
        let mayGroup = decimals == 3 && (1...3).contains(before) && cell[last - before] != 0x30
        return mayGroup ? [mark, other] : [mark]
    }
}

/// Which of several ways of writing a column's cells allow.
struct Verdict<Way: Hashable> {
    enum Answer: Equatable {
        /// One way; so many cells can be read in no other, and so many not in this one.
        case told(Way, cells: Int, others: Int)
        /// Cells that contradict each other: how many can only be read in each way.
        case mixed([Way: Int])
        case silent
    }

    var answer: Answer

    /// `against`: how many cells cannot be read in each way. A way is told where at least `least` cells speak against
    /// every other, and twenty times as many as against it: those few are slips, and flagged.
    init(against: [Way: Int], among ways: [Way], least: Int) {
        func count(_ way: Way) -> Int { against[way] ?? 0 }
        for way in ways {
            let others = ways.filter { $0 != way }.map(count).min() ?? 0
            if others >= least, count(way) * 20 <= others {
                answer = .told(way, cells: others, others: count(way))
                return
            }
        }
        // Every way has cells against it: none is the column's.
        answer = ways.allSatisfy { count($0) > 0 } ? .mixed(against) : .silent
    }
}
