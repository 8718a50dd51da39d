import Records
import Testing

@testable import Ingestion

@Suite("How a file writes its dates and amounts")
struct ConventionDetectionTests {
    typealias Order = ValueConventions.DateOrder

    @Test(
        "a short date is a day in some orders and not in others",
        arguments: [
            ("25/03/2026", [.dayMonthYear]), ("3/25/2026 10:00", [.monthDayYear]),
            ("03/04/2026", [.dayMonthYear, .monthDayYear]), ("3-4-26", [.dayMonthYear, .monthDayYear, .yearMonthDay]),
            ("25.12.26", [.dayMonthYear, .yearMonthDay]), ("25.12.99", [.dayMonthYear]), ("99/12/25", [.yearMonthDay]),
            ("12/25/26", [.monthDayYear]), ("2026-03-25", nil), ("05/05/2026", nil), ("40/40/40", nil), ("", nil),
        ] as [(String, Set<ValueConventions.DateOrder>?)])
    func orders(cell: String, orders: Set<Order>?) {
        #expect(ValueEvidence.orders(of: Array(cell.utf8)) == orders)
    }

    @Test(
        "a number is one with some separators and not with others",
        arguments: [
            ("1.234,56", [","]), ("1,234.56", ["."]), ("1,234,567", ["."]), ("12,5", [","]), ("1 234,56", [","]),
            ("1.234", [".", ","]), ("1,234", [".", ","]), ("0.125", ["."]), ("1234.567", ["."]), ("8.48E10", nil),
            ("1234", nil), ("1.2万", ["."]),
        ] as [(String, Set<Character>?)])
    func separators(cell: String, separators: Set<Character>?) {
        #expect(ValueEvidence.separators(of: Array(cell.utf8)) == separators)
    }

    /// A list of customers with these columns behind the name.
    private func open(
        _ columns: [(String, [String])], options: ImportOptions = ImportOptions()
    ) throws -> ExportFile {
        let rows = (0..<(columns.map(\.1.count).max() ?? 0)).map { row in
            "\(row);N\(row);" + columns.map { $0.1.indices.contains(row) ? $0.1[row] : "" }.joined(separator: ";")
        }
        let header = "customer_id;customer_name;" + columns.map(\.0).joined(separator: ";")
        return try ExportFile.open(
            ([header] + rows).joined(separator: "\n") + "\n", name: "customers.csv", options: options)
    }

