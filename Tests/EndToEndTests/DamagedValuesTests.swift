import Foundation
import Ingestion
import Normalization
import Records
import Rules
import Testing

/// What becomes of a cell on its way from the file to the clean record.
enum CellOutcome: Equatable, CustomStringConvertible {
    /// Read, and nothing is wrong with it.
    case kept(String)
    /// Read, and somebody is told to look at it.
    case doubted(String, ProblemCode)
    /// Left empty, and somebody is told why.
    case flagged(ProblemCode)
    /// The cell says that it says nothing.
    case nothing
    case rejected(ProblemCode)

    var description: String {
        switch self {
        case .kept(let text): "kept as \(text)"
        case .doubted(let text, let code): "kept as \(text), \(code.rawValue)"
        case .flagged(let code): "flagged \(code.rawValue)"
        case .nothing: "nothing"
        case .rejected(let code): "rejected \(code.rawValue)"
        }
    }
}

/// One cell of a list of customers: what is in it, and what must become of it.
struct DamagedCell: CustomTestStringConvertible, Sendable {
    var field: Field
    var cell: String
    var outcome: CellOutcome
    /// Other cells of the column, which show how it is written.
    var others: [String]

    init(_ field: Field, _ cell: String, _ outcome: CellOutcome, among others: [String] = []) {
        self.field = field
        self.cell = cell
        self.outcome = outcome
        self.others = others
    }

    var testDescription: String { "\(field.rawValue) '\(cell)': \(outcome)" }
}

