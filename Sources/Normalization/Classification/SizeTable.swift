import Records

/// The lower bounds of 统计上大中小微型企业划分办法（2017）.
struct SizeTable: Sendable {
    enum Indicator: String, Sendable { case employees, revenue, assets }

    struct Bounds: Sendable {
        var indicator: Indicator
        /// Lower bounds in persons or in hundredths of a yuan.
        var large: Int64
        var medium: Int64
        var small: Int64

        func size(of value: Int64) -> Size.Class {
            if value >= large { return .large }
            if value >= medium { return .medium }
            return value >= small ? .small : .micro
        }
    }

    struct Rule: Sendable {
        var name: String
        /// Empty where the rule does not cover the industries.
        var bounds: [Bounds]
        var isCovered: Bool { !bounds.isEmpty }
    }

    /// Smallest first.
    static let order: [Size.Class] = [.micro, .small, .medium, .large]

    static let shared = SizeTable()

    private var rules: [Rule] = []
    private var scopes: [(code: String, rule: Int)] = []

    private init() {
        for row in FactTable.rows("sizes.tsv") where row.count == 5 {
            // Revenue and assets stand in 10,000 yuan.
            let bounds = [
                Self.bounds(.employees, row[2], unit: 1), Self.bounds(.revenue, row[3], unit: 1_000_000),
                Self.bounds(.assets, row[4], unit: 1_000_000),
            ]
            scopes += row[1].split(separator: " ").map { (String($0), rules.count) }
            rules.append(Rule(name: row[0], bounds: bounds.compactMap(\.self)))
        }
    }

    private static func bounds(_ indicator: Indicator, _ cell: String, unit: Int64) -> Bounds? {
        let numbers = cell.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 3 else { return nil }
        return Bounds(
            indicator: indicator, large: numbers[0] * unit, medium: numbers[1] * unit, small: numbers[2] * unit)
    }

    /// The lines that may hold for a code: the one with the longest code around it, and those of parts of it.
    func rules(for code: String) -> [Rule] {
        let around = scopes.filter { code.hasPrefix($0.code) }.max { $0.code.utf8.count < $1.code.utf8.count }
        let within = scopes.filter { $0.code.utf8.count > code.utf8.count && $0.code.hasPrefix(code) }
        var found: [Int] = []
        for scope in [around].compactMap(\.self) + within where !found.contains(scope.rule) { found.append(scope.rule) }
        return found.map { rules[$0] }
    }
}