    @Test("what all columns agree on is the file's, and columns that do not tell are read alike")
    func file() throws {
        let file = try open([
            ("created_at", ["25/04/2026", "03/04/2026", "26/04/2026"]), ("updated_at", ["05/06/2026"]),
            ("revenue", ["1.234,56", "7,50", "1.000"]),
        ])
        #expect(file.conventions.dateOrder == .dayMonthYear)
        #expect(file.conventions.decimalSeparator == ",")
        #expect(file.conventions.columns.isEmpty)
        #expect(
            file.conventionReasons == [
                "dates: dmy, 66 % sure: 2 of the first cells can only be so; updated_at read alike",
                "decimals: ',', 66 % sure: 2 of the first cells can only be so",
            ])
    }

    @Test("two columns that differ are each read in their own way, and one that does not tell is left to be flagged")
    func columnsDiffer() throws {
        let file = try open([
            ("created_at", ["25/04/2026", "03/04/2026", "26/04/2026"]), ("updated_at", ["04/25/2026", "03/04/2026"]),
            ("owned_since", ["05/06/2026", "07/08/2026"]),
            ("revenue", ["1.234,56", "2.345,67", "1.000"]), ("assets", ["1,234.56", "2,345.67", "1.000"]),
        ])
        #expect(file.conventions.dateOrder == nil)
        #expect(file.conventions.decimalSeparator == nil)
        #expect(file.conventions.columns[.createdAt]?.dateOrder == .dayMonthYear)
        #expect(file.conventions.columns[.updatedAt]?.dateOrder == .monthDayYear)
        #expect(file.conventions.columns[.ownedSince] == nil)
        #expect(file.conventions.columns[.revenue]?.decimalSeparator == ",")
        #expect(file.conventions.columns[.assets]?.decimalSeparator == ".")
        #expect(
            file.conventionReasons == [
                "created_at: dmy, 66 % sure: 2 of its first cells can only be so",
                "updated_at: mdy, 50 % sure: 1 of its first cells can only be so",
                "owned_since: day and month cannot be told apart in 2 of its first cells: those that can be read in two ways are "
                    + "flagged; say it with --dates owned_since=dmy or --dates owned_since=mdy",
                "revenue: ',', 66 % sure: 2 of its first cells can only be so",
                "assets: '.', 66 % sure: 2 of its first cells can only be so",
            ])
    }

    @Test("a column that contradicts itself goes by the profile's order, and says so")
    func mixed() throws {
        let file = try ExportFile.open(
            "编号;客户名称;手机;年营收;创建时间\n1;甲;2;1.234,56;03/04/2026\n2;乙;3;7,50;25/04/2026\n3;丙;4;8,25;04/25/2026\n",
            name: "客户.csv")
        #expect(file.conventions.decimalSeparator == ",")
        #expect(file.conventions.dateOrder == .yearMonthDay)
        #expect(
            file.conventionReasons == [
                "created_at: 1 of its first cells is dmy, 1 of its first cells is mdy: those that can be read in two ways go by "
                    + "the profile (ymd); say it with --dates created_at=dmy or --dates created_at=mdy",
                "decimals: ',', 75 % sure: 3 of the first cells can only be so",
            ])
    }

    @Test("one slip among many cells does not make a column doubtful, and is counted")
    func slips() throws {
        let cells = (0..<40).map { "\(13 + $0 % 15)/04/2026" } + ["04/25/2026", "03/04/2026"]
        let file = try open([("created_at", cells)])
        #expect(file.conventions.dateOrder == .dayMonthYear)
        #expect(
            file.conventionReasons == [
                "dates: dmy, 95 % sure: 40 of the first cells can only be so, 1 can only be otherwise and is flagged"
            ])
    }

    @Test("columns of seconds since 1970 and of years of the Republic of China are known by all their cells")
    func forms() throws {
        let file = try open([
            ("created_at", ["1763977200", "1763980000"]), ("updated_at", ["1763977200000", ""]),
            ("owned_since", ["115/11/23", "1150105"]), ("pool_since", ["115/11/23", "2026-11-23"]),
        ])
        #expect(file.conventions.columns[.createdAt]?.dateForm == .epochSeconds)
        #expect(file.conventions.columns[.updatedAt]?.dateForm == .epochMilliseconds)
        #expect(file.conventions.columns[.ownedSince]?.dateForm == .republican)
        #expect(file.conventions.columns[.poolSince] == nil)
        #expect(
            file.conventionReasons == [
                "created_at: seconds since 1970: all of its first cells (2) look so",
                "updated_at: milliseconds since 1970: all of its first cells (1) look so",
                "owned_since: years of the Republic of China (民国): all of its first cells (2) look so",
            ])
    }

    @Test("what the user says goes before what the cells show")
    func options() throws {
        var options = ImportOptions()
        options.conventions.dateOrder = .monthDayYear
        options.conventions.columns[.ownedSince] = ColumnConventions(dateForm: .excel1904)
        options.conventions.columns[.revenue] = ColumnConventions(decimalSeparator: ".")
        let file = try open(
            [("created_at", ["25/04/2026"]), ("owned_since", ["43661"]), ("revenue", ["1.000"])], options: options)
        #expect(file.conventions.dateOrder == .monthDayYear)
        #expect(file.conventions.columns[.ownedSince]?.dateForm == .excel1904)
        #expect(file.conventions.columns[.revenue]?.decimalSeparator == ".")
        #expect(
            file.conventionReasons == [
                "dates: mdy, as the options say", "revenue: '.', as the options say",
                "owned_since: a spreadsheet's day numbers, counted from 1904, as the options say",
            ])
    }
}