/// The damage that spreadsheets do, one kind after the other, each in a real file that is read and normalised. Nothing is
/// guessed: what is not certain is flagged, and the cell is kept as it stood.
@Suite("Damaged values are repaired where that is certain, else flagged, and kept as they stood")
struct DamagedValuesTests {
    /// Reads `damage` as the first row of a CSV file with its column.
    private func outcome(of damage: DamagedCell, options: ImportOptions = ImportOptions()) throws -> CellOutcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gonghai-damage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "customers.csv").path
        let columns = ["id", "name", "country"].filter { $0 != damage.field.rawValue } + [damage.field.rawValue]
        var lines = [columns.joined(separator: ",")]
        for (index, cell) in ([damage.cell] + damage.others).enumerated() {
            let others = ["id": "K\(index)", "name": "华强电子有限公司\(index)", "country": "CN"]
            let isPlain = !cell.contains { ",\"\n".contains($0) } || cell.hasPrefix("=\"")
            let quoted = isPlain ? cell : "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\""
            lines.append((columns.dropLast().map { others[$0] ?? "" } + [quoted]).joined(separator: ","))
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)

        var options = options
        options.entity = .customers
        let file = try ExportFile.open(path: path, shownAs: "customers.csv", options: options)
        var first: ReadRow?
        _ = try file.read { if first == nil { first = $0 } }
        guard case .record(let record) = try #require(first) else { return .rejected(.raggedRow) }
        #expect(record.cells[columns.count - 1] == damage.cell, "the cell is kept as it stood")
        let zone = try #require(Zone(named: "Asia/Shanghai"))
        let normalizer = Normalizer(
            rules: Rules(zone: zone), conventions: file.conventions,
            asOf: try #require(BusinessDate(iso: "2026-11-23")))
        switch normalizer.customer(record) {
        case .rejected(let reject):
            #expect(reject.cells == record.cells)
            return .rejected(reject.code)
        case .accepted(let row):
            let flags = row.flags.filter { $0.field == damage.field }
            let value = Self.value(of: damage, in: row, zone)
            #expect(flags.count <= 1)
            for flag in flags { #expect(flag.raw == record.texts[damage.field]) }
            switch (value, flags.first) {
            case (let value?, let flag?): return .doubted(value, flag.code)
            case (let value?, nil): return .kept(value)
            case (nil, let flag?): return .flagged(flag.code)
            case (nil, nil): return .nothing
            }
        }
    }

    private static func value(of damage: DamagedCell, in row: Row<CustomerRecord>, _ zone: Zone) -> String? {
        let customer = row.value.customer
        return switch damage.field {
        // Where the id is lost, other cells make one.
        case .id: damage.cell.contains(row.key.externalID) ? row.key.externalID : nil
        case .name: customer.name
        case .creditCode: customer.creditCode
        // A number in the other's place is moved there.
        case .mobile, .phone: customer.mobile ?? customer.phone
        case .employees: customer.employees?.text
        case .revenue: customer.revenue?.majorUnits
        case .ownedSince: row.value.ownership.ownedSince.map { zone.iso($0) }
        case .notes: customer.notes
        case .owner: row.value.ownership.owner?.text
        default: nil
        }
    }

    private static let mobile = "+8613800138000"
    private static let january = "2026-01-05T00:00:00+08:00"

    static let phonesCells: [DamagedCell] = [
        DamagedCell(.mobile, "1.38E+10", .flagged(.lostDigits)),
        DamagedCell(.mobile, "1.38001E+10", .flagged(.lostDigits)),
        DamagedCell(.mobile, "1.3800138000E+10", .kept(mobile)),
        DamagedCell(.mobile, "13800138000.0", .kept(mobile)),
        DamagedCell(.mobile, "'+8613800138000", .kept(mobile)),
        DamagedCell(.mobile, "'13800138000", .kept(mobile)),
        DamagedCell(.mobile, "=\"13800138000\"", .kept(mobile)),
        DamagedCell(.mobile, "8613800138000", .kept(mobile)),
        DamagedCell(.mobile, "１３８００１３８０００", .kept(mobile)),
        DamagedCell(.mobile, "138\u{A0}0013\u{2009}8000", .kept(mobile)),
        DamagedCell(.mobile, "\u{202A}13800138000\u{202C}", .kept(mobile)),
        DamagedCell(.phone, "75583220000", .flagged(.invalidPhone)),
        DamagedCell(.phone, "0755-83220000", .kept("+8675583220000")),
        DamagedCell(.phone, "#######", .flagged(.invalidPhone)),
        DamagedCell(.phone, "83220000", .flagged(.invalidPhone)),
    ]

    static let idsCells: [DamagedCell] = [
        DamagedCell(.id, "=\"00123\"", .kept("00123")),
        DamagedCell(.id, "'00123", .kept("00123")),
        DamagedCell(.id, "00123", .kept("00123")),
        // Zeros that are gone cannot be put back: 123 is another id.
        DamagedCell(.id, "123", .kept("123")),
        DamagedCell(.id, "919325000000064034", .kept("919325000000064034")),
        DamagedCell(.id, "919325000000064000", .doubted("919325000000064000", .lostDigits)),
        DamagedCell(.id, "1234567890123000", .doubted("1234567890123000", .lostDigits)),
        DamagedCell(.id, "123456789012000", .kept("123456789012000")),
        DamagedCell(.id, "9.19325E+17", .flagged(.lostDigits)),
        DamagedCell(.id, "2E5", .kept("2E5")),
        DamagedCell(.owner, "2.02E+20", .doubted("2.02E+20", .lostDigits)),
        DamagedCell(.creditCode, "91440300708461136T", .kept("91440300708461136T")),
        DamagedCell(.creditCode, "'91440300708461136t", .kept("91440300708461136T")),
        DamagedCell(.creditCode, "=\"91440300708461136T\"", .kept("91440300708461136T")),
        DamagedCell(.creditCode, "9.14403E+17", .flagged(.lostDigits)),
        DamagedCell(.creditCode, "914403007084611000", .flagged(.lostDigits)),
    ]

    static let daysCells: [DamagedCell] = [
        DamagedCell(.ownedSince, "45123", .doubted("2023-07-16T00:00:00+08:00", .excelDate)),
        DamagedCell(.ownedSince, "45123.75", .doubted("2023-07-16T18:00:00+08:00", .excelDate)),
        DamagedCell(.ownedSince, "2026/1/5", .kept(january)), DamagedCell(.ownedSince, "2026.1.5", .kept(january)),
        DamagedCell(.ownedSince, "2026年1月5日", .kept(january)), DamagedCell(.ownedSince, "20260105", .kept(january)),
        DamagedCell(.ownedSince, "２０２６－０１－０５", .kept(january)), DamagedCell(.ownedSince, "5-Jan-26", .kept(january)),
        DamagedCell(.ownedSince, "5 January 2026", .kept(january)),
        DamagedCell(.ownedSince, "Jan 5, 2026", .kept(january)),
        DamagedCell(.ownedSince, "民国115年1月5日", .kept(january)), DamagedCell(.ownedSince, "民國115/1/5", .kept(january)),
        DamagedCell(.ownedSince, "115年1月5日", .kept(january)),
        DamagedCell(.ownedSince, "115/01/05", .kept(january), among: ["114/12/31", "1150210"]),
        DamagedCell(.ownedSince, "115/01/05", .flagged(.invalidDate), among: ["2026-01-05"]),
        DamagedCell(.ownedSince, "26年1月5日", .kept(january)),
        DamagedCell(.ownedSince, "99年1月5日", .flagged(.ambiguousDate)),
        DamagedCell(.ownedSince, "25/12/2025", .kept("2025-12-25T00:00:00+08:00")),
        DamagedCell(.ownedSince, "12/25/2025", .kept("2025-12-25T00:00:00+08:00")),
        DamagedCell(.ownedSince, "05/01/2026", .flagged(.ambiguousDate)),
        DamagedCell(.ownedSince, "05/01/2026", .kept(january), among: ["25/12/2025"]),
        DamagedCell(.ownedSince, "01/05/2026", .kept(january), among: ["12/25/2025"]),
        DamagedCell(.ownedSince, "05/01/2026", .flagged(.ambiguousDate), among: ["25/12/2025", "12/25/2025"]),
        DamagedCell(.ownedSince, "05.01.26", .flagged(.ambiguousDate)),
        DamagedCell(.ownedSince, "05.01.26", .kept(january), among: ["31.12.99"]),
        DamagedCell(.ownedSince, "26/1/5", .kept(january), among: ["99/12/31"]),
        DamagedCell(.ownedSince, "1763977200", .kept("2025-11-24T17:40:00+08:00"), among: ["1763980000"]),
        DamagedCell(.ownedSince, "1763977200", .flagged(.invalidDate), among: ["2026-01-05"]),
        DamagedCell(.ownedSince, "2026/1/5 3:30 PM", .kept("2026-01-05T15:30:00+08:00")),
        DamagedCell(.ownedSince, "2026/1/5 12:05 AM", .kept("2026-01-05T00:05:00+08:00")),
        DamagedCell(.ownedSince, "2026年1月5日 下午3:30", .kept("2026-01-05T15:30:00+08:00")),
        DamagedCell(.ownedSince, "2026年1月5日 上午12:05", .kept("2026-01-05T00:05:00+08:00")),
        DamagedCell(.ownedSince, "2026-01-05 中午11:30", .kept("2026-01-05T11:30:00+08:00")),
        DamagedCell(.ownedSince, "2026-01-05 晚上8点", .kept("2026-01-05T20:00:00+08:00")),
        DamagedCell(.ownedSince, "2026-01-05 晚上12:30", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "36:30:00", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "30:15.0", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "5-Jan", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "1月5日", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "########", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "2026-02-30", .flagged(.invalidDate)),
        DamagedCell(.ownedSince, "0000-00-00", .nothing), DamagedCell(.ownedSince, "1900-01-00", .nothing),
        DamagedCell(.ownedSince, "1900/1/0 0:00", .nothing),
    ]

    static let countsCells: [DamagedCell] = [
        DamagedCell(.employees, "10-Jan", .flagged(.excelDate)),
        DamagedCell(.employees, "Jan-10", .flagged(.excelDate)),
        DamagedCell(.employees, "1月10日", .flagged(.excelDate)), DamagedCell(.employees, "Nov-50", .flagged(.excelDate)),
        DamagedCell(.employees, "11月50日", .flagged(.excelDate)),
        DamagedCell(.employees, "2026/1/10", .flagged(.excelDate)),
        DamagedCell(.employees, "1-10", .kept("1-10")), DamagedCell(.employees, "51-200", .kept("51-200")),
        DamagedCell(.employees, "５１－２００人", .kept("51-200")), DamagedCell(.employees, "51~200", .kept("51-200")),
        DamagedCell(.employees, "1,001-5,000", .kept("1001-5000")), DamagedCell(.employees, "20人以下", .kept("0-20")),
        DamagedCell(.employees, "500人以上", .kept("500+")), DamagedCell(.employees, ">1000", .kept("1001+")),
        DamagedCell(.employees, "＞１０００", .kept("1001+")), DamagedCell(.employees, "10001+", .kept("10001+")),
        DamagedCell(.employees, "1.2万", .kept("12000")), DamagedCell(.employees, "约100人", .kept("100")),
        DamagedCell(.employees, "120.0", .kept("120")),
        DamagedCell(.employees, "1.200", .flagged(.invalidNumber)),
        DamagedCell(.employees, "1.200", .kept("1200"), among: ["1.234,0", "2.500,0"]),
        DamagedCell(.employees, "many", .flagged(.invalidNumber)),
        DamagedCell(.employees, "#####", .flagged(.invalidNumber)),
    ]

    static let amountsCells: [DamagedCell] = [
        DamagedCell(.revenue, "8.48E10", .kept("84800000000.00")),
        DamagedCell(.revenue, "8.48E+10", .kept("84800000000.00")),
        DamagedCell(.revenue, "1.2亿", .kept("120000000.00")), DamagedCell(.revenue, "350万", .kept("3500000.00")),
        DamagedCell(.revenue, "１，２３４．５６", .kept("1234.56")), DamagedCell(.revenue, "1,234.56", .kept("1234.56")),
        DamagedCell(.revenue, "1.234,56", .kept("1234.56")), DamagedCell(.revenue, "1 234,56", .kept("1234.56")),
        DamagedCell(.revenue, "1\u{A0}234,56", .kept("1234.56")),
        DamagedCell(.revenue, "1\u{2009}234,56", .kept("1234.56")),
        DamagedCell(.revenue, "1\u{202F}234\u{202F}567,00", .kept("1234567.00")),
        DamagedCell(.revenue, "1'234.56", .kept("1234.56")), DamagedCell(.revenue, "1’234.56", .kept("1234.56")),
        DamagedCell(.revenue, "1.234", .flagged(.invalidNumber)),
        DamagedCell(.revenue, "1.234", .kept("1234.00"), among: ["1.234,56", "7,50"]),
        DamagedCell(.revenue, "1.234", .kept("1.23"), among: ["1,234.56", "7.50"]),
        DamagedCell(.revenue, "1,234", .kept("1234.00")),
        DamagedCell(.revenue, "¥1,234.50", .kept("1234.50")), DamagedCell(.revenue, "1234.5元", .kept("1234.50")),
        DamagedCell(.revenue, "(1,234.50)", .flagged(.implausibleNumber)),
        DamagedCell(.revenue, "99999999999999999999", .flagged(.implausibleNumber)),
        DamagedCell(.revenue, "12.5%", .flagged(.invalidNumber)),
        DamagedCell(.revenue, "####", .flagged(.invalidNumber)),
    ]

    static let blankCells: [DamagedCell] = ["#N/A", "NULL", "N/A", "-", "无", "—", "暂无", "null", "\\N", " ", "\u{3000}"]
        .flatMap { cell in
            [Field.mobile, .creditCode, .ownedSince, .employees, .revenue, .notes].map {
                DamagedCell($0, cell, .nothing)
            }
        }

    static let formulasCells: [DamagedCell] = ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "Err:510"].flatMap {
        cell in
        [Field.mobile, .creditCode, .ownedSince, .employees, .revenue, .notes].map {
            DamagedCell($0, cell, .flagged(.destroyedText))
        }
    }

    static let namesCells: [DamagedCell] = [
        DamagedCell(.name, "#N/A", .rejected(.missingIdentity)), DamagedCell(.name, "无", .rejected(.missingIdentity)),
        DamagedCell(.name, "#REF!", .rejected(.missingIdentity)),
        DamagedCell(.name, "########", .doubted("########", .destroyedText)),
        DamagedCell(.name, "????????", .doubted("????????", .destroyedText)),
        DamagedCell(.name, "=\"华强电子\"", .kept("华强电子")),
        DamagedCell(.name, "Ｈｕａ\u{3000}Ｑｉａｎｇ", .kept("Hua Qiang")),
    ]

    @Test("phones", arguments: phonesCells) func phones(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("ids, references and credit codes", arguments: idsCells) func ids(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("dates and times", arguments: daysCells) func days(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("counts and bands", arguments: countsCells) func counts(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("amounts", arguments: amountsCells) func amounts(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("what stands for an empty cell", arguments: blankCells) func empty(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("formulas that could not be worked out", arguments: formulasCells) func formulas(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("names", arguments: namesCells) func names(damage: DamagedCell) throws {
        #expect(try outcome(of: damage) == damage.outcome)
    }

    @Test("a spreadsheet's day numbers count from 1900 or 1904 as the user says, and are no longer doubted")
    func dayNumbers() throws {
        for (form, cell) in [(ColumnConventions.DateForm.excel1900, "45123"), (.excel1904, "43661")] {
            var options = ImportOptions()
            options.conventions.columns[.ownedSince] = ColumnConventions(dateForm: form)
            #expect(
                try outcome(of: DamagedCell(.ownedSince, cell, .nothing), options: options)
                    == .kept("2023-07-16T00:00:00+08:00"))
        }
    }
}
